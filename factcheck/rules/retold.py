"""A clause that tells what another sentence of its article tells, with the opposite in one place.

"Ada was attracted to Holt" beside "Ada was repulsed by Holt": the words around the two places are
the same and in the same order, from the subject on, so one holder and one target are spoken of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from factcheck.annotate.lemma import lemma_of
from factcheck.annotate.plain_words import outside_quotations
from factcheck.annotate.shadow import shadow_of
from factcheck.facts.attitudes import opposed, opposite_pole, pole_of
from factcheck.facts.function_words import FUNCTION_WORDS
from factcheck.facts.lexicon import antonyms_of, are_antonyms, direction_of
from factcheck.match.evidence import word_key
from factcheck.match.surroundings import akin
from factcheck.model import Claim, Document, Location, Modality
from factcheck.rules.short_texts import Side

# A word that more sentences than this have finds no partner.
_COMMON = 25
_LEAST_SHARED, _COVERED = 2, 0.75
_FEWEST, _MOST = 3, 14
# Content words of the other sentence that may stand between two that the clause has.
_GAP, _NEXT = 3, 1
_LONGEST = 400
_TOLD = (Modality.FACT, Modality.PLAN)
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_BREAK = re.compile(
    r"[,;:()–—\"]|\b(?:and|but|or|which|who|whom|that|while|when|whereas|because|although|though|if"
    r"|so|then)\b",
    re.IGNORECASE,
)
_DENYING = frozenset(
    "not never no none nobody nothing neither nor without cannot fail refuse deny hardly barely "
    "lack avoid cease stop".split()
)
# What held at one time and no longer, or of one and not of another.
_TURNING = frozenset(
    "once formerly initially originally later now eventually finally again longer anymore still "
    "previously earlier soon gradually increasingly another other others also instead rather than "
    "despite first second next more less sometimes often usually some many few both either would "
    "could may might can should will plan hope want intend expect if unless whether like seem "
    "appear pretend".split()
)
# Happenings that follow each other, ends of one thing, and parts of one whole: both are often told.
_BOTH = frozenset(
    "begin end start finish stop open close rise fall increase decrease grow gain lose win come go "
    "arrive leave return enter exit buy sell give take receive send lend borrow live die bear "
    "raise lower reduce add remove up down in out on off left right north south east west upper "
    "lower inside outside inner outer front back rear near far interior exterior old new young "
    "early late former first last home away host guest more less most least large small big little "
    "long short high low many few good bad best worst better same different local foreign general "
    "day night summer winter morning evening man woman boy girl male female husband wife brother "
    "sister son daughter mother father uncle aunt king queen actor actress teacher student doctor "
    "patient ask answer question follow lead push pull read write speak hear show hide find be "
    "have do get make open opening closing beginning ending".split()
)

_SEX = {"man": "m", "male": "m", "boy": "m", "woman": "f", "female": "f", "girl": "f"}
_AS_A = re.compile(r"\bas a $")


class _Word(NamedTuple):
    text: str
    lemma: str
    start: int
    end: int
    capital: bool


@dataclass(frozen=True, slots=True)
class Turned:
    """A word of a clause, and the opposite word in the sentence that tells the same."""

    here: Location
    there: Location
    shared: int


def turned_clauses(document: Document, claims: Sequence[Claim]) -> Iterator[Turned]:
    """The opposite words in clauses of one article that else tell the same; each pair once."""
    sides = _facing(_sides(document, claims))
    words = [_content(side.text, 0, len(side.text)) for side in sides]
    index: dict[str, list[int]] = {}
    for number, some in enumerate(words):
        for lemma in dict.fromkeys(word.lemma for word in some):
            index.setdefault(lemma, []).append(number)
    told: set[tuple[int, int]] = set()
    for number, side in enumerate(sides):
        for clause in _clauses(side.text, words[number]):
            partners = Counter(
                other
                for lemma in dict.fromkeys(word.lemma for word in clause)
                if len(index.get(lemma, ())) <= _COMMON
                for other in index.get(lemma, ())
                if other != number
            )
            for other, shared in sorted(partners.items()):
                pair = (min(number, other), max(number, other))
                if shared < _LEAST_SHARED or pair in told:
                    continue
                found = _turned(side, clause, sides[other], words[other])
                if found is not None:
                    told.add(pair)
                    yield found


def _sides(document: Document, claims: Sequence[Claim]) -> list[Side]:
    """The sentences that are told as true, with what is quoted blanked."""
    shadow = shadow_of(document.text)
    return [
        Side(document, claim, outside_quotations(document.text, shadow, claim.span))
        for claim in claims
        if claim.modality in _TOLD and claim.span.end - claim.span.start <= _LONGEST
    ]


def _facing(sides: Sequence[Side]) -> list[Side]:
    """The sentences with a word whose opposite the article has as well."""
    poles = [
        [_poles(word) for word in sorted({word.lower() for word in _WORD.findall(side.text)})]
        for side in sides
    ]
    found = Counter(key for each in poles for key in {key for has, _ in each for key in has})
    return [
        side
        for side, each in zip(sides, poles, strict=True)
        if any(found[key] for _, asks in each for key in asks)
    ]


def _content(text: str, start: int, end: int) -> list[_Word]:
    return [word for word in _words(text, start, end) if word.lemma not in FUNCTION_WORDS]


def _words(text: str, start: int, end: int) -> Iterator[_Word]:
    for match in _WORD.finditer(text, start, end):
        written = match.group()
        word = written.lower().removesuffix("'s")
        if len(word) > 1:
            yield _Word(
                word, lemma_of(word), match.start(), match.start() + len(word), written[0].isupper()
            )


def _clauses(text: str, words: Sequence[_Word]) -> Iterator[Sequence[_Word]]:
    """The content words between commas and conjunctions, where one of them has an opposite."""
    breaks = [match.span() for match in _BREAK.finditer(text)]
    starts = [word.start for word in words]
    start = 0
    for end, behind in [*breaks, (len(text), len(text))]:
        clause = words[bisect_left(starts, start) : bisect_left(starts, end)]
        if _FEWEST <= len(clause) <= _MOST and any(map(_has_opposite, clause)):
            yield clause
        start = behind


def _turned(
    side: Side, clause: Sequence[_Word], other: Side, theirs: Sequence[_Word]
) -> Turned | None:
    """The opposite words of a clause and a sentence that are worded alike around them."""
    capitals = {word.lemma for word in clause if word.capital}
    if not capitals <= {word.lemma for word in theirs} | _opening(clause):
        return None
    turning = [(at, word) for at, word in enumerate(theirs) if _has_opposite(word)]
    for place, word in enumerate(clause):
        if not turning or not _has_opposite(word):
            continue
        for at, against in turning:
            first = place == 0 or at == 0
            if not _contrary(word, against, first=first) and not (
                _by_sex(side, word, other, against)
            ):
                continue
            left = _shared(clause, place, theirs, at, -1)
            right = _shared(clause, place, theirs, at, 1)
            count = len(left) + len(right)
            if not left or count < max(_LEAST_SHARED, _COVERED * (len(clause) - 1)):
                continue
            if not any(gap <= _NEXT for step, gap, _ in (*left, *right) if step == 1):
                continue
            if count == _LEAST_SHARED and not capitals:
                continue
            reach = [at, *(target for _, _, target in (*left, *right))]
            if _differs(side, clause, other, theirs[min(reach) : max(reach) + 1]):
                continue
            return Turned(
                side.place(word.start, word.end), other.place(against.start, against.end), count
            )
    return None


def _opening(clause: Sequence[_Word]) -> set[str]:
    """The word at the head of a clause, whose capital may be that of the sentence."""
    return {clause[0].lemma} if clause and clause[0].start == 0 else set()


@lru_cache(maxsize=32768)
def _poles(form: str) -> tuple[frozenset[str], frozenset[str]]:
    """By what its opposites find a word, and by what it finds them; most words have none.

    Words and lemmas as they are; attitudes, directions and sexes with a mark before them.
    """
    text = form.removesuffix("'s")
    lemma = lemma_of(text)
    has, asks = set[str](), set[str]()
    if pole_of(text):
        has.add(f"~{pole_of(text)}")
        asks.add(f"~{opposite_pole(text)}")
    if lemma in _SEX:
        has.add(f"~{_SEX[lemma]}")
        asks.update(f"~{sex}" for sex in _SEX.values() if sex != _SEX[lemma])
    if lemma not in _BOTH:
        has.update((text, lemma))
        asks |= antonyms_of(text) | antonyms_of(lemma)
        for way in filter(None, (direction_of(text), direction_of(lemma))):
            has.add(f"~{way}")
            asks.add(f"~{-way}")
    return (frozenset(has), frozenset(asks)) if asks else (frozenset(), frozenset())


def _has_opposite(word: _Word) -> bool:
    return bool(_poles(word.text)[1])


def _contrary(one: _Word, two: _Word, *, first: bool) -> bool:
    if (one.capital or two.capital) and not first:
        return False
    if opposed(one.text, two.text):
        return True
    if one.lemma in _BOTH or two.lemma in _BOTH:
        return False
    return are_antonyms(one.lemma, two.lemma) or are_antonyms(one.text, two.text)


def _by_sex(side: Side, one: _Word, other: Side, two: _Word) -> bool:
    """Whether one is said to be "as a man" and "as a woman"; else these are two people."""
    sexes = {_SEX.get(one.lemma), _SEX.get(two.lemma)}
    if None in sexes or len(sexes) == 1:
        return False
    return all(
        _AS_A.search(text, max(0, start - 6), start) is not None
        for text, start in ((side.text, one.start), (other.text, two.start))
    )


def _shared(
    clause: Sequence[_Word], place: int, theirs: Sequence[_Word], at: int, way: int
) -> list[tuple[int, int, int]]:
    """The words of the clause, from `place` on, that stand in the sentence in the same order.

    For each: how many words it is from `place`, how many words of the sentence were skipped, and
    where in the sentence it stands.
    """
    found: list[tuple[int, int, int]] = []
    number = place + way
    while 0 <= number < len(clause):
        for gap in range(_GAP + 1):
            target = at + way * (gap + 1)
            if 0 <= target < len(theirs) and _is_same(clause[number], theirs[target]):
                found.append((abs(number - place), gap, target))
                at = target
                break
        number += way
    return found


def _is_same(one: _Word, two: _Word) -> bool:
    return one.lemma == two.lemma or akin(word_key(one.text), word_key(two.text)) > 0.0


def _differs(side: Side, clause: Sequence[_Word], other: Side, theirs: Sequence[_Word]) -> bool:
    """Whether one is denied, at another time, of another figure, or holds both words itself."""
    mine = list(_words(side.text, _before(side.text, clause[0].start), clause[-1].end))
    around = list(_words(other.text, _before(other.text, theirs[0].start), theirs[-1].end))
    one, two = (
        {word.lemma for word in words} | {word.text for word in words} for words in (mine, around)
    )
    if len(one & _DENYING) != len(two & _DENYING) or (one ^ two) & _TURNING:
        return True
    digits = [{word for word in words if word[0].isdigit()} for words in (one, two)]
    return bool(digits[0] - digits[1])


def _before(text: str, start: int) -> int:
    """Where the few words before a clause start, in which its denial or its time may stand."""
    return max(0, text.rfind(" ", 0, max(0, start - 12)))
