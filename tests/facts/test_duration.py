"""Durations: what is read, what is left alone, and how two of them stand to each other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate import annotate, load_model
from factcheck.facts.duration import KIND
from factcheck.facts.time_units import DURATION_UNITS, SECONDS
from factcheck.model import DurationValue, Fact, FactKind, Hedge, Relation, Span
from factcheck.read import document_from_text


def facts_of(text: str, published: date | None = None) -> list[Fact]:
    """The durations of a text, without a parse."""
    document = document_from_text(text, name="t.txt", published=published)
    annotated = annotate(document, model=load_model("none"))
    return [fact for sentence in annotated.sentences for fact in KIND.extract(annotated, sentence)]


def only(text: str, published: date | None = None) -> Fact:
    """The one duration of a text."""
    found = facts_of(text, published)
    assert len(found) == 1, [fact.surface for fact in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks took 48 hours.", "48 hours"),
        ("The three-day talks ended.", "3 days"),
        ("The war lasted nearly four years.", "about 4 years"),
        ("He was jailed for 20 years.", "20 years"),
        ("A 20-year sentence followed.", "20 years"),
        ("They waited more than a decade.", "at least 1 decade"),
        ("It took two hours and 30 minutes.", "2.5 hours"),
        ("It took half an hour.", "0.5 hours"),
        ("It took a year and a half.", "1.5 years"),
        ("It took one and a half years.", "1.5 years"),
        ("A week-long strike began.", "1 week"),
        ("It took one day.", "1 day"),
        ("It has stood for hundreds of years.", "at least 200 years"),
        ("The talks went on over two days.", "2 days"),
        ("The talks lasted over two days.", "at least 2 days"),
        ("It takes 10 to 15 minutes.", "10-15 minutes"),
        ("It has run since February 2022.", "since February 2022"),
        ("It has run since 2014.", "since 2014"),
        ("They stayed for a fortnight.", "1 fortnight"),
    ],
)
def test_read(text, expected):
    assert KIND.show(only(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He left two days ago.",
        "He left three years earlier.",
        "The 29-year-old left.",
        "They earn $5 a week.",
        "They work 40 hours a week.",
        "It rained overnight.",
        "One day he left.",
        "It ended in 2022.",
        "A day later he left.",
        "It paid $0.02 a year ago.",
    ],
)
def test_left_alone(text):
    assert [fact.surface for fact in facts_of(text)] == []


E, C, D = Relation.EQUAL, Relation.COMPATIBLE, Relation.DIFFERENT


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("It took 48 hours.", "It took two days.", E),
        ("It took two days.", "It took three days.", D),
        ("It took two days.", "It took 50 hours.", C),
        ("It took two days.", "It took 70 hours.", D),
        ("It took 18 months.", "It took a year and a half.", E),
        ("It took nearly four years.", "It has run since February 2022.", C),
        ("It took at least two days.", "It took three days.", C),
        ("It took at least two days.", "It took 20 hours.", D),
        ("It took 12 months.", "It took one year.", E),
        ("It took four weeks.", "It took 10 weeks.", D),
        ("It lasted a fortnight.", "It took 14 days.", E),
        ("It has run since February 2022.", "It has run since March 2021.", D),
        ("It has run since February 2022.", "It has run since 2022.", C),
    ],
)
def test_compare(left, right, relation):
    first, second = only(left), only(right)
    assert KIND.compare(first, second).relation is relation
    assert KIND.compare(second, first).relation is relation


def test_since_runs_to_the_day_of_publication():
    since = only("It has run since February 2022.", date(2025, 12, 7))
    four, nine = only("It took nearly four years."), only("It took nine years.")
    assert KIND.compare(since, four).relation is C
    assert KIND.compare(since, nine).relation is D


@st.composite
def durations(draw: st.DrawFn) -> Fact:
    """A duration in some unit, with some hedge."""
    unit = draw(st.sampled_from(sorted(DURATION_UNITS)))
    number = draw(st.integers(min_value=1, max_value=500))
    hedge = draw(st.sampled_from([Hedge.EXACT, Hedge.ABOUT, Hedge.AT_LEAST, Hedge.AT_MOST]))
    size = SECONDS[unit]
    high = float("inf") if hedge is Hedge.AT_LEAST else number * size
    low = 0.0 if hedge is Hedge.AT_MOST else number * size
    value = DurationValue(low, high, unit, size)
    return Fact(FactKind.DURATION, "t.txt", Span(0, 1), "x", value, hedge=hedge)


@given(durations())
def test_equal_to_itself(fact):
    assert KIND.compare(fact, fact).relation is E
    assert KIND.show(fact)
    assert KIND.keys(fact)


@given(durations(), durations())
def test_symmetric(left, right):
    assert KIND.compare(left, right) == KIND.compare(right, left)


@given(
    number=st.integers(min_value=1, max_value=999),
    unit=st.sampled_from(["second", "minute", "hour", "day", "week", "month", "year", "decade"]),
)
def test_reads_back(number, unit):
    fact = only(f"It took {number} {unit}{'s' if number > 1 else ''}.")
    assert fact.value.low == pytest.approx(number * SECONDS[unit])
    assert fact.value.unit == unit
