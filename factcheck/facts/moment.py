"""Moments: the days on which things happen, read by a grammar and placed in the calendar.

See docs/kinds/moment.md for what is read, how it is placed and how two moments are compared.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from factcheck.annotate.nouns import Annotated, Sentence
from factcheck.facts.kind import Kind
from factcheck.facts.moment_compare import compare, show
from factcheck.facts.moment_expression import Expression
from factcheck.facts.moment_resolve import resolve
from factcheck.facts.moment_slot import event_slot
from factcheck.facts.moment_tense import tense_at
from factcheck.model import Fact, FactKind, Hedge, MomentValue, Span

_HEDGES = {"since": Hedge.AT_LEAST, "until": Hedge.AT_MOST, "about": Hedge.ABOUT}


def extract(annotated: Annotated, sentence: Sentence) -> Iterator[Fact]:
    """The moments of one sentence, in text order, with their slots."""
    # Here, because a run that finds all facts in the cache needs no grammar.
    from factcheck.facts.moment_grammar import find

    offset = sentence.span.start
    shadow = annotated.shadow[offset : sentence.span.end]
    for expression in find(shadow):
        yield _fact(annotated, sentence, expression, offset)


def _fact(annotated: Annotated, sentence: Sentence, expression: Expression, offset: int) -> Fact:
    document = annotated.document
    span = Span(offset + expression.start, offset + expression.end)
    first, last = _tokens_of(sentence, span)
    value = resolve(expression, document.published, tense_at(sentence, first))
    hedge = Hedge.RANGE if expression.last else _HEDGES.get(expression.bound, Hedge.EXACT)
    return Fact(
        FactKind.MOMENT,
        document.name,
        span,
        document.slice(span),
        value,
        event_slot(annotated, sentence, first, last),
        hedge,
    )


def _tokens_of(sentence: Sentence, span: Span) -> tuple[int, int]:
    """The first token that overlaps `span` and the one after the last."""
    first = bisect_right(sentence.tokens, span.start, key=lambda token: token.end)
    last = bisect_left(sentence.tokens, span.end, key=lambda token: token.start)
    return (first, last) if first < last else (0, 0)


def keys(fact: Fact) -> tuple[str, ...]:
    """Blocking keys: the granularity, and the words of the event, its thing and its subject."""
    value = fact.value
    assert isinstance(value, MomentValue)
    words = sorted({*fact.slot.event, *fact.slot.measure, *fact.slot.subject})
    # "Saturday 7 June, 10am" is a time of the day that another article names alone.
    granularity = "day" if value.granularity == "hour" else value.granularity
    return (f"m:{granularity}", *(f"m:e:{word}" for word in words))


KIND = Kind(FactKind.MOMENT, MomentValue, extract, keys, compare, show)
