"""Values of one text that stand in rows: lists of finds, running scores, lines that are alike."""

from __future__ import annotations

import math
import re

from factcheck.annotate.shadow import shadow_of
from factcheck.match.context import Context
from factcheck.model import Claim, DurationValue, Fact, QuantityValue, StatementValue

_FIGURE = r"\d+(?:\.\d+)*"
# Of a row of so many figures without a unit, each has its own place in the text.
_ROW = 4


def text_of(context: Context, document: str, start: int, end: int) -> str:
    """The shadow of a stretch of a document."""
    return shadow_of(context.documents[document].text[start:end])


def stated(value: QuantityValue | DurationValue) -> float:
    """The number that is written: of a bound, the bound."""
    return value.high if math.isinf(value.low) else value.low


def in_other_company(first: Fact, second: Fact, context: Context) -> bool:
    """Whether both stand beside figures of one kind, and these differ as well.

    A slip changes one figure of a list; where all differ, there are two lists. A figure converted
    into another unit of its dimension is the same figure.
    """
    one, two = (_beside(fact, context.claim(fact)) for fact in (first, second))
    shared = one.keys() & two.keys()
    return bool(shared) and all(one[unit].isdisjoint(two[unit]) for unit in shared)


def _beside(fact: Fact, claim: Claim) -> dict[str, set[float]]:
    """The numbers beside a value in its sentence, by what they count or measure."""
    own = fact.value
    found: dict[str, set[float]] = {}
    for other in claim.facts:
        value = other.value
        if other.span == fact.span or not isinstance(value, (QuantityValue, DurationValue)):
            continue
        if isinstance(fact.value, StatementValue) and not fact.span.contains(other.span):
            continue
        if isinstance(value, QuantityValue):
            if value.dimension in _NOT_COUNTED or not value.unit:
                continue
            if isinstance(own, QuantityValue) and _is_converted(own, value):
                continue
        found.setdefault(_unit(value), set()).add(stated(value))
    return found


def _is_converted(one: QuantityValue, two: QuantityValue) -> bool:
    return one.dimension == two.dimension != "count" and one.unit != two.unit


_NOT_COUNTED = ("ordinal", "label", "identifier", "score", "number", "age")


def _unit(value: QuantityValue | DurationValue) -> str:
    return f"{value.dimension} {value.unit}" if isinstance(value, QuantityValue) else "duration"


def are_lines_alike(first: Fact, second: Fact, context: Context) -> bool:
    """Whether two sentences differ in the time and in a number alone ("Version 0.4 came out on 3
    May", "Version 0.5 …"), or two labelled lines, one right after the other, in the time: the items
    of a list ("Watch: The Week - May 1974", "Watch: The Week - June 1974")."""
    one, two = context.claim(first), context.claim(second)
    left, right = (
        text_of(context, fact.document, claim.span.start, fact.span.start)
        + text_of(context, fact.document, fact.span.end, claim.span.end).rstrip(" .")
        for fact, claim in ((first, one), (second, two))
    )
    if left == right:
        return two.index - one.index == 1 and ":" in left
    return re.sub(_FIGURE, "0", left) == re.sub(_FIGURE, "0", right)


def are_of_a_row(first: Fact, second: Fact, context: Context) -> bool:
    """Whether they are bare numbers of which the text has many: scores, grades, versions."""
    values = (first.value, second.value)
    if any(not isinstance(value, QuantityValue) or value.unit for value in values):
        return False
    assert isinstance(first.value, QuantityValue)
    return context.unit_counts.get((first.document, f"{first.value.dimension} "), 0) > _ROW
