"""Names by their capitals: which runs of words name someone or something, without a recogniser.

Capitals are evidence only where the writer had a choice: inside a sentence of running text. What is
learnt there is then looked for in headlines, labels and lines of capitals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from factcheck.annotate.data.given import given_names
from factcheck.annotate.data.places import demonyms, places
from factcheck.annotate.data.words import (
    CALENDAR,
    HONORIFICS,
    OF_HEADS,
    OPENERS,
    ORGANISATION_HEADS,
    PARTICLES,
    ROMAN,
    SAYING,
    THING_HEADS,
    TITLE_HEADS,
    TITLE_MODIFIERS,
)
from factcheck.annotate.entities import Mention, resolve
from factcheck.annotate.nouns import Entity, Name, Sentence
from factcheck.annotate.pieces import Piece, is_display, pieces_of
from factcheck.model import BlockKind, Document, Span

_HEADS = ORGANISATION_HEADS | THING_HEADS
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
# Words of a caption's credit line, which run on from the name before them.
_CREDITS = frozenset("Credit Photo Photograph Picture Image File Getty".split())
_BREAKS = frozenset("The This That These Those It He She They We You And But Or".split())
# Words of a title that stand behind its head: "Chief Executive", "Attorney General".
_TITLE_TAILS = frozenset("Executive General Elect Designate Emeritus".split())
_FOR_HEADS = frozenset("Centre Center Council Institute Association Fund Foundation Agency".split())
_PLACE_PREPOSITIONS = frozenset("in near at from outside across".split())


class _Evidence:
    """How the words of a document are written where capitals mean something."""

    __slots__ = ("capital", "lower")

    def __init__(self, bodies: Iterable[tuple[Piece, ...]]) -> None:
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


def find_names(
    document: Document, shadow: str, sentences: Sequence[Sentence]
) -> tuple[tuple[Name, ...], tuple[Entity, ...]]:
    """The name mentions of a document in text order, and the entities they stand for.

    `sentences` may carry tier 1 or not; with it, a proper-noun tag lets a name at the start of a
    sentence in. Furniture is not looked at.
    """
    bodies: list[tuple[Sentence, tuple[Piece, ...]]] = []
    displays: list[tuple[Sentence, tuple[Piece, ...]]] = []
    for sentence in sentences:
        block = document.blocks[sentence.block]
        pieces = pieces_of(shadow, sentence)
        if not pieces or block.kind in (BlockKind.FURNITURE, BlockKind.CODE):
            continue
        display = block.kind is BlockKind.TABLE_ROW or is_display(
            pieces, heading=block.kind is BlockKind.HEADING
        )
        (displays if display else bodies).append((sentence, pieces))
    evidence = _Evidence(pieces for _, pieces in bodies)
    mentions = [
        mention for sentence, pieces in bodies for mention in _mentions(sentence, pieces, evidence)
    ]
    known = {mention.words for mention in mentions}
    for sentence, pieces in displays:
        mentions.extend(_learnt(sentence, pieces, known))
    mentions.sort(key=lambda mention: (mention.start, mention.end))
    entities, indexes = resolve(mentions)
    by_index = {sentence.index: sentence for sentence in sentences}
    names = tuple(
        _name(mention, by_index[mention.sentence], shadow, entity)
        for mention, entity in zip(mentions, indexes, strict=True)
    )
    return names, entities


def _name(mention: Mention, sentence: Sentence, shadow: str, entity: int) -> Name:
    inside = [
        index
        for index, token in enumerate(sentence.tokens)
        if token.start < mention.end and mention.start < token.end
    ]
    first, last = (inside[0], inside[-1] + 1) if inside else (0, 0)
    return Name(
        sentence=mention.sentence,
        first=first,
        last=last,
        span=Span(mention.start, mention.end),
        text=shadow[mention.start : mention.end],
        entity=entity,
    )


# ── running text ──────────────────────────────────────────────────────────────────────────────


def _mentions(
    sentence: Sentence, pieces: tuple[Piece, ...], evidence: _Evidence
) -> Iterator[Mention]:
    for first, last in _runs(pieces, evidence):
        run = [
            index
            for index in range(first, last)
            if index > first or not _only_opening(pieces, index, last, evidence)
        ]
        while run and not pieces[run[0]].capital:
            run.pop(0)
        yield from _split(sentence, pieces, run, evidence)


def _runs(pieces: tuple[Piece, ...], evidence: _Evidence) -> Iterator[tuple[int, int]]:
    index = 0
    while index < len(pieces):
        if not pieces[index].capital:
            index += 1
            continue
        last = index
        while (following := _continues(pieces, last, evidence)) is not None:
            last = following
        yield index, last + 1
        index = last + 1


def _continues(pieces: tuple[Piece, ...], last: int, evidence: _Evidence) -> int | None:
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
    while index < len(pieces) and particles and pieces[index].text in PARTICLES | {"-"}:
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


def _hyphen(pieces: tuple[Piece, ...], last: int, evidence: _Evidence) -> int | None:
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


def _only_opening(pieces: tuple[Piece, ...], index: int, last: int, evidence: _Evidence) -> bool:
    """Whether the capital may only be that of the sentence's first word."""
    piece = pieces[index]
    word = piece.word
    if not piece.initial or word in HONORIFICS or word in TITLE_HEADS:
        return False
    if word.lower() in OPENERS and word not in given_names():
        return True
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


