"""The sentences of drafts word by word: what rules on passages worded alike begin with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.annotate.plain_words import PlainWord, plain_words
from factcheck.annotate.shadow import shadow_of
from factcheck.model import BlockKind, Claim, Document, Location, Span
from factcheck.rules.rule import Corpus

NO_CLAIM = (BlockKind.CODE, BlockKind.FURNITURE)
"""Blocks whose sentences tell nothing."""


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A sentence of a draft: its document, the document's shadow, the claim and its words."""

    document: Document
    shadow: str
    claim: Claim
    words: Sequence[PlainWord]


def digest_sentences(corpus: Corpus) -> Iterator[DraftSentence]:
    """The sentences of the drafts that sum up their sources, in text order."""
    for document in corpus.documents:
        if document.name not in corpus.digests:
            continue
        shadow = shadow_of(document.text)
        for claim in corpus.claims_of[document.name]:
            if claim.block_kind not in NO_CLAIM:
                yield DraftSentence(document, shadow, claim, plain_words(shadow, claim.span))


def location_of(document: Document, words: Sequence[PlainWord], first: int, last: int) -> Location:
    """The place of the words `first` to `last` (exclusive), with their text as label."""
    span = Span(words[first].start, words[last - 1].end)
    return Location(document.name, span, document.slice(span))
