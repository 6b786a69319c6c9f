"""FC501 opposite-statement: affirmed here, denied there; opposite direction; actor and target swapped."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.facts.statement_compare import (
    OTHER_AGENT,
    OTHER_PATIENT,
    OTHER_PLACE,
    functional,
)
from factcheck.model import (
    DocumentRole,
    FactKind,
    Finding,
    Match,
    Relation,
    Severity,
    StatementValue,
)
from factcheck.rules.conflicts import conflict
from factcheck.rules.rule import Corpus, Rule


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each pair of statements of which at most one can hold."""
    for match in corpus.matches:
        if match.left.kind is not FactKind.STATEMENT:
            continue
        if match.comparison.relation is not Relation.DIFFERENT or not _exclusive(corpus, match):
            continue
        yield conflict(
            corpus,
            match,
            code=RULE.code,
            rule=RULE.name,
            message=f"{match.comparison.reason}: “{{left}}” – “{{right}}”",
            ceiling=RULE.severity,
        )


def _exclusive(corpus: Corpus, match: Match) -> bool:
    """Whether at most one side can hold.

    Two people may both have welcomed a plan. Another actor or object is a conflict only where the
    statement allows one, or where a draft puts a name in the place of its source's.
    """
    reason = match.comparison.reason
    if reason == OTHER_PLACE:
        return False
    if reason not in (OTHER_AGENT, OTHER_PATIENT):
        return True
    values = (match.left.value, match.right.value)
    if all(isinstance(value, StatementValue) and functional(value, reason) for value in values):
        return True
    roles = {corpus.by_name[fact.document].role for fact in (match.left, match.right)}
    return roles == {DocumentRole.DRAFT, DocumentRole.SOURCE}


RULE = Rule(
    code="FC501",
    name="opposite-statement",
    summary="Affirmed here and denied there, opposite direction, or actor and target swapped.",
    severity=Severity.ERROR,
    check=check,
    tier=1,
)
