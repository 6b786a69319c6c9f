"""What a named thing is said to be twice, with words that exclude each other before the noun.

"Holt Aid is a non-profit organisation" and "Holt Aid is a for-profit business": an antonym, or the
same word with and without "non-".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.annotate.lemma import lemma_of
from factcheck.facts.function_words import FUNCTION_WORDS
from factcheck.facts.lexicon import are_antonyms
from factcheck.model import Location
from factcheck.rules.short_texts import Side

_IS = re.compile(r"\s(?:is|was|are|were)\s(?:an?|the)\s")
_WORD = re.compile(r"\s*([^\W\d_]+(?:[-–][^\W\d_]+)*)")
_NON = re.compile(r"^non[-–]?(?=[a-z]{4})")
# Of one opening so many sentences are looked at.
_MOST = 20
_MOST_WORDS = 8
# Of one thing each of two such words may hold: it has two ends, two times, two sides.
_TWO_SIDED = frozenset(
    "first last early late old new former current big small large little long short high low many "
    "few more less most least major minor good bad best worst northern southern eastern western "
    "upper lower inner outer left right young wide narrow".split()
)


@dataclass(frozen=True, slots=True)
class Excluded:
    """Two words before what one thing is said to be."""

    left: Location
    right: Location


@dataclass(frozen=True, slots=True)
class _Modifier:
    text: str
    start: int
    end: int


def excluded_kinds(sides: Sequence[Side]) -> Iterator[Excluded]:
    """The pairs of words of one subject that exclude each other."""
    told: dict[tuple[str, ...], list[tuple[Side, list[_Modifier]]]] = {}
    for side in sides:
        modifiers = _modifiers(side)
        if modifiers and side.opening and side.words[0][0].isupper():
            told.setdefault(side.opening, []).append((side, modifiers))
    for _, some in sorted(told.items()):
        for (one, mine), (two, theirs) in combinations(some[:_MOST], 2):
            pair = _excluding(mine, theirs)
            if pair is not None:
                left, right = pair
                yield Excluded(one.place(left.start, left.end), two.place(right.start, right.end))


def _modifiers(side: Side) -> list[_Modifier]:
    """The words from the article up to the first word that is no adjective or noun."""
    text = side.plain
    found = _IS.search(text)
    if found is None or len(text[: found.start()].split()) > len(side.opening) + 1:
        return []
    words: list[_Modifier] = []
    at = found.end()
    while len(words) < _MOST_WORDS:
        match = _WORD.match(text, at)
        if match is None or match[1].lower() in FUNCTION_WORDS or match[1].lower().endswith("ing"):
            break
        at = match.end()
        if match[1].lower() == "non" and (behind := _WORD.match(text, at)) is not None:
            # "non profit", written apart.
            words.append(_Modifier(f"non{behind[1].lower()}", match.start(1), behind.end(1)))
            at = behind.end()
        else:
            words.append(_Modifier(match[1].lower(), match.start(1), match.end(1)))
    return words


def _excluding(
    mine: Sequence[_Modifier], theirs: Sequence[_Modifier]
) -> tuple[_Modifier, _Modifier] | None:
    texts = {word.text for word in mine} & {word.text for word in theirs}
    for one in mine:
        for two in theirs:
            if one.text in texts or two.text in texts:
                continue
            if _denies(one.text, two.text) or _denies(two.text, one.text):
                return one, two
            lemmas = (lemma_of(one.text), lemma_of(two.text))
            if not _TWO_SIDED.isdisjoint((one.text, two.text, *lemmas)):
                continue
            if are_antonyms(one.text, two.text):
                return one, two
    return None


def _denies(one: str, two: str) -> bool:
    """Whether one is "non-" what the other is: "nonprofit", "for-profit"."""
    bare = _NON.sub("", one)
    return bare != one and not _NON.match(two) and bare in re.split("[-–]", two)
