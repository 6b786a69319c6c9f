"""Days of datelines, and the day a text appeared."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.read import document_from_text
from factcheck.read.datelines import read_dateline
from factcheck.read.days import written_days

PROSE = "The harbour council met on Tuesday and voted to mend the old lighthouse."
SHAPES = [
    "%d %B %Y",
    "%d %b. %Y",
    "%B %d, %Y",
    "%b %d %Y",
    "%A, %d %B %Y",
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y-%m-%dT%H:%M:%SZ",
]


@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_shape_gives_its_day(day: date) -> None:
    for shape in SHAPES:
        assert [found.day for found in written_days(day.strftime(shape))] == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("4th of March 2024", date(2024, 3, 4)),
        ("March 4th, 2024", date(2024, 3, 4)),
        ("3/14/2024", date(2024, 3, 14)),
        ("14.3.2024", date(2024, 3, 14)),
        ("14 / 03 / 24", date(2024, 3, 14)),
        ("5/5/2024", date(2024, 5, 5)),
        ("3/4/2024", None),
        ("31 April 2024", None),
        ("2024-13-01", None),
    ],
)
def test_one_reading_or_none(text: str, day: date | None) -> None:
    assert [found.day for found in written_days(text)] == [day]


@pytest.mark.parametrize("text", ["1.2024.3", "555-12-3456-7", "March 2024", "4 March", "10:15"])
def test_what_is_no_whole_day(text: str) -> None:
    assert written_days(text) == ()


@pytest.mark.parametrize(
    ("text", "sense", "rest"),
    [
        ("Published 4 March 2024, 09:15 GMT", "published", ""),
        ("Last updated: 4 March 2024", "updated", ""),
        ("By Ana Lind | March 4, 2024", "", "By Ana Lind"),
        ("Oslo, 4 March 2024", "", "Oslo"),
    ],
)
def test_sense_and_rest(text: str, sense: str, rest: str) -> None:
    dateline = read_dateline(text)
    assert dateline is not None
    assert (dateline.sense, dateline.rest, dateline.day) == (sense, rest, date(2024, 3, 4))


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Updated 5 March 2024\nPublished 4 March 2024", date(2024, 3, 4)),
        ("Published 4 March 2024 | Updated 5 March 2024", date(2024, 3, 4)),
        ("Updated 5 March 2024, first published 4 March 2024", date(2024, 3, 4)),
        ("Updated 5 March 2024", date(2024, 3, 5)),
        ("By Ana Lind\nMarch 4, 2024", date(2024, 3, 4)),
        ("3/4/2024", None),
        ("4 March", None),
        ("", None),
    ],
)
def test_published(head: str, day: date | None) -> None:
    text = f"Tower reopens\n\n{head}\n\n{PROSE} It was built on 1 May 1911.\n"
    assert document_from_text(text, name="a").published == day


def test_the_foot_of_the_page_counts_when_the_head_has_no_day() -> None:
    text = f"Tower reopens\n\n{PROSE}\n\n{PROSE}\n\nPublished: 4 March 2024\n"
    assert document_from_text(text, name="a").published == date(2024, 3, 4)


def test_a_day_in_the_text_is_not_the_day_of_the_text() -> None:
    text = f"Tower reopens\n\nOn 4 March 2024 the keeper left.\n\n{PROSE}\n"
    assert document_from_text(text, name="a").published is None


def test_the_caller_knows_best() -> None:
    text = f"Tower reopens\n4 March 2024\n{PROSE}\n"
    given_day = date(2023, 1, 1)
    assert document_from_text(text, name="a", published=given_day).published == given_day
