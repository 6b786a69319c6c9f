"""Which facts speak of the same thing: blocking, comparison levels, weights, groups."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Claim, Document, FactGroup, Match


def find_matches(documents: Sequence[Document], claims: Sequence[Claim]) -> tuple[Match, ...]:
    """Placeholder until the scorer lands in this commit series."""
    return ()


def group_facts(
    documents: Sequence[Document], claims: Sequence[Claim], matches: Sequence[Match]
) -> tuple[FactGroup, ...]:
    """Placeholder until the scorer lands in this commit series."""
    return ()
