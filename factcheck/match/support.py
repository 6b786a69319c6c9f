"""Whether a number of one document stands anywhere in the others, or follows from theirs.

A draft takes its figures from its sources. A figure that no source has, in whatever slot, and that
no sum or difference of their figures gives, is the likelier to be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.facts.moment_compare import quarter_of
from factcheck.facts.number_parts import neat
from factcheck.facts.numbers import parse_number
from factcheck.facts.time_units import SECONDS
from factcheck.model import DurationValue, Fact, Hedge, MomentValue, QuantityValue

ELSEWHERE, OTHERWISE, DERIVED, NOWHERE = (
    "number stands elsewhere",
    "number stands for another measure",
    "follows by arithmetic",
    "nowhere",
)
# Sums and differences are formed of figures that stand in one sentence, and of years; of more than
# this many every small number would follow from something.
MOST_FIGURES = 12


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of some documents: all, the parts of dates, and those that stand together.

    `measured` holds those that stand only with a unit, under what they measure.
    """

    numbers: frozenset[float]
    measured: dict[str, frozenset[float]]
    dates: frozenset[str]
    together: dict[str, tuple[tuple[float, ...], ...]]


def figures_of(facts: Iterable[Fact], words: Iterable[str] = ()) -> Figures:
    """The numbers in `facts`, whatever their kind, and those among `words`: "eight of the nine"."""
    numbers: set[float] = {number for word in words if (number := parse_number(word)) is not None}
    measured: dict[str, set[float]] = {}
    dates: set[str] = set()
    together: dict[str, dict[tuple[str, int], list[float]]] = {}
    for fact in facts:
        found = numbers_in(fact)
        measure = measure_of(fact)
        if measure:
            measured.setdefault(measure, set()).update(found)
        else:
            numbers.update(found)
        value = fact.value
        dates.update(date_parts(fact))
        if isinstance(value, QuantityValue):
            sentences = together.setdefault(value.dimension, {})
            sentences.setdefault((fact.document, fact.claim), []).extend(found)
        elif isinstance(value, MomentValue) and value.start and value.granularity == "year":
            years = together.setdefault("years", {}).setdefault((fact.document, -1), [])
            if float(value.start.year) not in years:
                years.append(float(value.start.year))
    return Figures(
        frozenset(numbers),
        {measure: frozenset(found) for measure, found in measured.items()},
        frozenset(dates),
        {
            unit: tuple(tuple(found) for found in groups.values())
            for unit, groups in together.items()
        },
    )


# What counts, ranks or names things: such a number may be worded as any other of these.
_COUNTS = ("count", "ordinal", "label", "score", "ratio")


def measure_of(fact: Fact) -> str:
    """What a figure measures: "money", "age", "duration", "count"; "" for a bare number."""
    value = fact.value
    if isinstance(value, QuantityValue):
        counted = "count" if value.unit or value.dimension != "count" else ""
        if value.dimension == "number":
            return ""
        if value.dimension == "identifier":
            return value.unit
        return counted if value.dimension in _COUNTS else value.dimension
    return "duration" if isinstance(value, (DurationValue, MomentValue)) else ""


def numbers_in(fact: Fact) -> tuple[float, ...]:
    """The numbers that a fact's wording holds: both ends of a range, of a length in its unit."""
    value = fact.value
    if isinstance(value, QuantityValue):
        return tuple(dict.fromkeys((value.low, value.high)))
    if isinstance(value, DurationValue):
        # "100 years" is a hundred of them, however roughly it is meant.
        unit = SECONDS.get(value.unit) or value.step or 1.0
        # The nothing from which "less than half an hour" counts is not in its wording.
        low = value.high if fact.hedge is Hedge.AT_MOST else value.low
        return tuple(dict.fromkeys((neat(low / unit), neat(value.high / unit))))
    if isinstance(value, MomentValue) and value.relative and value.day is None:
        # "34 years later": the distance is a number that a length of time may give too.
        found = [parse_number(word) for word in re.split(r"[\s-]+", value.expression)]
        return tuple(number for number in found if number is not None)[:1]
    return ()


def date_parts(fact: Fact) -> tuple[str, ...]:
    """What a date names: "year 2021", "quarter 3", "month 5"; "date 7 5" of a day of a month."""
    value = fact.value
    if not isinstance(value, MomentValue):
        return ()
    parts: dict[str, object] = {"month": value.month, "quarter": quarter_of(value)}
    if value.day is not None:
        # A day is that of its month: 26 January is no source for 26 March.
        parts["date" if value.month is not None else "day"] = (
            f"{value.day} {value.month}" if value.month is not None else value.day
        )
    if value.start is not None and value.year_known and not value.relative:
        parts["year"] = value.start.year
    return tuple(f"{name} {number}" for name, number in parts.items() if number is not None)


def support_of(fact: Fact, figures: Figures) -> str:
    """How far the numbers of other documents support one fact's number, whatever they are of."""
    dates = date_parts(fact)
    if dates and figures.dates.issuperset(dates):
        return ELSEWHERE
    if isinstance(fact.value, QuantityValue) and fact.value.dimension == "identifier":
        # The 19 of "COVID-19" is a number of nothing else.
        same = figures.measured.get(fact.value.unit, frozenset())
        return ELSEWHERE if fact.value.low in same else NOWHERE
    numbers = [number for number in numbers_in(fact) if abs(number) != float("inf")]
    step = getattr(fact.value, "step", 1.0) if isinstance(fact.value, QuantityValue) else 1.0
    alike = figures.numbers | figures.measured.get(measure_of(fact) or "count", frozenset())
    if numbers and all(_stands(number, step, alike) for number in numbers):
        return ELSEWHERE
    if isinstance(fact.value, QuantityValue):
        for unit in (fact.value.dimension, "years"):
            if any(_follows(numbers, step, some) for some in figures.together.get(unit, ())):
                return DERIVED
    everything = alike.union(*figures.measured.values())
    if numbers and all(_stands(number, step, everything) for number in numbers):
        return OTHERWISE
    return NOWHERE


def _stands(number: float, step: float, numbers: Iterable[float]) -> bool:
    return any(_rounds(other, number, step) for other in numbers)


def _rounds(exact: float, rounded: float, step: float) -> bool:
    return abs(exact - rounded) <= max(step * 0.5, abs(rounded) * 1e-9)


def _follows(numbers: Sequence[float], step: float, figures: Sequence[float]) -> bool:
    if not numbers or not 1 < len(figures) <= MOST_FIGURES:
        return False
    derived = {
        result
        for position, one in enumerate(figures)
        for two in figures[position + 1 :]
        for result in (one + two, abs(one - two))
    }
    return all(_stands(number, step, derived) for number in numbers)
