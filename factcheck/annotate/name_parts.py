"""What a run of capitals holds: titles cut off, openers trimmed, one or more names left."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.annotate.data.given import given_names
from factcheck.annotate.data.places import demonyms, places
from factcheck.annotate.data.words import (
    CALENDAR,
    HONORIFICS,
    ORGANISATION_HEADS,
    PARTICLES,
    ROMAN,
    SAYING,
    THING_HEADS,
    TITLE_HEADS,
    TITLE_MODIFIERS,
)
from factcheck.annotate.entities import Mention
from factcheck.annotate.name_runs import Evidence, opens
from factcheck.annotate.nouns import Sentence
from factcheck.annotate.pieces import Piece

HEADS = ORGANISATION_HEADS | THING_HEADS
_TITLE_WORDS = TITLE_HEADS | TITLE_MODIFIERS
_NEVER_SURNAMES = _TITLE_WORDS | HONORIFICS | CALENDAR
# Heads that name one thing on their own.
_STANDALONE = frozenset(
    "Congress Parliament Senate Treasury Christmas Easter Ramadan Internet".split()
)
_MONTH_NAMES = frozenset("Jan May March April June August".split())
_BEFORE_MONTHS = frozenset("in on since by of last next this until from during early late".split())
_ROLE_NOUNS = frozenset(word.lower() for word in TITLE_HEADS if len(word) > 3) | frozenset(
    "ally aide adviser advisor lawyer spokesman spokeswoman spokesperson analyst economist "
    "professor physician surgeon reporter journalist writer striker midfielder goalkeeper "
    "quarterback manager owner founder co-founder president negotiator envoy husband wife son "
    "daughter brother sister mother father billionaire musician rapper teammate suspect".split()
)
# Words of a caption's credit line, and function words, which end the name before them.
_CREDITS = frozenset("Credit Photo Photograph Picture Image File Getty".split())
_BREAKS = frozenset("The This That These Those It He She They We You And But Or".split())
# Words of a title that stand behind its head: "Chief Executive", "Attorney General".
_TITLE_TAILS = frozenset("Executive General Elect Designate Emeritus".split())
_PLACE_PREPOSITIONS = frozenset("in near at from outside across".split())


def names_in_run(
    sentence: Sentence, pieces: tuple[Piece, ...], run: list[int], evidence: Evidence
) -> Iterator[Mention]:
    """The names that stand at the pieces `run` of a sentence, in order, with their surroundings."""
    part: list[int] = []
    for index in run:
        word = pieces[index].word
        breaks = word in _CREDITS or word in _BREAKS
        if breaks or (word in CALENDAR and not _month_in_name(pieces, part, index)):
            yield from _titled(sentence, pieces, part, evidence)
            part = []
        elif part and _person_after_place(pieces, part, run, index):
            yield from _titled(sentence, pieces, part, evidence)
            part = [index]
        else:
            part.append(index)
    yield from _titled(sentence, pieces, part, evidence)


def _person_after_place(
    pieces: tuple[Piece, ...], part: list[int], run: list[int], index: int
) -> bool:
    """Whether a full name starts here, right behind a place: "In Prague Jan Havran said"."""
    before = pieces[part[0] - 1].text.lower() if part[0] else ""
    place = " ".join(pieces[number].word for number in part)
    if before not in _PLACE_PREPOSITIONS or place not in places():
        return False
    return pieces[index].word in given_names() and index + 1 in run


def _month_in_name(pieces: tuple[Piece, ...], part: list[int], index: int) -> bool:
    """Whether a month's word is a name here: "Theresa May", "Jan Havran", not "in June Mr Lee"."""
    word = pieces[index].word
    if part and word in _MONTH_NAMES:
        previous = pieces[part[-1]].word
        if previous in given_names() or previous in HONORIFICS:
            return True
    if word not in _MONTH_NAMES or index + 1 >= len(pieces):
        return False
    before = pieces[index - 1].text.lower() if index else ""
    after = pieces[index + 1]
    if word != "Jan" and (not before or before in _BEFORE_MONTHS or before.isdigit()):
        return False
    taken = after.word in _NEVER_SURNAMES or after.word in given_names()
    return after.capital and not taken and after.word not in demonyms()


def _titled(
    sentence: Sentence, pieces: tuple[Piece, ...], part: list[int], evidence: Evidence
) -> Iterator[Mention]:
    """Cut a run at honorifics and titles: "UK Prime Minister Keir Starmer" holds two names."""
    words = [pieces[index].word for index in part]
    if len(words) == 1 and words[0] in evidence.surnames and not pieces[part[0]].initial:
        yield from _emit(sentence, pieces, part, evidence)
        return
    honorific = next((at for at, word in enumerate(words) if word in HONORIFICS), None)
    if honorific is not None and honorific < len(words) - 1:
        stop = honorific
        while stop < len(words) and (words[stop] in HONORIFICS or words[stop] in TITLE_HEADS):
            stop += 1
        yield from _titled(sentence, pieces, part[:honorific], evidence)
        given = tuple(word for word in words[honorific:stop] if word in HONORIFICS)
        yield from _emit(sentence, pieces, part[stop:], evidence, honorifics=given, titled=True)
        return
    head = _title_at(words)
    if head is None:
        yield from _emit(sentence, pieces, part, evidence)
        return
    start = head
    while start and words[start - 1] in _TITLE_WORDS:
        start -= 1
    yield from _emit(sentence, pieces, part[:start], evidence)
    rest = part[head + 1 :]
    while rest and (not pieces[rest[0]].capital or pieces[rest[0]].word in _TITLE_TAILS):
        rest = rest[1:]
    yield from _emit(sentence, pieces, rest, evidence, titled=True)


