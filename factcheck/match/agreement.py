"""How far a value that a source has too supports a figure of a draft.

The same value in the likelier slot settles the matter; one that only rounds to it may be another
figure; and a bound that merely leaves room for it ("more than 150" for 350) supports next to
nothing.
"""

from __future__ import annotations

import math

from factcheck.model import Comparison, DurationValue, Fact, QuantityValue, Relation

SAME, NEARLY, BOUND = "agrees", "nearly agrees", "within a bound only"
BEYOND_BOUND = "beyond what the bound says"
"""Why a draft's figure differs from a bound that leaves room for it."""
# Bits by which a differing slot is likelier than the agreeing one, and what that is called.
_MARGINS = (-2.0, 0.5, 2.5, 5.0)
_SLOTS = (
    "in a likelier slot",
    "in as likely a slot",
    "in a poorer slot",
    "in a much poorer slot",
    "in another slot",
)

# How far a figure may lie beyond the bound by which a source tells it, as a share of the bound.
_NEAR_BOUND = 0.05
_NEARLY_POORLY = f"{NEARLY} in a poorer slot"

LEVELS = (*(f"{SAME} {slot}" for slot in _SLOTS), NEARLY, _NEARLY_POORLY, BOUND)


def grade_of(draft: Fact, source: Fact, comparison: Comparison) -> str:
    """How exactly a source's value agrees: SAME, NEARLY or BOUND; "" for a value that differs."""
    if comparison.relation not in (Relation.EQUAL, Relation.COMPATIBLE):
        return ""
    if comparison.relation is Relation.EQUAL:
        return SAME
    if is_open(draft) or is_open(source):
        if math.isclose(stated(draft), stated(source), rel_tol=1e-4):
            return SAME
        return NEARLY if _is_told_as(draft, source) else BOUND
    reason = comparison.reason
    return NEARLY if any(word in reason for word in ("round", "approx", "range")) else SAME


def agreement_level(grade: str, margin: float) -> str:
    """The level of the best agreement, `margin` bits less likely of one slot than a difference."""
    if grade == BOUND:
        return BOUND
    if grade == NEARLY:
        return _NEARLY_POORLY if margin >= _MARGINS[2] else NEARLY
    return f"{grade} {_SLOTS[sum(margin >= bound for bound in _MARGINS)]}"


def _is_told_as(draft: Fact, source: Fact) -> bool:
    """Whether a source's bound is how one tells the draft's figure: over 400,000 for 418,000, over
    three years for 3.5."""
    figure, bound = stated(draft), stated(source)
    if is_open(draft):
        return False
    return abs(figure - bound) <= _NEAR_BOUND * bound or _is_cut_off(draft, source)


def _is_cut_off(draft: Fact, source: Fact) -> bool:
    """Whether a figure given more finely lies between the bound, a whole number, and the next."""
    one, two = draft.value, source.value
    assert isinstance(one, (QuantityValue, DurationValue))
    assert isinstance(two, (QuantityValue, DurationValue))
    if isinstance(two, QuantityValue) and two.step != 1:
        return False
    low, high = sorted((stated(draft), stated(source)))
    return one.step < two.step and high - low < two.step


def is_open(fact: Fact) -> bool:
    """Whether a figure is a bound: "more than 150", "at most 12"."""
    value = fact.value
    if not isinstance(value, (QuantityValue, DurationValue)):
        return False
    return math.isinf(value.low) or math.isinf(value.high)


def stated(fact: Fact) -> float:
    """The end of a value that its wording states: 27 of "under 27"; 0 of what is no number."""
    value = fact.value
    if not isinstance(value, (QuantityValue, DurationValue)):
        return 0.0
    return abs(value.low if not math.isinf(value.low) and value.low else value.high)
