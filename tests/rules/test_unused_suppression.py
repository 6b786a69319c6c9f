"""FC001: comments that silence nothing."""

from __future__ import annotations

import pytest

from factcheck.config import Settings
from factcheck.model import Report
from factcheck.pipeline import run
from factcheck.read import document_from_text

SLIP = "The ticket is valid until 31 April 2026."
DATES = Settings(model="none", select=("FC001", "FC002", "impossible-date"))


def checked(text: str, *, settings: Settings = DATES) -> Report:
    return run([document_from_text(text, name="a.md", markdown=True)], settings=settings)


def codes(report: Report) -> list[str]:
    return sorted(finding.code for finding in report.findings)


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("ignore[FC203]", "no finding of FC203"),
        ("ignore[FC203, impossible-date]", "no finding of FC203, impossible-date"),
        ("ignore-file[ALL] old", "no finding of ALL"),
        ("off[FC2]", "no finding of FC2"),
    ],
)
def test_unused_comments_are_reported(comment: str, words: str) -> None:
    report = checked(f"<!-- factcheck: {comment} -->\nThe boat leaves at nine.\n")
    (finding,) = report.findings
    assert (finding.code, finding.severity.value) == ("FC001", "warning")
    assert words in finding.message
    (document,) = report.documents
    assert document.slice(finding.primary.span).startswith("<!-- factcheck:")


def test_of_several_rules_only_those_of_no_use_are_reported() -> None:
    text = f"<!-- factcheck: ignore[FC203, FC202] -->\n{SLIP}\n"
    settings = Settings(model="none", select=("FC001", "FC202", "FC203"))
    (finding,) = checked(text, settings=settings).findings
    assert finding.message.endswith("no finding of FC202")


def test_a_rule_that_did_not_run_is_not_called_unused() -> None:
    text = "<!-- factcheck: ignore[FC701, FC602, FC403] -->\nThe boat leaves at nine.\n"
    assert codes(checked(text)) == []
    assert codes(checked(text, settings=Settings(model="none", ignore=("FC701",)))) == []
