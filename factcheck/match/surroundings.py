"""The words around a figure, which tell what it is the figure of, whatever the parse says.

"Suicide bombers kill 63" is nearer to "killing 35 people" than to "wounding at least 63", although
one sentence holds both: what stands next to a figure tells more than what else its sentence says.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import lru_cache

from factcheck.annotate.plain_words import plain_words
from factcheck.annotate.worth import NUMBER_WORDS
from factcheck.facts.function_words import FUNCTION_WORDS
from factcheck.facts.near_words import neighbours
from factcheck.match.evidence import stems, word_key
from factcheck.match.rarity import Rarity
from factcheck.match.synonyms import class_mates
from factcheck.model import Claim, Fact

Surroundings = tuple[tuple[str, float], ...]
"""Keys of the content words around a figure, each with its nearness, 0 to 1."""

# What a word counts for by its distance from the figure, in content words; farther ones don't.
_NEARNESS = (1.0, 0.9, 0.7, 0.5, 0.35)
# What a word counts for beside another of its stem, class or near-synonym group.
_AKIN = 0.7
# What a word counts for behind another figure.
_BEYOND = 0.5
# Words of scale and currency are part of the value.
_OF_VALUES = frozenset(
    "hundred thousand million billion trillion dozen bn mn tn percent cent pct dollar euro pound "
    "usd".split()
)


def surroundings_of(fact: Fact, claim: Claim, shadow: str) -> Surroundings:
    """The words of `claim` on both sides of `fact`, and those of its surface besides numbers.

    `shadow` is the shadow of the document.
    """
    nearest: dict[str, float] = {}
    words = plain_words(shadow, claim.span)
    before = [word.text for word in words if word.end <= fact.span.start]
    inside = [
        word.text for word in words if word.start < fact.span.end and fact.span.start < word.end
    ]
    after = [word.text for word in words if word.start >= fact.span.end]
    for side in (
        _up_to_figures(filter(tells, inside)),
        _up_to_figures(reversed(before)),
        _up_to_figures(after),
    ):
        for (text, share), nearness in zip(side, _NEARNESS, strict=False):
            key = word_key(text)
            nearest[key] = max(nearest.get(key, 0.0), nearness * share)
    return tuple(nearest.items())


def _up_to_figures(words: Iterable[str]) -> Iterator[tuple[str, float]]:
    """Content words, for which each figure before them counts off: they are rather its own."""
    share = 1.0
    for word in words:
        if word in NUMBER_WORDS or word[0].isdigit():
            share *= _BEYOND
        elif tells(word):
            yield word, share


def tells(word: str) -> bool:
    """Whether a word in lower case is a content word that is no part of a figure."""
    if word in FUNCTION_WORDS or word in NUMBER_WORDS or word in _OF_VALUES:
        return False
    return len(word) > 1 and not any(character.isdigit() for character in word)


def likeness(draft: Surroundings, source: Surroundings, rarity: Rarity) -> float:
    """Share (0 to 1) of the words around a draft's figure that stand as near to the source's."""
    whole = math.fsum(near * rarity.weight(key) for key, near in draft)
    if not whole:
        return 0.0
    shared = math.fsum(
        near
        * rarity.weight(key)
        * max((akin(key, other) * min(1.0, by / near) for other, by in source), default=0.0)
        for key, near in draft
    )
    return shared / whole


@lru_cache(maxsize=65536)
def akin(one: str, two: str) -> float:
    """1 for the same word, less for a word of its family, 0 else."""
    if one == two:
        return 1.0
    return 0.0 if family(one).isdisjoint(stems(two)) else _AKIN


@lru_cache(maxsize=16384)
def family(key: str) -> frozenset[str]:
    """The stems of a word, and the words of its class and near-synonym groups."""
    return stems(key) | {*class_mates(key), *neighbours(key)}
