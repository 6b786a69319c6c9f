"""How two statements stand to each other: the same, opposite, or about different things."""

from __future__ import annotations

from factcheck.annotate.canonical import name_relation
from factcheck.facts.kinds_of_thing import kinds_exclude
from factcheck.facts.lexicon import are_antonyms
from factcheck.facts.naming import CALLED, one_name
from factcheck.facts.nation import exclude
from factcheck.facts.near_words import are_near
from factcheck.facts.nominal import CHANGE
from factcheck.facts.statement_arguments import MOTION
from factcheck.facts.statement_likeness import (
    PRONOUNS,
    apart,
    bare_words,
    elsewhere,
    names_agree,
    one_government,
    one_theme,
    overlap,
    rivals,
    swapped,
    theme,
    turned,
)
from factcheck.facts.statement_outcomes import (
    of_anybody,
    outcomes_exclude,
    results_are_opposite,
    taken_both_ways,
)
from factcheck.facts.works import is_work
from factcheck.model import Comparison, Fact, Modality, Relation, StatementValue

AGREE, DENIED, NOBODY, OPPOSITE, DIRECTION, SWAPPED = (
    "the same statement",
    "affirmed here, denied there",
    "of nobody here, of some there",
    "opposite words",
    "opposite direction",
    "actor and target swapped",
)
OTHER_AGENT, OTHER_PATIENT, OTHER_PLACE, OTHER_GOAL, OTHER_NATION, OTHER_KIND = (
    "another actor",
    "another object",
    "another place",
    "to another place",
    "of another country",
    "another kind of thing",
)
# Happenings that have one place each, and makings that have one maker: the verbs by which English
# gives birthplaces, seats, venues and authorship.
ONE_PLACE = frozenset(
    "bear locate base situate headquarter die bury hold occur happen stage wed marry build found"
    " moor dock".split()
)
ONE_MAKER = frozenset(
    "write direct produce compose found create invent discover design paint author publish win "
    "build develop release establish".split()
)
ONE_OWNER = frozenset("own chair lead".split())
# What is said under a condition or as a possibility denies nothing and is not denied.
_OPEN = (Modality.CONDITION, Modality.POSSIBILITY)
# Words that the arguments of a denial and what it denies share, one less where the verb says much.
_LEAST_ALIKE = 2
_PLAIN = frozenset(
    "be have do make take get give go come see find use show want need say call name know"
    " describe ask expect hold keep leave put set".split()
)
_NOTHING = Comparison(Relation.INCOMPARABLE)


def functional(value: StatementValue, reason: str) -> bool:
    """Whether a statement can hold of one patient (or agent) only, so that another excludes it."""
    if value.predicate == "be":
        return reason == OTHER_PATIENT and value.definite and not value.negated
    one = value.predicate in ONE_MAKER or value.predicate in ONE_OWNER
    return reason == OTHER_AGENT and value.passive and one


def is_single(value: StatementValue) -> bool:
    """Whether a statement has one place or one maker by its verb."""
    return value.predicate in ONE_PLACE or (value.passive and value.predicate in ONE_MAKER)


