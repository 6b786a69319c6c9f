"""A draft that is an article of its own: which of its figures contradict the sources.

Such a draft has figures that its sources lack and that are right, so that a figure stands nowhere
in them says little. A conflict needs one slot, told as between two articles; or a slip of the pen
that makes one figure of the other. And the source's figure must be at a loose end: one that the
draft gives elsewhere is the counterpart of nothing else.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.match.agreement import BOUND
from factcheck.match.dimensions import SLIP
from factcheck.match.levels import OTHER
from factcheck.match.score import probability
from factcheck.match.slips import NO_SLIP, OTHER_UNIT
from factcheck.match.support import ELSEWHERE, NOWHERE, OTHERWISE, numbers_in
from factcheck.match.weights import Weights, load_article_weights
from factcheck.model import Fact, Match, MomentValue, Part

# Bits between two facts from which an equal value is the same figure, told in other words.
_TOLD = -2.0
# A number from here on is hardly that of two things in one story.
_LARGE = 10
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# Bits of a slip from which it says more than anything that speaks against one slot.
_TELLING = 7.0
LOOSE = "neither stands elsewhere"
"""Neither figure of a telling slip stands in the other text: most of a draft's figures do."""
_LOOSE_FROM = 5.0
# Parts of the match of two articles that are weighed anew.
_ANEW = ("prior", "value", SLIP)


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A figure of a source: the match with it, how far the words around it are the same, how
    exactly it agrees ("" where it differs), and whether its line is but a word and a figure."""

    match: Match
    around: str
    grade: str
    terse: bool = False


@dataclass(frozen=True, slots=True)
class FigureOfDraft:
    """A figure of an article, the figures of the sources that it can be compared with, and how
    far the sources support it."""

    fact: Fact
    counterparts: tuple[Counterpart, ...]
    support: str


def article_conflicts(figures: Sequence[FigureOfDraft]) -> tuple[Match, ...]:
    """For each figure, its likeliest differing counterpart, if that has no likelier one itself."""
    weights = load_article_weights()
    told = _told(figures)
    chosen: list[tuple[int, Match]] = []
    best: dict[int, float] = {}
    for figure in figures:
        rescored = [
            _rescored(figure, one, told, weights) for one in figure.counterparts if not one.grade
        ]
        if rescored:
            match = max(rescored, key=lambda one: one.weight)
            other = id(match.other(figure.fact))
            best[other] = max(best.get(other, -math.inf), match.weight)
            chosen.append((other, match))
    return tuple(match for other, match in chosen if match.weight >= best[other])


def _told(figures: Sequence[FigureOfDraft]) -> frozenset[int]:
    """The figures of the sources that the draft gives, by identity.

    Of small numbers there are many, so there the slot has to agree too.
    """
    numbers = {
        number for figure in figures for number in numbers_in(figure.fact) if abs(number) >= _LARGE
    }
    told: set[int] = set()
    for figure in figures:
        for one in figure.counterparts:
            other = one.match.other(figure.fact)
            given = numbers_in(other)
            if (one.grade and one.match.weight >= _TOLD) or (given and numbers.issuperset(given)):
                told.add(id(other))
    return frozenset(told)


def _rescored(
    figure: FigureOfDraft, one: Counterpart, told: frozenset[int], weights: Weights
) -> Match:
    match = one.match
    between = {part.dimension: part.level for part in match.parts}
    other = match.other(figure.fact)
    # The number itself stands on both sides, with the other unit.
    copied = between[SLIP].startswith(OTHER_UNIT)
    elsewhere = id(other) in told and not copied
    counterpart = "given elsewhere" if elsewhere else "at a loose end"
    slip = weights.part(SLIP, between[SLIP]).weight
    if slip >= _LOOSE_FROM and figure.support in (NOWHERE, BOUND) and not elsewhere:
        counterpart = LOOSE
    levels = {
        SLIP: between[SLIP],
        "support": OTHERWISE if copied and figure.support == ELSEWHERE else figure.support,
        "dated": "other times" if between["time"] == OTHER else _dated_level(figure.fact, other),
        "around": one.around,
        "counterpart": counterpart,
    }
    parts = (
        Part("prior", "article and source", weights.prior["article and source"]),
        *(weights.part(name, level) for name, level in levels.items()),
        *(weights.bounded(part) for part in match.parts if part.dimension not in _ANEW),
    )
    if weights.part(SLIP, between[SLIP]).weight >= _TELLING:
        parts = tuple(weights.outweighed(part) for part in parts)
    if one.terse and between[SLIP] != NO_SLIP:
        # "Attendance: 4,817" has no words that a sentence could share.
        parts = tuple(weights.spared(part) for part in parts)
    total = sum(part.weight for part in parts)
    return Match(match.left, match.right, parts, probability(total), match.comparison)


def _dated_level(fact: Fact, other: Fact) -> str:
    """Whether one side alone is of a year that is named: "employed 850 people in 1990".

    The year of a date is part of the date.
    """
    if isinstance(fact.value, MomentValue):
        return "neither"
    one, two = (any(_YEAR.fullmatch(word) for word in side.slot.time) for side in (fact, other))
    return "one side alone" if one != two else "both" if one else "neither"
