"""Blocking: which pairs of facts are compared at all.

Two facts are compared when they share a key of their kind that few facts have, or such a key
together with a content word of their sentences that few have. The cap on facts per key keeps the
number of pairs near-linear in the number of facts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from factcheck.facts.kind import Kind
from factcheck.model import Claim, Fact, FactKind, PersonValue

# Facts per key: above it a key says too little to be worth its quadratic number of pairs. In a run
# of few documents every key is under the first cap; the second bounds the composite keys.
FEW = 60
MANY = 24

Pair = tuple[Fact, Fact]


def candidate_pairs(
    claims: Sequence[Claim], kinds: dict[FactKind, Kind], *, apart: Collection[str] = ()
) -> Iterator[Pair]:
    """Pairs of facts of one kind that share a key, each once, in a fixed order.

    Two facts of the documents named in `apart` make no pair: sources aren't held against sources.
    """
    facts = [fact for claim in claims for fact in claim.facts]
    words = {(claim.document, claim.index): claim.words for claim in claims}
    blocks: dict[str, list[int]] = {}
    for number, fact in enumerate(facts):
        for key in kinds[fact.kind].keys(fact):
            blocks.setdefault(f"{fact.kind.value}|{key}", []).append(number)
    held = {number for number, fact in enumerate(facts) if fact.document in apart}
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        for group in _narrowed(members, facts, words):
            if held.issuperset(group):
                continue
            free = [number for number in group if number not in held]
            for left in group:
                others = free if left in held else group
                for right in others[bisect_right(others, left) :]:
                    seen.add((left, right))
    for left, right in sorted(seen):
        yield facts[left], facts[right]


def _narrowed(
    members: list[int], facts: list[Fact], words: dict[tuple[str, int], tuple[str, ...]]
) -> Iterator[list[int]]:
    """A small block as it is; a large one split by the words of the sentences in it."""
    if len(members) <= FEW:
        yield members
        return
    yield from _chained(members, facts)
    parts: dict[str, list[int]] = {}
    for number in members:
        fact = facts[number]
        for word in words[(fact.document, fact.claim)]:
            parts.setdefault(word, []).append(number)
    for part in parts.values():
        if 1 < len(part) <= MANY:
            yield part


def _chained(members: list[int], facts: list[Fact]) -> Iterator[list[int]]:
    """Each mention of a name with the next one of the same name, and the first of each name.

    Groups are joined from pair to pair, so a chain tells as much as all pairs of a name would.
    """
    last: dict[str, int] = {}
    first: list[int] = []
    for number in members:
        value = facts[number].value
        if not isinstance(value, PersonValue):
            continue
        if value.name in last:
            yield [last[value.name], number]
        else:
            first.append(number)
        last[value.name] = number
    if len(first) <= MANY:
        yield first