def compare(left: Fact, right: Fact) -> Comparison:
    """EQUAL, DIFFERENT with the reason, or INCOMPARABLE when the statements only share words."""
    one, two = left.value, right.value
    assert isinstance(one, StatementValue)
    assert isinstance(two, StatementValue)
    same_verb = one.predicate == two.predicate
    if not same_verb and not _opposable(one, two):
        # Most pairs: they share a word of their arguments, and that is all.
        return _restated(one, two)
    agents, patients = overlap(one.agent, two.agent), overlap(one.patient, two.patient)
    if agents is False and one_government(one, two):
        agents = True
    if one.predicate == two.predicate == CALLED:
        return _named(one, two, patients)
    if swapped(one, two) and same_verb:
        return Comparison(Relation.DIFFERENT, SWAPPED)
    people = "person" in (one.agent_kind, one.patient_kind, two.agent_kind, two.patient_kind)
    if one.direction and two.direction and not people and one_theme(theme(one), theme(two)):
        if one.modality is not two.modality or one.modality in _OPEN or apart(one, two):
            return _NOTHING
        same_way = (one.direction * two.direction > 0) == (one.negated == two.negated)
        if same_way:
            return Comparison(Relation.EQUAL, AGREE)
        return Comparison(Relation.DIFFERENT, DIRECTION)
    if CHANGE in (one.predicate, two.predicate):
        return _NOTHING
    if not same_verb and are_antonyms(one.predicate, two.predicate):
        if patients and (agents or (agents is None and outcomes_exclude(one, two))):
            return _polar(one, two, OPPOSITE)
        return _polar(one, two, OPPOSITE) if agents and taken_both_ways(one, two) else _NOTHING
    if same_verb and agents and results_are_opposite(one, two):
        return _polar(one, two, OPPOSITE)
    if one.predicate == two.predicate == "be" and _of_other_nation(one, two):
        return Comparison(Relation.DIFFERENT, OTHER_NATION)
    if one.predicate == two.predicate == "be" and agents and _of_other_kind(one, two):
        return Comparison(Relation.DIFFERENT, OTHER_KIND)
    if one.predicate == two.predicate == "be" and agents:
        return _copular(one, two, patients)
    if same_verb and of_anybody(one, two):
        return _denied(one, two)
    if same_verb and agents is not False and patients is not False and (agents or patients):
        if one.negated != two.negated:
            return _denied(one, two) if _same_actor(one, two, agents) else _NOTHING
        if one.predicate in ONE_PLACE and elsewhere(one, two):
            return Comparison(Relation.DIFFERENT, OTHER_PLACE)
        if one.predicate in MOTION and elsewhere(one, two):
            return Comparison(Relation.DIFFERENT, OTHER_GOAL)
        return Comparison(Relation.EQUAL, AGREE)
    if same_verb and agents is not False and patients is not False and is_single(one):
        return (
            Comparison(Relation.DIFFERENT, OTHER_PLACE)
            if one.predicate in ONE_PLACE and elsewhere(one, two)
            else _NOTHING
        )
    if same_verb and one.negated == two.negated:
        return _substituted(one, two, agents, patients)
    return _NOTHING


def _of_other_nation(one: StatementValue, two: StatementValue) -> bool:
    """Whether one subject, by name, is said to be of two countries that exclude each other."""
    if one.negated or two.negated or one.modality in _OPEN or two.modality in _OPEN:
        return False
    return exclude(one.nations, two.nations) and any(
        name_relation(_words(mine), _words(theirs)) == "same"
        for mine in one.agent_names
        for theirs in two.agent_names
    )


def _of_other_kind(one: StatementValue, two: StatementValue) -> bool:
    """Whether one named thing is said to be of two kinds that exclude each other."""
    if one.negated or two.negated or not one.modality is two.modality is Modality.FACT:
        return False
    pairs = [(mine, theirs) for mine in one.kinds for theirs in two.kinds]
    if not pairs or not all(kinds_exclude(mine, theirs) for mine, theirs in pairs):
        return False
    return names_agree(one, two) or (one.agent[:1] == two.agent[:1] and _is_named(one, two))


def _is_named(one: StatementValue, two: StatementValue) -> bool:
    """Whether both subjects are certain ones, and one side shows that their word is a name."""
    return all(value.definite and len(value.agent) <= 2 for value in (one, two)) and bool(
        one.agent_names or two.agent_names
    )


def _words(name: str) -> tuple[str, ...]:
    return tuple(name.title().split())


def _named(one: StatementValue, two: StatementValue, patients: bool | None) -> Comparison:
    """Two statements of what something is called."""
    if patients is False or not one_name(one, two):
        return _NOTHING
    if one.negated == two.negated:
        return Comparison(Relation.EQUAL, AGREE)
    # Two reports may differ, and each of them may be right.
    return _denied(one, two) if patients and one_theme(one.agent, two.agent) else _NOTHING


def _restated(one: StatementValue, two: StatementValue) -> Comparison:
    """The same in another verb: near-synonyms with one object, worded alike, and no other actor."""
    if len(one.patient) < 2 or len(two.patient) < 2 or one.patient[0] != two.patient[0]:
        return _NOTHING
    left, right = set(one.patient), set(two.patient)
    if one.negated != two.negated or not (left <= right or right <= left):
        return _NOTHING
    # The last of the tests that all have to hold of a word, since it costs most.
    if not are_near(one.predicate, two.predicate):
        return _NOTHING
    if overlap(one.agent, two.agent) is False and not (
        one_government(one, two) or _by_work(one) or _by_work(two)
    ):
        return _NOTHING
    return Comparison(Relation.EQUAL, AGREE)


