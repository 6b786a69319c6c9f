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


class Stories:
    """Which texts of a run share two names by their last words, or are a draft and its source.

    "Dr Hennessy" and "Paul Hennessy" are one name; that is enough only for what is itself unlikely
    of two stories. The names of a text are gathered once.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._names: dict[str, frozenset[str]] = {}

    def comparable(self, one: str, two: str) -> bool:
        """Whether two documents, by name, may be held against each other; two sources are not."""
        roles = {self._corpus.by_name[name].role for name in (one, two)}
        if DocumentRole.DRAFT in roles:
            return one != two
        if roles == {DocumentRole.SOURCE} and self._corpus.has_draft:
            return False
        return len(self._names_of(one) & self._names_of(two)) >= _SHARED

    def _names_of(self, document: str) -> frozenset[str]:
        known = self._names.get(document)
        if known is None:
            claims = self._corpus.claims_of[document]
            known = self._names[document] = frozenset(
                name.split()[-1].lower() for claim in claims for name in claim.names
            )
        return known


def are_draft_and_source(corpus: Corpus, documents: Iterable[str]) -> bool:
    """Whether documents, by name, are drafts and their sources, which are of one story."""
    roles = {corpus.by_name[document].role for document in documents}
    return roles == {DocumentRole.DRAFT, DocumentRole.SOURCE}
