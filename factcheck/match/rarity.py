"""How much a shared word tells: rare words bind two sentences, frequent ones don't."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.model import Claim


@dataclass(frozen=True, slots=True)
class Rarity:
    """Inverse sentence frequency over the claims of a run (Spärck Jones 1972), in nats."""

    sentences: int
    frequency: dict[str, int]

    def weight(self, word: str) -> float:
        """The weight of one word; never below 0.1, so that a word always counts for something."""
        seen = self.frequency.get(word, 0)
        return max(0.1, math.log((self.sentences + 1) / (seen + 0.5)))

    def total(self, words: Iterable[str]) -> float:
        """The summed weight of distinct words (sorted first: float addition is order-dependent)."""
        return math.fsum(self.weight(word) for word in words)


def rarity_of(claims: Sequence[Claim]) -> Rarity:
    """Sentence frequencies of all content words of a run."""
    frequency: Counter[str] = Counter()
    for claim in claims:
        frequency.update(set(claim.words))
    return Rarity(len(claims), dict(frequency))
