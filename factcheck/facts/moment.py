"""Moments: the days on which things happen, read by a grammar and placed in the calendar.

See docs/kinds/moment.md for what is read, how it is placed and how two moments are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.annotate.nouns import Annotated, Sentence, Token
from factcheck.facts.kind import Kind
from factcheck.facts.moment_compare import compare, show
from factcheck.facts.moment_expression import Expression
from factcheck.facts.moment_grammar import find
from factcheck.facts.moment_resolve import resolve
from factcheck.facts.moment_tense import tense_at
from factcheck.facts.slots import fill_slot
from factcheck.model import Fact, FactKind, Hedge, MomentValue, Slot, Span

_LEADING = frozenset({"over", "on", "at", "in", "during", "by", "since", "the"})
_HEDGES = {"since": Hedge.AT_LEAST, "until": Hedge.AT_MOST, "about": Hedge.ABOUT}


def extract(annotated: Annotated, sentence: Sentence) -> Iterator[Fact]:
    """The moments of one sentence, in text order, with their slots."""
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
        _slot(annotated, sentence, first, last),
        hedge,
    )


def _slot(annotated: Annotated, sentence: Sentence, first: int, last: int) -> Slot:
    """The slot of the event that the time belongs to: a time's own words measure nothing."""
    tokens = sentence.tokens
    while first + 1 < last and tokens[first].text.lower() in _LEADING:
        first += 1
    slot = fill_slot(annotated, sentence, first, last)
    direct = _governor(sentence, first, last)
    if direct is not None and direct.pos in {"NOUN", "PROPN"} and direct.lemma in slot.event:
        # "the 2014 annexation", "the vote on Monday": the noun's own time, whatever the verb says.
        others = tuple(word for word in slot.event if word != direct.lemma)
        return replace(slot, event=(direct.lemma, *others), subject=(), measure=())
    own = {token.lemma for token in tokens[first:last]}
    stray = slot.measure if own.isdisjoint(slot.measure) else ()
    return replace(slot, subject=slot.subject or stray, measure=())


def _governor(sentence: Sentence, first: int, last: int) -> Token | None:
    """The word outside tokens `first` to `last` that they depend on, past a preposition."""
    tokens = sentence.tokens
    if not sentence.parsed:
        return None
    outside = [
        tokens[index].head for index in range(first, last) if not first <= tokens[index].head < last
    ]
    place = outside[0] if outside else -1
    if 0 <= place < len(tokens) and tokens[place].pos in {"ADP", "SCONJ"}:
        place = tokens[place].head
    return tokens[place] if 0 <= place < len(tokens) and not first <= place < last else None


def _tokens_of(sentence: Sentence, span: Span) -> tuple[int, int]:
    """The first token that overlaps `span` and the one after the last."""
    inside = [
        index
        for index, token in enumerate(sentence.tokens)
        if token.start < span.end and span.start < token.end
    ]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def keys(fact: Fact) -> tuple[str, ...]:
    """Blocking keys: the granularity, and the event and subject words of the slot."""
    value = fact.value
    assert isinstance(value, MomentValue)
    words = sorted({*fact.slot.event, *fact.slot.subject})
    return (f"m:{value.granularity}", *(f"m:e:{word}" for word in words))


KIND = Kind(FactKind.MOMENT, MomentValue, extract, keys, compare, show)
