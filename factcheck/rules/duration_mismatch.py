"""FC102 duration-mismatch: one event with different lengths."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import FactKind, Finding, Relation, Severity
from factcheck.rules.conflicts import conflict
from factcheck.rules.rule import Corpus, Rule


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each pair of durations of one event that exclude each other."""
    for match in corpus.matches:
        if match.left.kind is not FactKind.DURATION:
            continue
        if match.comparison.relation is not Relation.DIFFERENT:
            continue
        yield conflict(
            corpus,
            match,
            code=RULE.code,
            rule=RULE.name,
            message="lasted {left} here, {right} there",
            ceiling=RULE.severity,
        )


RULE = Rule(
    code="FC102",
    name="duration-mismatch",
    summary="One event with different lengths.",
    severity=Severity.ERROR,
    check=check,
    tier=1,
)
