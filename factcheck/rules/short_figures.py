"""Figures of the one subject of two short texts: a bound in one that leaves no room for the other.

Figures without a bound are told apart by their slots, as between any two texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.annotate.lemma import lemma_of
from factcheck.facts.function_words import FUNCTION_WORDS
from factcheck.model import Fact, Hedge, Location, QuantityValue
from factcheck.rules.short_texts import Side

# Kinds of figure of which one text seldom gives two of a thing.
_KINDS = frozenset("count percent money ratio score".split())
_LEAST_SHARED = 2
_LIKELY = 0.8
# "More than 67%" and "67%" may both be 67.4.
_ROUNDED = 0.65
_STRICT = re.compile(
    r"(?:(?:more|less|fewer|greater|higher|lower) than|over|under|above|below|exceeding)\s$",
    re.IGNORECASE,
)
# What any two figures of a thing may share, so that it tells nothing.
_VAGUE = frozenset("person people man woman child time year day part thing".split())


@dataclass(frozen=True, slots=True)
class FigureClash:
    """Two figures that exclude each other."""

    left: Location
    right: Location
    confidence: float


def figure_clashes(one: Side, two: Side) -> Iterator[FigureClash]:
    """Figures of one kind, one in each sentence, of which one is beyond the other's bound."""
    if not {"not", "never"}.isdisjoint(one.lower | two.lower):
        return
    mine, theirs = _figures(one), _figures(two)
    shared = _words(one) & _words(two)
    for key, fact in mine.items():
        other = theirs.get(key)
        if fact is None or other is None:
            continue
        if len(shared | set(key[1:]) - {""}) < _LEAST_SHARED or _another_time(fact, other):
            continue
        if _is_beyond(one, fact, other) or _is_beyond(two, other, fact):
            assert isinstance(fact.value, QuantityValue)
            assert isinstance(other.value, QuantityValue)
            touching = {fact.value.low, fact.value.high} & {other.value.low, other.value.high}
            rounded = bool(touching) and fact.value.dimension != "count"
            confidence = _ROUNDED if rounded else _LIKELY
            yield FigureClash(_as_worded(one, fact), _as_worded(two, other), confidence)


def _figures(side: Side) -> dict[tuple[str, str], Fact | None]:
    """The figures of a sentence by kind and unit; None where it has several."""
    found: dict[tuple[str, str], Fact | None] = {}
    for fact in side.claim.facts:
        value = fact.value
        if not isinstance(value, QuantityValue) or value.dimension not in _KINDS or value.change:
            continue
        if value.dimension == "count" and (not value.unit or value.unit in _VAGUE):
            continue
        key = (value.dimension, value.unit)
        found[key] = None if key in found else fact
    return found


def _words(side: Side) -> set[str]:
    """What a sentence says beside its subject and its figures."""
    words = {lemma_of(word.lower().removesuffix("'s")) for word in side.words}
    opening = {lemma_of(word) for word in side.opening}
    return {
        word
        for word in words - opening - FUNCTION_WORDS
        if word.isalpha() and len(word) > 2 and word not in FUNCTION_WORDS
    }


def _is_beyond(side: Side, bound: Fact, exact: Fact) -> bool:
    """Whether "fewer than 114" leaves no room for the 114, or the 120, of the other side.

    Further apart than twofold the two are mostly of two things.
    """
    limit, told = bound.value, exact.value
    assert isinstance(limit, QuantityValue)
    assert isinstance(told, QuantityValue)
    edge = limit.low if bound.hedge is Hedge.AT_LEAST else limit.high
    if bound.hedge not in (Hedge.AT_LEAST, Hedge.AT_MOST) or exact.hedge is not Hedge.EXACT:
        return False
    if told.low != told.high or not edge / 2 <= told.low <= edge * 2:
        return False
    if told.low == edge:
        return _is_strict(side, bound)
    return told.low < edge if bound.hedge is Hedge.AT_LEAST else told.low > edge


def _as_worded(side: Side, fact: Fact) -> Location:
    """The place of a figure with the words of its bound."""
    start, end = fact.span.start - side.offset, fact.span.end - side.offset
    worded = _STRICT.search(side.text[:start])
    return side.place(worded.start() if worded else start, end)


def _is_strict(side: Side, bound: Fact) -> bool:
    """Whether the bound itself is left out: "more than 50", unlike "at least 50"."""
    return bool(_STRICT.search(side.text[: bound.span.start - side.offset]))


def _another_time(one: Fact, two: Fact) -> bool:
    """Whether both are given with times, and no time is in both."""
    mine, theirs = set(one.slot.time), set(two.slot.time)
    return bool(mine and theirs) and mine.isdisjoint(theirs)
