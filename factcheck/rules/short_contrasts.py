"""Words of a small class put for one another in one place: a red flag, a blue flag; first, second.

The classes are closed sets of English whose members exclude one another of one thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.annotate.data.places import demonyms
from factcheck.facts.function_words import FUNCTION_WORDS
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
    for place, word in enumerate(one.words):
        sort = _sort(word)
        if not sort or sort in told or word.lower() in two.lower:
            continue
        for other, theirs in enumerate(two.words):
            if _sort(theirs) != sort or theirs.lower() in one.lower:
                continue
            if _one_place(one.words, place, two.words, other):
                told.add(sort)
                yield Contrast(_place(one, place), _place(two, other), sort)
                break


def _sort(word: str) -> str:
    if word in demonyms():
        return "language"
    return _CLASS_OF.get(word.lower(), "")


def _one_place(mine: tuple[str, ...], at: int, theirs: tuple[str, ...], there: int) -> bool:
    """Whether the same word stands behind both, and it tells what the two are words of."""
    if at + 1 >= len(mine) or there + 1 >= len(theirs):
        return False
    behind, other = mine[at + 1].lower(), theirs[there + 1].lower()
    if behind != other:
        return False
    if mine[at] in demonyms():
        return behind == "language"
    if _CLASS_OF.get(mine[at].lower()) == "order":
        # The first leg and the second are two; the first president is no second one.
        return _is_told(mine, at) and _is_told(theirs, there)
    if behind not in FUNCTION_WORDS:
        return True
    # "the father of Holt", "the uncle of Holt".
    return mine[at + 1 : at + 3] == theirs[there + 1 : there + 3] and at + 2 < len(mine)


def _is_told(words: tuple[str, ...], at: int) -> bool:
    """Whether the subject is said to be that: "is the second …", "her third album"."""
    before = [word.lower() for word in words[max(0, at - 2) : at]]
    if before[-1:] in (["his"], ["her"], ["its"], ["their"]):
        return True
    return before[-1:] == ["the"] and before[0] in ("is", "was", "became", "as", "be", "been")


def _place(side: Side, number: int) -> Location:
    start = -1
    for word in side.words[: number + 1]:
        start = side.text.index(word, start + 1)
    return side.place(start, start + len(side.words[number]))
