"""Runs of capitals in a sentence of running text: where a name can begin and how far it goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from factcheck.annotate.data.given import given_names
from factcheck.annotate.data.places import demonyms, places
from factcheck.annotate.data.words import (
    CALENDAR,
    HONORIFICS,
    OF_HEADS,
    OPENERS,
    ORGANISATION_HEADS,
    PARTICLES,
    SAYING,
    TITLE_HEADS,
)
from factcheck.annotate.pieces import Piece

# A longer run of capitals is no name; it is cut here so that hostile lines stay cheap.
LONGEST = 20
_FOR_HEADS = frozenset("Centre Center Council Institute Association Fund Foundation Agency".split())
_INSIDE = PARTICLES | {"-"}


class Evidence:
    """How the words of a document are written where capitals mean something.

    `surnames` are last words of full names, learnt by a first reading, that are titles or common
    heads as well: "King" is a name in a text about Billy King.
    """

    __slots__ = ("capital", "lower", "surnames")

    def __init__(
        self, bodies: Iterable[tuple[Piece, ...]], *, surnames: frozenset[str] = frozenset()
    ) -> None:
        self.surnames = surnames
        self.capital: Counter[str] = Counter()
        self.lower: Counter[str] = Counter()
        for pieces in bodies:
            for index, piece in enumerate(pieces):
                if piece.text[:1].islower():
                    self.lower[piece.text] += 1
                elif piece.capital and not piece.initial and not _hyphened(pieces, index):
                    self.capital[piece.text] += 1

    def common(self, word: str) -> bool:
        """Whether the document writes the word small at least as often as with a capital."""
        return self.lower[word.lower()] > 0 and self.lower[word.lower()] >= self.capital[word]


def _hyphened(pieces: tuple[Piece, ...], index: int) -> bool:
    return any(
        0 <= other < len(pieces) and pieces[other].text == "-" for other in (index - 1, index + 1)
    )


def runs(pieces: tuple[Piece, ...], evidence: Evidence) -> Iterator[tuple[int, int]]:
    """The first and last (exclusive) piece of each run: capitals with what joins them."""
    index = 0
    while index < len(pieces):
        if not pieces[index].capital:
            index += 1
            continue
        last = index
        while last - index < LONGEST:
            following = _continues(pieces, last, evidence)
            if following is None:
                break
            last = following
        yield index, last + 1
        index = last + 1


def _continues(pieces: tuple[Piece, ...], last: int, evidence: Evidence) -> int | None:
    """The index of the capital that carries the run on after `last`, if one does."""
    here = pieces[last]
    if here.possessive or last + 1 >= len(pieces):
        return None
    after = pieces[last + 1]
    gap = after.start - here.end
    if after.text == "-" and gap == 0:
        return _hyphen(pieces, last, evidence)
    if gap > 2:
        return None
    if after.capital:
        return last + 1 if gap else None
    if after.text == "&" or after.text.lower() in PARTICLES:
        return _capital_after(pieces, last + 2, particles=3)
    if after.text == "and" and _of_before(pieces, last):
        following = _capital_after(pieces, last + 2, particles=0)
        beyond = pieces[last + 3].text if last + 3 < len(pieces) else ""
        return None if beyond[:1].isupper() or beyond in SAYING else following
    if after.text == "for" and here.text in _FOR_HEADS:
        following = _capital_after(pieces, last + 2, particles=0)
        return None if following and pieces[following].word in given_names() else following
    if after.text == "of" and here.text in OF_HEADS:
        following = last + 2
        if following < len(pieces) and pieces[following].text == "the":
            following += 1
        return _capital_after(pieces, following, particles=0)
    return None


def _capital_after(pieces: tuple[Piece, ...], index: int, *, particles: int) -> int | None:
    while index < len(pieces) and particles and pieces[index].text in _INSIDE:
        index, particles = index + 1, particles - 1
    return index if index < len(pieces) and pieces[index].capital else None


def _of_before(pieces: tuple[Piece, ...], last: int) -> bool:
    """Whether "of" with the head of an organisation stands just before: "Academy of Arts and"."""
    for index in range(last - 1, max(last - 5, 0), -1):
        if pieces[index].text == "of":
            return pieces[index - 1].text in ORGANISATION_HEADS
        if not pieces[index].capital and pieces[index].text not in ("the", ","):
            return False
    return False


def _hyphen(pieces: tuple[Piece, ...], last: int, evidence: Evidence) -> int | None:
    """Whether a hyphen joins: "Jean-Luc" and "Rolls-Royce", not "Russia-Ukraine"."""
    if last + 2 >= len(pieces) or pieces[last + 1].end != pieces[last + 2].start:
        return None
    left, right = pieces[last], pieces[last + 2]
    if f"{left.text}-{right.text}" in places():
        return last + 2
    if not right.capital or left.text in demonyms() or right.text in demonyms():
        return None
    if left.text in places() and right.text not in evidence.lower:
        return None
    if right.text in places():
        return None
    both = evidence.capital[left.text] > 1 and evidence.capital[right.text] > 1
    return None if both and left.text not in given_names() else last + 2


def opens(word: str) -> bool:
    """Whether a capitalised word is one that opens sentences; "WHO" and "Will" Smith aren't."""
    shouted = len(word) > 1 and word.isupper()
    return word.lower() in OPENERS and not shouted and word not in given_names()


def only_opening(pieces: tuple[Piece, ...], index: int, last: int, evidence: Evidence) -> bool:
    """Whether the capital may only be that of the sentence's first word."""
    piece = pieces[index]
    word = piece.word
    if not piece.initial or word in HONORIFICS or word in TITLE_HEADS:
        return False
    after = pieces[index + 1].word if index + 1 < last else ""
    if opens(word) and f"{word} {after}" not in places():
        return True
    if after == "-" and index + 2 < last:
        return False
    if evidence.capital[word] and not evidence.common(word):
        return False
    if word in given_names() or word in places() or word in demonyms() or word in CALENDAR:
        return False
    if len(word) > 1 and word.isupper():
        return False
    if piece.pos and piece.pos != "PROPN":
        return True
    if evidence.lower[word.lower()]:
        return True
    if index + 1 < last or (piece.pos and pieces[-1].text in ".!?\"'"):
        return False
    return not (index + 1 < len(pieces) and pieces[index + 1].text in SAYING and word[-1] != "s")
