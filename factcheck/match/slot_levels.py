"""Levels of the slots: unit, what is measured, of whom, in what event, when and where."""

from __future__ import annotations

from factcheck.facts.duration import OFFSET
from factcheck.facts.moment_compare import END
from factcheck.facts.near_words import are_near
from factcheck.facts.statement_compare import (
    AGREE,
    DIRECTION,
    NOBODY,
    OPPOSITE,
    OTHER_AGENT,
    OTHER_GOAL,
    OTHER_KIND,
    OTHER_PATIENT,
    OTHER_PLACE,
)
from factcheck.facts.statement_likeness import one_government
from factcheck.facts.units import is_unit
from factcheck.facts.works import is_work
from factcheck.match.levels import (
    AT_ISSUE,
    ONCE,
    ONE_WORK,
    OTHER,
    OTHER_NAME,
    OTHER_RANK,
    OVERLAP,
    PARTLY,
    SAME,
    SYNONYM,
    UNKNOWN,
    Pair,
    words_level,
)
from factcheck.match.slips import is_other_unit
from factcheck.match.synonyms import same_class
from factcheck.model import (
    Claim,
    DurationValue,
    Fact,
    Modality,
    MomentValue,
    QuantityValue,
    StatementValue,
)

# Words that put a value before the one that holds now.
_EARLIER = frozenset("previously formerly earlier originally initially previous former".split())


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
    if pair.comparison.reason in (OTHER_PATIENT, OTHER_KIND):
        return AT_ISSUE
    if pair.comparison.reason == NOBODY:
        return SAME
    if isinstance(pair.left.value, DurationValue):
        # Weeks beside months: the dimension of units tells of that.
        offsets = {OFFSET in fact.slot.measure for fact in (pair.left, pair.right)}
        return OTHER if len(offsets) > 1 else UNKNOWN
    one, two = pair.left.slot, pair.right.slot
    if isinstance(pair.left.value, MomentValue) and bool(one.measure) != bool(two.measure):
        # "The school opened" beside "the school was opened", by nobody who is named.
        if one.measure and not one.subject:
            return words_level(one.measure, two.subject)
        if two.measure and not two.subject:
            return words_level(one.subject, two.measure)
    level = words_level(one.measure, two.measure)
    if level == OTHER and is_other_unit(pair.left, pair.right):
        # "84 miles an hour" measures no mile.
        return UNKNOWN if all(map(is_unit, (*one.measure, *two.measure))) else OTHER
    return level


def subject_level(pair: Pair) -> str:
    """What the value is said of; of statements, who acts."""
    if pair.comparison.reason == OTHER_AGENT:
        return AT_ISSUE
    one, two = pair.left.slot.subject, pair.right.slot.subject
    if one and two and is_work(one[0]) and is_work(two[0]) and _one_named_work(pair):
        return ONE_WORK
    level = words_level(one, two)
    if level == OTHER and pair.comparison.reason == AGREE and (is_work(one[0]) or is_work(two[0])):
        # What a document aims at, its authors do.
        return UNKNOWN
    values = (pair.left.value, pair.right.value)
    if level == OTHER and isinstance(values[0], StatementValue):
        assert isinstance(values[1], StatementValue)
        if one_government(values[0], values[1]):
            return SYNONYM
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


# What happens once to its subject, so that two times of it are one too many.
_ONCE = frozenset(
    "bear die found establish publish release write build invent discover kill assassinate bury "
    "inaugurate abolish annex dissolve premiere".split()
)


def event_level(pair: Pair) -> str:
    """The governing verb or event noun; of opposites, the verbs are what is reported."""
    if pair.comparison.reason in (DIRECTION, OPPOSITE):
        return AT_ISSUE
    one, two = pair.left.slot.event, pair.right.slot.event
    if (
        isinstance(pair.left.value, MomentValue)
        and one[:1] == two[:1]
        and _ONCE.issuperset(one[:1])
    ):
        return ONCE if one else UNKNOWN
    if pair.comparison.reason == END:
        return SYNONYM
    if pair.comparison.reason == NOBODY:
        # What befell nobody befell nobody in all that the story tells of.
        return ONCE
    level = words_level(one, two)
    if level == OTHER and pair.comparison.reason == AGREE and are_near(one[0], two[0]):
        return SYNONYM
    return level


