"""FC204: which ages are flagged, and which are left alone."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.config import Settings
from factcheck.model import Finding, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text

DAY = "2015-12-01"
FLAGGED = (
    [("Anna Holt, born 14 August 1966 in Bergen, joined. Anna Holt, 47, will chair it.", DAY)],
    [("Anna Holt was born in 1966. She joined the board. Anna Holt, 41, will chair it.", DAY)],
    [("Paul Trent was born in 1964. He joined the navy. Paul Trent died in 2010 aged 50.", "")],
    [("Paul Trent was born in 1964. He died in 2010 at the age of 52.", "")],
    [("Paul Trent, 44, was arrested. Paul Trent, who is 43, was calm.", "")],
    [
        ("Paul Trent, 44, was arrested.", DAY),
        ("The driver, 46-year-old Paul Trent, was arrested.", DAY),
    ],
    [("Paul Trent, 44, was arrested.", DAY), ("Paul Trent, 42, was jailed.", "2016-10-01")],
    [("Paul Trent, 44, was arrested.", ""), ("Paul Trent, aged 47, was arrested.", "")],
)
LEFT_ALONE = (
    [("Anna Holt, who was born in London on 14 August 1966, joined. Holt, 49, leads.", DAY)],
    [("Anna Holt was born in 1966. She joined the board. Anna Holt, 48, will chair it.", DAY)],
    [("Anna Holt was born in 1966. Anna Holt, 41, will chair it.", "")],
    [("Paul Trent was born in 1964. He died in 2010 aged 46.", "")],
    [("Paul Trent, 44, was arrested.", DAY), ("Paul Trent, 45, was jailed.", "2016-10-01")],
    [("Paul Trent, 44, was arrested. Paul Trent was 18 when he joined.", "")],
    [("Paul Trent, 44, was arrested. The then 18-year-old Paul Trent had fled.", "")],
    [("The dead are 64-year-old Paul Trent, 50-year-old Anna Holt and Mary Lund, 12.", "")],
    [("The 40-year-old has succeeded Paul Trent. Paul Trent, 56, led the club.", "")],
    [("Trent, 44, was arrested. Trent, 19, was not.", "")],
    [("Paul Trent, 44, was arrested.", ""), ("John Trent, 47, was arrested.", "")],
    [("Paul Trent, 44, was arrested.", DAY), ("Paul Trent, aged 47, was jailed.", "")],
)


def findings(texts: list[tuple[str, str]]) -> tuple[Finding, ...]:
    documents = [
        document_from_text(
            text + "\n", name=name, published=date.fromisoformat(day) if day else None
        )
        for name, (text, day) in zip("ab", texts, strict=False)
    ]
    return run(documents, settings=Settings(select=("FC204",))).findings


@pytest.mark.parametrize("texts", FLAGGED)
def test_flags(texts: list[tuple[str, str]]) -> None:
    assert len(findings(texts)) == 1


@pytest.mark.parametrize("texts", LEFT_ALONE)
def test_leaves_alone(texts: list[tuple[str, str]]) -> None:
    assert [finding.message for finding in findings(texts)] == []


def test_one_year_is_a_warning_where_the_days_are_not_known() -> None:
    (finding,) = findings(
        [("Paul Trent, 44, was arrested.", ""), ("Paul Trent, 45, was arrested.", "")]
    )
    assert finding.severity is Severity.WARNING


def test_more_than_a_birthday_is_an_error() -> None:
    (finding,) = findings([("Paul Trent was born in 1964. He died in 2010 at the age of 52.", "")])
    assert finding.severity is Severity.ERROR
    assert finding.values == ("52 years old", "45 or 46 by the dates")


def test_two_ages_of_one_person_are_reported_once() -> None:
    documents = [
        document_from_text(text + "\n", name=name)
        for name, text in (
            ("a.txt", "Paul Trent, 44, was arrested in Ardmore on Monday."),
            ("b.txt", "Paul Trent, 47, was arrested in Ardmore on Monday."),
        )
    ]
    found = run(documents, settings=Settings(select=("FC101", "FC204"))).findings
    assert [finding.code for finding in found] == ["FC204"]
