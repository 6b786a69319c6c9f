"""Near-synonymous predicates: groups of verbs and adjectives that say much the same.

The groups are reduced from WordNet 3.0 (Fellbaum 1998) by benchmarks/reduce_wordnet.py; licence and
provenance stand at the head of the data file and in NOTICE.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[int]]:
    text = resources.files("factcheck.facts.data").joinpath("near_synonyms.txt").read_text("utf-8")
    found: dict[str, set[int]] = {}
    for number, line in enumerate(text.splitlines()):
        if not line.startswith("#"):
            for word in line.split():
                found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def groups_of(lemma: str) -> frozenset[int]:
    """The numbers of the groups that `lemma` belongs to; empty for a word not in the list."""
    return _groups().get(lemma, frozenset())


def are_near(left: str, right: str) -> bool:
    """Whether two lemmas are the same word or share a group."""
    return left == right or not groups_of(left).isdisjoint(groups_of(right))
