"""Comparison levels: on each dimension, how far two facts speak of the same thing.

Ordered named levels as in record linkage (Fellegi and Sunter, A Theory for Record Linkage, JASA 64,
1969); "unknown" is a level of its own, never a mismatch.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher

from factcheck.annotate.worth import NUMBER_WORDS
from factcheck.facts.lexicon import are_antonyms
from factcheck.facts.calendar_words import CALENDAR_WORDS
from factcheck.facts.near_words import are_near
from factcheck.facts.statement_compare import (
    DIRECTION,
    OPPOSITE,
    OTHER_AGENT,
    OTHER_PATIENT,
    OTHER_PLACE,
    PRONOUNS,
)
from factcheck.match.context import Context, sort_of, unit_of
from factcheck.match.synonyms import is_work, same_class
from factcheck.model import (
    Claim,
    Comparison,
    DurationValue,
    Fact,
    Modality,
    MomentValue,
    QuantityValue,
)

SAME, HEAD, SYNONYM, OVERLAP, PARTLY, UNKNOWN, OTHER = (
    "same",
    "same head",
    "synonym",
    "overlap",
    "partly",
    "unknown",
    "other",
)
# The argument in which two statements differ is what is reported; it does not speak against them.
AT_ISSUE = "at issue"
# Words that put a value before the one that holds now.
_EARLIER = frozenset("previously formerly earlier originally initially previous former".split())
_ORDINALS = frozenset("first second third fourth fifth sixth".split())
ONE_WORK = "one named work"
OTHER_NAME = "other name"
PRONOUN = "same pronoun"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two facts with their claims, and how their values compare."""

    left: Fact
    right: Fact
    one: Claim
    two: Claim
    comparison: Comparison
    context: Context


@dataclass(frozen=True, slots=True)
class Dimension:
    """A named dimension and the function that says which level two facts reach on it."""

    name: str
    level: Callable[[Pair], str]


def words_level(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    """Level of two word lists whose first word is the head."""
    if not left or not right:
        return UNKNOWN
    if left[0] == right[0]:
        # "producer of the film" beside "producer of the play": one head, nothing else in common.
        if left[0] in PRONOUNS:
            return PRONOUN
        rest, others = set(left[1:]), set(right[1:])
        return HEAD if rest and others and rest.isdisjoint(others) else SAME
    if set(left) <= set(right) or set(right) <= set(left):
        return OVERLAP
    if not set(left).isdisjoint(right):
        # "Lindal Queen" and "Lindal Star", "server limit" and "client limit": each has its own.
        return PARTLY
    if any(same_class(one, two) for one in left for two in right):
        return SYNONYM
    return OTHER


def unit_level(pair: Pair) -> str:
    """Whether both values count or measure in the same unit."""
    one, two = pair.left.value, pair.right.value
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


def measure_level(pair: Pair) -> str:
    """The thing counted or the quantity measured; of statements, what the verb acts on."""
    if pair.comparison.reason == OTHER_PATIENT:
        return AT_ISSUE
    return words_level(pair.left.slot.measure, pair.right.slot.measure)


def subject_level(pair: Pair) -> str:
    """What the value is said of; of statements, who acts."""
    if pair.comparison.reason == OTHER_AGENT:
        return AT_ISSUE
    one, two = pair.left.slot.subject, pair.right.slot.subject
    if one and two and is_work(one[0]) and is_work(two[0]) and _one_named_work(pair):
        return ONE_WORK
    level = words_level(one, two)
    named = level == OTHER and _is_name(one, pair.one) and _is_name(two, pair.two)
    return OTHER_NAME if named else level


def _is_name(words: tuple[str, ...], claim: Claim) -> bool:
    """Whether slot words are a name of their sentence."""
    wanted = set(words)
    return any(wanted == set(name.lower().replace("-", " ").split()) for name in claim.names)


def _one_named_work(pair: Pair) -> bool:
    """Both articles name the same work, so "the document" and "the strategy" may be that work."""
    works = pair.context.works_of
    return not works[pair.left.document].isdisjoint(works[pair.right.document])


def event_level(pair: Pair) -> str:
    """The governing verb or event noun; of opposites, the verbs are what is reported."""
    if pair.comparison.reason in (DIRECTION, OPPOSITE):
        return AT_ISSUE
    return words_level(pair.left.slot.event, pair.right.slot.event)


def modifiers_level(pair: Pair) -> str:
    """Adjectives and nouns that narrow the measure ("adjusted", "third-quarter")."""
    if pair.comparison.reason == OTHER_PLACE:
        return AT_ISSUE
    one, two = set(pair.left.slot.modifiers), set(pair.right.slot.modifiers)
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
        and any(word.split()[-1] in other.surface.lower() for word in fact.slot.time)
    ]


def time_level(pair: Pair) -> str:
    """The times in both clauses: resolved intervals first, words of time otherwise."""
    if isinstance(pair.left.value, MomentValue):
        return UNKNOWN
    if bool(_EARLIER.intersection(pair.one.words)) != bool(_EARLIER.intersection(pair.two.words)):
        return OTHER
    ones = _intervals(pair.one, pair.left)
    twos = _intervals(pair.two, pair.right)
    if ones and twos:
        touching = any(
            one.start <= two.end and two.start <= one.end
            for one in ones
            for two in twos
            if one.start and one.end and two.start and two.end
        )
        return SAME if touching else OTHER
    words, others = set(pair.left.slot.time), set(pair.right.slot.time)
    if not words or not others:
        return UNKNOWN
    return SAME if words & others else OTHER


