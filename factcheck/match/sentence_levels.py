"""Levels of what stands around two facts: names, words, speakers, dates and other figures."""

from __future__ import annotations

import re
from datetime import date

from factcheck.facts.statement_compare import NOBODY, OTHER_AGENT, OTHER_KIND, OTHER_PATIENT
from factcheck.match.context import sort_of, unit_of
from factcheck.match.levels import OTHER, SAME, UNKNOWN, Pair
from factcheck.model import Claim, DurationValue, Fact, MomentValue, QuantityValue

# Smaller numbers stand everywhere.
_LARGE = 10
# What stands for a name that the text has given before.
_GENERIC = frozenset(
    "company firm group bank council club charity agency ministry department union "
    "operator owner spokesman spokeswoman spokesperson statement".split()
)
# Between a share and its whole, and how far the whole may stand from where the share begins.
_SHARE_OF = re.compile(r"\s+(?:(?:out\s+)?of|in)\s+(?:(?:the|its|his|her|their|our|all)\s+){0,2}")
_REACH = 60
# "No one was hurt" has too few words to share any.
_TERSE = 4
# Years over which a story may still come up with new events of one kind: charges, appeals.
_STORY = 10


def names_level(pair: Pair) -> str:
    """Names that stand in both sentences, by their last word."""
    one = {name.split()[-1].lower() for name in pair.one.names if name}
    two = {name.split()[-1].lower() for name in pair.two.names if name}
    if not one or not two:
        return UNKNOWN
    shared = len(one & two)
    return "several" if shared > 1 else "one" if shared else OTHER


def words_shared_level(pair: Pair) -> str:
    """Words that both sentences share, weighted by rarity, against the words of the shorter one.

    The words in which two statements differ are what is reported and don't count.
    """
    one, two, rarity = pair.one.words, pair.two.words, pair.context.rarity
    if pair.comparison.reason in (OTHER_AGENT, OTHER_PATIENT, OTHER_KIND):
        one, two = _without_issue(one, pair.left, pair), _without_issue(two, pair.right, pair)
    if pair.comparison.reason == NOBODY and min(len(one), len(two)) < _TERSE:
        return UNKNOWN
    theirs = set(two)
    shared = rarity.total(word for word in one if word in theirs)
    least = min(rarity.total(one), rarity.total(two))
    share = shared / least if least else 0.0
    for bound, level in ((0.7, "most"), (0.45, "half"), (0.25, "some"), (0.1, "few")):
        if share >= bound:
            return level
    return "none"


def company_level(pair: Pair) -> str:
    """Whether both figures stand beside one that is the same, or are shares of it: 3.1 million of
    its 8.7 million customers, and 1.3 million of 8.7 million.

    Of small numbers there are too many, and the year is that of much.
    """
    if not isinstance(pair.left.value, (QuantityValue, DurationValue)):
        return UNKNOWN
    one, two = _beside(pair.left, pair.one), _beside(pair.right, pair.two)
    if not one or not two:
        return UNKNOWN
    if one & two & _whole(pair.left, pair.one, pair) & _whole(pair.right, pair.two, pair):
        return "the same whole"
    return "one figure the same" if one & two else "none the same"


def _beside(fact: Fact, claim: Claim) -> set[float]:
    """The exact numbers of a sentence besides one of its own, from 10 on."""
    return {
        other.value.low
        for other in claim.facts
        if isinstance(other.value, QuantityValue)
        and not other.span.overlaps(fact.span)
        and other.value.low == other.value.high >= _LARGE
        and other.value.dimension not in ("ordinal", "label", "identifier", "score")
    }


def _whole(fact: Fact, claim: Claim, pair: Pair) -> set[float]:
    """What the figure is said to be a share of: 8.7 million of "1.3 million of its 8.7 million"."""
    text = pair.context.documents[fact.document].text
    return {
        other.value.low
        for other in claim.facts
        if isinstance(other.value, QuantityValue)
        and fact.span.start < other.span.start <= fact.span.start + _REACH
        and _SHARE_OF.fullmatch(text[fact.span.start : other.span.start].removeprefix(fact.surface))
    }


