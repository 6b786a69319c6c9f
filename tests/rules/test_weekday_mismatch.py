"""FC202: weekdays against the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.config import Settings
from factcheck.model import DocumentRole, Finding, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text


def findings(text: str, published: date | None = None) -> tuple[Finding, ...]:
    """The findings of FC202 on one text, by the rules of tier 0 alone."""
    document = document_from_text(text, name="a.txt", published=published)
    return run([document], settings=Settings(select=("FC202",), model="none")).findings


@pytest.mark.parametrize(
    "text",
    [
        "The vote was held on Friday, 6 December 2025, in Corvel.",
        "The vote was held on Fri. Dec. 6, 2025, in Corvel.",
        "The vote was held on 6 December 2025, a Friday, in Corvel.",
        "The vote was held on Sunday the 1st of June 2022 in Corvel.",
    ],
)
def test_flags_a_written_year(text: str) -> None:
    (finding,) = findings(text)
    assert finding.severity is Severity.ERROR
    assert finding.confidence > 0.95


def test_flags_a_date_that_fits_no_near_year() -> None:
    (finding,) = findings("The fair opens on Thursday 1 December.", date(2025, 11, 20))
    assert finding.severity is Severity.ERROR
    assert 0.8 <= finding.confidence < 0.95


@pytest.mark.parametrize(
    ("text", "published"),
    [
        # 28 June was a Friday the year before.
        ("The fair runs for a fortnight from Friday 28 June.", date(2025, 3, 13)),
        ("The barn burned down on Friday 28 June.", date(2025, 7, 3)),
        ("The trial will open on Tuesday, 5 May.", date(2025, 3, 13)),
    ],
)
def test_a_date_without_a_year_is_the_nearest(text: str, published: date) -> None:
    (finding,) = findings(text, published)
    assert finding.severity is Severity.WARNING
    assert "2025" in finding.message


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("The barn burned down on Friday 28 June.", date(2025, 3, 13)),
        ("The vote was held on Saturday, 6 December 2025, in Corvel.", None),
        ("The fair opens on Thursday 1 December.", None),
        ("The fair opens on Monday 1 December.", date(2025, 11, 20)),
        ("The fair opened on Friday 6 December.", date(2025, 1, 20)),
        ("The fair opens on Friday. December 6 2025 is a holiday.", None),
        ("The palace fell on Wednesday 25 October 1917.", None),
        ("In the Sun, 6 December 2025, he wrote of it.", None),
        ("The fair opens on Friday 31 April 2025.", None),
    ],
)
def test_leaves_alone(text: str, published: date | None) -> None:
    assert findings(text, published) == ()


@settings(max_examples=25, deadline=None)
@given(st.dates(date(1924, 1, 1), date(2099, 12, 31)), st.integers(0, 6))
def test_flags_exactly_the_wrong_weekdays(day: date, shift: int) -> None:
    weekday = (day + timedelta(days=shift)).strftime("%A")
    text = f"It was signed on {weekday}, {day.day} {day.strftime('%B')} {day.year}, in Corvel."
    assert bool(findings(text)) == (shift != 0)


DATED = "The council of Corvel and Brandal meets on Tuesday 20 May 2025, Ida Holm said."


def across(draft: str, source: str, roles: tuple[str, str] = ("draft", "source")) -> list[Finding]:
    documents = [
        document_from_text(text + "\n", name=name, role=DocumentRole(role))
        for text, name, role in zip((draft, source), ("a.txt", "b.txt"), roles, strict=True)
    ]
    return list(run(documents, settings=Settings(select=("FC202",))).findings)


@pytest.mark.parametrize("roles", [("draft", "source"), ("article", "article")])
def test_another_text_tells_the_year(roles: tuple[str, str]) -> None:
    told = "In Corvel and Brandal, Ida Holm will chair the council on Thursday 20 May."
    (finding,) = across(told, DATED, roles)
    assert finding.severity is Severity.ERROR
    assert finding.primary.document == "a.txt"
    assert finding.values == ("Thursday", "Tuesday")


@pytest.mark.parametrize(
    ("told", "source"),
    [
        # A Monday the year before, a Wednesday the year after: of another year's meeting.
        ("The council of Corvel met on Monday 20 May, Ida Holm said.", DATED),
        ("The council of Corvel will meet on Wednesday 20 May, Ida Holm said.", DATED),
        ("The council of Corvel will meet on Tuesday 20 May, Ida Holm said.", DATED),
        ("The council of Corvel will meet on Thursday 22 May, Ida Holm said.", DATED),
        # The source has the wrong weekday itself, and hears of it there.
        ("The council of Corvel will meet on Thursday 20 May.", "It meets on Tuesday 20 May."),
    ],
)
def test_what_no_other_text_contradicts(told: str, source: str) -> None:
    assert across(told, source) == []


def test_two_stories_have_two_calendars() -> None:
    told = "The choir of Aldham sings on Thursday 20 May, Rose Vell said."
    assert across(told, DATED, ("article", "article")) == []