def _title_at(words: list[str]) -> int | None:
    if not words or (words[-1] in HEADS and words[-1] not in TITLE_HEADS):
        return None
    heads = [at for at, word in enumerate(words) if word in TITLE_HEADS]
    if not heads:
        return None
    last = heads[-1]
    before = words[:last]
    if last == len(words) - 1 and any(word in given_names() for word in before):
        heads = heads[:-1]
        if not heads:
            return None
        last = heads[-1]
    return last


_BEFORE_AGE = (["aged"], ["now"], ["then"])


def _emit(
    sentence: Sentence,
    pieces: tuple[Piece, ...],
    part: list[int],
    evidence: Evidence,
    *,
    honorifics: tuple[str, ...] = (),
    titled: bool = False,
) -> Iterator[Mention]:
    part = _trim(pieces, part, evidence)
    words = joined(pieces, part)
    if not words or not _is_name(words, evidence, titled=titled):
        return
    first, last = part[0], part[-1]
    before = pieces[first - 1].text if first else ""
    after = pieces[last + 1].text if last + 1 < len(pieces) else ""
    role_before = before.lower() in _ROLE_NOUNS
    told = [piece.text for piece in pieces[last + 2 : last + 4]] if after == "," else []
    # ", 34," and ", then 34,": an age.
    aged = any(word.isdigit() for word in told[: 1 + (told[:1] in _BEFORE_AGE)])
    yield Mention(
        sentence=sentence.index,
        start=pieces[first].start,
        end=pieces[last].end,
        words=words,
        honorifics=honorifics,
        person=titled or role_before or after == "who" or aged,
        says=after in SAYING or before in SAYING,
        located=before in _PLACE_PREPOSITIONS,
    )


def is_title_surname(words: tuple[str, ...]) -> bool:
    """Whether a full name ends in a word that is a title or a common head: "Billy King"."""
    last = words[-1]
    return len(words) > 1 and words[0] in given_names() and (last in HEADS or last in TITLE_HEADS)


def joined(pieces: tuple[Piece, ...], part: list[int]) -> tuple[str, ...]:
    """The words of a name, with "Jean-Luc" as one word."""
    words: list[str] = []
    for position, index in enumerate(part):
        piece = pieces[index]
        glued = position and pieces[part[position - 1]].end == piece.start
        if glued and "-" in (piece.text, pieces[part[position - 1]].text):
            words[-1] += piece.text
        else:
            words.append(piece.word)
    return tuple(words)


def _trim(pieces: tuple[Piece, ...], part: list[int], evidence: Evidence) -> list[int]:
    while part and (not pieces[part[-1]].text[0].isalnum() or pieces[part[-1]].text in PARTICLES):
        part = part[:-1]
    while part:
        word = pieces[part[0]].word
        rest = [pieces[index].word for index in part[1:]]
        if not _leads_nowhere(pieces[part[0]], word, rest, evidence):
            return part
        part = part[1:]
    return part


def _leads_nowhere(piece: Piece, word: str, rest: list[str], evidence: Evidence) -> bool:
    """Whether the first word of a run is none of the name."""
    if not piece.capital or opens(word):
        return not _named_thing(word, rest)
    if word in TITLE_MODIFIERS and rest and (rest[0] in given_names() or rest[0] in demonyms()):
        return True
    if _mere_opening(piece, rest, evidence):
        return True
    return word in demonyms() and bool(rest) and _strips_demonym(word, rest)


def _named_thing(word: str, rest: list[str]) -> bool:
    """Whether an opener may belong to the name after all: "Security Council", "New Labour"."""
    return word[:1].isupper() and bool(rest) and (word == "New" or rest[-1] in HEADS)


def _mere_opening(piece: Piece, rest: list[str], evidence: Evidence) -> bool:
    """As "Producers" in "Producers Ann Lee said": only a first word before a full name."""
    if not piece.initial or len(rest) < 2 or rest[0] not in given_names():
        return False
    known = piece.word in given_names() or piece.word in places()
    return not known and not evidence.capital[piece.word]


def _strips_demonym(word: str, rest: list[str]) -> bool:
    if f"{word} {rest[0]}" in places() | demonyms() or rest[-1] in HEADS:
        return False
    return rest[0] in given_names() or rest[0] in places() or rest[0] in demonyms()


def _is_name(words: tuple[str, ...], evidence: Evidence, *, titled: bool) -> bool:
    text = " ".join(words)
    if text in evidence.surnames:
        return True
    if text in demonyms():
        return False
    if text in places():
        return True
    if all(word in _NEVER_SURNAMES or word in demonyms() for word in words):
        return False
    if len(words) > 1:
        return not all(word[0].isupper() and evidence.common(word) for word in words)
    word = words[0]
    if len(word) < 2 or word in ROMAN:
        return False
    if word in HEADS and word not in _STANDALONE:
        return False
    return not evidence.common(word) or word in given_names() or titled