# ── what a run holds ──────────────────────────────────────────────────────────────────────────


def _split(
    sentence: Sentence, pieces: tuple[Piece, ...], run: list[int], evidence: _Evidence
) -> Iterator[Mention]:
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
    if part and word in _MONTH_NAMES and pieces[part[-1]].word in given_names() | HONORIFICS:
        return True
    if word not in _MONTH_NAMES or index + 1 >= len(pieces):
        return False
    before = pieces[index - 1].text.lower() if index else ""
    after = pieces[index + 1]
    if word != "Jan" and (not before or before in _BEFORE_MONTHS or before.isdigit()):
        return False
    taken = given_names() | demonyms() | TITLE_HEADS | TITLE_MODIFIERS | HONORIFICS | CALENDAR
    return after.capital and after.word not in taken


def _titled(
    sentence: Sentence, pieces: tuple[Piece, ...], part: list[int], evidence: _Evidence
) -> Iterator[Mention]:
    """Cut a run at honorifics and titles: "UK Prime Minister Keir Starmer" holds two names."""
    words = [pieces[index].word for index in part]
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
    while start and words[start - 1] in TITLE_MODIFIERS | TITLE_HEADS:
        start -= 1
    yield from _emit(sentence, pieces, part[:start], evidence)
    rest = part[head + 1 :]
    while rest and (not pieces[rest[0]].capital or pieces[rest[0]].word in _TITLE_TAILS):
        rest = rest[1:]
    yield from _emit(sentence, pieces, rest, evidence, titled=True)


def _title_at(words: list[str]) -> int | None:
    if not words or (words[-1] in _HEADS and words[-1] not in TITLE_HEADS):
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


def _emit(
    sentence: Sentence,
    pieces: tuple[Piece, ...],
    part: list[int],
    evidence: _Evidence,
    *,
    honorifics: tuple[str, ...] = (),
    titled: bool = False,
) -> Iterator[Mention]:
    part = _trim(pieces, part, evidence)
    words = _joined(pieces, part)
    if not words or not _is_name(words, evidence, titled=titled):
        return
    first, last = part[0], part[-1]
    before = pieces[first - 1].text if first else ""
    after = pieces[last + 1].text if last + 1 < len(pieces) else ""
    role_before = before.lower() in _ROLE_NOUNS
    aged = after == "," and last + 2 < len(pieces) and pieces[last + 2].text.isdigit()
    yield Mention(
        sentence=sentence.index,
        start=pieces[first].start,
        end=pieces[last].end,
        words=words,
        honorifics=honorifics,
        person=titled or role_before or after == "who" or aged,
        says=after in SAYING or before in SAYING,
        located=before in _PLACE_PREPOSITIONS,
        bracketed=before == "(" and after == ")",
    )


def _joined(pieces: tuple[Piece, ...], part: list[int]) -> tuple[str, ...]:
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


