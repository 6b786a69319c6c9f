"""Quantities: counts, money, percentages, measures, ages, ordinals, scores, ratios and labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import isinf
from typing import TYPE_CHECKING

from factcheck.annotate.nouns import Annotated, Sentence, Token
from factcheck.facts.counted import Counted, counted_by
from factcheck.facts.kind import Kind
from factcheck.facts.quantity_text import show_value
from factcheck.facts.slots import fill_slot
from factcheck.facts.tolerance import Measured, judge
from factcheck.facts.units import convert
from factcheck.model import Comparison, Fact, FactKind, Hedge, QuantityValue, Relation, Slot, Span

if TYPE_CHECKING:
    from factcheck.facts.quantity_grammar import Reading

CONVERTED = 0.05
"""A converted figure is seldom given to the last digit: 100 km is 60 miles."""

OLDEST = 115
"""A bare number up to this may be an age ("She was 44")."""

BASIS_POINT = 0.01
"""One basis point in percentage points."""


def extract(annotated: Annotated, sentence: Sentence) -> Iterable[Fact]:
    """The quantities of one sentence; durations are another kind's."""
    # Here, because a run that finds all facts in the cache needs no grammar.
    from factcheck.facts.quantity_grammar import read

    origin = sentence.span.start
    text = annotated.shadow[origin : sentence.span.end]
    for reading in read(text):
        alone = reading.dimension == "number" and text[reading.start : reading.end] == text.strip(
            " .)(\n"
        )
        if reading.dimension != "duration" and not alone:  # a lone number heads a list item
            fact = _fact(annotated, sentence, reading, origin)
            if fact is not None:
                yield fact


