"""FC602 single-source: a figure, date or office that one independent source alone has."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.match.copies import copies
from factcheck.match.groups import voices_of
from factcheck.model import (
    Fact,
    FactGroup,
    FactKind,
    Finding,
    Location,
    MomentValue,
    QuantityValue,
    Severity,
    Status,
)
from factcheck.rules.conflicts import place, show
from factcheck.rules.findings import make_finding
from factcheck.rules.rule import Corpus, Rule

_CODE, _NAME = "FC602", "single-source"
_KINDS = (FactKind.QUANTITY, FactKind.DURATION, FactKind.MOMENT, FactKind.ROLE)
# With two documents every fact of only one is single, and says nothing.
LEAST_VOICES = 3
# A counterpart may be there in words that matching doesn't bring together.
_CONFIDENCE = 0.65


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each group of facts that near-copies of one text alone have.

    Silent for fewer than three independent documents, and where a draft is held against sources:
    sources aren't compared with each other there.
    """
    if corpus.has_draft or len(corpus.documents) < LEAST_VOICES:
        return
    voices = voices_of(corpus.documents, copies(corpus.documents, corpus.shared_passages))
    if len(set(voices.values())) < LEAST_VOICES:
        return
    for group in corpus.groups:
        if group.status is Status.DISPUTED or not _checkable(group.facts[0]):
            continue
        if len({voices[fact.document] for fact in group.facts}) == 1:
            yield _finding(corpus, group, len(set(voices.values())))


def _checkable(fact: Fact) -> bool:
    """Whether a fact can be looked up: a figure, a date that names itself, an office."""
    value = fact.value
    if isinstance(value, MomentValue):
        return value.start is not None and not value.relative
    if isinstance(value, QuantityValue):
        return value.dimension not in ("ordinal", "label", "identifier", "number")
    return fact.kind in _KINDS


def _finding(corpus: Corpus, group: FactGroup, voices: int) -> Finding:
    first, *others = group.facts
    documents = {
        fact.document: fact for fact in reversed(others) if fact.document != first.document
    }
    return make_finding(
        corpus,
        code=_CODE,
        rule=_NAME,
        severity=Severity.INFO,
        confidence=_CONFIDENCE,
        message=f"only one of {voices} independent sources has {show(first)}",
        primary=place(first),
        related=[
            Location(fact.document, fact.span, show(fact)) for _, fact in sorted(documents.items())
        ],
        values=(show(first),),
        topic=group.label,
    )


RULE = Rule(
    code=_CODE,
    name=_NAME,
    summary="A figure, date or office that one independent source alone has.",
    severity=Severity.INFO,
    check=check,
    alone=False,
    lacking=True,
    default=False,
)
