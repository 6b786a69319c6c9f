"""FC102 duration-mismatch: one event with different lengths."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import FactKind, Finding, Severity
from factcheck.rules.conflicts import conflicts, differing
from factcheck.rules.rule import Corpus, Rule


def check(corpus: Corpus) -> Iterable[Finding]:
    """One finding for each set of durations of one event that exclude each other."""
    return conflicts(
        corpus,
        RULE,
        "lasted {left} here, {right} there",
        differing(corpus, FactKind.DURATION),
    )


RULE = Rule(
    code="FC102",
    name="duration-mismatch",
    summary="One event with different lengths.",
    severity=Severity.ERROR,
    check=check,
    tier=1,
)
