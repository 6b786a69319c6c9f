"""Scoring a pair: levels, their weights, the probability that both facts have one slot."""

from __future__ import annotations

import math

import math

from factcheck.facts.kind import Kind
from factcheck.match.context import Context
from factcheck.match.levels import DIMENSIONS, Pair
from factcheck.match.weights import weights_for
from factcheck.model import Fact, Match, Part, Relation


def score_pair(left: Fact, right: Fact, kind: Kind, context: Context) -> Match | None:
    """The match of two facts, or None when their values can't be compared.

    The value counts only when it agrees: that speaks for one slot.
    """
    comparison = kind.compare(left, right)
    if comparison.relation is Relation.INCOMPARABLE:
        return None
    weights = weights_for(left.kind)
    pair = Pair(left, right, context.claim(left), context.claim(right), comparison, context)
    standing = context.standing(left.document, right.document)
    parts = [Part("prior", standing, weights.prior.get(standing, 0.0))]
    for dimension in DIMENSIONS:
        parts.append(weights.part(dimension.name, dimension.level(pair)))
    if comparison.relation in (Relation.EQUAL, Relation.COMPATIBLE):
        parts.append(weights.part("value", comparison.relation.value))
    total = sum(part.weight for part in parts)
    return Match(left, right, tuple(parts), probability(total), comparison)


def probability(bits: float) -> float:
    """Log2 odds to a probability, rounded so that no platform's last digit shows."""
    bounded = max(-60.0, min(60.0, bits))
    return round(1.0 / (1.0 + math.pow(2.0, -bounded)), 6)
