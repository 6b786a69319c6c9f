"""FC303 place-mismatch: one event or thing in different places."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facts.statement_compare import OTHER_PLACE
from factcheck.model import FactKind, Finding, Relation, Severity
from factcheck.rules.conflicts import conflict
from factcheck.rules.rule import Corpus, Rule


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each pair of statements that put one thing in places that exclude each other."""
    for match in corpus.matches:
        if match.left.kind is not FactKind.STATEMENT:
            continue
        comparison = match.comparison
        if comparison.relation is Relation.DIFFERENT and comparison.reason == OTHER_PLACE:
            yield conflict(
                corpus,
                match,
                code=RULE.code,
                rule=RULE.name,
                message="in another place: “{left}” – “{right}”",
                ceiling=RULE.severity,
            )


RULE = Rule(
    code="FC303",
    name="place-mismatch",
    summary="One event or thing in different places.",
    severity=Severity.ERROR,
    check=check,
    tier=1,
)
