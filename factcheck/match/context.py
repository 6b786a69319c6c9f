"""What the levels of a match look at besides the two facts: claims, rarity, likeness."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.facts.works import is_work
from factcheck.match.rarity import Rarity, commonness, rarity_of
from factcheck.model import (
    Claim,
    Document,
    DocumentRole,
    DurationValue,
    Fact,
    MomentValue,
    QuantityValue,
)

# Likeness from which two documents count as one story, or as related (read off pairs of
# ../shared/bench/ecbplus_clusters against ecbplus_unrelated).
SAME_STORY = 0.38
RELATED = 0.22
# Two fires share their words and not their names: of so many in each text, at least so many are the
# same where the event is one (some 7 in 100 pairs of benchmarks/newsroom on one event share fewer).
_NAMES, _SHARED_NAMES = 5, 2


@dataclass(frozen=True)
class Context:
    """The surroundings of all facts of a run; what is worked out of documents is kept."""

    documents: dict[str, Document]
    claims: dict[tuple[str, int], Claim]
    rarity: Rarity
    words_of: dict[str, frozenset[str]]
    document_rarity: dict[str, float]
    works_of: dict[str, frozenset[str]]
    unit_counts: dict[tuple[str, str], int]
    names_of: dict[str, frozenset[str]]
    likeness_of: dict[tuple[str, str], float] = field(default_factory=dict)
    standing_of: dict[tuple[str, str], str] = field(default_factory=dict)
    mass_of: dict[str, float] = field(default_factory=dict)

    def claim(self, fact: Fact) -> Claim:
        """The claim in which a fact stands."""
        return self.claims[(fact.document, fact.claim)]

    def standing(self, left: str, right: str) -> str:
        """How two documents stand to each other; the prior of a match depends on it."""
        known = self.standing_of.get((left, right))
        if known is None:
            known = self.standing_of[left, right] = self._standing(left, right)
        return known

    def _standing(self, left: str, right: str) -> str:
        if left == right:
            return "one document"
        roles = {self.documents[name].role for name in (left, right)}
        if roles == {DocumentRole.DRAFT, DocumentRole.SOURCE}:
            return "draft and source"
        if self._are_named_apart(left, right):
            return "unrelated"
        likeness = self.likeness(left, right)
        if likeness >= SAME_STORY:
            return "same story"
        return "related" if likeness >= RELATED else "unrelated"

    def _are_named_apart(self, left: str, right: str) -> bool:
        """Whether two texts with names of their own share hardly any."""
        one, two = self.names_of[left], self.names_of[right]
        return min(len(one), len(two)) >= _NAMES and len(one & two) < _SHARED_NAMES

    def likeness(self, left: str, right: str) -> float:
        """Share (0 to 1) of the rarer words of the shorter document that the other has too."""
        pair = (left, right) if left < right else (right, left)
        if pair not in self.likeness_of:
            self.likeness_of[pair] = self._likeness(*pair)
        return self.likeness_of[pair]

    def _likeness(self, left: str, right: str) -> float:
        one, two = self.words_of[left], self.words_of[right]
        shared = self._mass(one & two)
        least = min(self._document_mass(left), self._document_mass(right))
        return shared / least if least else 0.0

    def _document_mass(self, name: str) -> float:
        if name not in self.mass_of:
            self.mass_of[name] = self._mass(self.words_of[name])
        return self.mass_of[name]

    def _mass(self, words: frozenset[str]) -> float:
        return math.fsum(self.document_rarity[word] for word in words)


def alike(one: frozenset[str], two: frozenset[str]) -> float:
    """The likeness (0 to 1) of two documents by the content words of their claims.

    It depends on nothing else, so it can be asked before a run is put together.
    """
    least = min(_mass(one), _mass(two))
    return _mass(one & two) / least if least else 0.0


def _mass(words: frozenset[str]) -> float:
    return math.fsum(1.0 - commonness(word) for word in words)


def context_of(documents: Sequence[Document], claims: Sequence[Claim]) -> Context:
    """The context of one run."""
    words_of = _document_words(documents, claims)
    vocabulary = sorted(set().union(*words_of.values()))
    return Context(
        documents={document.name: document for document in documents},
        claims={(claim.document, claim.index): claim for claim in claims},
        rarity=rarity_of(claims),
        words_of=words_of,
        works_of=_works(documents, claims),
        unit_counts=_unit_counts(claims),
        names_of=_names(documents, claims),
        document_rarity={word: 1.0 - commonness(word) for word in vocabulary},
    )


def _document_words(
    documents: Sequence[Document], claims: Sequence[Claim]
) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {document.name: set() for document in documents}
    for claim in claims:
        found[claim.document].update(claim.words)
    return {name: frozenset(words) for name, words in found.items()}


def _names(documents: Sequence[Document], claims: Sequence[Claim]) -> dict[str, frozenset[str]]:
    """The names in each document, by their last words in lower case."""
    found: dict[str, set[str]] = {document.name: set() for document in documents}
    for claim in claims:
        found[claim.document].update(name.split()[-1].lower() for name in claim.names if name)
    return {name: frozenset(names) for name, names in found.items()}


def _works(documents: Sequence[Document], claims: Sequence[Claim]) -> dict[str, frozenset[str]]:
    """The named works of each document: names that end in a generic noun for a work."""
    found: dict[str, set[str]] = {document.name: set() for document in documents}
    for claim in claims:
        for name in claim.names:
            words = name.lower().split()
            if len(words) > 1 and is_work(words[-1]):
                found[claim.document].add(" ".join(words[-2:]))
    return {name: frozenset(works) for name, works in found.items()}


def unit_of(fact: Fact) -> str:
    """What a figure counts or measures in, for telling how many of a kind a document has."""
    if isinstance(fact.value, QuantityValue):
        return f"{fact.value.dimension} {fact.value.unit}"
    # A length is of something: five durations of five things are no rivals of one another.
    about = fact.slot.subject[0] if fact.slot.subject else ""
    return f"{fact.kind.value} {about}"


def _unit_counts(claims: Sequence[Claim]) -> dict[tuple[str, str], int]:
    counts: dict[tuple[str, str], int] = {}
    for claim in claims:
        for fact in claim.facts:
            key = (fact.document, unit_of(fact))
            counts[key] = counts.get(key, 0) + 1
    return counts


def sort_of(fact: Fact) -> str:
    """What sort of value a fact has: a quantity's dimension, a moment's granularity, else kind."""
    value = fact.value
    if isinstance(value, QuantityValue):
        small = value.dimension == "count" and value.low == value.high and value.low <= 4
        return "small count" if small else value.dimension
    if isinstance(value, DurationValue):
        return "duration"
    if isinstance(value, MomentValue):
        return "relative time" if value.relative else f"moment: {value.granularity}"
    return fact.kind.value
