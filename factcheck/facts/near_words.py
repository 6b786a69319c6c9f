"""Near-synonymous predicates: groups of verbs and adjectives that say much the same.

The groups are reduced from WordNet 3.0 (Fellbaum 1998) by benchmarks/reduce_wordnet.py; licence and
provenance stand at the head of the data file and in NOTICE.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

# A synset of WordNet that its reduction misses: the sense is the fifth of "restore".
_MORE_GROUPS = ("restore reinstate reestablish",)


@lru_cache(maxsize=1)
def _text() -> str:
    text = resources.files("factcheck.facts.data").joinpath("near_synonyms.txt").read_text("utf-8")
    groups = [line for line in text.splitlines() if not line.startswith("#")] + [*_MORE_GROUPS]
    return "".join(f"\n {line} " for line in groups)


@lru_cache(maxsize=4096)
def groups_of(lemma: str) -> frozenset[int]:
    """The numbers of the groups that `lemma` belongs to; empty for a word not in the list.

    A group's number is where its line begins. Few words are ever looked up, so the list is searched
    as text: that costs less than taking it apart.
    """
    if not lemma or not lemma.isprintable() or " " in lemma:
        return frozenset()
    text, word = _text(), f" {lemma} "
    found = []
    place = text.find(word)
    while place >= 0:
        found.append(text.rfind("\n", 0, place + 1))
        place = text.find(word, place + 1)
    return frozenset(found)


def are_near(left: str, right: str) -> bool:
    """Whether two lemmas are the same word or share a group."""
    return left == right or not groups_of(left).isdisjoint(groups_of(right))


def neighbours(lemma: str) -> tuple[str, ...]:
    """The other words of the groups of `lemma`, in order, each once."""
    text = _text()
    found: dict[str, None] = {}
    for start in sorted(groups_of(lemma)):
        end = text.find("\n", start + 1)
        found.update(dict.fromkeys(text[start : end if end >= 0 else len(text)].split()))
    return tuple(word for word in found if word != lemma)
