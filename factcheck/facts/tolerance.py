"""Whether two numbers can be one: rounding, hedges, open and closed intervals."""

from __future__ import annotations

import math
from typing import NamedTuple

from factcheck.model import Comparison, Hedge, Relation

ABOUT_ROUND = 0.10
"""How far "about 100" reaches, as a share of the larger number: figures of one or two digits."""

ABOUT_PRECISE = 0.02
"""The same for figures of three digits and more: "about 4.03 billion" is not 4.2 billion."""

ROUNDED_UP = 0.10
"""Rounding up to tens and above adds this share at most: 1.6 million is not 2 million."""

ROUNDED_DOWN = 0.17
"""Rounding down may take off more: 2.4 million is given as 2 million."""

DECIMAL_SHARE = 0.20
"""Rounding to whole numbers and below moves a number by this share at most: 2.6 may be 3."""

CUT_SHARE = 0.05
"""Cutting off instead of rounding ("21K" for 21,807) takes off this share at most."""

DIFFERENT_BOUNDS = "different bounds"
"""Why two bounds of one side differ; strictly, both may hold."""

_NOISE = 1e-9


class Measured(NamedTuple):
    """A number or interval in a unit common to both sides, its step and its hedge.

    `reach` is the share of itself by which it may be off; None takes that of its hedge.
    """

    low: float
    high: float
    step: float
    hedge: Hedge
    reach: float | None = None


def judge(left: Measured, right: Measured) -> Comparison:
    """How two intervals in one unit stand to each other. Symmetric; equal sides are EQUAL."""
    if _same(left.low, right.low) and _same(left.high, right.high):
        if left.hedge is right.hedge:
            return Comparison(Relation.EQUAL, "same value")
        return Comparison(Relation.COMPATIBLE, "same value, hedged differently")
    if _is_open(left) and _is_open(right):
        return _both_open(left, right)
    if _is_open(left) or _is_open(right):
        return _one_open(left, right)
    if left.low == left.high and right.low == right.high:
        return _points(left, right)
    return _intervals(left, right)


def _points(left: Measured, right: Measured) -> Comparison:
    gap = abs(left.low - right.low)
    if _same(left.low, right.low):
        return Comparison(Relation.EQUAL, "same value")
    if _rounds(left, right) or _rounds(right, left):
        return Comparison(Relation.COMPATIBLE, "the same after rounding")
    if gap <= max(_slack(left), _slack(right)) + _NOISE:
        return Comparison(Relation.COMPATIBLE, "within the reach of an approximate value")
    return Comparison(Relation.DIFFERENT, "different values")


def _rounds(coarse: Measured, fine: Measured) -> bool:
    """Whether `coarse`, at its step, is what `fine` rounds to or is cut off to."""
    if coarse.step <= fine.step * (1 + _NOISE):
        return False
    gap = abs(coarse.low - fine.low)
    size = max(abs(coarse.low), abs(fine.low)) * (1 + _NOISE)
    down = abs(coarse.low) < abs(fine.low)
    whole = ROUNDED_DOWN if down else ROUNDED_UP
    share = whole if coarse.step > 1 else DECIMAL_SHARE
    rounded = gap <= coarse.step / 2 * (1 + _NOISE) and gap <= share * size
    return rounded or (coarse.step > 1 and down and gap < coarse.step and gap <= CUT_SHARE * size)


def _slack(side: Measured) -> float:
    """How far a hedged number reaches to either side."""
    size = max(abs(end) for end in (side.low, side.high) if not math.isinf(end))
    if side.reach is not None:
        return side.reach * size
    if side.hedge is not Hedge.ABOUT:
        return 0.0
    return (
        (ABOUT_ROUND if _digits(size, side.step) <= 2 else ABOUT_PRECISE) * size / (1 - ABOUT_ROUND)
    )


def _digits(number: float, step: float) -> int:
    """How many digits a number is given to: two for 12, 150 and 1.2 million, three for 7.50."""
    if not step:
        return 1
    digits = f"{number / step:.0f}"
    return len(digits if step < 1 else digits.rstrip("0"))


def _intervals(left: Measured, right: Measured) -> Comparison:
    slack = max(_slack(left), _slack(right)) + _NOISE
    if left.low - slack > right.high or right.low - slack > left.high:
        return Comparison(Relation.DIFFERENT, "outside the range")
    if left.low != left.high and right.low != right.high:
        return _two_ranges(left, right)
    return Comparison(Relation.COMPATIBLE, "within the range")


def _two_ranges(left: Measured, right: Measured) -> Comparison:
    """Two stated ranges that overlap: one may narrow the other, but they may not be shifted."""
    lows = _points(left._replace(high=left.low), right._replace(high=right.low)).relation
    highs = _points(left._replace(low=left.high), right._replace(low=right.high)).relation
    if Relation.DIFFERENT not in (lows, highs):
        return Comparison(Relation.COMPATIBLE, "nearly the same range")
    inside = (left.low < right.low) == (left.high > right.high)
    if inside and lows is highs is Relation.DIFFERENT:
        return Comparison(Relation.COMPATIBLE, "one range inside the other")
    return Comparison(Relation.DIFFERENT, "different ranges")


def _one_open(left: Measured, right: Measured) -> Comparison:
    opened, closed = (left, right) if _is_open(left) else (right, left)
    reach = max(closed.step / 2 if closed.step > 1 else 0.0, _slack(closed)) + _NOISE
    if opened.high == math.inf:
        fits = closed.high + reach >= opened.low
    else:
        fits = closed.low - reach <= opened.high
    if fits:
        return Comparison(Relation.COMPATIBLE, "within the stated bound")
    return Comparison(Relation.DIFFERENT, "outside the stated bound")


def _both_open(left: Measured, right: Measured) -> Comparison:
    """Two bounds: of one side they should be one figure; of opposite sides they must overlap.

    "More than 100" and "less than 100" exclude each other, and who writes "at least 100" does not
    mean what who writes "up to 100" does, though 100 fits both.
    """
    if (left.high == math.inf) != (right.high == math.inf):
        floor, ceiling = (left, right) if left.high == math.inf else (right, left)
        if floor.low < ceiling.high and not _same(floor.low, ceiling.high):
            return Comparison(Relation.COMPATIBLE, "the bounds leave room for one value")
        return Comparison(Relation.DIFFERENT, "the bounds exclude each other")
    first, second = (
        side._replace(low=end, high=end)
        for side, end in (
            (side, side.low if side.high == math.inf else side.high) for side in (left, right)
        )
    )
    same = _points(first, second).relation is not Relation.DIFFERENT
    if same or _coarse_bound(first.low, second.low):
        return Comparison(Relation.COMPATIBLE, "nearly the same bound")
    return Comparison(Relation.DIFFERENT, DIFFERENT_BOUNDS)


def _coarse_bound(first: float, second: float) -> bool:
    """Whether the smaller bound is a round figure under the larger ("more than 100", "160")."""
    low, high = sorted((abs(first), abs(second)))
    if low < 100:
        return False
    place = 10.0 ** math.floor(math.log10(low))
    return low % place == 0 and high < low + place


def _is_open(side: Measured) -> bool:
    return math.isinf(side.low) or math.isinf(side.high)


def _same(first: float, second: float) -> bool:
    return first == second or math.isclose(first, second, rel_tol=_NOISE)
