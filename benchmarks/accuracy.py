"""How right factcheck is on labelled data: writes benchmarks/ACCURACY.md.

usage: python benchmarks/accuracy.py [--factcheck CMD] [--bench DIR] [--limit N] [--jobs N]
                                     [--reports FILE] [--out FILE] [--at COMMIT] [--no-alignment]

Runs score.py of the data's folder (default ../shared/bench) once over every labelled set, remembers
the reports (see recorded.py), and counts from the same reports: both parts of a split by article,
slips by kind and what caught them, false alarms by rule. The words of the data never get into the
file: what is written of typical misses comes from notes.toml. --reports keeps the reports, so that
a second run takes seconds; it must be a new file when the tool has changed.
"""

from __future__ import annotations

import argparse
import json
import random
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import alignment
import breakdown
import tables
from recorded import key_of, stored
from slips import held_out

ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT.parent / "shared" / "bench"
SETS = (
    "numhg_dev",
    "summedits_ectsum",
    "bump",
    "defacto_val",
    "chatprotect_pairs",
    "contradoc_2k",
    "bump_self",
    "fever_symmetric",
    "vitaminc_500",
    "ecbplus_unrelated",
    "ecbplus_numbers",
)


def score(
    bench: Path, paths: Sequence[Path], *, command: Sequence[str], store: Path, jobs: int
) -> dict[str, Any]:
    """The table of score.py over `paths`; the tool's reports are taken from or added to `store`."""
    recorded = [sys.executable, str(ROOT / "benchmarks" / "recorded.py"), str(store), *command]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "table.json"
        subprocess.run(
            [
                *(sys.executable, str(bench / "score.py")),
                *("--factcheck", shlex.join(recorded)),
                *("--jobs", str(jobs), "--json", str(out)),
                *map(str, paths),
            ],
            check=True,
            stdout=sys.stderr,
        )
        table: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return table


def labelled(path: Path, limit: int | None) -> list[dict[str, Any]]:
    """The labelled records of a set, or a sample of `limit` (the same each time)."""
    records = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
    records = [record for record in records if record["label"] is not None]
    if limit and len(records) > limit:
        return random.Random(7).sample(records, limit)
    return records


def write(path: Path, records: Sequence[dict[str, Any]]) -> Path:
    """The records as JSONL at `path`."""
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    path.write_text("".join(lines), "utf-8")
    return path


def reports_of(
    bench: Path, records: Sequence[dict[str, Any]], store: Path
) -> list[dict[str, Any] | None]:
    """The remembered report of each record, None where the tool gave none."""
    as_input = breakdown.load_score(bench).as_input
    known = stored(store)
    found = []
    for record in records:
        line = json.dumps(as_input(record), ensure_ascii=False)
        found.append(known.get(key_of(line), {}).get("report"))
    return found


def page(arguments: argparse.Namespace, folder: Path) -> str:
    """The whole of ACCURACY.md."""
    store = arguments.reports or folder / "reports.jsonl"
    sets = {
        name: labelled(arguments.bench / f"{name}.jsonl", arguments.limit)
        for name in SETS
        if (arguments.bench / f"{name}.jsonl").exists()
    }
    command = shlex.split(arguments.factcheck)
    paths = [write(folder / f"{name}.jsonl", records) for name, records in sets.items()]
    jobs = arguments.jobs
    whole = score(arguments.bench, paths, command=command, store=store, jobs=jobs)
    aside = {name: held_out(records) for name, records in sets.items()}
    split = {}
    for part in (False, True):
        within = folder / ("aside" if part else "seen")
        within.mkdir()
        files = [
            write(
                within / f"{name}.jsonl",
                [record for record in records if (record["id"] in aside[name]) is part],
            )
            for name, records in sets.items()
        ]
        split[part] = score(arguments.bench, files, command=command, store=store, jobs=jobs)
    counted = breakdown.Counted(arguments.bench)
    for name, records in sets.items():
        counted.add(name, records, reports_of(arguments.bench, records, store))
    chains = arguments.bench / "ecbplus_clusters.jsonl"
    aligned: list[str] = []
    if not arguments.no_alignment and chains.exists():
        limit = None if arguments.limit is None else max(1, arguments.limit // 10)
        aligned = list(
            alignment.lines_of(alignment.measure(chains, limit=limit, jobs=arguments.jobs))
        )
    version = subprocess.run(
        [*command, "--version"], stdout=subprocess.PIPE, text=True, check=True
    ).stdout.strip()
    return tables.page(
        whole,
        split[False],
        split[True],
        counted,
        aligned,
        version=f"{version}, {arguments.at}" if arguments.at else version,
        limit=arguments.limit,
        notes=tables.notes_of(ROOT / "benchmarks" / "notes.toml"),
    )


def main() -> None:
    """Measure and write the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--factcheck", default=str(ROOT / ".venv" / "bin" / "factcheck"))
    parser.add_argument("--bench", type=Path, default=BENCH)
    parser.add_argument("--limit", type=int, help="a sample of N records of each set")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--reports", type=Path, help="keep the tool's reports in this file")
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "ACCURACY.md")
    parser.add_argument("--at", default="", help="the commit measured, for the head of the page")
    parser.add_argument("--no-alignment", action="store_true")
    arguments = parser.parse_args()
    if not (arguments.bench / "score.py").exists():
        raise SystemExit(f"no score.py in {arguments.bench}")
    with tempfile.TemporaryDirectory() as folder:
        text = page(arguments, Path(folder))
    arguments.out.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
