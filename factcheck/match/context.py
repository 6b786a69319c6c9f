"""What the levels of a match look at besides the two facts: claims, rarity, likeness of documents."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.match.rarity import Rarity, rarity_of
from factcheck.model import Claim, Document, DocumentRole, Fact


@dataclass(frozen=True)
class Context:
    """The surroundings of all facts of a run; likeness of documents is worked out once a pair."""

    documents: dict[str, Document]
    claims: dict[tuple[str, int], Claim]
    rarity: Rarity
    words_of: dict[str, frozenset[str]]
    document_rarity: dict[str, float]
    likeness_of: dict[tuple[str, str], float] = field(default_factory=dict)

    def claim(self, fact: Fact) -> Claim:
        """The claim in which a fact stands."""
        return self.claims[(fact.document, fact.claim)]

    def is_draft(self, name: str) -> bool:
        """Whether a document is the draft under check."""
        return self.documents[name].role is DocumentRole.DRAFT

    def likeness(self, left: str, right: str) -> float:
        """Share (0 to 1) of the rarer words of the shorter document that the other has too."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self.likeness_of:
            self.likeness_of[pair] = self._likeness(*pair)
        return self.likeness_of[pair]

    def _likeness(self, left: str, right: str) -> float:
        one, two = self.words_of[left], self.words_of[right]
        shared = self._mass(one & two)
        least = min(self._mass(one), self._mass(two))
        return shared / least if least else 0.0

    def _mass(self, words: frozenset[str]) -> float:
        return math.fsum(self.document_rarity[word] for word in words)


def context_of(documents: Sequence[Document], claims: Sequence[Claim]) -> Context:
    """The context of one run."""
    words_of = _document_words(documents, claims)
    frequency: dict[str, int] = {}
    for words in words_of.values():
        for word in words:
            frequency[word] = frequency.get(word, 0) + 1
    count = len(documents)
    return Context(
        documents={document.name: document for document in documents},
        claims={(claim.document, claim.index): claim for claim in claims},
        rarity=rarity_of(claims),
        words_of=words_of,
        document_rarity={
            word: math.log((count + 2) / (seen + 0.5)) for word, seen in frequency.items()
        },
    )


def _document_words(
    documents: Sequence[Document], claims: Sequence[Claim]
) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {document.name: set() for document in documents}
    for claim in claims:
        found[claim.document].update(claim.words)
    return {name: frozenset(words) for name, words in found.items()}
