"""FC204: which ages are flagged, and which are left alone."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.config import Settings
from factcheck.model import DocumentRole, Finding, Severity
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
    [("Paul Trent was born in 1964 in Bergen.", ""), ("Paul Trent, 44, was arrested.", DAY)],
    [("Paul Trent, 54, was arrested.", DAY), ("Paul Trent was born in 1964 in Bergen.", "")],
    [("Paul Trent was born in 1964.", ""), ("Paul Trent died in 2010 aged 50.", DAY)],
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
    # What another article says of the birth: right, a birthday off, of no known day, settled here.
    [("Paul Trent was born in 1964.", ""), ("Paul Trent, 50, was arrested.", DAY)],
    [("Paul Trent was born in 1964.", ""), ("Paul Trent, 49, was arrested.", DAY)],
    [("Paul Trent was born in 1964.", ""), ("Paul Trent, 52, was arrested.", DAY)],
    [("Paul Trent was born in 1964.", DAY), ("Paul Trent, 44, was arrested.", "")],
    [("Paul Trent was born in 1964.", ""), ("Paul Trent, about 44, was arrested.", DAY)],
    [
        ("Paul Trent was born in 1964.", ""),
        ("Paul Trent was born in 1971. Paul Trent, 44, was arrested.", DAY),
    ],
    [("Paul Trent was born in 1964. Paul Trent was born in 1971.", ""), ("Paul Trent, 44.", DAY)],
)


def test_a_birth_told_elsewhere_makes_a_warning_beside_both_places() -> None:
    (finding,) = findings(
        [("Paul Trent was born in 1964 in Bergen.", ""), ("Paul Trent, 44, was arrested.", DAY)]
    )
    assert finding.severity is Severity.WARNING
    assert finding.message == "44 years old here; the dates given make it 50 or 51"
    assert (finding.primary.document, finding.related[0].document) == ("b", "a")


def test_two_sources_of_a_draft_are_not_held_against_each_other() -> None:
    texts = (
        ("a", "Paul Trent was born in 1964 in Bergen.", DocumentRole.SOURCE),
        ("b", "Paul Trent, 44, was arrested.", DocumentRole.SOURCE),
        ("c", "The arrest was on Monday.", DocumentRole.DRAFT),
    )
    documents = [
        document_from_text(text + "\n", name=name, published=date(2015, 12, 1), role=role)
        for name, text, role in texts
    ]
    assert run(documents, settings=Settings(select=("FC204",))).findings == ()


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


CALLED = (
    (
        "The 38-year-old's first meeting with the sculptor was when she was 15 years old. Her "
        "sister, 20, was there too.",
        "The 48-year-old works as a nurse.",
    ),
    (
        "The 38-year-old met the sculptor when she was 15, with her sister, 20, and a friend, 19.",
        "The 48-year-old's sister is 20.",
    ),
)
NOT_CALLED = (
    # The age stands in the source, of whomever.
    ("The 61-year-old won. Her rival, 71, came second.", "The 71-year-old came second."),
    ("The 61-year-old won 71 races.", "The 71-year-old won."),
    # Two people are called by their age, or somebody that the source does not call so.
    ("The 61-year-old won. The 44-year-old lost.", "The 48-year-old lost a boat."),
    ("A 61-year-old won the race.", "The 48-year-old lost a boat."),
    ("The 61-year-old won the race.", "A 48-year-old lost a boat."),
    ("The 61-year-old won the race.", "The 61-year-old has won."),
)


def called(source: str, draft: str) -> tuple[Finding, ...]:
    roles = {"source.txt": DocumentRole.SOURCE, "draft.txt": DocumentRole.DRAFT}
    documents = [
        document_from_text(text + "\n", name=name, role=role)
        for (name, role), text in zip(roles.items(), (source, draft), strict=True)
    ]
    return run(documents, settings=Settings(select=("FC204",))).findings


@pytest.mark.parametrize(("source", "draft"), CALLED)
def test_flags_who_is_called_by_another_age(source: str, draft: str) -> None:
    (finding,) = called(source, draft)
    assert finding.primary.document == "draft.txt"


@pytest.mark.parametrize(("source", "draft"), NOT_CALLED)
def test_leaves_alone_who_may_be_another(source: str, draft: str) -> None:
    assert called(source, draft) == ()
