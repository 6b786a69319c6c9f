"""FC101 quantity-mismatch: one thing counted or measured with different values."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import FactKind, Finding, Severity
from factcheck.rules.conflicts import conflicts, differing
from factcheck.rules.rule import Corpus, Rule


def check(corpus: Corpus) -> Iterable[Finding]:
    """One finding for each set of quantities in one slot whose values exclude each other."""
    return conflicts(
        corpus,
        RULE,
        "{left} here, {right} there, of what seems to be the same",
        differing(corpus, FactKind.QUANTITY),
    )


RULE = Rule(
    code="FC101",
    name="quantity-mismatch",
    summary="One thing counted or measured with different values.",
    severity=Severity.ERROR,
    check=check,
    tier=1,
)
