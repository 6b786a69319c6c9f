"""`factcheck batch` that remembers: answers from a file what was asked before, and asks the rest.

usage: python benchmarks/recorded.py STORE.jsonl COMMAND… batch FILE.jsonl --jobs N

Stands in for `factcheck` where score.py calls it, so that one run of the tool gives the table of
score.py and, afterwards, everything that is counted from the same reports. STORE.jsonl holds one
{"key", "row"} a line; the key is the SHA-256 of the line of input.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def key_of(line: str) -> str:
    """The key of one line of input."""
    return hashlib.sha256(line.strip().encode("utf-8", "surrogatepass")).hexdigest()


def stored(store: Path) -> dict[str, dict[str, Any]]:
    """The rows remembered, by key."""
    if not store.exists():
        return {}
    rows = (json.loads(line) for line in store.read_text("utf-8").splitlines())
    return {row["key"]: row["row"] for row in rows}


def ask(command: Sequence[str], lines: Sequence[str], rest: Sequence[str]) -> dict[str, Any]:
    """The rows of the real command by key. Raises SystemExit when it fails."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "in.jsonl"
        path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        done = subprocess.run(
            [*command, "batch", str(path), *rest],
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            check=False,
        )
    if done.returncode not in (0, 1):
        raise SystemExit(done.returncode)
    rows = [json.loads(row) for row in done.stdout.split("\n") if row.strip()]
    return {key_of(line): _kept(row) for line, row in zip(lines, rows, strict=True)}


def _kept(row: dict[str, Any]) -> dict[str, Any]:
    """A row with no more of its report than is counted: the findings."""
    if "report" not in row:
        return row
    return {"id": row["id"], "report": {"findings": row["report"]["findings"]}}


def main(arguments: Sequence[str]) -> int:
    """Print a row for each line of the file asked for; rows without a report are left out."""
    store, place = Path(arguments[0]), arguments.index("batch")
    command, path, rest = arguments[1:place], Path(arguments[place + 1]), arguments[place + 2 :]
    lines = [line for line in path.read_text("utf-8").split("\n") if line.strip()]
    known = stored(store)
    new = list(dict.fromkeys(line for line in lines if key_of(line) not in known))
    if new:
        asked = ask(command, new, rest)
        with store.open("a", encoding="utf-8") as file:
            for key, row in asked.items():
                file.write(json.dumps({"key": key, "row": row}) + "\n")
        known |= asked
    for line in lines:
        row = known[key_of(line)]
        if "report" in row:
            print(json.dumps({**row, "id": json.loads(line)["id"]}))
        else:
            print(f"no report: {row}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
