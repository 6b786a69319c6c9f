"""A weekday or a month of a draft where its source, worded alike around it, has another.

Dates that were read are held against each other by their slots (date-mismatch); a bare weekday in a
passage that is nearly the source's own needs no slot. So do "last month" and "last year", "a week"
and "a month" behind a figure: the word before has to be one. "Today" and "tomorrow" hang on the day
of writing, and a draft may be written a day after its source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.annotate.plain_words import PlainWord, plain_words
from factcheck.annotate.shadow import shadow_of
from factcheck.match.passages import Passages, Place, surroundings
from factcheck.model import Document, DocumentRole, Location
from factcheck.rules.draft_words import NO_CLAIM, location_of
from factcheck.rules.rule import Corpus

_SERIES = (
    frozenset("monday tuesday wednesday thursday friday saturday sunday".split()),
    frozenset(
        "january february march april may june july august september october november "
        "december".split()
    ),
)
# A stretch of time, told by the one word before it: "last month", "£900 a week".
_STRETCHES = frozenset("day week month quarter year decade century".split())
_LAST = frozenset("last next previous following past".split())
_EACH = frozenset("a per every each".split())
# How like the words around must be, and by how much more like than around the word itself.
_LEAST, _APART = 0.5, 0.3
_CONFIDENCE = 0.75
_LEAST_AROUND = 2


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
            if claim.block_kind in NO_CLAIM:
                continue
            words = plain_words(shadow, claim.span)
            said = {word.text for word in words}
            for index in range(len(words)):
                place = _place(corpus, passages, document, words, index, said)
                if place is not None:
                    source = corpus.by_name[passages.evidence.sentences[place[0]].document]
                    yield OtherDay(
                        _location(document, words, index),
                        _location(source, passages.words[place[0]], place[1]),
                    )


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
    series = next((some for some in (*_SERIES, _STRETCHES) if word.text in some), None)
    if series is None or not _is_date(document, words, index):
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
            theirs = passages.words[place[0]]
            if (
                likeness > against
                and _is_date(source, theirs, place[1])
                and _lead(words, index) == _lead(theirs, place[1])
            ):
                against, best = likeness, place
    if against < _LEAST:
        return None
    itself = (place for place in passages.places.get(word.text, ()) if place[0] in sentences)
    supported = max((passages.alike(around, place) for place in itself), default=0.0)
    return best if against - supported >= _APART else None


def _lead(words: Sequence[PlainWord], index: int) -> str:
    """What stands before a stretch of time and belongs to it, "a" for all that mean each."""
    before = words[index - 1].text if index else ""
    if words[index].text not in _STRETCHES:
        return ""
    return "a" if before in _EACH else before


def _is_date(document: Document, words: Sequence[PlainWord], index: int) -> bool:
    """Whether a word is written as a day or a month ("may" and "march" are none), or is a stretch
    of time before or after, or one that a figure is a rate of."""
    word = words[index]
    if word.text not in _STRETCHES:
        return document.text[word.start].isupper()
    before = words[max(0, index - 2) : index]
    if not before:
        return False
    is_rate = len(before) > 1 and before[0].text[0].isdigit() and before[1].text in _EACH
    return is_rate or before[-1].text in _LAST


def _location(document: Document, words: Sequence[PlainWord], index: int) -> Location:
    first = index - 1 if words[index].text in _STRETCHES else index
    return location_of(document, words, first, index + 1)
