"""Figures of two things that changed places: "150 people from 60 homes", "60 from 150 homes".

Whoever copies two figures of one sentence may give each the other's thing; that two sentences have
two numbers in common, and both the other way round, is no accident.
"""

from __future__ import annotations

from factcheck.match.levels import Pair
from factcheck.model import Claim, Fact, QuantityValue

EXCHANGED = "figures changed places"
_COUNTED = ("count", "money", "percent", "length", "mass", "area", "volume")
# Characters before a figure in which the words before it are looked for.
_REACH = 40
# One and two of two things are in many sentences.
_LEAST = 3


def are_exchanged(pair: Pair) -> bool:
    """Whether each sentence has the other's number of the same other thing."""
    one, two = _number(pair.left), _number(pair.right)
    if one is None or two is None or one == two:
        return False
    mine, theirs = _beside(pair.one, pair.left, two), _beside(pair.two, pair.right, one)
    if _frame(pair, pair.left) != _frame(pair, pair.right):
        # Of one unit only the words before tell what a figure is of.
        mine, theirs = (
            [fact for fact in some if _sort(fact) != _sort(own)]
            for some, own in ((mine, pair.left), (theirs, pair.right))
        )
        return any(_sort(left) == _sort(right) for left in mine for right in theirs)
    return any(
        _sort(left) == _sort(right)
        and (_sort(left) != _sort(pair.left) or _frame(pair, left) == _frame(pair, right))
        for left in mine
        for right in theirs
    )


def _beside(claim: Claim, fact: Fact, number: float) -> list[Fact]:
    """The other figures of a sentence that are so many."""
    return [other for other in claim.facts if other.span != fact.span and _number(other) == number]


def _frame(pair: Pair, fact: Fact) -> tuple[str, ...]:
    """The two words before a figure, in lower case; "by" and "turnout of" say what it is."""
    text = pair.context.documents[fact.document].text
    before = text[max(0, fact.span.start - _REACH) : fact.span.start]
    return tuple(before.lower().split()[-2:])


def _sort(fact: Fact) -> tuple[str, str]:
    value = fact.value
    return (value.dimension, value.unit) if isinstance(value, QuantityValue) else ("", "")


def _number(fact: Fact) -> float | None:
    """The number of an exact figure of some thing; None of any other."""
    value = fact.value
    if not isinstance(value, QuantityValue) or value.dimension not in _COUNTED:
        return None
    exact = value.low == value.high and value.low >= _LEAST and bool(value.unit)
    return value.low if exact else None
