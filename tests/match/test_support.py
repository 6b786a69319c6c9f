"""Whether a draft's figure stands in the sources, or follows from theirs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.match.support import (
    DERIVED,
    ELSEWHERE,
    MOST_FIGURES,
    NOWHERE,
    OTHERWISE,
    figures_of,
    numbers_in,
    support_of,
)
from factcheck.model import DurationValue, Fact, FactKind, MomentValue, QuantityValue, Span

DAY = 86400.0


def count(number: float, *, step: float = 1.0, dimension: str = "count") -> Fact:
    value = QuantityValue(number, number, "boat", dimension, step)
    return Fact(FactKind.QUANTITY, "a.txt", Span(0, 1), str(number), value)


def year(number: int) -> Fact:
    value = MomentValue(date(number, 1, 1), date(number, 12, 31), "year", str(number))
    return Fact(FactKind.MOMENT, "a.txt", Span(0, 1), str(number), value)


def days(number: float) -> Fact:
    value = DurationValue(number * DAY, number * DAY, "day", DAY)
    return Fact(FactKind.DURATION, "a.txt", Span(0, 1), str(number), value)


def support(fact: Fact, *sources: Fact) -> str:
    return support_of(fact, figures_of(sources))


def test_the_number_may_stand_in_another_role() -> None:
    assert support(count(14), replace(count(14), value=QuantityValue(14, 14, "", "number"))) == (
        ELSEWHERE
    )
    assert support(count(14), replace(count(14), value=QuantityValue(14, 14, "page", "label"))) == (
        ELSEWHERE
    )


@pytest.mark.parametrize("step", [1.0, 10.0, 100.0])
def test_a_length_of_time_has_its_number_however_roughly_it_is_meant(step: float) -> None:
    value = DurationValue(100 * DAY, 100 * DAY, "day", step * DAY)
    fact = Fact(FactKind.DURATION, "a.txt", Span(0, 1), "100 days", value)
    assert numbers_in(fact) == (100.0,)


def test_the_number_of_another_measure_is_less() -> None:
    assert support(count(14), days(14)) == OTHERWISE
    assert support(count(14), count(14, dimension="money")) == OTHERWISE
    assert support(days(14), count(14)) == OTHERWISE
    assert support(count(14), days(14), count(14)) == ELSEWHERE


def test_a_distance_in_time_has_its_number() -> None:
    value = MomentValue(None, None, "year", "34 years later", relative=True)
    fact = Fact(FactKind.MOMENT, "a.txt", Span(0, 1), "34 years later", value)
    assert numbers_in(fact) == (34.0,)
    assert support(fact, days(34)) == ELSEWHERE
    assert support(fact, days(43)) == NOWHERE


def test_a_rounded_number_stands_there_too() -> None:
    assert support(count(38e6, step=1e6), count(38.4e6)) == ELSEWHERE
    assert support(count(38e6, step=1e6), count(39.4e6)) == NOWHERE


@pytest.mark.parametrize("number", [11, 5])
def test_sums_and_differences_follow(number: int) -> None:
    assert support(count(number), count(8), count(3)) == DERIVED


def test_only_figures_of_one_dimension_are_added_up() -> None:
    assert support(count(11), count(8), count(3, dimension="money")) == NOWHERE


def test_an_age_follows_from_two_years() -> None:
    assert support(count(33), year(1969), year(2002)) == DERIVED


def test_a_number_that_nothing_gives() -> None:
    assert support(count(12), count(8), count(3)) == NOWHERE
    assert support(count(12)) == NOWHERE


def test_of_very_many_figures_nothing_follows() -> None:
    many = [count(1000.0 * 3**number) for number in range(MOST_FIGURES + 1)]
    assert support(count(4000.0), *many) == NOWHERE
    assert support(count(4000.0), *many[:3]) == DERIVED


def test_both_ends_of_a_range_must_stand() -> None:
    value = QuantityValue(10, 15, "boat", "count")
    fact = Fact(FactKind.QUANTITY, "a.txt", Span(0, 1), "10-15", value)
    assert numbers_in(fact) == (10, 15)
    assert support(fact, count(10), count(15)) == ELSEWHERE
    assert support(fact, count(10)) == NOWHERE


def test_an_open_end_is_no_number() -> None:
    value = QuantityValue(12, float("inf"), "boat", "count")
    fact = Fact(FactKind.QUANTITY, "a.txt", Span(0, 1), "at least 12", value)
    assert support(fact, count(12)) == ELSEWHERE


def test_twice_a_figure_follows_from_two_equal_ones() -> None:
    assert support(count(22), count(11), replace(count(11), span=Span(5, 7))) == DERIVED


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_every_sum_of_two_figures_follows(one: int, two: int) -> None:
    assume(one != two)
    assert support(count(one + two), count(one), count(two)) in (DERIVED, ELSEWHERE)
