"""One line a finding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rich.cells import cell_len

from factcheck.model import DocumentRole, Report
from factcheck.report import Style
from factcheck.report.concise import render


def test_golden(wide_report: Report, golden: Callable[[str, str], None]) -> None:
    golden("report-concise.txt", render(wide_report, Style()))
    golden("report-concise-color.txt", render(wide_report, Style(color=True)))
    golden("report-concise-ascii.txt", render(wide_report, Style(ascii=True)))


def test_nothing_found(wide_report: Report) -> None:

    text = render(replace(wide_report, findings=(), hidden=0), Style())
    assert text == "0 findings in 3 documents\n"


def test_sources_of_a_draft_do_not_count_as_checked(wide_report: Report) -> None:
    roles = (DocumentRole.SOURCE, DocumentRole.DRAFT, DocumentRole.SOURCE)
    documents = tuple(
        replace(one, role=role) for one, role in zip(wide_report.documents, roles, strict=True)
    )
    report = replace(wide_report, documents=documents, findings=wide_report.findings[:1])
    assert "1 finding (1 error) in 1 of 1 draft\n" in render(report, Style())


def test_editors_can_follow_every_line(wide_report: Report) -> None:
    for line in render(wide_report, Style()).split("\n\n")[0].splitlines():
        name, number, column, rest = line.split(":", 3)
        document = next(one for one in wide_report.documents if one.name == name)
        assert 1 <= int(number) <= len(document.text.splitlines())
        assert int(column) >= 1
        assert rest.split()[0] in ("error", "warning", "info")


def test_columns_stand_beneath_each_other_within_a_document(wide_report: Report) -> None:
    lines = render(wide_report, Style()).split("\n\n")[0].splitlines()
    groups: dict[str, set[int]] = {}
    for line in lines:
        groups.setdefault(line.split(":")[0], set()).add(cell_len(line[: line.index(" FC")]))
    assert all(len(places) == 1 for places in groups.values())


def test_ten_thousand_findings_end_with_what_they_come_to(many: Callable[[int], Report]) -> None:
    report = many(10_000)
    body, counts, closing = render(report, Style()).split("\n\n")
    assert len(body.splitlines()) == 10_000
    assert [line.split()[0] for line in counts.splitlines()] == ["FC101", "FC304", "FC702", "FC704"]
    assert "2,500" in counts
    assert closing.startswith("10,000 findings (2,500 errors, 5,000 warnings, 2,500 notes) in 3 of")


def test_hostile_reports_stay_lines(hostile: list[Report], harmless: Callable[[str], bool]) -> None:
    for report in hostile:
        for ascii_only in (False, True):
            text = render(report, Style(ascii=ascii_only))
            text.encode("ascii" if ascii_only else "utf-8")
            lines = text.split("\n")
            assert all(map(harmless, text.splitlines()))
            assert len(lines) == len(text.splitlines()) + 1
            if report.findings:
                assert lines.index("") == len(report.findings)
