"""FC104 arithmetic-mismatch: related figures that don't add up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from factcheck.model import Finding, Location, Severity, Span
from factcheck.rules.changes import changes
from factcheck.rules.conflicts import SURE
from factcheck.rules.figures import masked_sentences
from factcheck.rules.findings import make_finding
from factcheck.rules.reckoning import Reckoning
from factcheck.rules.rule import Corpus, Rule
from factcheck.rules.sentence_before import sentence_before
from factcheck.rules.shares import shares
from factcheck.rules.starts_told import starts_told
from factcheck.rules.table_totals import table_totals
from factcheck.rules.totals import totals
from factcheck.rules.wholes import wholes

_READERS = (totals, wholes, changes, shares)


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each stated total, change or share that its own figures contradict."""
    sentences = tuple(masked_sentences(corpus))
    for sentence in sentences:
        told: set[Span] = set()
        for reader in _READERS:
            for reckoned in reader(sentence):
                if reckoned.stated.span not in told:
                    told.add(reckoned.stated.span)
                    yield _finding(corpus, reckoned)
    across = (table_totals(corpus), sentence_before(corpus), starts_told(corpus, sentences))
    for reckoned in chain.from_iterable(across):
        yield _finding(corpus, reckoned)


def _finding(corpus: Corpus, reckoned: Reckoning) -> Finding:
    stated, others = reckoned.stated, reckoned.others
    elsewhere = any(fact.document != stated.document for fact in others)
    what = "the figures of the other text" if elsewhere else "the figures beside it"
    return make_finding(
        corpus,
        code=RULE.code,
        rule=RULE.name,
        severity=RULE.severity if reckoned.confidence >= SURE else Severity.WARNING,
        confidence=reckoned.confidence,
        message=f"“{stated.surface}” is stated; {what} make {reckoned.made}",
        primary=Location(stated.document, stated.span, "stated"),
        related=[Location(fact.document, fact.span) for fact in others],
        values=(f"{stated.surface} stated", f"{reckoned.made} by the other figures"),
        topic=reckoned.topic,
    )


RULE = Rule(
    code="FC104",
    name="arithmetic-mismatch",
    summary="Parts that don't make the stated total; a change or share that doesn't follow.",
    severity=Severity.ERROR,
    check=check,
)