def _trim(pieces: tuple[Piece, ...], part: list[int], evidence: _Evidence) -> list[int]:
    while part and (not pieces[part[-1]].text[0].isalnum() or pieces[part[-1]].text in PARTICLES):
        part = part[:-1]
    while part:
        word = pieces[part[0]].word
        rest = [pieces[index].word for index in part[1:]]
        if not _leads_nowhere(pieces[part[0]], word, rest, evidence):
            return part
        part = part[1:]
    return part


def _leads_nowhere(piece: Piece, word: str, rest: list[str], evidence: _Evidence) -> bool:
    """Whether the first word of a run is none of the name."""
    if not piece.capital or (word.lower() in OPENERS and word not in given_names()):
        return not _named_thing(word, rest)
    if word in TITLE_MODIFIERS and rest and rest[0] in given_names() | demonyms():
        return True
    if _mere_opening(piece, rest, evidence):
        return True
    return word in demonyms() and bool(rest) and _strips_demonym(word, rest)


def _named_thing(word: str, rest: list[str]) -> bool:
    """Whether an opener may belong to the name after all: "Security Council", "New Labour"."""
    return word[:1].isupper() and bool(rest) and (word == "New" or rest[-1] in _HEADS)


def _mere_opening(piece: Piece, rest: list[str], evidence: _Evidence) -> bool:
    """As "Producers" in "Producers Ann Lee said": only a first word before a full name."""
    if not piece.initial or len(rest) < 2 or rest[0] not in given_names():
        return False
    return piece.word not in given_names() | places() and not evidence.capital[piece.word]


def _strips_demonym(word: str, rest: list[str]) -> bool:
    if f"{word} {rest[0]}" in places() | demonyms() or rest[-1] in _HEADS:
        return False
    return rest[0] in given_names() or rest[0] in places() or rest[0] in demonyms()


def _is_name(words: tuple[str, ...], evidence: _Evidence, *, titled: bool) -> bool:
    text = " ".join(words)
    if text in demonyms():
        return False
    if text in places():
        return True
    if all(word in TITLE_HEADS | TITLE_MODIFIERS | HONORIFICS | demonyms() for word in words):
        return False
    if len(words) > 1:
        return not all(word[0].isupper() and evidence.common(word) for word in words)
    word = words[0]
    if len(word) < 2 or word in ROMAN:
        return False
    if word in _HEADS and word not in _STANDALONE:
        return False
    return not evidence.common(word) or word in given_names() or titled


# ── headlines and labels ──────────────────────────────────────────────────────────────────────


def _learnt(
    sentence: Sentence, pieces: tuple[Piece, ...], known: set[tuple[str, ...]]
) -> Iterator[Mention]:
    """Known names in a line whose capitals say nothing; a lone "Given Surname" counts as a name."""
    shouted = {tuple(word.upper() for word in words): words for words in known}
    longest = max((len(words) for words in known), default=1) + 2
    index = 0
    while index < len(pieces):
        for length in range(min(longest, len(pieces) - index), 0, -1):
            chunk = pieces[index : index + length]
            words = _joined(chunk, list(range(len(chunk))))
            if not (words in known or words in shouted or " ".join(words) in places()):
                continue
            if length == 1 and not chunk[0].capital:
                continue
            yield Mention(
                sentence=sentence.index,
                start=chunk[0].start,
                end=chunk[-1].end,
                words=shouted.get(words, words),
            )
            index += length
            break
        else:
            if index == 0 and _person_line(pieces):
                words = _joined(pieces, list(range(len(pieces))))
                yield Mention(
                    sentence=sentence.index,
                    start=pieces[0].start,
                    end=pieces[-1].end,
                    words=words,
                    person=True,
                )
                return
            index += 1


def _person_line(pieces: tuple[Piece, ...]) -> bool:
    words = [piece.word for piece in pieces]
    if not 2 <= len(words) <= 4 or words[0] not in given_names():
        return False
    return all(
        piece.capital and piece.word not in _HEADS | demonyms() and not piece.word.isupper()
        for piece in pieces[1:]
    )
