"""Whether two texts of a run tell one story."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import DocumentRole
from factcheck.rules.rule import Corpus

# Names that two texts on one story share at least.
_SHARED = 2


def one_story(corpus: Corpus, one: str, two: str) -> bool:
    """Whether two documents, by name, are one, a draft and its source, or share two names."""
    if one == two or are_draft_and_source(corpus, (one, two)):
        return True
    named = [
        {name for claim in corpus.claims_of[document] for name in claim.names}
        for document in (one, two)
    ]
    return len(named[0] & named[1]) >= _SHARED


def are_draft_and_source(corpus: Corpus, documents: Iterable[str]) -> bool:
    """Whether documents, by name, are drafts and their sources, which are of one story."""
    roles = {corpus.by_name[document].role for document in documents}
    return roles == {DocumentRole.DRAFT, DocumentRole.SOURCE}
