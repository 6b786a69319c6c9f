"""The keys under which an article is found: what its facts are blocked by, and its words.

`match.blocking` compares two facts that share a key of their kind, or such a key together with a
content word. So two articles can share a finding only when they share one of the keys below, and
they are the likelier to speak of the same things the more of the rare ones they share.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache

from factcheck.match import KIND_OF
from factcheck.match.rarity import commonness
from factcheck.model import Claim

# A word that general text is full of is no key: it would be cut for its frequency anyway.
_MOST_COMMON = 0.75


def keys_of(claims: Iterable[Claim]) -> tuple[int, ...]:
    """The distinct keys of one article's claims, sorted, as numbers of 63 bits."""
    found: set[str] = set()
    for claim in claims:
        found.update(f"w|{word}" for word in claim.words if _tells(word))
        for fact in claim.facts:
            kind = fact.kind.value
            found.update(f"{kind}|{key}" for key in KIND_OF[fact.kind].keys(fact))
    return tuple(sorted({key_number(key) for key in found}))


@lru_cache(maxsize=1 << 16)
def key_number(key: str) -> int:
    """A key as a number: 63 bits of its BLAKE2b hash."""
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def rows_of(articles: Sequence[tuple[int, Iterable[int]]]) -> tuple[list[int], list[int]]:
    """The columns `key` and `article` of several articles' keys, sorted by both."""
    rows = sorted((key, article) for article, keys in articles for key in keys)
    return [key for key, _ in rows], [article for _, article in rows]


def _tells(word: str) -> bool:
    return len(word) > 1 and commonness(word) < _MOST_COMMON
