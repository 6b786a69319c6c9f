"""What the rules on differing values share: from a match of two facts to a finding."""

from __future__ import annotations

from factcheck.facts import KINDS
from factcheck.match.groups import slot_label
from factcheck.model import Fact, Finding, Location, Match, Severity
from factcheck.rules.findings import make_finding
from factcheck.rules.rule import Corpus

_SHOW = {kind.kind: kind.show for kind in KINDS}
# A finding is an error only where nine in ten are right (design, section 6).
SURE = 0.9


def show(fact: Fact) -> str:
    """A fact's value for people."""
    return _SHOW[fact.kind](fact)


def place(fact: Fact) -> Location:
    """Where a fact stands, with its value as label."""
    return Location(fact.document, fact.span, show(fact))


def conflict(
    corpus: Corpus, match: Match, *, code: str, rule: str, message: str, ceiling: Severity
) -> Finding:
    """The finding that a match of two differing facts stands for.

    Severity is `ceiling` where the confidence is at least `SURE`, one step lower elsewhere. In a
    run with a draft the draft's side comes first.
    """
    left, right = match.left, match.right
    if corpus.has_draft and corpus.by_name[right.document].role == "draft":
        left, right = right, left
    values = (show(left), show(right))
    confidence = match.probability
    lower = Severity.WARNING if ceiling is Severity.ERROR else Severity.INFO
    return make_finding(
        corpus,
        code=code,
        rule=rule,
        severity=ceiling if confidence >= SURE else lower,
        confidence=confidence,
        message=message.format(left=values[0], right=values[1]),
        primary=place(left),
        related=(place(right),),
        values=values,
        why=match.parts,
        topic=slot_label(left),
    )
