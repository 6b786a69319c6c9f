"""The sentences of the sources word by word, and how like the words around two places are.

A draft retells its sources, mostly in their words. Where the words around a place of the draft
stand around a place of a source, the two places say the same thing, and what differs there is what
the draft has changed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.annotate.lemma import lemma_of
from factcheck.annotate.plain_words import PlainWord, plain_words
from factcheck.match.evidence import Evidence, word_key
from factcheck.match.rarity import Rarity
from factcheck.match.surroundings import Surroundings, likeness, tells

# What a word counts for by its distance from the place, in content words and figures.
_NEARNESS = (1.0, 0.9, 0.8, 0.65, 0.5, 0.4, 0.3)
_NEGATORS = frozenset("not no never without neither nor cannot".split())
_SCOPE = 4

Place = tuple[int, int, int]
"""A sentence by its number, and its words from the second to the third (exclusive)."""


def surroundings(words: Sequence[PlainWord], first: int, last: int) -> Surroundings:
    """Keys of the content words and figures around words `first` to `last`, with their nearness."""
    nearest: dict[str, float] = {}
    for side in (words[:first][::-1], words[last:]):
        telling = (word.text for word in side if tells(word.text) or word.text[0].isdigit())
        for text, nearness in zip(telling, _NEARNESS, strict=False):
            key = text if text[0].isdigit() else word_key(text)
            nearest[key] = max(nearest.get(key, 0.0), nearness)
    return tuple(nearest.items())


def is_denied(words: Sequence[PlainWord], index: int) -> bool:
    """Whether a word of denial stands shortly before word `index`."""
    before = words[max(0, index - _SCOPE) : index]
    return any(word.text in _NEGATORS or word.text.endswith("n't") for word in before)


@dataclass(frozen=True)
class Passages:
    """The words of the sources' sentences, and the places of each word and lemma."""

    evidence: Evidence
    rarity: Rarity
    words: tuple[tuple[PlainWord, ...], ...]
    places: Mapping[str, tuple[Place, ...]]
    _around: dict[Place, Surroundings] = field(default_factory=dict)

    def around(self, place: Place) -> Surroundings:
        """The surroundings of a place in a source."""
        known = self._around.get(place)
        if known is None:
            number, first, last = place
            known = self._around[place] = surroundings(self.words[number], first, last)
        return known

    def alike(self, draft: Surroundings, place: Place) -> float:
        """Share (0 to 1) of the words around a place of the draft that stand around `place`."""
        return likeness(draft, self.around(place), self.rarity)

    def hold(self, draft: Surroundings, least: float) -> frozenset[int]:
        """The sentences in which at least the share `least` of the words of `draft` can stand."""
        shares: dict[int, float] = {}
        for key, near in draft:
            weight = near * self.rarity.weight(key)
            for number, share in self.evidence.row(key).items():
                shares[number] = shares.get(number, 0.0) + share * weight
        floor = least * math.fsum(near * self.rarity.weight(key) for key, near in draft)
        return frozenset(number for number, share in shares.items() if share >= floor)


def passages_of(evidence: Evidence, shadows: Mapping[str, str], rarity: Rarity) -> Passages:
    """The passages of the sentences of `evidence`; `shadows` are those of their documents."""
    words = tuple(plain_words(shadows[claim.document], claim.span) for claim in evidence.sentences)
    places: dict[str, list[Place]] = {}
    for number, some in enumerate(words):
        for index, word in enumerate(some):
            for form in forms_of(word.text):
                places.setdefault(form, []).append((number, index, index + 1))
    return Passages(evidence, rarity, words, {key: tuple(some) for key, some in places.items()})


def forms_of(word: str) -> Iterable[str]:
    """A word and its lemma, each once."""
    return dict.fromkeys((word, lemma_of(word)))
