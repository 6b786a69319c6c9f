"""Nouns for written works, by which an article refers back to a document that it names."""

from __future__ import annotations

WORKS = (
    "document strategy report paper study review plan policy blueprint dossier text publication "
    "doctrine framework"
)
_MORE = "act bill law treaty agreement book"
_ALL = frozenset(f"{WORKS} {_MORE}".split())


def is_work(lemma: str) -> bool:
    """Whether a noun can refer back to a named document of its article."""
    return lemma in _ALL
