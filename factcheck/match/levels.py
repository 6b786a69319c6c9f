"""Comparison levels: on each dimension, how far two facts speak of the same thing.

Ordered named levels as in record linkage (Fellegi and Sunter, A Theory for Record Linkage, JASA 64,
1969); "unknown" is a level of its own, never a mismatch. Here are their names, the pair that they
are told of, and the level of two word lists; the dimensions are listed in `dimensions`.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.facts.statement_likeness import PRONOUNS
from factcheck.match.context import Context
from factcheck.match.synonyms import same_class
from factcheck.model import Claim, Comparison, Fact

SAME, HEAD, SYNONYM, OVERLAP, PARTLY, UNKNOWN, OTHER = (
    "same",
    "same head",
    "synonym",
    "overlap",
    "partly",
    "unknown",
    "other",
)
# The argument in which two statements differ is what is reported; it does not speak against them.
AT_ISSUE = "at issue"
ONE_WORK = "one named work"
OTHER_NAME = "other name"
OTHER_RANK = "rank in another order"
PRONOUN = "same pronoun"
ONCE = "happens once"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two facts with their claims, and how their values compare."""

    left: Fact
    right: Fact
    one: Claim
    two: Claim
    comparison: Comparison
    context: Context


def words_level(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    """Level of two word lists whose first word is the head."""
    if not left or not right:
        return UNKNOWN
    if left[0] == right[0]:
        # "producer of the film" beside "producer of the play": one head, nothing else in common.
        if left[0] in PRONOUNS:
            return PRONOUN
        rest, others = set(left[1:]), set(right[1:])
        return HEAD if rest and others and rest.isdisjoint(others) else SAME
    if set(left) <= set(right) or set(right) <= set(left):
        return OVERLAP
    if not set(left).isdisjoint(right):
        # "Lindal Queen" and "Lindal Star", "server limit" and "client limit": each has its own.
        return PARTLY
    if any(same_class(one, two) for one in left for two in right):
        return SYNONYM
    return OTHER
