"""The keys under which an article is found: what its facts are blocked by, and its words.

`match.blocking` compares two facts that share a key of their kind, or such a key together with a
content word. So two articles can share a finding only when they share one of the keys below, and
they are the likelier to speak of the same things the more of the rare ones they share.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache

from factcheck.annotate.pieces import fold
from factcheck.match import KIND_OF
from factcheck.match.rarity import commonness
from factcheck.model import Claim

# A word that general text is full of is no key: it would be cut for its frequency anyway.
_MOST_COMMON = 0.75


Key = tuple[int, bool]
"""A key as a number of 63 bits, and whether it is a name."""


def keys_of(claims: Iterable[Claim]) -> tuple[Key, ...]:
    """The distinct keys of one article's claims, sorted."""
    found: set[str] = set()
    for claim in claims:
        found.update(f"w|{word}" for word in claim.words if _tells(word))
        found.update(f"n|{fold(name)}" for name in claim.names)
        for fact in claim.facts:
            kind = fact.kind.value
            found.update(f"{kind}|{key}" for key in KIND_OF[fact.kind].keys(fact))
    return tuple(sorted((key_number(key), key.startswith("n|")) for key in found))


@lru_cache(maxsize=1 << 16)
def key_number(key: str) -> int:
    """A key as a number: 63 bits of its BLAKE2b hash."""
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def rows_of(articles: Iterable[tuple[int, Iterable[Key]]]) -> dict[str, list[int]]:
    """The columns of the table of keys for several articles, sorted by key and article."""
    rows = sorted((key, article, named) for article, keys in articles for key, named in keys)
    return {
        "key": [key for key, _, _ in rows],
        "article": [article for _, article, _ in rows],
        "named": [int(named) for _, _, named in rows],
    }


def _tells(word: str) -> bool:
    return len(word) > 1 and commonness(word) < _MOST_COMMON
