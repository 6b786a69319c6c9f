"""The quotes of a run, each wording once, and the pairs of wordings worth comparing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.facts.quote import content_keys
from factcheck.facts.quote_words import key_words
from factcheck.model import Claim, Fact, FactKind, QuoteValue

# A word that stands in more wordings than this pairs nobody: it is a topic and not a quotation.
_COMMON = 40
_RAREST = 6


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording by one speaker: its comparison keys and every fact that has it, in order."""

    keys: tuple[str, ...]
    content: tuple[str, ...]
    speaker: str
    facts: tuple[Fact, ...]

    @property
    def value(self) -> QuoteValue:
        """The value of the first fact."""
        return quote_value(self.facts[0])

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that have this wording, in order."""
        return tuple(dict.fromkeys(fact.document for fact in self.facts))


def quote_value(fact: Fact) -> QuoteValue:
    """The value of a quote fact."""
    assert isinstance(fact.value, QuoteValue)
    return fact.value


def quote_facts(claims: Iterable[Claim]) -> Iterator[Fact]:
    """All quote facts in document and text order."""
    for claim in claims:
        for fact in claim.facts:
            if fact.kind is FactKind.QUOTE:
                yield fact


def wordings_of(claims: Iterable[Claim]) -> list[Wording]:
    """The wordings of a run in order of first appearance."""
    found: dict[tuple[tuple[str, ...], str], list[Fact]] = {}
    for fact in quote_facts(claims):
        value = quote_value(fact)
        found.setdefault((key_words(value.words), value.speaker), []).append(fact)
    return [
        Wording(keys, content_keys(quote_value(facts[0]).words), speaker, tuple(facts))
        for (keys, speaker), facts in found.items()
    ]


def close_pairs(wordings: list[Wording], *, shared: int) -> Iterator[tuple[int, int]]:
    """Indexes of wordings that share at least `shared` of their rarest content words.

    Each wording is filed under its six rarest words of those that stand in another as well, so that
    a long quotation meets its short beginning; a word in more than forty wordings files nobody, so
    the cost grows in step with the number of wordings.
    """
    frequency: dict[str, int] = {}
    for wording in wordings:
        for word in wording.content:
            frequency[word] = frequency.get(word, 0) + 1
    files: dict[str, list[int]] = {}
    common: dict[tuple[int, int], int] = {}
    for number, wording in enumerate(wordings):
        rare = [word for word in wording.content if 1 < frequency[word] <= _COMMON]
        for word in sorted(rare, key=lambda word: (frequency[word], word))[:_RAREST]:
            for other in files.setdefault(word, []):
                common[other, number] = common.get((other, number), 0) + 1
            files[word].append(number)
    yield from sorted(pair for pair, count in common.items() if count >= shared)
