"""Scoring a pair: levels, their weights, the probability that both facts have one slot."""

from __future__ import annotations

import math
from functools import lru_cache

from factcheck.match.context import Context
from factcheck.match.dimensions import DIMENSIONS, SLIP
from factcheck.match.levels import Pair
from factcheck.match.weights import weights_for
from factcheck.model import Comparison, Fact, FactKind, Match, Part, Relation

_AGREE = (Relation.EQUAL, Relation.COMPATIBLE)
# Bits by which a sum may be off: of rounded probabilities and of floating point.
_SLACK = 1e-3
# From so many bits on a slip tells more than times and moods, which are easily misread.
_TELLING = 4.0


def score_pair(
    left: Fact, right: Fact, comparison: Comparison, context: Context, *, floor: float = 0.0
) -> Match | None:
    """The match of two facts, or None when their values can't be compared.

    The value counts only when it agrees: that speaks for one slot. Beside a telling slip of the pen
    what a parse says against one slot counts less (`Weights.least`). None also when the probability
    is sure to be below `floor`: most pairs are far from it after a dimension or two.
    """
    if comparison.relation is Relation.INCOMPARABLE:
        return None
    weights = weights_for(left.kind)
    standing = context.standing(left.document, right.document)
    prior = Part("prior", standing, weights.prior.get(standing, 0.0))
    agreement = [weights.part("value", comparison.relation.value)] * (comparison.relation in _AGREE)
    parts = [prior]
    least = math.log2(floor / (1.0 - floor)) - _SLACK if floor else -math.inf
    bits = sum(part.weight for part in (prior, *agreement))
    sure = False
    pair = Pair(left, right, context.claim(left), context.claim(right), comparison, context)
    for dimension, most in zip(DIMENSIONS, _most_from(left.kind), strict=True):
        if bits + most < least:
            return None
        part = weights.part(dimension.name, dimension.level(pair))
        if sure:
            part = weights.bounded(part)
        elif dimension.name == SLIP:
            sure = part.weight >= _TELLING
        bits += part.weight
        parts.append(part)
    parts += agreement
    total = sum([part.weight for part in parts])
    return Match(left, right, tuple(parts), probability(total), comparison)


@lru_cache(maxsize=16)
def _most_from(kind: FactKind) -> tuple[float, ...]:
    """The most that each dimension and those after it can add together."""
    weights = weights_for(kind)
    each = [weights.most(dimension.name) for dimension in DIMENSIONS]
    return tuple(sum(each[place:]) for place in range(len(each)))


def probability(bits: float) -> float:
    """Log2 odds to a probability, rounded so that no platform's last digit shows."""
    bounded = max(-60.0, min(60.0, bits))
    return round(1.0 / (1.0 + math.pow(2.0, -bounded)), 6)
