"""What stands in a source in the place of a draft's figure that can be compared with none there.

A year in a name ("the 2031 fair") is held against no other year, since two fairs are two things; a
third term against no second of something else; the G20 against no G7. But one that no source has is
the likelier wrong when the sources have another where the draft has this one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.match.context import Context
from factcheck.match.score import score_pair
from factcheck.match.support import numbers_in
from factcheck.model import Comparison, Fact, Match, MomentValue, QuantityValue, Relation

IN_ITS_PLACE = Comparison(Relation.DIFFERENT, "in its place")
# Of a source's figures of a sort, so many are looked at.
_MOST = 200


def sort_of_rival(fact: Fact) -> str:
    """What another figure must be of to be a rival; "" for a figure that has none."""
    value = fact.value
    if isinstance(value, MomentValue) and not value.relative and value.start is not None:
        return f"moment {value.granularity}"
    if isinstance(value, MomentValue) and numbers_in(fact):
        return f"distance {value.granularity}"  # "34 years later", "50 years ago"
    if isinstance(value, QuantityValue) and value.dimension == "ordinal":
        return "ordinal"
    if isinstance(value, QuantityValue) and value.dimension == "identifier":
        return value.unit
    return ""


def rivals_of(fact: Fact, sources: Iterable[Fact], context: Context) -> Iterator[Match]:
    """The match of a draft's figure with each other value of its sort in the sources."""
    sort = sort_of_rival(fact)
    if not sort:
        return
    seen = 0
    for other in sources:
        if seen < _MOST and sort_of_rival(other) == sort and not _same(fact, other):
            seen += 1
            match = score_pair(fact, other, IN_ITS_PLACE, context)
            if match is not None:
                yield match


def _same(one: Fact, two: Fact) -> bool:
    first, second = one.value, two.value
    if isinstance(first, MomentValue) and isinstance(second, MomentValue):
        return (first.start, first.end, numbers_in(one)) == (
            second.start,
            second.end,
            numbers_in(two),
        )
    assert isinstance(first, QuantityValue)
    assert isinstance(second, QuantityValue)
    return first.low == second.low
