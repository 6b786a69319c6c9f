"""FC305 unnamed-pronoun: a pronoun of a summary that stands for no one, or for the other sex."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import Finding, Part, Severity
from factcheck.rules.findings import make_finding
from factcheck.rules.nobody_named import nobody_named
from factcheck.rules.rule import Corpus, Rule


def check(corpus: Corpus) -> Iterable[Finding]:
    """One finding for each pronoun, beside the sentence of a source that the summary retells."""
    for found in nobody_named(corpus):
        word = found.draft.label
        yield make_finding(
            corpus,
            code=RULE.code,
            rule=RULE.name,
            severity=RULE.severity,
            confidence=found.confidence,
            message=(
                f"“{word}” is of a sex that no source speaks of"
                if found.other_sex
                else f"“{word}” opens the text and stands for nothing named before it"
            ),
            primary=found.draft,
            related=[found.source],
            values=(word,),
            why=(Part("words around", "alike", 3.0),),
            topic=word,
        )


RULE = Rule(
    code="FC305",
    name="unnamed-pronoun",
    summary="A pronoun of a summary that stands for nothing named, or is of the other sex.",
    severity=Severity.WARNING,
    check=check,
    alone=False,
)
