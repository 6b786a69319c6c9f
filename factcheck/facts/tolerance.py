"""Whether two numbers can be one: rounding, hedges, open and closed intervals."""

from __future__ import annotations

import math
from typing import NamedTuple

from factcheck.model import Comparison, Hedge, Relation

ABOUT_SHARE = 0.10
"""How far "about 100" reaches, as a share of the larger number."""

ROUNDING_SHARE = 0.10
"""Rounding to tens and above moves a number by this share at most: 1.6 million is not 2 million."""

DECIMAL_SHARE = 0.20
"""The same for rounding to whole numbers and below: 2.6 per cent may be given as 3."""

_NOISE = 1e-9


class Measured(NamedTuple):
    """A number or interval in a unit common to both sides, its step and its hedge."""

    low: float
    high: float
    step: float
    hedge: Hedge


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
    first, second = left.low, right.low
    gap, size = abs(first - second), max(abs(first), abs(second))
    if _same(first, second):
        return Comparison(Relation.EQUAL, "same value")
    if _rounds(left, right) or _rounds(right, left):
        return Comparison(Relation.COMPATIBLE, "the same after rounding")
    if Hedge.ABOUT in (left.hedge, right.hedge) and gap <= ABOUT_SHARE * size + _NOISE:
        return Comparison(Relation.COMPATIBLE, "within 10 per cent of an approximate value")
    return Comparison(Relation.DIFFERENT, "different values")


def _rounds(coarse: Measured, fine: Measured) -> bool:
    """Whether `coarse`, at its step, is what `fine` rounds to."""
    if coarse.step <= fine.step and not math.isclose(coarse.step, fine.step):
        return False
    if math.isclose(coarse.step, fine.step):
        return False
    gap, size = abs(coarse.low - fine.low), max(abs(coarse.low), abs(fine.low))
    share = ROUNDING_SHARE if coarse.step > 1 else DECIMAL_SHARE
    return gap <= coarse.step / 2 * (1 + _NOISE) and gap <= share * size * (1 + _NOISE)


def _intervals(left: Measured, right: Measured) -> Comparison:
    slack = 0.0
    for side in (left, right):
        if side.hedge is Hedge.ABOUT:
            slack = max(slack, ABOUT_SHARE * max(abs(side.low), abs(side.high)))
    if left.low - slack <= right.high + _NOISE and right.low - slack <= left.high + _NOISE:
        if left.low != left.high and right.low != right.high:
            return _two_ranges(left, right)
        return Comparison(Relation.COMPATIBLE, "within the range")
    return Comparison(Relation.DIFFERENT, "outside the range")


def _two_ranges(left: Measured, right: Measured) -> Comparison:
    """Two stated ranges that overlap; with one end in common the other end should be, too."""
    ends = [
        _points(left._replace(high=left.low), right._replace(high=right.low)).relation,
        _points(left._replace(low=left.high), right._replace(low=right.high)).relation,
    ]
    if Relation.EQUAL in ends and Relation.DIFFERENT in ends:
        return Comparison(Relation.DIFFERENT, "ranges with one end in common")
    return Comparison(Relation.COMPATIBLE, "the ranges overlap")


def _one_open(left: Measured, right: Measured) -> Comparison:
    opened, closed = (left, right) if _is_open(left) else (right, left)
    reach = closed.step / 2 if closed.step > 1 else 0.0
    if closed.hedge is Hedge.ABOUT:
        reach = max(reach, ABOUT_SHARE * max(abs(closed.low), abs(closed.high)))
    if opened.high == math.inf:
        fits = closed.high + reach + _NOISE >= opened.low
    else:
        fits = closed.low - reach - _NOISE <= opened.high
    if fits:
        return Comparison(Relation.COMPATIBLE, "within the stated bound")
    return Comparison(Relation.DIFFERENT, "outside the stated bound")


def _both_open(left: Measured, right: Measured) -> Comparison:
    """Two bounds: of one side they should be one figure; of opposite sides they must overlap."""
    if (left.high == math.inf) != (right.high == math.inf):
        floor, ceiling = (left, right) if left.high == math.inf else (right, left)
        if floor.low <= ceiling.high + _NOISE:
            return Comparison(Relation.COMPATIBLE, "the bounds leave room for one value")
        return Comparison(Relation.DIFFERENT, "the bounds exclude each other")
    first, second = (left.low, right.low) if left.high == math.inf else (left.high, right.high)
    gap, size = abs(first - second), max(abs(first), abs(second))
    if gap <= ABOUT_SHARE * size + _NOISE or _coarse_bound(first, second):
        return Comparison(Relation.COMPATIBLE, "nearly the same bound")
    return Comparison(Relation.DIFFERENT, "different bounds")


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
