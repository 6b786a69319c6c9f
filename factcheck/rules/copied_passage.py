"""FC603 copied-passage: passages that two documents share word for word, so they are one voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from factcheck.match.copies import Passage
from factcheck.model import Finding, Location, Severity
from factcheck.rules.findings import make_finding
from factcheck.rules.prose import excerpt
from factcheck.rules.rule import Corpus, Rule

_CODE, _NAME = "FC603", "copied-passage"
_SHOWN = 3


def check(corpus: Corpus) -> Iterable[Finding]:
    """One finding for each pair of documents that share a passage, on the longest one."""
    passages = corpus.shared_passages
    for _, held in groupby(passages, key=lambda passage: (passage.left, passage.right)):
        yield _finding(corpus, tuple(held))


def _finding(corpus: Corpus, passages: tuple[Passage, ...]) -> Finding:
    first = passages[0]
    words = sum(passage.words for passage in passages)
    count = "a passage" if len(passages) == 1 else f"{len(passages)} passages"
    text = corpus.by_name[first.left].slice(first.left_span)
    places = [place for passage in passages[:_SHOWN] for place in _places(passage)]
    return make_finding(
        corpus,
        code=_CODE,
        rule=_NAME,
        severity=Severity.INFO,
        confidence=0.95,
        message=f"both hold {count}, {words} words in all, nearly word for word",
        primary=places[0],
        related=places[1:],
        values=(f"{words} words",),
        topic=excerpt(text),
        notes=("what both say there counts as one voice",),
    )


def _places(passage: Passage) -> Iterator[Location]:
    label = f"{passage.words} words"
    yield Location(passage.left, passage.left_span, label)
    yield Location(passage.right, passage.right_span, label)


RULE = Rule(
    code=_CODE,
    name=_NAME,
    summary="A passage shared by two sources, so that they are one voice.",
    severity=Severity.INFO,
    check=check,
    alone=False,
)
