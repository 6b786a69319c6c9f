"""FC101 quantity-mismatch: one thing counted or measured with different values."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import FactKind, Finding, Relation, Severity
from factcheck.rules.conflicts import conflict
from factcheck.rules.rule import Corpus, Rule


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each pair of quantities in one slot whose values exclude each other."""
    for match in corpus.matches:
        if match.left.kind is not FactKind.QUANTITY:
            continue
        if match.comparison.relation is not Relation.DIFFERENT:
            continue
        yield conflict(
            corpus,
            match,
            code=RULE.code,
            rule=RULE.name,
            message="{left} here, {right} there, of what seems to be the same",
            ceiling=RULE.severity,
        )


RULE = Rule(
    code="FC101",
    name="quantity-mismatch",
    summary="One thing counted or measured with different values.",
    severity=Severity.ERROR,
    check=check,
    tier=1,
)
