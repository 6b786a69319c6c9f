"""Words of a small class put for one another in one place: a red flag, a blue flag; first, second.

The classes are closed sets of English whose members exclude one another of one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.annotate.data.places import demonyms
from factcheck.annotate.lemma import lemma_of
from factcheck.facts.function_words import FUNCTION_WORDS
from factcheck.facts.lexicon import are_antonyms
from factcheck.model import Location
from factcheck.rules.short_texts import Side

_CLASSES = {
    "colour": "red blue green yellow white orange purple pink brown grey gray golden silver",
    "order": "first second third fourth fifth sixth seventh eighth ninth tenth last",
    "compass": "northern southern eastern western north south east west",
    "season": "spring summer autumn winter",
    "kin": "father mother brother sister son daughter uncle aunt nephew niece grandfather "
    "grandmother grandson granddaughter husband wife cousin",
    "rank": "oldest youngest eldest",
    "size": "largest smallest biggest tallest shortest",
    "marital": "married unmarried divorced widowed single",
}
_CLASS_OF = {word: name for name, words in _CLASSES.items() for word in words.split()}
_BE = frozenset("is was are were be in".split())
_REACH = 4
_PART = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
CONTRAST = 0.82
"""How often such a pair is right."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """Two words of one class, each before the same word."""

    left: Location
    right: Location
    sort: str


def contrasts(one: Side, two: Side) -> Iterator[Contrast]:
    """The words that exclude one another; at most one a class."""
    if not {"not", "never", "no"}.isdisjoint(one.lower | two.lower):
        return
    told: set[str] = set()
    mine, theirs = _parts(one), _parts(two)
    ours, others = ([match.group() for match in parts] for parts in (mine, theirs))
    known, known_there = ({word.lower() for word in words} for words in (ours, others))
    for place, word in enumerate(ours):
        sort = _sort(word)
        if not sort or sort in told or word.lower() in known_there:
            continue
        for other, their_word in enumerate(others):
            if _sort(their_word) != sort or their_word.lower() in known:
                continue
            if _one_place(ours, place, others, other):
                told.add(sort)
                left, right = mine[place].span(), theirs[other].span()
                yield Contrast(one.place(*left), two.place(*right), sort)
                break


def _parts(side: Side) -> list[re.Match[str]]:
    """The words of a sentence, those of compounds each: "Spanish-language", "black-and-white"."""
    return list(_PART.finditer(side.text))


def _sort(word: str) -> str:
    if word in demonyms():
        return "language"
    return _CLASS_OF.get(word.lower(), "")


def _one_place(mine: Sequence[str], at: int, theirs: Sequence[str], there: int) -> bool:
    """Whether the same word stands behind both, and it tells what the two are words of."""
    if at + 1 >= len(mine) or there + 1 >= len(theirs):
        return False
    behind, other = mine[at + 1].lower(), theirs[there + 1].lower()
    if behind != other:
        return False
    if mine[at] in demonyms():
        return behind == "language" and _is_what_it_is(mine, at) and _is_what_it_is(theirs, there)
    if _CLASS_OF.get(mine[at].lower()) == "order":
        # The first leg and the second are two; the first president is no second one.
        return _is_told(mine, at) and _is_told(theirs, there) and _one_deed(mine, at, theirs, there)
    if behind not in FUNCTION_WORDS:
        return True
    if behind in ("and", "or"):
        # "Red and white", "blue and white": the first of a list, of whatever.
        return False
    # "the father of Holt", "the uncle of Holt".
    return list(mine[at + 1 : at + 3]) == list(theirs[there + 1 : there + 3]) and at + 2 < len(mine)


def _one_deed(mine: Sequence[str], at: int, theirs: Sequence[str], there: int) -> bool:
    """Whether no opposite verbs stand before the two: who won the first may lose the last."""
    verbs = (mine[max(0, at - 2)], theirs[max(0, there - 2)])
    return not are_antonyms(*(lemma_of(verb.lower()) for verb in verbs)) and not are_antonyms(
        *(verb.lower() for verb in verbs)
    )


def _is_what_it_is(words: Sequence[str], at: int) -> bool:
    """Whether the word belongs to what the subject is: "is an American Spanish-language network";
    a firm may have pages in many languages."""
    before = [word.lower() for word in words[max(0, at - _REACH) : at]]
    return not _BE.isdisjoint(before)


def _is_told(words: Sequence[str], at: int) -> bool:
    """Whether the subject is said to be that: "is the second …", "her third album"."""
    before = [word.lower() for word in words[max(0, at - 2) : at]]
    if before[-1:] in (["his"], ["her"], ["its"], ["their"]):
        return True
    return before[-1:] == ["the"] and before[0] in ("is", "was", "became", "as", "be", "been")
