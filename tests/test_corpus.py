"""The demo corpus: its gold files are sound, the tool finds what was planted and no trap."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck.config import Settings
from factcheck.model import Finding, Report, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
EVENTS = sorted(path.parent for path in CORPUS.glob("*/expected.toml"))
SEVERITIES = ("info", "warning", "error")
PLANTED = (
    "FC101 FC102 FC103 FC201 FC202 FC203 FC205 FC302 FC304 FC401 FC402 FC501 FC603 "
    "FC701 FC702 FC703 FC704 FC705"
).split()


@dataclass(frozen=True)
class Expected:
    """One entry of an `expected.toml`; `code` is empty for a trap.

    `missed` says why the tool does not find it today.
    """

    event: str
    files: tuple[str, ...]
    evidence: tuple[str, ...]
    why: str
    code: str = ""
    severity: str = ""
    missed: str = ""

    def __str__(self) -> str:
        return f"{self.event}-{self.code or 'trap'}-{self.why[:40]}"


def entries(kind: str) -> Iterator[Expected]:
    for event in EVENTS:
        table = tomllib.loads((event / "expected.toml").read_text(encoding="utf-8"))
        for row in table.get(kind, []):
            yield Expected(
                event=event.name,
                files=tuple(row["files"]),
                evidence=tuple(row["evidence"]),
                why=row["why"],
                code=row.get("code", ""),
                severity=row.get("severity", ""),
                missed=row.get("missed", ""),
            )


FINDINGS = tuple(entries("finding"))
TRAPS = tuple(entries("trap"))


@pytest.mark.parametrize("entry", [*FINDINGS, *TRAPS], ids=str)
def test_each_quote_stands_in_its_file(entry: Expected) -> None:
    assert len(entry.files) == len(entry.evidence)
    for file, quote in zip(entry.files, entry.evidence, strict=True):
        assert quote in (CORPUS / entry.event / file).read_text(encoding="utf-8")


def test_each_event_has_articles_of_several_sources() -> None:
    assert len(EVENTS) >= 3
    for event in EVENTS:
        assert len([*event.glob("*.txt"), *event.glob("*.md")]) >= 3


def test_each_rule_has_a_planted_discrepancy() -> None:
    assert {entry.code for entry in FINDINGS} >= set(PLANTED)
    assert {entry.severity for entry in FINDINGS} <= set(SEVERITIES)


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    """What the tool finds in each event, at the default confidence."""
    return {event.name: report_on(event) for event in EVENTS}


def report_on(event: Path) -> Report:
    documents = [
        document_from_text(
            path.read_text(encoding="utf-8"), name=path.name, markdown=path.suffix == ".md"
        )
        for path in sorted([*event.glob("*.txt"), *event.glob("*.md")])
    ]
    return run(documents, settings=Settings())


def covers(report: Report, finding: Finding, entry: Expected) -> bool:
    """Whether the places of `finding` overlap every quote of `entry`."""
    texts = {document.name: document.text for document in report.documents}
    places = (finding.primary, *finding.related)
    for file, quote in zip(entry.files, entry.evidence, strict=True):
        start = texts[file].index(quote)
        end = start + len(quote)
        if not any(
            place.document == file and place.span.start < end and start < place.span.end
            for place in places
        ):
            return False
    return True


@pytest.mark.parametrize("entry", FINDINGS, ids=str)
def test_each_planted_discrepancy_is_found(entry: Expected, reports: dict[str, Report]) -> None:
    report = reports[entry.event]
    found = [
        finding
        for finding in report.findings
        if finding.code == entry.code and covers(report, finding, entry)
    ]
    if entry.missed:
        # Whoever mends it takes the mark off.
        assert not found
        pytest.xfail(entry.missed)
    assert entry.severity in {finding.severity.value for finding in found}


@pytest.mark.parametrize("entry", TRAPS, ids=str)
def test_no_trap_is_flagged(entry: Expected, reports: dict[str, Report]) -> None:
    report = reports[entry.event]
    flagged = [
        finding.message
        for finding in report.findings
        if finding.severity is not Severity.INFO
        and finding.code < "FC6"
        and covers(report, finding, entry)
    ]
    assert flagged == []


def test_nothing_else_is_flagged(reports: dict[str, Report]) -> None:
    others = [
        f"{event}: {finding.code} {finding.message}"
        for event, report in reports.items()
        for finding in report.findings
        if finding.severity is not Severity.INFO
        and not any(
            entry.event == event and entry.code == finding.code and covers(report, finding, entry)
            for entry in FINDINGS
        )
    ]
    assert others == []
