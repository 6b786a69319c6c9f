"""FC101 quantity-mismatch: one thing counted or measured with different values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import Fact, FactKind, Finding, Match, QuantityValue, Severity, Span
from factcheck.rules.conflicts import conflicts, differing
from factcheck.rules.lives import age_owners
from factcheck.rules.other_figures import other_figures
from factcheck.rules.rule import Corpus, Rule
from factcheck.rules.short_findings import figure_findings, surest

# Dimensions whose units are no measures of one thing.
_UNCONVERTED = ("count", "number", "label", "identifier", "ordinal", "score", "age")
_COUNTING = re.compile(
    r"\b[Ww]ith (?:all but )?(?:\S+ (?:of|out of) |\S+ (?:per ?cent|%) of )(?:\w+ ){0,4}"
    r"(?:declared|counted|reported|reporting|tallied|in(?=[,.;]))"
)


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each set of quantities in one slot whose values exclude each other.

    Two ages of one named person are left to age-mismatch, which knows of birthdays.
    """
    matches = [
        match
        for match in differing(corpus, FactKind.QUANTITY)
        if not _denied_label(corpus, match) and not _is_provisional(corpus, match)
    ]
    matches = [match for match in matches if not _is_conversion(match, matches)]
    if any(_is_age(match.left) for match in matches):
        owners = age_owners(corpus)
        matches = [match for match in matches if not _of_one_person(match, owners)]
    message = "{left} here, {right} there, of what seems to be the same"
    found = surest(conflicts(corpus, RULE, message, matches), figure_findings(corpus, RULE))
    yield from surest(found, other_figures(corpus, RULE, FactKind.QUANTITY))


def _denied_label(corpus: Corpus, match: Match) -> bool:
    """Whether one side denies of one number what the other says of another: versions, models."""
    facts = (match.left, match.right)
    if not all(
        isinstance(fact.value, QuantityValue) and fact.value.dimension == "label" for fact in facts
    ):
        return False
    return len({corpus.claim_at[fact.document, fact.claim].negated for fact in facts}) > 1


def _is_provisional(corpus: Corpus, match: Match) -> bool:
    """Whether one side alone is of a count that goes on: "with 36 of the 39 seats declared"."""
    told = []
    for fact in (match.left, match.right):
        span = corpus.claim_at[fact.document, fact.claim].span
        told.append(bool(_COUNTING.search(corpus.by_name[fact.document].slice(span))))
    return told[0] != told[1]


def _is_conversion(match: Match, matches: Sequence[Match]) -> bool:
    """Whether both figures only convert two that differ as well: 77 km/h (48 mph), 80 km/h (50)."""
    return any(
        other.probability > match.probability
        and all(
            (mine.document, mine.claim) == (theirs.document, theirs.claim)
            and isinstance(mine.value, QuantityValue)
            and isinstance(theirs.value, QuantityValue)
            and mine.value.dimension == theirs.value.dimension not in _UNCONVERTED
            and mine.value.unit != theirs.value.unit
            for mine, theirs in ((match.left, other.left), (match.right, other.right))
        )
        for other in matches
    )


def _is_age(fact: Fact) -> bool:
    return isinstance(fact.value, QuantityValue) and fact.value.dimension == "age"


def _of_one_person(match: Match, owners: Mapping[tuple[str, Span], str]) -> bool:
    one, two = (owners.get((fact.document, fact.span)) for fact in (match.left, match.right))
    return one is not None and one == two


RULE = Rule(
    code="FC101",
    name="quantity-mismatch",
    summary="One thing counted or measured with different values.",
    severity=Severity.ERROR,
    check=check,
    tier=1,
)
