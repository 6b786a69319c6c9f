"""Comparison levels: on each dimension, how far two facts speak of the same thing.

Ordered named levels as in record linkage (Fellegi and Sunter, A Theory for Record Linkage, JASA 64,
1969); "unknown" is a level of its own, never a mismatch.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.match.context import Context
from factcheck.match.synonyms import same_class
from factcheck.model import (
    Claim,
    DocumentRole,
    DurationValue,
    Fact,
    Modality,
    MomentValue,
    QuantityValue,
)

SAME, SYNONYM, OVERLAP, UNKNOWN, OTHER = "same", "synonym", "overlap", "unknown", "other"


@dataclass(frozen=True, slots=True)
class Dimension:
    """A named dimension and the function that says which level two facts reach on it."""

    name: str
    level: Callable[[Fact, Fact, Context], str]


def words_level(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    """Level of two word lists whose first word is the head."""
    if not left or not right:
        return UNKNOWN
    if left[0] == right[0]:
        return SAME
    if not set(left).isdisjoint(right):
        return OVERLAP
    if any(same_class(one, two) for one in left for two in right):
        return SYNONYM
    return OTHER


def unit_level(left: Fact, right: Fact, context: Context) -> str:
    """Whether both values count or measure in the same unit."""
    one, two = left.value, right.value
    if isinstance(one, DurationValue) and isinstance(two, DurationValue):
        return SAME if one.unit == two.unit else SYNONYM
    if not isinstance(one, QuantityValue) or not isinstance(two, QuantityValue):
        return UNKNOWN
    if one.dimension != "count" and one.dimension == two.dimension and not one.unit:
        return UNKNOWN
    if not one.unit or not two.unit:
        return UNKNOWN
    if one.unit == two.unit:
        return SAME
    if same_class(one.unit, two.unit):
        return SYNONYM
    # A unit may be worded as a class and its member: "7 killed" counts people that the other names.
    return OTHER if one.dimension == "count" else SYNONYM


def measure_level(left: Fact, right: Fact, context: Context) -> str:
    """The thing counted or the quantity measured."""
    return words_level(left.slot.measure, right.slot.measure)


def subject_level(left: Fact, right: Fact, context: Context) -> str:
    """What the value is said of; names decide before common nouns."""
    return words_level(left.slot.subject, right.slot.subject)


def event_level(left: Fact, right: Fact, context: Context) -> str:
    """The governing verb or event noun."""
    return words_level(left.slot.event, right.slot.event)


def modifiers_level(left: Fact, right: Fact, context: Context) -> str:
    """Adjectives and nouns that narrow the measure ("adjusted", "third-quarter")."""
    one, two = set(left.slot.modifiers), set(right.slot.modifiers)
    if not one or not two:
        return UNKNOWN
    return SAME if one == two else OVERLAP if one & two else OTHER


def _intervals(claim: Claim, fact: Fact) -> list[MomentValue]:
    return [
        other.value
        for other in claim.facts
        if isinstance(other.value, MomentValue)
        and other.value.start is not None
        and other.span != fact.span
    ]


def time_level(left: Fact, right: Fact, context: Context) -> str:
    """The times in both clauses: resolved intervals first, words of time otherwise."""
    ones = _intervals(context.claim(left), left)
    twos = _intervals(context.claim(right), right)
    if ones and twos:
        touching = any(
            one.start <= two.end and two.start <= one.end
            for one in ones
            for two in twos
            if one.start and one.end and two.start and two.end
        )
        return SAME if touching else OTHER
    words, others = set(left.slot.time), set(right.slot.time)
    if not words or not others:
        return UNKNOWN
    return SAME if words & others else OTHER


def place_level(left: Fact, right: Fact, context: Context) -> str:
    """Names of places in both clauses."""
    one, two = set(left.slot.place), set(right.slot.place)
    if not one or not two:
        return UNKNOWN
    return SAME if one & two else OTHER


def names_level(left: Fact, right: Fact, context: Context) -> str:
    """Names that stand in both sentences, by their last word."""
    one = {name.split()[-1].lower() for name in context.claim(left).names if name}
    two = {name.split()[-1].lower() for name in context.claim(right).names if name}
    if not one or not two:
        return UNKNOWN
    shared = len(one & two)
    return "several" if shared > 1 else "one" if shared else OTHER


def words_shared_level(left: Fact, right: Fact, context: Context) -> str:
    """Words that both sentences share, weighted by rarity, against the words of the shorter one."""
    one, two = context.claim(left).words, context.claim(right).words
    theirs = set(two)
    shared = context.rarity.total(word for word in one if word in theirs)
    least = min(context.rarity.total(one), context.rarity.total(two))
    share = shared / least if least else 0.0
    for bound, level in ((0.7, "most"), (0.45, "half"), (0.25, "some"), (0.1, "few")):
        if share >= bound:
            return level
    return "none"


def attribution_level(left: Fact, right: Fact, context: Context) -> str:
    """Who says so."""
    one, two = context.claim(left).attribution, context.claim(right).attribution
    if not one or not two:
        return UNKNOWN
    return SAME if one.split()[-1].lower() == two.split()[-1].lower() else OTHER


def modality_level(left: Fact, right: Fact, context: Context) -> str:
    """Fact against plan, condition or possibility."""
    one, two = context.claim(left).modality, context.claim(right).modality
    if one is two:
        return SAME
    return "plan and fact" if {one, two} == {Modality.FACT, Modality.PLAN} else OTHER


def size_level(left: Fact, right: Fact, context: Context) -> str:
    """How far apart the two numbers are: a slip is rarely by orders of magnitude."""
    one, two = left.value, right.value
    if not isinstance(one, (QuantityValue, DurationValue)) or not isinstance(
        two, (QuantityValue, DurationValue)
    ):
        return UNKNOWN
    small, large = sorted((abs(one.low), abs(two.low)))
    if small == large:
        return "near"
    if small == 0:
        return "apart"
    ratio = large / small
    return "near" if ratio <= 1.6 else "apart" if ratio <= 12 else "far"


def story_level(left: Fact, right: Fact, context: Context) -> str:
    """How the two documents stand to each other."""
    if left.document == right.document:
        return "one document"
    roles = {context.documents[name].role for name in (left.document, right.document)}
    if DocumentRole.DRAFT in roles and len(roles) > 1:
        return "draft and source"
    likeness = context.likeness(left.document, right.document)
    return "same story" if likeness >= 0.3 else "related" if likeness >= 0.15 else "unrelated"


DIMENSIONS: tuple[Dimension, ...] = (
    Dimension("unit", unit_level),
    Dimension("measure", measure_level),
    Dimension("subject", subject_level),
    Dimension("event", event_level),
    Dimension("modifiers", modifiers_level),
    Dimension("time", time_level),
    Dimension("place", place_level),
    Dimension("names", names_level),
    Dimension("words", words_shared_level),
    Dimension("attribution", attribution_level),
    Dimension("modality", modality_level),
    Dimension("size", size_level),
)
