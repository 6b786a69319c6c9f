"""How exactly a source's value agrees with a draft's, and what that comes to."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts.quantity import compare
from factcheck.match.agreement import BOUND, LEVELS, NEARLY, SAME, agreement_level, grade_of
from factcheck.model import Fact, FactKind, Hedge, QuantityValue, Span

FROM, UP_TO = Hedge.AT_LEAST, Hedge.AT_MOST


def count(number: float, hedge: Hedge = Hedge.EXACT, *, step: float = 1.0) -> Fact:
    low = -math.inf if hedge is UP_TO else number
    high = math.inf if hedge is FROM else number
    value = QuantityValue(low, high, "boat", "count", step)
    return Fact(FactKind.QUANTITY, "a.txt", Span(0, 1), str(number), value, hedge=hedge)


@pytest.mark.parametrize(
    ("draft", "source", "grade"),
    [
        (count(200), count(200), SAME),
        (count(200), count(200, FROM), SAME),
        (count(200, FROM), count(200), SAME),
        (count(200), count(150, FROM), BOUND),
        (count(158), count(150, FROM), BOUND),
        (count(157), count(150, FROM), NEARLY),
        (count(3.5, step=0.1), count(3, FROM), NEARLY),
        (count(4.1, step=0.1), count(3, FROM), BOUND),
        (count(4), count(3, FROM), BOUND),
        (count(96), count(100, UP_TO), NEARLY),
        (count(90), count(100, UP_TO), BOUND),
        (count(4, FROM), count(10), BOUND),
        (count(22_000, step=1000.0), count(21_870), NEARLY),
        (count(200), count(150), ""),
    ],
)
def test_grades(draft: Fact, source: Fact, grade: str) -> None:
    assert grade_of(draft, source, compare(draft, source)) == grade


@given(st.sampled_from([SAME, NEARLY]), st.floats(-30, 30), st.floats(-30, 30))
def test_the_wider_the_margin_the_poorer_the_slot(grade: str, one: float, two: float) -> None:
    low, high = sorted((one, two))
    levels = [agreement_level(grade, margin) for margin in (low, high)]
    assert set(levels) <= set(LEVELS)
    assert LEVELS.index(levels[0]) <= LEVELS.index(levels[1])


def test_a_bound_is_one_level() -> None:
    assert agreement_level(BOUND, -9.0) == agreement_level(BOUND, 9.0) == BOUND
