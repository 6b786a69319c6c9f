"""What a text's own figures come to: one stated figure against what the others make of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from factcheck.model import Fact, Hedge
from factcheck.rules.figures import Range, amount, number_of, range_of

SURE, LIKELY = 0.95, 0.75
LOOSELY = 1.2
"""How far a multiple in words may be off."""
ROUNDED, SURELY = 0.6, 1.5
"""Steps by which a stated result may be off: by rounding, and surely not by rounding."""
SCALES = (1.0, 1e3, 1e6, 1e9)
"""What a figure may be short of: "from 437 to 441 million"."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A figure that does not follow: what is stated, those figures, and what they make.

    `made` is that in words; `confidence` from 0 to 1.
    """

    stated: Fact
    others: tuple[Fact, ...]
    made: str
    confidence: float
    topic: str


def stated_range(fact: Fact, *, slack: float) -> Range:
    """What a stated result can stand for, `slack` steps to either side; a bound is open.

    "Double" and "three times" are used loosely.
    """
    stated = range_of(fact, slack=slack)
    if amount(fact).dimension == "ratio" and amount(fact).unit == "times":
        times = number_of(fact)
        stated = Range(times / LOOSELY, times * LOOSELY)
    if fact.hedge is Hedge.AT_LEAST:
        return Range(stated.low, float("inf"))
    if fact.hedge is Hedge.AT_MOST:
        return Range(float("-inf"), stated.high)
    return stated


def alike(one: Fact, two: Fact) -> bool:
    """Whether two amounts are of one unit, or may be: "from 3 to 7 million dollars"."""
    left, right = amount(one), amount(two)
    if left.per != right.per and left.per and right.per:
        return False
    if left.dimension == right.dimension:
        return left.unit == right.unit or not left.unit or not right.unit
    return "number" in (left.dimension, right.dimension)


def scaled_pairs(one: Fact, two: Fact, *, slack: float) -> list[tuple[Range, Range]]:
    """The ranges of two figures, with the million that one of them may have left to the other."""
    left, right = range_of(one, slack=slack), range_of(two, slack=slack)
    pairs = [(left, right)]
    low, high = abs(number_of(one)), abs(number_of(two))
    for scale in SCALES[1:]:
        if low * 50 < high:
            pairs.append((Range(left.low * scale, left.high * scale), right))
        elif high * 50 < low:
            pairs.append((left, Range(right.low * scale, right.high * scale)))
    return pairs


def share_of_change(start: Range, end: Range) -> Range:
    """The change from start to end in percent of the start, negative for a fall, for all numbers
    that both can stand for."""
    ends = [
        100.0 * (high / max(low, 1e-9) - 1.0)
        for low, high in product((start.low, start.high), (end.low, end.high))
    ]
    return Range(min(ends), max(ends))


def in_percent(start: float, end: float) -> str:
    """The size of a change in percent of the start, for people."""
    return f"{plain(abs(end / start - 1.0) * 100.0)} percent"


def plain(number: float) -> str:
    """A number for people, to three significant digits or to the unit."""
    if abs(number) >= 1000:
        return f"{number:,.0f}"
    text = f"{number:.1f}" if abs(number) >= 10 else f"{number:.2f}"
    return text.rstrip("0").rstrip(".")