def _by_work(value: StatementValue) -> bool:
    """Whether a document is said to act, which leaves open who does what it says."""
    return bool(value.agent) and is_work(value.agent[0])


def _opposable(one: StatementValue, two: StatementValue) -> bool:
    """Whether two different verbs can oppose each other at all."""
    return (
        (one.direction != 0 and two.direction != 0)
        or CHANGE in (one.predicate, two.predicate)
        or are_antonyms(one.predicate, two.predicate)
    )


def _polar(one: StatementValue, two: StatementValue, reason: str) -> Comparison:
    if one.modality is not two.modality or one.modality in _OPEN or apart(one, two):
        return _NOTHING
    if one.negated == two.negated:
        return Comparison(Relation.DIFFERENT, reason)
    return Comparison(Relation.COMPATIBLE, AGREE)


def _denied(one: StatementValue, two: StatementValue) -> Comparison:
    """A denial contradicts only what it denies.

    Who did not win many seats may have won some; what was not done at once may be done; what does
    not run on one system may run. So the denied statement may hold no word more than the affirmed
    one, both are of one certain subject, and both are said as facts, or both as plans.
    """
    if one.modality is not two.modality or one.modality in _OPEN:
        return _NOTHING
    anybody = of_anybody(one, two)
    if one.indefinite and two.indefinite and not anybody:
        return _NOTHING
    denied, affirmed = (one, two) if one.negated else (two, one)
    said = {*affirmed.agent, *affirmed.patient, *bare_words(affirmed.others), *affirmed.scope}
    what = () if anybody else denied.patient
    more = [word for word in (*what, *bare_words(denied.others), *denied.scope) if word not in said]
    if more or apart(one, two) or turned(denied, affirmed):
        return _NOTHING
    alike = {*one.agent, *one.patient, *bare_words(one.others)}
    alike &= {*two.agent, *two.patient, *bare_words(two.others)}
    # One word in common, be it "shots", may be of any event.
    least = _LEAST_ALIKE - _done_to_one_thing(one, two)
    if len(alike - PRONOUNS) < least and not names_agree(one, two) and not anybody:
        return _NOTHING
    return Comparison(Relation.DIFFERENT, NOBODY if anybody else DENIED)


def _done_to_one_thing(one: StatementValue, two: StatementValue) -> bool:
    """Whether a passive that names no actor is said and denied of one thing.

    "The tickets will (not) be refunded": the verb has to say something by itself.
    """
    alone = not one.agent and not two.agent and one.passive and two.passive
    return alone and one.patient == two.patient and one.predicate not in _PLAIN


def _same_actor(one: StatementValue, two: StatementValue, agents: bool | None) -> bool:
    """Whether both sides name their actor, or one is a passive that leaves it open."""
    return bool(agents) or any(value.passive and not value.agent for value in (one, two))


def _copular(one: StatementValue, two: StatementValue, patients: bool | None) -> Comparison:
    if one.patient and two.patient and are_antonyms(one.patient[0], two.patient[0]):
        return _polar(one, two, OPPOSITE)
    if patients:
        if one.negated != two.negated:
            return _denied(one, two)
        return Comparison(Relation.EQUAL, AGREE)
    if one.negated == two.negated:
        return _substituted(one, two, True, patients)
    return _NOTHING


def _substituted(
    one: StatementValue, two: StatementValue, agents: bool | None, patients: bool | None
) -> Comparison:
    """One argument agrees in full and in the place of the other stands another name of its sort."""
    if agents and patients is False and rivals(one.patient, two.patient, one, two, "patient"):
        return Comparison(Relation.DIFFERENT, OTHER_PATIENT)
    shared = set(one.patient) & set(two.patient)
    telling = len(shared) > 1 or (bool(shared) and one.passive and two.passive)
    if one.predicate == "be" or not telling:
        return _NOTHING
    # The hall's designer is not that of the hall's gate.
    one_thing = one.patient[:1] == two.patient[:1] or bool(
        set(one.patient_names) & set(two.patient_names)
    )
    if (
        patients
        and one_thing
        and agents is False
        and rivals(one.agent, two.agent, one, two, "agent")
    ):
        return Comparison(Relation.DIFFERENT, OTHER_AGENT)
    return _NOTHING