def place_level(pair: Pair) -> str:
    """Names of places in both clauses."""
    one, two = set(pair.left.slot.place), set(pair.right.slot.place)
    if not one or not two:
        return UNKNOWN
    if one & two:
        return SAME if one <= two or two <= one else OTHER
    return OTHER


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
    if pair.comparison.reason in (OTHER_AGENT, OTHER_PATIENT):
        one, two = _without_issue(one, pair.left, pair), _without_issue(two, pair.right, pair)
    theirs = set(two)
    shared = rarity.total(word for word in one if word in theirs)
    least = min(rarity.total(one), rarity.total(two))
    share = shared / least if least else 0.0
    for bound, level in ((0.7, "most"), (0.45, "half"), (0.25, "some"), (0.1, "few")):
        if share >= bound:
            return level
    return "none"


def _without_issue(words: tuple[str, ...], fact: Fact, pair: Pair) -> tuple[str, ...]:
    slot = fact.slot
    issue = slot.measure if pair.comparison.reason == OTHER_PATIENT else slot.subject
    return tuple(word for word in words if word not in issue)


def attribution_level(pair: Pair) -> str:
    """Who says so."""
    one, two = pair.one.attribution, pair.two.attribution
    if not one or not two:
        return UNKNOWN
    return SAME if one.split()[-1].lower() == two.split()[-1].lower() else OTHER


def modality_level(pair: Pair) -> str:
    """Fact against plan, condition or possibility."""
    one, two = pair.left.slot.modality, pair.right.slot.modality
    if not isinstance(pair.left.value, (QuantityValue, DurationValue)):
        one, two = one or pair.one.modality, two or pair.two.modality
    if not one or not two:
        return UNKNOWN
    if one == two:
        return SAME
    return "plan and fact" if {one, two} == {Modality.FACT, Modality.PLAN} else OTHER


def size_level(pair: Pair) -> str:
    """How far apart the two numbers are: a slip is rarely by orders of magnitude."""
    one, two = pair.left.value, pair.right.value
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


def sort_level(pair: Pair) -> str:
    """What sort of figure it is: ordinals and scores run in series, ages belong to their person."""
    return sort_of(pair.left)


def days_level(pair: Pair) -> str:
    """How far apart the two documents were published."""
    documents = pair.context.documents
    one = documents[pair.left.document].published
    two = documents[pair.right.document].published
    if one is None or two is None or pair.left.document == pair.right.document:
        return UNKNOWN
    days = abs((one - two).days)
    return "same days" if days <= 1 else "days apart" if days <= 30 else "months apart"


def rivals_level(pair: Pair) -> str:
    """Whether each document has other figures of this unit, which could be the counterpart."""
    if not isinstance(pair.left.value, (QuantityValue, DurationValue)):
        return UNKNOWN
    counts = pair.context.unit_counts
    most = max(counts[(fact.document, unit_of(fact))] for fact in (pair.left, pair.right))
    if pair.left.document == pair.right.document:
        return "only two" if most == 2 else "few" if most <= 4 else "many"
    return "only one each" if most == 1 else "few" if most <= 3 else "many"


def contrast_level(pair: Pair) -> str:
    """Whether parallel sentences put one thing in the place of another.

    "The north line carried 40 trains" beside "the south line carried 60": two lines, and what else
    the sentences share does not make them one.
    """
    if not isinstance(pair.left.value, (QuantityValue, DurationValue, MomentValue)):
        return UNKNOWN
    one, two = _plain(pair.one.words), _plain(pair.two.words)
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) < 2:
        return UNKNOWN
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag != "replace" or not end - start == other_end - other_start <= 2:
            continue
        if _exclusive(one[start:end], two[other_start:other_end], one, two):
            return "swapped"
    return UNKNOWN


def _plain(words: tuple[str, ...]) -> list[str]:
    """Words without figures, but with ordinals: the first phase is not the second."""
    return [
        word
        for word in words
        if not any(character.isdigit() for character in word)
        and (word not in NUMBER_WORDS or word in _ORDINALS)
    ]


def _exclusive(left: list[str], right: list[str], one: list[str], two: list[str]) -> bool:
    """Whether two stretches share no sense, and neither stands in the other sentence.

    Another day is told by the dimension of time.
    """
    if CALENDAR_WORDS.issuperset(left) or CALENDAR_WORDS.issuperset(right):
        return False
    pairs = [(word, other) for word in left for other in right]
    opposite = any(are_antonyms(word, other) for word, other in pairs)
    if not opposite and any(same_class(*pair) or are_near(*pair) for pair in pairs):
        return False
    return set(left).isdisjoint(two) and set(right).isdisjoint(one)


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
    Dimension("rivals", rivals_level),
    Dimension("contrast", contrast_level),
    Dimension("sort", sort_level),
    Dimension("published", days_level),
)
