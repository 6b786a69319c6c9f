"""FC303 place-mismatch: one event or thing in different places."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facts.statement_compare import OTHER_GOAL, OTHER_NATION, OTHER_PLACE
from factcheck.model import FactKind, Finding, Severity
from factcheck.rules.bearings import two_bearings
from factcheck.rules.conflicts import conflicts, differing
from factcheck.rules.findings import of_two
from factcheck.rules.rule import Corpus, Rule
from factcheck.rules.short_findings import place_findings, surest


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each set of statements that put one thing in different places."""
    matches = tuple(differing(corpus, FactKind.STATEMENT))
    found: list[Finding] = []
    for reason, text in (
        (OTHER_PLACE, "in another place"),
        (OTHER_GOAL, OTHER_GOAL),
        (OTHER_NATION, OTHER_NATION),
    ):
        found += conflicts(
            corpus,
            RULE,
            f"{text}: “{{left}}” – “{{right}}”",
            [match for match in matches if match.comparison.reason == reason],
        )
    yield from surest(found, place_findings(corpus, RULE))
    for two in two_bearings(corpus):
        yield of_two(
            corpus,
            RULE,
            (two.left, two.right),
            message=two.reason + ": “{here}” – “{there}”",
            confidence=two.confidence,
        )


RULE = Rule(
    code="FC303",
    name="place-mismatch",
    summary="One event in different places, or one person or thing of different countries.",
    severity=Severity.ERROR,
    check=check,
    tier=1,
)
