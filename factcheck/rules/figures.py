"""Sentences with their figures taken out, so that the wording between figures can be read.

"Sales rose 20% to 15 from 10" becomes "Sales rose <0> to <1> from <2>", with the three facts.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.annotate.shadow import shadow_of
from factcheck.model import BlockKind, Claim, Fact, Hedge, QuantityValue, Span
from factcheck.rules.rule import Corpus

FIGURE = r"\ue001(\d{1,2})\ue002"
"""A figure in a masked sentence, as a regular expression with its number as a group."""
_MOST_FIGURES = 40
_LINK = re.compile(r"[\s,-]{0,3}\b(?:to|and|or|from|by|of)?\s?$|[\s,-]{1,3}$")
# Dimensions that name or rank things; there is nothing to add up.
_NOT_AMOUNTS = frozenset(
    {"label", "identifier", "ordinal", "score", "age", "temperature", "magnitude"}
)
_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.CAPTION)
ABOUT = 0.1
"""How far "about" may reach, as a share of the number."""
# From here on trailing zeros are a sign of rounding, even in a count.
_ROUNDED_FROM = 100


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence with its amounts masked: the text in lower case and the facts by number."""

    text: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers that a figure as written can stand for."""

    low: float
    high: float

    def meets(self, other: Range) -> bool:
        """Whether both have a number in common, floating point allowed for."""
        slack = 1e-9 * max(1.0, *(abs(end) for end in self._ends(other)))
        return self.low <= other.high + slack and other.low <= self.high + slack

    def _ends(self, other: Range) -> list[float]:
        ends = (self.low, self.high, other.low, other.high)
        return [end for end in ends if not math.isinf(end)]

    def __add__(self, other: Range) -> Range:
        return Range(self.low + other.low, self.high + other.high)


def masked_sentences(corpus: Corpus) -> Iterator[Masked]:
    """The sentences of running text that hold two amounts or more."""
    for document in corpus.documents:
        claims = corpus.claims_of[document.name]
        if not claims:
            continue
        shadow = shadow_of(document.text)
        for claim in claims:
            if claim.block_kind not in _TEXT:
                continue
            masked = masked_sentence(claim, shadow)
            if 1 < len(masked.facts) <= _MOST_FIGURES:
                yield masked


def masked_sentence(claim: Claim, shadow: str) -> Masked:
    """One sentence of a document, whose shadow is given, with its amounts masked."""
    facts = tuple(_amounts(claim.facts, shadow))
    if len(facts) > _MOST_FIGURES:
        return Masked("", facts)
    return Masked(_mask(shadow, claim.span.start, claim.span.end, facts), facts)


def _amounts(facts: tuple[Fact, ...], shadow: str) -> Iterator[Fact]:
    """The amounts in order, without overlaps: "from 3 to 7 tonnes" gives two, whatever it was."""
    found = [
        fact
        for fact in facts
        if isinstance(fact.value, QuantityValue) and fact.value.dimension not in _NOT_AMOUNTS
    ]
    end = -1
    for fact, after in zip(found, (*found[1:], None), strict=False):
        if fact.span.start < end:
            continue
        if after is not None and after.span.start < fact.span.end:
            written = _LINK.sub("", shadow[fact.span.start : after.span.start])
            fact = _cut(fact, fact.span.start, fact.span.start + len(written))
        end = fact.span.end
        yield from _ends(fact, shadow)


def _ends(fact: Fact, shadow: str) -> Iterator[Fact]:
    """Both ends of "(from) 3 to 7", or the fact itself."""
    start, end = fact.span.start, fact.span.end
    value = amount(fact)
    middle = shadow.find(" to ", start, end)
    moved = shadow[max(0, start - 5) : start].lower() == "from "
    if fact.hedge is not Hedge.RANGE or middle < 0 or not moved:
        yield fact
        return
    low = replace(fact, value=replace(value, high=value.low), hedge=Hedge.EXACT)
    high = replace(fact, value=replace(value, low=value.high), hedge=Hedge.EXACT)
    yield _cut(low, start, middle)
    yield _cut(high, middle + len(" to "), end)


def _cut(fact: Fact, start: int, end: int) -> Fact:
    offset = start - fact.span.start
    surface = fact.surface[offset : offset + end - start]
    return replace(fact, span=Span(start, end), surface=surface)


def _mask(shadow: str, start: int, end: int, facts: tuple[Fact, ...]) -> str:
    pieces: list[str] = []
    for number, fact in enumerate(facts):
        pieces += (shadow[start : fact.span.start].lower(), f"\ue001{number}\ue002")
        start = fact.span.end
    text = "".join((*pieces, shadow[start:end].lower()))
    return " ".join(text.split())


def amount(fact: Fact) -> QuantityValue:
    """The value of a fact that is an amount."""
    assert isinstance(fact.value, QuantityValue)
    return fact.value


def number_of(fact: Fact) -> float:
    """The number that is written; the lower end of a range, the stated end of a bound."""
    value = amount(fact)
    return value.low if not math.isinf(value.low) else value.high


def range_of(fact: Fact, *, slack: float = 0.5) -> Range:
    """What the figure can stand for: half a step to either side, more where it is hedged.

    A count below 100 is taken as it stands. `slack` is the share of a step that rounding may move a
    number by.
    """
    value = amount(fact)
    exact = value.dimension in ("count", "number") and value.step <= 1
    exact = exact and number_of(fact).is_integer() and abs(number_of(fact)) < _ROUNDED_FROM
    reach = 0.0 if exact else value.step * slack
    low, high = value.low - reach, value.high + reach
    if fact.hedge in (Hedge.ABOUT, Hedge.AT_LEAST, Hedge.AT_MOST):
        wide = max(ABOUT * abs(number_of(fact)), value.step)
        low, high = low - wide, high + wide
    return Range(low, high)


def has_bound(*facts: Fact) -> bool:
    """Whether one of the figures is a bound or a range, so that little follows from it."""
    return any(fact.hedge in (Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.RANGE) for fact in facts)
