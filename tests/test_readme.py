"""The README says what is there."""

from __future__ import annotations

import re
from pathlib import Path

from factcheck.rules import RULES

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_table_lists_every_rule_in_order() -> None:
    listed = re.findall(r"^\| (FC\d{3}) \| ([a-z-]+) \|", README, re.M)
    assert listed == [(rule.code, rule.name) for rule in RULES]


def test_the_example_is_what_the_command_prints(cli) -> None:
    """Whatever depends on the weights (confidence, reasons, counts) may move; the rest may not."""
    block = next(block for block in README.split("```") if block.startswith("\n$ factcheck "))
    command, *lines = block.strip().splitlines()
    printed = cli(*command.split()[2:], cwd=ROOT).stdout.decode().splitlines()
    assert _steady(lines) == _steady(printed)


def _steady(lines: list[str]) -> list[str]:
    text = "\n".join(lines)
    text = re.sub(r" +confidence [\d.]+", "", text)
    text = re.sub(r"^  = why paired: .*\n(?:    .*\n)*", "", text, flags=re.M)
    return [line for line in text.splitlines() if not re.match(r"Disputed|\d+ articles", line)]


def test_every_command_is_shown(cli) -> None:
    commands = re.findall(r"^  (\w+)  ", cli("--help").stdout.decode(), re.M)
    assert commands
    for command in commands:
        assert f"factcheck {command}" in README or command == "rules"


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(((?!http)[^)]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_commands_of_the_readme_are_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)", README, re.M):
        assert re.search(rf"^{target}:", makefile, re.M)
