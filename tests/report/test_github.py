"""Workflow commands, read back the way the runner reads them (ActionCommand.cs of its source)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from factcheck.model import Report
from factcheck.report import Style
from factcheck.report.github import CAP, COMMANDS, render

Command = tuple[str, dict[str, str], str]


def commands(output: str) -> list[Command]:
    """What the runner would carry out: `::name key=value::data` at the start of a line."""
    found: list[Command] = []
    for line in re.split("\r\n|\r|\n", output):
        assert "##[" not in line, "the older form counts anywhere in a line"
        line = line.lstrip()
        if not line.startswith("::"):
            continue
        head, _, data = line[2:].partition("::")
        name, _, told = head.partition(" ")
        pairs = (pair.partition("=") for pair in told.split(",") if pair)
        properties = {key.strip(): _decoded(value, property_=True) for key, _, value in pairs}
        found.append((name, properties, _decoded(data, property_=False)))
    return found


def _decoded(text: str, *, property_: bool) -> str:
    escapes = {"%0D": "\r", "%0A": "\n", "%25": "%"}
    if property_:
        escapes |= {"%3A": ":", "%2C": ","}
    return re.sub("|".join(escapes), lambda found: escapes[found[0]], text)


def test_golden(wide_report: Report, golden: Callable[[str, str], None]) -> None:
    golden("report-github.txt", render(wide_report, Style()))


def test_commands_say_where_and_what(wide_report: Report) -> None:
    found = commands(render(wide_report, Style()))
    assert [name for name, _, _ in found] == ["error", "warning", "warning", "notice"]
    _, properties, message = found[0]
    assert properties["file"] == "desk/harbour.txt"
    assert properties["line"] == "3"
    assert properties["title"] == "FC101 quantity-mismatch"
    assert "desk/docks.md:3:4 “42 pages”" in message


def test_names_come_back_to_the_letter(wide_report: Report) -> None:
    files = {properties["file"] for _, properties, _ in commands(render(wide_report, Style()))}
    assert "desk/tides, 50% café.txt" in files


def test_what_spans_lines_has_no_columns(wide_report: Report) -> None:
    notice = commands(render(wide_report, Style()))[-1][1]
    assert (notice["line"], notice["endLine"]) == ("4", "5")
    assert "col" not in notice


def test_caps_hold_and_the_rest_is_in_the_log(many: Callable[[int], Report]) -> None:
    report = many(100)
    output = render(report, Style())
    found = Counter(name for name, _, _ in commands(output))
    assert found == {"error": CAP, "warning": CAP, "notice": CAP}
    plain = [line for line in output.splitlines() if not line.startswith("::")]
    assert len(plain) == 100 - 3 * CAP + 1
    assert plain[-1].startswith("factcheck: 100 findings")
    assert "70 of them only in this log" in plain[-1]
    order = [name for name, _, _ in commands(output)]
    assert order == sorted(order, key=("error", "warning", "notice").index)


def test_no_text_becomes_a_command(hostile: list[Report], harmless: Callable[[str], bool]) -> None:
    for report in hostile:
        many_times = 3 * report.findings

        for shown in (report, replace(report, findings=many_times)):
            output = render(shown, Style())
            output.encode("utf-8")
            assert all(map(harmless, output.splitlines()))
            wanted = Counter(COMMANDS[finding.severity] for finding in shown.findings)
            found = Counter(name for name, _, _ in commands(output))
            assert found == {name: min(number, CAP) for name, number in wanted.items()}
            assert len(output.splitlines()) == len(shown.findings) + 1
