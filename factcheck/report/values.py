"""Values in words: each kind shows its own; and the days of moments, the sides of disputes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.facts import KINDS
from factcheck.model import Fact, MomentValue, Relation, SavedValue

_KIND_OF = {kind.kind: kind for kind in KINDS}


def show_value(fact: Fact) -> str:
    """The value of `fact` as people write it; its surface where no kind knows how to show it."""
    if isinstance(fact.value, SavedValue):
        return fact.value.words
    kind = _KIND_OF.get(fact.kind)
    return fact.surface if kind is None else kind.show(fact)


def days_of(fact: Fact) -> tuple[date, date] | None:
    """The first and the last day of a moment; None for other facts and where they aren't known."""
    value = fact.value
    if not isinstance(value, MomentValue | SavedValue) or value.start is None or value.end is None:
        return None
    return value.start, value.end


def sides_of(facts: Sequence[Fact]) -> tuple[int, ...]:
    """For each fact of a disputed group the number of its side, from 0 in order of appearance.

    A fact joins the first side whose first fact it doesn't contradict: "5.2bn" and "more than $5
    billion" are one side, "29 pages" and "33 pages" two.
    """
    first: list[Fact] = []
    sides: list[int] = []
    for fact in facts:
        if isinstance(fact.value, SavedValue) and fact.value.side is not None:
            sides.append(fact.value.side)
            continue
        side = next((at for at, other in enumerate(first) if not _differ(other, fact)), len(first))
        if side == len(first):
            first.append(fact)
        sides.append(side)
    return tuple(sides)


def _differ(one: Fact, other: Fact) -> bool:
    if isinstance(one.value, SavedValue) or isinstance(other.value, SavedValue):
        return show_value(one) != show_value(other)
    kind = _KIND_OF.get(one.kind)
    if kind is None or not isinstance(one.value, kind.value_type):
        return show_value(one) != show_value(other)
    return kind.compare(one, other).relation is Relation.DIFFERENT
