"""Who is called by the age alone: "the 44-year-old" of a draft, "the 41-year-old" of its sources.

An article that has once said who it means goes on with the age, and a draft does so after it. Where
the sources call one person so, the draft means that person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model import DocumentRole, Fact, FactKind, Hedge, QuantityValue
from factcheck.rules.conflicts import differing
from factcheck.rules.rule import Corpus

_CONFIDENCE = 0.8
_DEFINITE = re.compile(r"\bthe\s$", re.IGNORECASE)
_CALLED = re.compile(r"-old(?:['’]s)?$", re.IGNORECASE)
_LEAD = 5


@dataclass(frozen=True, slots=True)
class NamelessAge:
    """The age by which a draft calls someone, and that by which its sources do."""

    draft: Fact
    source: Fact
    confidence: float = _CONFIDENCE


def nameless_ages(corpus: Corpus) -> Iterator[NamelessAge]:
    """The ages of drafts that no source gives, where the sources call one person by another."""
    called: list[tuple[float, Fact]] = []
    known: dict[float, Fact] = {}
    for claim in corpus.claims:
        role = corpus.by_name[claim.document].role
        for fact in claim.facts:
            years = _years(fact)
            if years is None or not _is_definite(corpus, fact):
                continue
            if role is DocumentRole.DRAFT:
                called.append((years, fact))
            else:
                known.setdefault(years, fact)
    if not called or len(known) != 1 or corpus.evidence is None:
        return
    theirs, source = next(iter(known.items()))
    numbers = corpus.evidence.figures.numbers | corpus.evidence.figures.measured.get(
        "age", frozenset()
    )
    for years, fact in called:
        if years != theirs and years not in numbers and not _is_told(corpus, fact, source):
            yield NamelessAge(fact, source)


def _years(fact: Fact) -> float | None:
    value = fact.value
    if not isinstance(value, QuantityValue) or value.dimension != "age" or value.unit != "year":
        return None
    return value.low if fact.hedge is Hedge.EXACT and value.low == value.high else None


def _is_definite(corpus: Corpus, fact: Fact) -> bool:
    """Whether a fact is "the N-year-old" and no more."""
    text = corpus.by_name[fact.document].text
    before = text[max(0, fact.span.start - _LEAD) : fact.span.start]
    return bool(_DEFINITE.search(before) and _CALLED.search(fact.surface))


def _is_told(corpus: Corpus, one: Fact, two: Fact) -> bool:
    """Whether the two are so surely figures of one slot that quantity-mismatch reports them."""
    return any(
        {match.left, match.right} == {one, two} and match.probability >= _CONFIDENCE
        for match in differing(corpus, FactKind.QUANTITY)
    )
