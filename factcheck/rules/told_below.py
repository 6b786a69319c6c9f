"""What the text below a headline or a summary has of a figure in it, for FC105.

Both sides are a corpus of two documents, ABOVE and BELOW, as headline-mismatch splits one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from factcheck.facts.quantity import OLDEST
from factcheck.facts.time_units import SECONDS
from factcheck.model import Claim, DurationValue, Fact, Finding, QuantityValue
from factcheck.rules.rule import Corpus

ABOVE, BELOW = "above", "below"
"""The names of the two sides of a document that is split."""
# How far the parts that a text lists may be from the whole above it: one may be rounded or wrong.
_ALL = 0.1
_EXACT = 1e-9
_SCALES = (1.0, 1e3, 1e6, 1e9)
# How the text supports a figure that it has in another slot, or nearly has.
_SUPPORTED = (
    "agrees in a much poorer slot",
    "nearly agrees",
    "nearly agrees in a poorer slot",
)
_UNMEASURED = ("count", "number", "label", "identifier", "ordinal")


def is_part(split: Corpus, found: Finding) -> bool:
    """Whether the figure in the text is one of the parts that make up the one above.

    "The £450,000 was met by £320,000 from the fund, £85,000 from …".
    """
    if found.code != "FC101":
        return False
    totals = figures_at(split, found, ABOVE)
    for part in figures_at(split, found, BELOW):
        own = _alike(part, split.claim_at[BELOW, part.claim])
        after = split.claim_at.get((BELOW, part.claim + 1))
        # "She drew $10 million … also drew $5.5 million": to the last digit, over two sentences.
        both = [*own, *(_alike(part, after) if after is not None else ())]
        for total in totals:
            whole = amount(total).low
            if len(own) > 1 and abs(sum(own) - whole) <= _ALL * whole:
                return True
            if amount(total).dimension in _UNMEASURED or len(both) == 1:
                continue
            if math.isclose(sum(both), whole, rel_tol=_EXACT):
                return True
    return False


def _alike(part: Fact, claim: Claim) -> list[float]:
    """The figures of a sentence that are of the unit of one figure."""
    return [
        value.low
        for value in (fact.value for fact in claim.facts)
        if isinstance(value, QuantityValue)
        and (value.dimension, value.unit) == (amount(part).dimension, amount(part).unit)
    ]


def figures_at(split: Corpus, found: Finding, side: str) -> list[Fact]:
    """The quantities of a finding on one side."""
    return [fact for fact in _facts_at(split, found, side) if isinstance(fact.value, QuantityValue)]


def _facts_at(split: Corpus, found: Finding, side: str) -> Iterator[Fact]:
    spans = {place.span for place in (found.primary, *found.related) if place.document == side}
    for claim in split.claims_of[side]:
        yield from (fact for fact in claim.facts if fact.span in spans)


def amount(fact: Fact) -> QuantityValue:
    """The value of a fact that is a quantity."""
    assert isinstance(fact.value, QuantityValue)
    return fact.value


def is_beside(split: Corpus, found: Finding) -> bool:
    """Whether the number above stands in the very sentence of the other one, in full or without its
    unit: "put the cost at £5.9m, but Holt said that it was 6.1"."""
    if found.code != "FC101":
        return False
    wanted = {
        amount(fact).low
        for fact in figures_at(split, found, ABOVE)
        if amount(fact).dimension not in _UNMEASURED
    }
    return any(
        fact.span != other.span
        and isinstance(fact.value, QuantityValue)
        and any(_is_said_as(fact.value, number, amount(other).dimension) for number in wanted)
        for other in figures_at(split, found, BELOW)
        for fact in split.claim_at[BELOW, other.claim].facts
    )


def _is_said_as(value: QuantityValue, number: float, dimension: str) -> bool:
    """Whether a value says a number of a dimension; a bare one may leave out its millions."""
    if value.dimension == "number":
        return any(math.isclose(value.low * scale, number) for scale in _SCALES)
    return value.dimension == dimension and value.low == number


def is_measure_told(split: Corpus, found: Finding) -> bool:
    """Whether a measure above (no number of things) stands in the text, or nearly so.

    The racer who tried for 300 mph was clocked at the 285 of the headline. Of people and things a
    story counts several kinds, so that their number tells nothing.
    """
    if found.code not in ("FC101", "FC102", "FC204"):
        return False
    if any(amount(fact).dimension in _UNMEASURED for fact in figures_at(split, found, ABOVE)):
        return False
    levels = {part.dimension: part.level for part in found.why}
    if levels.get("support") in _SUPPORTED:
        return True
    ages = {_age_of_thing(fact) for fact in _facts_at(split, found, ABOVE)} - {0.0}
    return any(
        isinstance(fact.value, DurationValue) and fact.value.low in ages
        for claim in split.claims_of[BELOW]
        for fact in claim.facts
    )


def _age_of_thing(fact: Fact) -> float:
    """An age in seconds that is no grown-up's, whose years are no length of time that is told; 0
    for those and for anything else."""
    value = fact.value
    if not isinstance(value, QuantityValue) or value.dimension != "age":
        return 0.0
    if value.unit == "year" and value.low <= OLDEST:
        return 0.0
    return value.low * SECONDS.get(value.unit, 0.0)


def is_length_told(split: Corpus, found: Finding) -> bool:
    """Whether a length of time above stands in the text as well."""
    values = {
        fact.value
        for fact in _facts_at(split, found, ABOVE)
        if isinstance(fact.value, DurationValue)
    }
    return any(fact.value in values for claim in split.claims_of[BELOW] for fact in claim.facts)