def _without_issue(words: tuple[str, ...], fact: Fact, pair: Pair) -> tuple[str, ...]:
    slot = fact.slot
    issue = slot.measure if pair.comparison.reason != OTHER_AGENT else slot.subject
    return tuple(word for word in words if word not in issue)


def attribution_level(pair: Pair) -> str:
    """Who says so."""
    one, two = pair.one.attribution, pair.two.attribution
    if not one or not two:
        return UNKNOWN
    if one.split()[-1].lower() == two.split()[-1].lower():
        return SAME
    # "The company" may well be the Aqua North of the other text.
    return UNKNOWN if (one in _GENERIC) != (two in _GENERIC) else OTHER


def days_level(pair: Pair) -> str:
    """How far apart the two documents were published."""
    documents = pair.context.documents
    one = documents[pair.left.document].published
    two = documents[pair.right.document].published
    if one is None or two is None or pair.left.document == pair.right.document:
        return UNKNOWN
    if _is_long_ago(pair.left, one) and _is_long_ago(pair.right, two):
        # When a school was founded doesn't depend on when that is told.
        return UNKNOWN
    days = abs((one - two).days)
    if days <= 1:
        return ("same day", "a day apart")[days]
    return "days apart" if days <= 30 else "months apart"


def _is_long_ago(fact: Fact, published: date) -> bool:
    """Whether a time is history, no part of a story that is still being told."""
    value = fact.value
    if not isinstance(value, MomentValue) or value.end is None:
        return False
    return value.end.year < published.year - _STORY


def size_level(pair: Pair) -> str:
    """How far apart the two numbers are: a slip is rarely by orders of magnitude."""
    one, two = pair.left.value, pair.right.value
    if not isinstance(one, (QuantityValue, DurationValue)) or not isinstance(
        two, (QuantityValue, DurationValue)
    ):
        return UNKNOWN
    small, large = sorted((_stated(one), _stated(two)))
    if small == large:
        return "near"
    if small == 0:
        return "apart"
    ratio = large / small
    if one.unit != two.unit and _in_own_unit(one) == _in_own_unit(two):
        # Six weeks and six months: the same figure, a slip of the unit.
        return "near"
    if any(abs(ratio / power - 1) < 1e-9 for power in (1e3, 1e6)):
        # 4.2 million and 4.2 billion: the same figures, a slip of the magnitude.
        return "near"
    return "near" if ratio <= 2 else "apart" if ratio <= 12 else "far"


def _in_own_unit(value: QuantityValue | DurationValue) -> float:
    """The number as it is worded: six of six weeks."""
    if isinstance(value, DurationValue) and value.step > 0:
        return round(value.low / value.step, 6)
    return value.low


def _stated(value: QuantityValue | DurationValue) -> float:
    """The end of a value that its wording states: 27 of "under 27"."""
    return abs(value.low if abs(value.low) != float("inf") and value.low else value.high)


def sort_level(pair: Pair) -> str:
    """What sort of figure it is: ordinals and scores run in series, ages belong to their person."""
    return sort_of(pair.left)


_COMMON_UNITS = frozenset("person people man woman child time year USD GBP EUR".split())


def rivals_level(pair: Pair) -> str:
    """Whether each document has other figures of this unit, which could be the counterpart."""
    if not isinstance(pair.left.value, (QuantityValue, DurationValue)):
        return UNKNOWN
    counts = pair.context.unit_counts
    most = max(counts[(fact.document, unit_of(fact))] for fact in (pair.left, pair.right))
    if pair.left.document == pair.right.document:
        return "only two" if most == 2 else "few" if most <= 4 else "many"
    if most > 1:
        return "few" if most <= 3 else "many"
    # Any article may have one figure of people or dollars; one figure of pages tells more.
    common = isinstance(pair.left.value, QuantityValue) and pair.left.value.unit in _COMMON_UNITS
    return "one common each" if common else "only one each"
