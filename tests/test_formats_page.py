"""docs/formats.md shows what the commands print; UPDATE_GOLDEN=1 prints it anew."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

from factcheck.report import FORMATS

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "formats.md"
EXAMPLE = re.compile(
    r"^(`{3,})\n(\$ factcheck ([^\n]+?) --format (\w+)(?: \| jq '([^'\n]+)')?\n)(.*?)^\1$",
    re.M | re.S,
)


def test_the_page_lists_every_format_in_order() -> None:
    listed = re.findall(r"^\| `([a-z]+)` \|", PAGE.read_text(encoding="utf-8"), re.M)
    assert listed == [format_.names[-1] for format_ in FORMATS]


def test_the_examples_are_what_the_commands_print(cli, tmp_path: Path) -> None:
    """Confidences and reasons may move when the matching is fitted anew."""
    page = PAGE.read_text(encoding="utf-8")
    examples = [found.groups() for found in EXAMPLE.finditer(page)]
    shown = {example[3] for example in examples}
    assert shown == {format_.names[-1] for format_ in FORMATS} - {"text", "json", "html"}
    (arguments,) = {example[2] for example in examples}
    wanted = [f"--format={name}={tmp_path / name}" for name in sorted(shown)]
    assert cli(*arguments.split(), *wanted, cwd=ROOT).returncode == 1
    made: dict[str, str] = {}
    for _, _, _, name, path, told in examples:
        text = (tmp_path / name).read_text(encoding="utf-8")
        made[name] = text if path is None else _picked(text, path, lines=name == "jsonl")
        if os.environ.get("UPDATE_GOLDEN") != "1":
            assert _steady(told) == _steady(made[name]), name
    if os.environ.get("UPDATE_GOLDEN") == "1":

        def anew(found: re.Match[str]) -> str:
            return f"{found[1]}\n{found[2]}{made[found[4]]}{found[1]}"

        PAGE.write_text(EXAMPLE.sub(anew, page), encoding="utf-8")


def _picked(text: str, path: str, *, lines: bool) -> str:
    """What jq prints for a path, or for `del(.name)`; of several lines the first."""
    value: Any = json.loads(text.splitlines()[0] if lines else text)
    if path.startswith("del(."):
        del value[path[5:-1]]
        path = ""
    for name, number in re.findall(r"\.?(\w+)|\[(\d+)\]", path):
        value = value[int(number)] if number else value[name]
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _steady(text: str) -> str:
    text = re.sub(r'("(?:confidence|rank)": )[\d.]+', r"\1_", text)
    text = re.sub(r"^  = why paired: .*\n(?:    .*\n)*", "", text, flags=re.M)
    text = re.sub(r'"(version|model)": "[^"]+"', r'"\1": _', text)
    return re.sub(r" *confidence [\d.]+|factcheck [\d.]+\.$", "", text)
