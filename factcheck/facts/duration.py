"""Durations: how long something lasts ("48 hours", "nearly four years", "since February 2022")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from math import inf, isinf
from typing import TYPE_CHECKING

from factcheck.annotate.nouns import Annotated, Sentence
from factcheck.facts.kind import Kind
from factcheck.facts.quantity import token_range
from factcheck.facts.quantity_context import MONTHS
from factcheck.facts.quantity_text import hedge_text, number_text, plural
from factcheck.facts.slots import fill_slot
from factcheck.facts.time_units import SECONDS
from factcheck.facts.tolerance import Measured, judge
from factcheck.model import Comparison, DurationValue, Fact, FactKind, Hedge, Relation, Slot, Span

if TYPE_CHECKING:
    from factcheck.facts.quantity_grammar import Reading

_SINCE = re.compile(r"\b[Ss]ince ((?:([A-Z][a-z]{2,8})\.? )?(1[5-9]\d\d|20\d\d))\b")
_DAY = SECONDS["day"]


# The measure of a distance in time, and the words that make one of a length.
OFFSET = "offset"
_OFFSET_WORDS = frozenset("before after ago earlier later from into since hence".split())


def extract(annotated: Annotated, sentence: Sentence) -> Iterable[Fact]:
    """The durations of one sentence, in text order."""
    # Here, because a run that finds all facts in the cache needs no grammar.
    from factcheck.facts.quantity_grammar import read

    origin = sentence.span.start
    text = annotated.shadow[origin : sentence.span.end]
    found = [
        _fact(
            annotated,
            sentence,
            origin + reading.start,
            origin + reading.end,
            _timed(reading),
            reading.hedge,
        )
        for reading in read(text)
        if reading.dimension == "duration"
    ]
    found.extend(_since(annotated, sentence, text, origin))
    return sorted((fact for fact in found if fact is not None), key=lambda fact: fact.span)


def _timed(reading: Reading) -> DurationValue:
    size = SECONDS[reading.unit]
    return DurationValue(
        low=reading.low * size if not isinf(reading.low) else 0.0,
        high=reading.high * size,
        unit=reading.unit,
        step=reading.step * size,
    )


def _fact(
    annotated: Annotated,
    sentence: Sentence,
    start: int,
    end: int,
    value: DurationValue,
    hedge: Hedge,
) -> Fact | None:
    first, last = token_range(sentence.tokens, start, end)
    if first == last:
        return None
    span = Span(start, end)
    return Fact(
        kind=FactKind.DURATION,
        document=annotated.document.name,
        span=span,
        surface=annotated.document.slice(span),
        value=value,
        slot=_slot(annotated, sentence, first, last),
        hedge=hedge,
    )


def _slot(annotated: Annotated, sentence: Sentence, first: int, last: int) -> Slot:
    """The slot of a length; "nine days before the vote" is no length but a distance in time."""
    slot = fill_slot(annotated, sentence, first, last)
    tokens = sentence.tokens
    following = tokens[last].text.lower() if last < len(tokens) else ""
    return replace(slot, measure=(OFFSET,)) if following in _OFFSET_WORDS else slot


def _since(
    annotated: Annotated, sentence: Sentence, text: str, origin: int
) -> Iterable[Fact | None]:
    """Since a month or a year: until the day of publication, if that is known."""
    for match in _SINCE.finditer(text):
        month = MONTHS.get(match[2]) if match[2] else None
        if match[2] and month is None:
            continue
        begin = date(int(match[3]), month or 1, 1)
        unit = "month" if month else "year"
        low, high = _elapsed(begin, unit, annotated.document.published)
        value = DurationValue(low=low, high=high, unit=unit, step=SECONDS[unit], since=begin)
        yield _fact(
            annotated, sentence, origin + match.start(), origin + match.end(), value, Hedge.ABOUT
        )


def _elapsed(begin: date, unit: str, today: date | None) -> tuple[float, float]:
    """Seconds from `begin`, somewhere in its month or year, to `today`; open if unknown."""
    if today is None or today < begin:
        return 0.0, inf
    longest = (today - begin).days * _DAY
    return max(0.0, longest - SECONDS[unit]), longest


def keys(fact: Fact) -> tuple[str, ...]:
    """One key by order of magnitude would part 48 hours from two days, so all share one."""
    return ("d:duration",)


def compare(left: Fact, right: Fact) -> Comparison:
    """How two lengths of time stand to each other, whatever they are the lengths of. Symmetric."""
    first, second = _value(left), _value(right)
    if first.since is not None and second.since is not None:
        return _compare_since(first, second)
    return judge(_measured(first, left.hedge), _measured(second, right.hedge))


def _compare_since(first: DurationValue, second: DurationValue) -> Comparison:
    assert first.since is not None
    assert second.since is not None
    if (first.since, first.unit) == (second.since, second.unit):
        return Comparison(Relation.EQUAL, "since the same time")
    if first.since.year == second.since.year and "year" in (first.unit, second.unit):
        return Comparison(Relation.COMPATIBLE, "since the same year")
    return Comparison(Relation.DIFFERENT, "since different times")


def show(fact: Fact) -> str:
    """The length for people: "48 hours", "about 4 years", "since February 2022"."""
    value = _value(fact)
    if value.since is not None:
        return (
            f"since {value.since:%B %Y}" if value.unit == "month" else f"since {value.since.year}"
        )
    size = SECONDS[value.unit]
    at_most = fact.hedge is Hedge.AT_MOST
    ends = (
        [value.high] if at_most else [value.low] if isinf(value.high) else [value.low, value.high]
    )
    numbers = [round(end / size, 4) for end in dict.fromkeys(ends)]
    shown = "-".join(number_text(number) for number in numbers)
    hedge = hedge_text(-inf if at_most else value.low, value.high, fact.hedge)
    return f"{hedge}{shown} {plural(value.unit, numbers[-1])}"


def _value(fact: Fact) -> DurationValue:
    assert isinstance(fact.value, DurationValue)
    return fact.value


def _measured(value: DurationValue, hedge: Hedge) -> Measured:
    low = -inf if hedge is Hedge.AT_MOST and value.since is None else value.low
    return Measured(low, value.high, value.step, hedge)


KIND = Kind(
    kind=FactKind.DURATION,
    value_type=DurationValue,
    extract=extract,
    keys=keys,
    compare=compare,
    show=show,
)
