"""FC501 opposite-statement: affirmed here, denied there; opposite direction; actor and target swapped."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import FactKind, Finding, Relation, Severity
from factcheck.rules.conflicts import conflict
from factcheck.rules.rule import Corpus, Rule


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each pair of statements of which at most one can hold."""
    for match in corpus.matches:
        if match.left.kind is not FactKind.STATEMENT:
            continue
        if match.comparison.relation is not Relation.DIFFERENT:
            continue
        yield conflict(
            corpus,
            match,
            code=RULE.code,
            rule=RULE.name,
            message=f"{match.comparison.reason}: “{{left}}” – “{{right}}”",
            ceiling=RULE.severity,
        )


RULE = Rule(
    code="FC501",
    name="opposite-statement",
    summary="Affirmed here and denied there, opposite direction, or actor and target swapped.",
    severity=Severity.ERROR,
    check=check,
    tier=1,
)