def modifiers_level(pair: Pair) -> str:
    """Adjectives and nouns that narrow the measure ("adjusted", "third-quarter")."""
    if pair.comparison.reason in (OTHER_PLACE, OTHER_GOAL):
        return AT_ISSUE
    one, two = set(pair.left.slot.modifiers), set(pair.right.slot.modifiers)
    if _is_rank(pair.left) and one != two:
        # The third coach of a conference may be the fifth of the league.
        return OTHER_RANK
    if not one or not two:
        return UNKNOWN
    if one == two:
        return SAME
    if one <= two or two <= one:
        return OVERLAP
    # "NBA head coach" and "Eastern Conference head coach": each is narrowed in its own way.
    return PARTLY if one & two else OTHER


def _is_rank(fact: Fact) -> bool:
    return isinstance(fact.value, QuantityValue) and fact.value.dimension == "ordinal"


def time_level(pair: Pair) -> str:
    """The times in both clauses: resolved intervals first, words of time otherwise."""
    if isinstance(pair.left.value, MomentValue) or pair.comparison.reason == OTHER_KIND:
        # What is a song was never a town.
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


def _intervals(claim: Claim, fact: Fact) -> list[MomentValue]:
    return [
        other.value
        for other in claim.facts
        if isinstance(other.value, MomentValue)
        and other.value.start is not None
        and other.span != fact.span
        and any(word.split()[-1] in other.surface.lower() for word in fact.slot.time)
    ]


def _modality_of(claim: Claim) -> str:
    """The modality of a sentence; "" where no verb tells it ("payment date: 26 September")."""
    return claim.modality if claim.predicate else ""


def place_level(pair: Pair) -> str:
    """Names of places in both clauses."""
    one, two = set(pair.left.slot.place), set(pair.right.slot.place)
    if not one or not two:
        return UNKNOWN
    if one <= two or two <= one or _lie_within(one, two) or _lie_within(two, one):
        return SAME
    return OTHER


def _lie_within(places: set[str], others: set[str]) -> bool:
    """Whether each of some places begins with a name of the others: "Holt City", "Holt"."""
    return all(any(f"{place} ".startswith(f"{other} ") for other in others) for place in places)


def modality_level(pair: Pair) -> str:
    """Fact against plan, condition or possibility."""
    one, two = pair.left.slot.modality, pair.right.slot.modality
    if not isinstance(pair.left.value, (QuantityValue, DurationValue)):
        one, two = one or _modality_of(pair.one), two or _modality_of(pair.two)
    if {one, two} == {Modality.FACT, Modality.PLAN} and _untold(pair):
        return UNKNOWN
    if not one or not two or any(_lies_ahead(fact, pair) for fact in (pair.left, pair.right)):
        return UNKNOWN
    if one == two:
        return SAME
    return "plan and fact" if {one, two} == {Modality.FACT, Modality.PLAN} else OTHER


def _untold(pair: Pair) -> bool:
    """Whether no verb says of a time that it is past: "Reopening: Saturday 7 June 2025"."""
    sides = ((pair.left, pair.one), (pair.right, pair.two))
    return any(
        isinstance(fact.value, MomentValue)
        and not fact.value.tense
        and (fact.slot.modality or _modality_of(claim)) == Modality.FACT
        for fact, claim in sides
    )


def _lies_ahead(fact: Fact, pair: Pair) -> bool:
    """Whether a time is after the day of publication: whatever the verb, what is then is a plan."""
    value = fact.value
    if not isinstance(value, MomentValue) or value.start is None:
        return False
    published = pair.context.documents[fact.document].published
    return published is not None and value.start > published