def token_range(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """Indexes of the first token and of the one after the last that overlap `start` to `end`."""
    first = next((index for index, token in enumerate(tokens) if token.end > start), len(tokens))
    last = first
    while last < len(tokens) and tokens[last].start < end:
        last += 1
    return first, last


_POINTING = frozenset("the these those all both other any only".split())


def _fact(annotated: Annotated, sentence: Sentence, reading: Reading, origin: int) -> Fact | None:
    tokens = sentence.tokens
    start, end = origin + reading.start, origin + reading.end
    first, last = token_range(tokens, start, end)
    if first == last:
        return None
    unit, dimension = reading.unit, reading.dimension
    if reading.open_unit:
        number_last = token_range(tokens, start, origin + reading.number_end)[1]
        counted = counted_by(sentence, number_last - 1, number_last)
        unit, last, end = _opened(tokens, counted, last, end)
        if unit and dimension == "number":
            dimension = "count"
        if not unit and reading.worded and first and tokens[first - 1].text.lower() in _POINTING:
            return None  # "the two met": a pronoun
    span = Span(start, end)
    value = QuantityValue(
        low=reading.low,
        high=reading.high,
        unit=unit,
        dimension=dimension,
        step=reading.step,
        per=reading.per,
        change=reading.change,
    )
    return Fact(
        kind=FactKind.QUANTITY,
        document=annotated.document.name,
        span=span,
        surface=annotated.document.slice(span),
        value=value,
        slot=_without_cent(fill_slot(annotated, sentence, first, last), dimension),
        hedge=reading.hedge,
    )


def _without_cent(slot: Slot, dimension: str) -> Slot:
    """The slot of a percentage without the noun of its own unit: 30 per cent is of no cent."""
    if dimension not in ("percent", POINTS) or slot.measure[:1] != ("cent",):
        return slot
    return replace(slot, measure=())


def _opened(tokens: Sequence[Token], counted: Counted, last: int, end: int) -> tuple[str, int, int]:
    """Unit, last token and end of the span, once the thing counted is found."""
    if not counted.unit or counted.last <= last:
        return counted.unit, last, end
    return counted.unit, counted.last, tokens[counted.last - 1].end


def keys(fact: Fact) -> tuple[str, ...]:
    """Blocking keys: the dimension, with the unit for money and counts."""
    value = _value(fact)
    if value.dimension == "number" and 0 < value.high <= OLDEST:
        return ("q:count", "q:age")
    if value.dimension in _COUNTS:
        return tuple(dict.fromkeys(("q:count", f"q:{value.unit}" if value.unit else "q:count")))
    if value.dimension == "money":
        return (f"q:{value.unit}",)
    if value.dimension in ("label", "ordinal", "identifier"):
        return (f"q:{value.dimension}:{value.unit}",)
    if value.dimension == "ratio" and value.unit != "times":
        return ("q:percent",)
    if value.dimension == POINTS:
        return (f"q:{POINTS}", "q:percent")
    return (f"q:{value.dimension}",)


def compare(left: Fact, right: Fact) -> Comparison:
    """How two quantities stand to each other, whatever they are said of. Symmetric."""
    first, second = _aligned(_value(left), _value(right))
    if {first.dimension, second.dimension} == {"percent", POINTS}:
        return _percent_and_points(first, second)
    obstacle = _obstacle(first, second)
    if obstacle:
        return Comparison(Relation.INCOMPARABLE, obstacle)
    if first.dimension in ("ordinal", "label", "score", "identifier"):
        same = (first.low, first.high) == (second.low, second.high)
        if not same and first.dimension == "identifier":
            return Comparison(Relation.INCOMPARABLE, "names of two things")
        relation = Relation.EQUAL if same else Relation.DIFFERENT
        return Comparison(relation, f"{'same' if same else 'different'} {first.dimension}")
    if {first.dimension, second.dimension} == {"age", "number"}:
        return _maybe_age(first, second, left.hedge, right.hedge)
    if first.unit != second.unit and first.dimension not in _COUNTS:
        return _across_units(first, second, left.hedge, right.hedge)
    outcome = judge(_measured(first, left.hedge), _measured(second, right.hedge))
    if outcome.relation is Relation.DIFFERENT and _rate_and_total(first, second):
        return Comparison(Relation.INCOMPARABLE, "a rate and a total")
    if first.unit != second.unit and first.unit and second.unit:
        return Comparison(outcome.relation, f"{outcome.reason}; {_units(first, second)}")
    return outcome


def _percent_and_points(first: QuantityValue, second: QuantityValue) -> Comparison:
    """One number in per cent and in percentage points; two numbers may both be right."""
    exact = first.low == first.high and second.low == second.high
    # Of a number of one digit there may be two.
    telling = first.low >= _TWO_DIGITS or first.low % 1
    levels = {"to", "from"} & {first.change, second.change}
    if exact and telling and not levels and first.low == second.low:
        return Comparison(Relation.DIFFERENT, PERCENT_FOR_POINTS)
    return Comparison(Relation.INCOMPARABLE, f"percent and {POINTS}")


def show(fact: Fact) -> str:
    """The value for people: "33 pages", "USD 5.2 billion", "at least 12"."""
    value = _value(fact)
    return fact.surface if value.dimension == "identifier" else show_value(value, fact.hedge)


def _value(fact: Fact) -> QuantityValue:
    assert isinstance(fact.value, QuantityValue)
    return fact.value


def _units(first: QuantityValue, second: QuantityValue) -> str:
    return "counted as " + " and ".join(sorted((first.unit, second.unit)))


def _aligned(first: QuantityValue, second: QuantityValue) -> tuple[QuantityValue, QuantityValue]:
    """Both values in like terms; multiples ("twice") stay apart from shares ("half")."""
    if first.dimension == second.dimension == "ratio" and first.unit != second.unit:
        return replace(first, unit="times"), replace(second, unit="times")
    return _comparable(first), _comparable(second)


def _comparable(value: QuantityValue) -> QuantityValue:
    """Shares as percentages, basis points as percentage points."""
    if value.dimension == "ratio" and value.unit != "times" and 0 < value.high <= 1:
        return replace(_scaled(value, 100.0, "percent", "percent"), step=FRACTION_STEP)
    if value.unit == "basis point":
        return _scaled(value, BASIS_POINT, "percentage point", value.dimension)
    return value


FRACTION_STEP = 5.0
"""Fractions in words are rounded to about this many percentage points: "two-thirds" may be 65%."""


def _scaled(value: QuantityValue, factor: float, unit: str, dimension: str) -> QuantityValue:
    return replace(
        value,
        low=value.low * factor,
        high=value.high * factor,
        unit=unit,
        dimension=dimension,
        step=value.step * factor,
    )


_COUNTS = ("count", "number")
_TWO_DIGITS = 10
POINTS = "percentage point"
PERCENT_FOR_POINTS = "one number in per cent and in percentage points"
"""The reason of a change of which one side takes points for per cent."""


def _obstacle(first: QuantityValue, second: QuantityValue) -> str:
    """Why two values can't be held against each other, or ""."""
    dimensions = {first.dimension, second.dimension}
    if len(dimensions) == 2 and dimensions not in ({*_COUNTS}, {"age", "number"}):
        return " and ".join(sorted((first.dimension, second.dimension)))
    if first.dimension in ("money", "label", "identifier") and first.unit != second.unit:
        return " and ".join(sorted((first.unit, second.unit)))
    if first.per != second.per and first.per and second.per:
        return "different rates"
    changes = {first.change or "to", second.change or "to"}
    if len(changes) == 2:
        bare = "" in (first.change, second.change)
        if not (bare and "by" in changes and first.dimension in ("percent", "percentage point")):
            return "a change and a level" if "by" in changes else "a start and an end"
    return ""


def _rate_and_total(first: QuantityValue, second: QuantityValue) -> bool:
    """Whether one side alone has a rate. "Earnings per share of $2" holds it in its words."""
    return first.per != second.per and "share" not in (first.per, second.per)


def _maybe_age(
    first: QuantityValue, second: QuantityValue, left: Hedge, right: Hedge
) -> Comparison:
    """A bare number can confirm an age; it can't contradict one, since it may be anything."""
    outcome = judge(_measured(first, left), _measured(second, right))
    if outcome.relation is Relation.DIFFERENT or "month" in (first.unit, second.unit):
        return Comparison(Relation.INCOMPARABLE, "an age and a bare number")
    return outcome


def _across_units(
    first: QuantityValue, second: QuantityValue, left: Hedge, right: Hedge
) -> Comparison:
    """Compare in the unit that sorts first, so that the order of the two sides doesn't matter."""
    if first.unit > second.unit:
        first, second, left, right = second, first, right, left
    turned = [convert(end, second.unit, first.unit) for end in (second.low, second.high)]
    base = 0.0 if isinf(second.low) else second.low
    near, far = (convert(end, second.unit, first.unit) for end in (base, base + second.step))
    if turned[0] is None or turned[1] is None or near is None or far is None:
        return Comparison(Relation.INCOMPARABLE, f"{_units(first, second)}, not convertible")
    other = Measured(turned[0], turned[1], abs(far - near), right, CONVERTED)
    outcome = judge(_measured(first, left)._replace(reach=CONVERTED), other)
    if outcome.relation is Relation.EQUAL:
        return outcome
    return Comparison(outcome.relation, f"{outcome.reason}, after conversion")


def _measured(value: QuantityValue, hedge: Hedge) -> Measured:
    return Measured(value.low, value.high, value.step, hedge)


KIND = Kind(
    kind=FactKind.QUANTITY,
    value_type=QuantityValue,
    extract=extract,
    keys=keys,
    compare=compare,
    show=show,
)
