"""How much a shared word tells: rare words bind two sentences, frequent ones don't."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from factcheck.model import Claim

# Sentences of general text that are taken to stand beside those of a run, so that in a run of two
# sentences a word that both have is not thereby a frequent word.
BACKGROUND = 50
# log(1 + count) of a word that every third sentence of SemCor has.
_MOST = 9.5


@dataclass(frozen=True, slots=True)
class Rarity:
    """Inverse sentence frequency over the claims of a run (Spärck Jones 1972), in nats.

    A common word of general text counts for less, however rare it is in this run.
    """

    sentences: int
    frequency: dict[str, int]
    # What was worked out before: a sentence is compared with many others.
    _weights: dict[str, float] = field(default_factory=dict, repr=False)
    _totals: dict[tuple[str, ...], float] = field(default_factory=dict, repr=False)

    def weight(self, word: str) -> float:
        """The weight of one word; never below 0.1, so that a word always counts for something."""
        known = self._weights.get(word)
        if known is None:
            seen = self.frequency.get(word, 0)
            here = math.log((self.sentences + BACKGROUND) / (seen + 1))
            known = max(0.1, here * (1.0 - commonness(word)))
            self._weights[word] = known
        return known

    def total(self, words: Iterable[str]) -> float:
        """The summed weight of distinct words, the same in any order (`fsum` rounds once)."""
        if not isinstance(words, tuple):
            return math.fsum(map(self.weight, words))
        known = self._totals.get(words)
        if known is None:
            known = self._totals[words] = math.fsum(map(self.weight, words))
        return known


def commonness(word: str) -> float:
    """0 for a word that general text hardly has, up to 0.9 for the most common ones."""
    count = _common().get(word, 0)
    return min(0.9, math.log(1 + count) / _MOST) if count else 0.0


@lru_cache(maxsize=1)
def _common() -> dict[str, int]:
    text = resources.files("factcheck.match").joinpath("common.txt").read_text("utf-8")
    rows = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {lemma: int(count) for lemma, count in rows}


def rarity_of(claims: Sequence[Claim]) -> Rarity:
    """Sentence frequencies of all content words of a run."""
    frequency: Counter[str] = Counter()
    for claim in claims:
        frequency.update(set(claim.words))
    return Rarity(len(claims), dict(frequency))
