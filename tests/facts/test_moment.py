"""Moments: what is read, what is left alone, where it is placed, how two compare."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts.moment import KIND
from factcheck.facts.moment_compare import intervals, is_reversed
from factcheck.facts.moment_grammar import FORMS, find, may_hold
from factcheck.facts.moment_resolve import resolve
from factcheck.model import Comparison, Fact, FactKind, Hedge, MomentValue, Relation, Slot, Span

SUNDAY = date(2025, 12, 7)
PAGE = Path(__file__).parents[2] / "docs" / "kinds" / "moment.md"


def only(text: str) -> str:
    """The wording of the one moment in `text`."""
    found = find(text)
    assert len(found) == 1, [text[item.start : item.end] for item in found]
    return text[found[0].start : found[0].end]


def value_of(text: str, published: date | None = SUNDAY, tense: str = "past") -> MomentValue:
    """The value of the one moment in `text`."""
    (expression,) = find(text)
    return resolve(expression, published, tense)


def fact_of(
    text: str, published: date | None = SUNDAY, tense: str = "past", document: str = "a"
) -> Fact:
    """A fact of the one moment in `text`, with its hedge."""
    (expression,) = find(text)
    hedges = {"since": Hedge.AT_LEAST, "until": Hedge.AT_MOST, "about": Hedge.ABOUT}
    hedge = Hedge.RANGE if expression.last else hedges.get(expression.bound, Hedge.EXACT)
    span = Span(expression.start, expression.end)
    value = resolve(expression, published, tense)
    return Fact(FactKind.MOMENT, document, span, text, value, Slot(), hedge)


READ = [
    ("The dam broke on 7 December.", "7 December"),
    ("The dam broke on the 7th of December 2025.", "7th of December 2025"),
    ("The dam broke Dec. 7, 2025.", "Dec. 7, 2025"),
    ("The dam broke on December 7th.", "December 7th"),
    ("Posted 2025-12-07 by the editor", "2025-12-07"),
    ("Posted 05-Aug-2016", "05-Aug-2016"),
    ("The dam broke in December 2025.", "December 2025"),
    ("The dam broke in early December 2025.", "early December 2025"),
    ("The dam broke in mid-2014.", "mid-2014"),
    ("The dam broke in 2014.", "2014"),
    ("In 2014 prices rose.", "2014"),
    ("the 2014 collapse of the dam", "2014"),
    ("Jazz came here in the 1990s.", "the 1990s"),
    ("a 19th-century mill", "19th-century"),
    ("a mill of the late nineteenth century", "the late nineteenth century"),
    ("Output fell in Q3 2020.", "Q3 2020"),
    ("Output fell in the third quarter of 2020.", "third quarter of 2020"),
    ("Output fell in fiscal 2020.", "fiscal 2020"),
    ("They met in the summer of 2019.", "in the summer of 2019"),
    ("They met last summer.", "last summer"),
    ("They met last Friday.", "last Friday"),
    ("They met on Friday 5 December.", "Friday 5 December"),
    ("They met on 5 December 2025, a Friday.", "5 December 2025, a Friday"),
    ("They met on Saturday night.", "Saturday night"),
    ("They met yesterday morning.", "yesterday morning"),
    ("They met the day before yesterday.", "the day before yesterday"),
    ("They met earlier this week.", "earlier this week"),
    ("They will meet next month.", "next month"),
    ("They met three days ago.", "three days ago"),
    ("They had met two weeks earlier.", "two weeks earlier"),
    ("It burned overnight into Sunday.", "overnight into Sunday"),
    ("It burned over the weekend.", "over the weekend"),
    ("The fair runs from 12 to 14 March 2024.", "12 to 14 March 2024"),
    ("The fair runs March 12-14, 2024.", "March 12-14, 2024"),
    ("He ruled from 1990 to 1995.", "1990 to 1995"),
    ("He ruled between 1990 and 1995.", "1990 and 1995"),
    ("The 2014-15 season was wet.", "2014-15"),
    ("They met on Tuesday at 9.30am.", "Tuesday at 9.30am"),
    ("Doors open at 7 p.m. on 3 May.", "at 7 p.m. on 3 May"),
    ("They met in May.", "May"),
    ("They left on New Year's Eve 2024.", "New Year's Eve 2024"),
]

LEFT_ALONE = [
    "It may rain, and they may march to the second gate.",
    "She writes for the Sun and sings on Black Friday sales.",
    "The Sunday Times and the Mail on Sunday carried it.",
    "Theresa May said no.",
    "May said no.",
    "The marchers march in March for Life style.",
    "Some 1,999 people came.",
    "It cost $2014 and weighed 2014 kg.",
    "A force of 2000 men held the pass.",
    "The Boeing 1999-B never flew.",
    "Call 020-2014-1999 for help.",
    "Meetings are held every Friday.",
    "They shop on Fridays.",
    "The last week of his life was calm.",
    "He won it in the final minutes, 12-9.",
    "An overnight success made her rich.",
    "Version 2.5.2014b of the file",
    "",
]


@pytest.mark.parametrize(("text", "wording"), READ)
def test_reads(text: str, wording: str) -> None:
    assert only(text) == wording


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_leaves_alone(text: str) -> None:
    assert [text[item.start : item.end] for item in find(text)] == []


# Read on Sunday 7 December 2025, told in the past unless the tense says otherwise.
PLACED = [
    ("on Friday", "past", (2025, 12, 5), (2025, 12, 5)),
    ("on Friday", "future", (2025, 12, 12), (2025, 12, 12)),
    ("on Sunday", "past", (2025, 12, 7), (2025, 12, 7)),
    ("yesterday", "past", (2025, 12, 6), (2025, 12, 6)),
    ("tomorrow", "future", (2025, 12, 8), (2025, 12, 8)),
    ("three days ago", "past", (2025, 12, 4), (2025, 12, 4)),
    ("two years ago", "past", (2023, 1, 1), (2023, 12, 31)),
    ("last month", "past", (2025, 11, 1), (2025, 11, 30)),
    ("next month", "future", (2026, 1, 1), (2026, 1, 31)),
    ("last year", "past", (2024, 1, 1), (2024, 12, 31)),
    ("on 2 December", "past", (2025, 12, 2), (2025, 12, 2)),
    ("on 2 January", "future", (2026, 1, 2), (2026, 1, 2)),
    ("on 2 January", "past", (2026, 1, 2), (2026, 1, 2)),
    ("in December 2025", "", (2025, 12, 1), (2025, 12, 31)),
    ("in early December 2025", "", (2025, 12, 1), (2025, 12, 10)),
    ("in 2014", "", (2014, 1, 1), (2014, 12, 31)),
    ("in the 1990s", "", (1990, 1, 1), (1999, 12, 31)),
    ("in Q3 2020", "", (2020, 7, 1), (2020, 9, 30)),
    ("over the weekend", "past", (2025, 12, 6), (2025, 12, 7)),
    ("overnight into Sunday", "past", (2025, 12, 6), (2025, 12, 7)),
    ("from 28 February to 2 March 2024", "", (2024, 2, 28), (2024, 3, 2)),
    ("from 20 December to 3 January 2024", "", (2023, 12, 20), (2024, 1, 3)),
    ("last June", "past", (2025, 6, 1), (2025, 6, 30)),
]


@pytest.mark.parametrize(("text", "tense", "start", "end"), PLACED)
def test_places(
    text: str, tense: str, start: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    value = value_of(f"It happened {text}.", tense=tense)
    if tense == "past" and start > (2025, 12, 7):
        assert value.start is None  # a past eleven months back decides nothing
        assert (date(*start), date(*end)) in value.candidates
    else:
        assert (value.start, value.end) == (date(*start), date(*end))


@pytest.mark.parametrize(
    "text", ["on Friday", "last week", "yesterday", "three days ago", "over the weekend", "today"]
)
def test_without_a_dateline_relative_times_are_open(text: str) -> None:
    value = value_of(f"It happened {text}.", published=None)
    assert value.start is None
    assert value.relative


def test_without_a_year_the_day_and_month_are_kept() -> None:
    value = value_of("It happened on 2 December.", published=None)
    assert (value.month, value.day, value.year_known) == (12, 2, False)


def test_next_friday_keeps_both_readings() -> None:
    value = value_of("It happens next Friday.", published=date(2025, 12, 3), tense="future")
    assert value.start is None
    assert [start for start, _ in value.candidates] == [date(2025, 12, 5), date(2025, 12, 12)]


def test_numeric_date_keeps_the_british_and_the_american_reading() -> None:
    value = value_of("Filed 3/4/2024 here.")
    assert [start for start, _ in value.candidates] == [date(2024, 4, 3), date(2024, 3, 4)]


def test_a_weekday_picks_the_year() -> None:
    assert value_of("It happened on Friday 6 December.", tense="").start == date(2024, 12, 6)


def test_a_day_that_does_not_exist_is_not_placed() -> None:
    value = value_of("It ends on 31 April 2024.")
    assert (value.start, value.month, value.day) == (None, 4, 31)


def test_a_reversed_range_keeps_its_ends() -> None:
    value = value_of("The fair ran from 12 March to 9 March 2024.")
    assert is_reversed(value)
    assert intervals(value) == ()


def test_a_moved_date_is_no_range() -> None:
    assert len(find("The hearing was moved from 12 March to 9 March 2024.")) == 2


def test_a_possessive_is_exact_whatever_stands_before() -> None:
    (expression,) = find("He left after Friday's meeting.")
    assert expression.bound == ""
    (expression,) = find("He has been away since Friday.")
    assert expression.bound == "since"


COMPARED = [
    ("on 5 December 2025", "on Friday", Relation.EQUAL),
    ("in early December 2025", "on 2 December 2025", Relation.COMPATIBLE),
    ("in early December 2025", "on 12 December 2025", Relation.COMPATIBLE),
    ("in 2025", "in December 2025", Relation.COMPATIBLE),
    ("on Sunday morning", "on Sunday", Relation.EQUAL),
    ("on 5 December 2025", "on 6 December 2025", Relation.DIFFERENT),
    ("in 2014", "in 2015", Relation.DIFFERENT),
    ("since 2014", "in 2016", Relation.INCOMPARABLE),
    ("until 2014", "in 2016", Relation.INCOMPARABLE),
    ("in the 2020 Security Strategy", "in 2016", Relation.INCOMPARABLE),
    ("on 3/4/2024", "on 4 March 2024", Relation.COMPATIBLE),
    ("on 3/4/2024", "on 5 March 2024", Relation.DIFFERENT),
    ("on Saturday night", "on Sunday night", Relation.DIFFERENT),
    ("overnight into Sunday", "on Saturday", Relation.COMPATIBLE),
    ("last week", "on 5 December 2025", Relation.COMPATIBLE),
    ("on 20 June", "on 20 June 2023", Relation.COMPATIBLE),
    ("on 20 June", "on 21 June 2025", Relation.DIFFERENT),
]
OPEN = [
    ("on Friday", "on 5 December 2025", Relation.COMPATIBLE),
    ("on Friday", "on 6 December 2025", Relation.DIFFERENT),
    ("on Friday", "on Saturday", Relation.DIFFERENT),
    ("last week", "this week", Relation.INCOMPARABLE),
    ("last week", "on 5 December 2025", Relation.INCOMPARABLE),
    ("on 2 December", "on 2 December 2025", Relation.COMPATIBLE),
    ("on 2 December", "on 3 December", Relation.DIFFERENT),
    ("in December", "on 3 November 2025", Relation.DIFFERENT),
]


def compared(left: Fact, right: Fact) -> Comparison:
    """The comparison, which must be the same both ways."""
    there, back = KIND.compare(left, right), KIND.compare(right, left)
    assert there == back
    return there


@pytest.mark.parametrize(("left", "right", "relation"), COMPARED)
def test_compares(left: str, right: str, relation: Relation) -> None:
    one, two = fact_of(f"It was {left}."), fact_of(f"It was {right}.", document="b")
    assert compared(one, two).relation is relation


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("They must claim by 31 July 2026.", "They can claim until 31 August 2026.", "different"),
        ("They must claim by 31 July 2026.", "They can claim until 31 July 2026.", "equal"),
        ("They must claim by 31 July 2026.", "They can claim on 31 August 2026.", "incomparable"),
        ("They can claim since 31 July.", "They can claim until 31 August 2026.", "incomparable"),
        ("They must claim by July 2026.", "They can claim until August 2026.", "incomparable"),
        # What had come about by one day may have come about by another.
        ("Forty had claimed by 1 May 2025.", "Forty had claimed by 3 May 2025.", "incomparable"),
    ],
)
def test_of_open_times_only_deadlines_differ(left: str, right: str, relation: str) -> None:
    tenses = ["past" if " had " in text else "" for text in (left, right)]
    one = fact_of(left, tense=tenses[0])
    two = fact_of(right, tense=tenses[1], document="b")
    assert compared(one, two).relation.value == relation


@pytest.mark.parametrize(("left", "right", "relation"), OPEN)
def test_compares_without_a_dateline(left: str, right: str, relation: Relation) -> None:
    one = fact_of(f"It was {left}.", published=None)
    two = fact_of(f"It was {right}.", published=None, document="b")
    assert compared(one, two).relation is relation


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("on Friday", "5 December 2025 (Friday)"),
        ("in December 2025", "December 2025"),
        ("in 2014", "2014"),
        ("in the 1990s", "1990 to 1999"),
        ("from 12 to 14 March 2024", "12 to 14 March 2024"),
        ("on Friday at 9am", "5 December 2025 (Friday), 9am"),
    ],
)
def test_shows(text: str, shown: str) -> None:
    assert KIND.show(fact_of(f"It was {text}.")) == shown


def test_shows_its_own_words_when_it_is_not_placed() -> None:
    assert KIND.show(fact_of("It was last Friday.", published=None)) == "last Friday"


def test_keys_name_the_event() -> None:
    fact = fact_of("It was on Friday.")
    slot = Slot(event=("sign",), subject=("treaty",))
    keys = KIND.keys(Fact(fact.kind, "a", fact.span, "", fact.value, slot))
    assert {"m:day", "m:e:sign", "m:e:treaty"} <= set(keys)


DAYS = st.dates(date(1600, 1, 1), date(2099, 12, 31))


@given(DAYS)
def test_every_way_to_write_a_day_gives_that_day(day: date) -> None:
    month = day.strftime("%B")
    for text in (
        f"on {day.day} {month} {day.year}",
        f"on {month} {day.day}, {day.year}",
        f"on the {day.day}th of {month}, {day.year}",
        f"on {day.strftime('%A')}, {day.day} {month} {day.year}",
        f"on {day.isoformat()}",
    ):
        value = value_of(f"It ended {text}.", published=None)
        assert (value.start, value.end) == (day, day), text


@given(DAYS, DAYS)
def test_comparing_days_is_comparing_dates(left: date, right: date) -> None:
    one = fact_of(f"on {left.isoformat()}.")
    two = fact_of(f"on {right.isoformat()}.", document="b")
    relation = compared(one, two).relation
    assert (relation is Relation.EQUAL) == (left == right)
    assert relation in (Relation.EQUAL, Relation.DIFFERENT)


@given(st.dates(date(1990, 1, 1), date(2080, 1, 1)), st.integers(0, 6))
def test_a_weekday_lies_within_a_week_on_the_side_of_its_tense(day: date, weekday: int) -> None:
    name = (date(2024, 1, 1) + timedelta(days=weekday)).strftime("%A")
    past = value_of(f"on {name}", published=day, tense="past").start
    future = value_of(f"on {name}", published=day, tense="future").start
    assert past is not None
    assert future is not None
    assert timedelta(0) <= day - past < timedelta(7)
    assert timedelta(0) <= future - day < timedelta(7)
    assert past.weekday() == future.weekday() == weekday


@given(st.text(alphabet="0123456789 -/.,:adelmnorstuyJMDF'", max_size=120))
def test_any_text_is_read_in_order_and_inside_it(text: str) -> None:
    place = 0
    for item in find(text):
        assert place <= item.start < item.end <= len(text)
        place = item.end
        resolve(item, SUNDAY, "past")
        resolve(item, None, "")


@pytest.mark.parametrize("piece", ["1", "2014 ", "may ", "12-", "from 2013 to ", "Monday, "])
def test_long_hostile_lines_are_read(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert all(item.end <= len(text) for item in find(text))


def test_examples_of_the_page() -> None:
    rows = re.findall(r"^\| `([^`]+)` \| ([^|]+) \|$", PAGE.read_text(encoding="utf-8"), re.M)
    assert len(rows) >= 10
    for text, shown in rows:
        assert KIND.show(fact_of(f"It happened {text}.")) == shown.strip(), text


@given(
    st.lists(
        st.sampled_from(
            "on the last next this Friday Sat. 7 12 1999 2003-04 May MARCH sept. of to - early "
            "late weekend two weeks years ago later before year fy Q3 quarter 20th century 1980s "
            "spring tonight yesterday morning overnight same day Christmas , 's week".split()
        ),
        max_size=9,
    )
)
def test_no_form_is_skipped_that_would_find_something(words: list[str]) -> None:
    text = " ".join(words)
    matches = [(form, match) for form in FORMS for match in form.pattern.finditer(text)]
    for form, match in matches:
        written = match.group().lower()
        assert not form.cues or any(cue in written for cue in form.cues), written
    assert may_hold(text) or not matches
