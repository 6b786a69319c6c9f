"""A weekday or a month of a draft where its source, worded alike around it, has another.

Dates that were read are held against each other by their slots (date-mismatch); a bare weekday in a
passage that is nearly the source's own needs no slot. "Today" and "tomorrow" hang on the day of
writing, and a draft may be written a day after its source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.annotate.plain_words import PlainWord, plain_words
from factcheck.annotate.shadow import shadow_of
from factcheck.match.passages import Passages, Place, surroundings
from factcheck.model import BlockKind, Document, DocumentRole, Location, Span
from factcheck.rules.rule import Corpus

_SERIES = (
    frozenset("monday tuesday wednesday thursday friday saturday sunday".split()),
    frozenset(
        "january february march april may june july august september october november "
        "december".split()
    ),
)
# How like the words around must be, and by how much more like than around the word itself.
_LEAST, _APART = 0.5, 0.3
_CONFIDENCE = 0.75
_LEAST_AROUND = 2
_NO_CLAIM = (BlockKind.CODE, BlockKind.FURNITURE)


@dataclass(frozen=True, slots=True)
class OtherDay:
    """A day or month of the draft and the one in its place in a source."""

    draft: Location
    source: Location
    confidence: float = _CONFIDENCE


def other_days(corpus: Corpus) -> Iterator[OtherDay]:
    """The days and months of drafts in whose place a source has another."""
    passages = corpus.passages
    if passages is None:
        return
    for document in corpus.documents:
        if document.role is not DocumentRole.DRAFT:
            continue
        shadow = shadow_of(document.text)
        for claim in corpus.claims_of[document.name]:
            if claim.block_kind in _NO_CLAIM:
                continue
            words = plain_words(shadow, claim.span)
            said = {word.text for word in words}
            for index, word in enumerate(words):
                place = _place(corpus, passages, document, words, index, said)
                if place is not None:
                    claim_there = passages.evidence.sentences[place[0]]
                    source = corpus.by_name[claim_there.document]
                    other = passages.words[place[0]][place[1]]
                    yield OtherDay(_location(document, word), _location(source, other))


def _place(
    corpus: Corpus,
    passages: Passages,
    document: Document,
    words: Sequence[PlainWord],
    index: int,
    said: set[str],
) -> Place | None:
    """The place of another word of the series; None where the word itself may stand there."""
    word = words[index]
    series = next((some for some in _SERIES if word.text in some), None)
    if series is None or not _is_date(document, word):
        return None
    around = surroundings(words, index, index + 1)
    if len(around) < _LEAST_AROUND:
        return None
    against, best = 0.0, None
    sentences = passages.hold(around, _LEAST)
    for other in sorted(series - said):
        for place in passages.places.get(other, ()):
            if place[0] not in sentences:
                continue
            source = corpus.by_name[passages.evidence.sentences[place[0]].document]
            likeness = passages.alike(around, place)
            if _is_date(source, passages.words[place[0]][place[1]]) and likeness > against:
                against, best = likeness, place
    if against < _LEAST:
        return None
    itself = (place for place in passages.places.get(word.text, ()) if place[0] in sentences)
    supported = max((passages.alike(around, place) for place in itself), default=0.0)
    return best if against - supported >= _APART else None


def _is_date(document: Document, word: PlainWord) -> bool:
    """Whether a word is written as a day or a month: "may" and "march" are none."""
    return document.text[word.start].isupper()


def _location(document: Document, word: PlainWord) -> Location:
    span = Span(word.start, word.end)
    return Location(document.name, span, document.slice(span))
