"""FC303 place-mismatch: one event or thing in different places."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.facts.statement_compare import OTHER_PLACE
from factcheck.model import FactKind, Finding, Severity
from factcheck.rules.conflicts import conflicts, differing
from factcheck.rules.rule import Corpus, Rule


def check(corpus: Corpus) -> Iterable[Finding]:
    """One finding for each set of statements that put one thing in different places."""
    return conflicts(
        corpus,
        RULE,
        "in another place: “{left}” – “{right}”",
        (
            match
            for match in differing(corpus, FactKind.STATEMENT)
            if match.comparison.reason == OTHER_PLACE
        ),
    )


RULE = Rule(
    code="FC303",
    name="place-mismatch",
    summary="One event or thing in different places.",
    severity=Severity.ERROR,
    check=check,
    tier=1,
)
