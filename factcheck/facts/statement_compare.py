"""How two statements stand to each other: the same, opposite, or about different things."""

from __future__ import annotations

from factcheck.annotate.canonical import name_relation
from factcheck.annotate.geography import place_sort
from factcheck.facts.lexicon import are_antonyms
from factcheck.facts.nominal import CHANGE
from factcheck.model import Comparison, Fact, Modality, Relation, StatementValue

AGREE, DENIED, OPPOSITE, DIRECTION, SWAPPED, OTHER_AGENT, OTHER_PATIENT, OTHER_PLACE = (
    "the same statement",
    "affirmed here, denied there",
    "opposite words",
    "opposite direction",
    "actor and target swapped",
    "another actor",
    "another object",
    "another place",
)
# Happenings that have one place each, and makings that have one maker: the verbs by which English
# gives birthplaces, seats, venues and authorship.
_ONE_PLACE = frozenset(
    "bear locate base situate headquarter die bury hold occur happen stage wed marry".split()
)
_ONE_MAKER = frozenset(
    "write direct produce compose found create invent discover design paint author publish win "
    "build develop release establish".split()
)
# What is said under a condition or as a possibility denies nothing and is not denied.
_OPEN = (Modality.CONDITION, Modality.POSSIBILITY)
# A pronoun stands for its referent only as far as the sentences around it agree.
PRONOUNS = frozenset("he she it they".split())
_NOTHING = Comparison(Relation.INCOMPARABLE)


def functional(value: StatementValue, reason: str) -> bool:
    """Whether a statement can hold of one patient (or agent) only, so that another excludes it."""
    if value.predicate == "be":
        return reason == OTHER_PATIENT and value.definite and not value.negated
    return reason == OTHER_AGENT and value.passive and value.predicate in _ONE_MAKER


def is_single(value: StatementValue) -> bool:
    """Whether a statement has one place or one maker by its verb."""
    return value.predicate in _ONE_PLACE or (value.passive and value.predicate in _ONE_MAKER)


def compare(left: Fact, right: Fact) -> Comparison:
    """EQUAL, DIFFERENT with the reason, or INCOMPARABLE when the statements only share words."""
    one, two = left.value, right.value
    assert isinstance(one, StatementValue)
    assert isinstance(two, StatementValue)
    same_verb = one.predicate == two.predicate
    if not same_verb and not _opposable(one, two):
        # Most pairs: they share a word of their arguments, and that is all.
        return _NOTHING
    agents, patients = _overlap(one.agent, two.agent), _overlap(one.patient, two.patient)
    if _swapped(one, two) and same_verb:
        return Comparison(Relation.DIFFERENT, SWAPPED)
    people = "person" in (one.agent_kind, one.patient_kind, two.agent_kind, two.patient_kind)
    if one.direction and two.direction and not people and _one_theme(theme(one), theme(two)):
        if one.modality is not two.modality or one.modality in _OPEN or _apart(one, two):
            return _silent()
        same_way = (one.direction * two.direction > 0) == (one.negated == two.negated)
        if same_way:
            return Comparison(Relation.EQUAL, AGREE)
        return Comparison(Relation.DIFFERENT, DIRECTION)
    if CHANGE in (one.predicate, two.predicate):
        return _silent()
    if not same_verb and are_antonyms(one.predicate, two.predicate) and (agents and patients):
        return _polar(one, two, OPPOSITE)
    if one.predicate == two.predicate == "be" and agents:
        return _copular(one, two, patients)
    if same_verb and agents is not False and patients is not False and (agents or patients):
        if one.negated != two.negated:
            return _denied(one, two) if _same_actor(one, two, agents) else _silent()
        if one.predicate in _ONE_PLACE and _elsewhere(one, two):
            return Comparison(Relation.DIFFERENT, OTHER_PLACE)
        return Comparison(Relation.EQUAL, AGREE)
    if same_verb and agents is not False and patients is not False and is_single(one):
        return (
            Comparison(Relation.DIFFERENT, OTHER_PLACE)
            if one.predicate in _ONE_PLACE and _elsewhere(one, two)
            else _silent()
        )
    if same_verb and one.negated == two.negated:
        return _substituted(one, two, agents, patients)
    return Comparison(Relation.INCOMPARABLE)


def _opposable(one: StatementValue, two: StatementValue) -> bool:
    """Whether two different verbs can oppose each other at all."""
    return (
        (one.direction != 0 and two.direction != 0)
        or CHANGE in (one.predicate, two.predicate)
        or are_antonyms(one.predicate, two.predicate)
    )


def theme(value: StatementValue) -> tuple[str, ...]:
    """What rises or falls: the object of "raised its forecast", else the subject of "rose"."""
    if value.passive or not value.patient or value.predicate == "be":
        return value.patient if value.passive else value.agent
    return value.patient


def _one_theme(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether one thing rises in one statement and falls in the other.

    The heads agree, and words that narrow them don't exclude each other: organic sales may rise
    while net sales fall.
    """
    if not one or not two or one[0] != two[0]:
        return False
    rest, others = set(one[1:]), set(two[1:])
    return not rest or not others or not rest.isdisjoint(others)


def _polar(one: StatementValue, two: StatementValue, reason: str) -> Comparison:
    if one.modality is not two.modality or one.modality in _OPEN or _apart(one, two):
        return _silent()
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
        return _silent()
    if one.indefinite and two.indefinite:
        return _silent()
    denied, affirmed = (one, two) if one.negated else (two, one)
    said = {*affirmed.agent, *affirmed.patient, *_bare(affirmed.others), *affirmed.scope}
    more = [
        word for word in (*denied.patient, *_bare(denied.others), *denied.scope) if word not in said
    ]
    if more or _apart(one, two):
        return _silent()
    alike = {*one.agent, *one.patient, *_bare(one.others)}
    alike &= {*two.agent, *two.patient, *_bare(two.others)}
    # One word in common, be it "shots", may be of any event.
    if len(alike - PRONOUNS) < 2 and not _names_agree(one, two):
        return _silent()
    return Comparison(Relation.DIFFERENT, DENIED)


def _names_agree(one: StatementValue, two: StatementValue) -> bool:
    names = {*one.agent_names, *one.patient_names}
    return not names.isdisjoint((*two.agent_names, *two.patient_names))


def _apart(one: StatementValue, two: StatementValue) -> bool:
    """Whether a preposition has other words on each side: against the dollar, against the euro."""
    ones, twos = _by_preposition(one), _by_preposition(two)
    return any(
        ones[name] - twos[name] and twos[name] - ones[name] for name in ones.keys() & twos.keys()
    )


def _by_preposition(value: StatementValue) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for other in value.others:
        preposition, word = other.split(":", 1)
        found.setdefault(preposition, set()).add(word)
    return found


def _same_actor(one: StatementValue, two: StatementValue, agents: bool | None) -> bool:
    """Whether both sides name their actor, or one is a passive that leaves it open."""
    return bool(agents) or any(value.passive and not value.agent for value in (one, two))


def _silent() -> Comparison:
    return Comparison(Relation.INCOMPARABLE)


def _bare(others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.split(":", 1)[1] for word in others)


def _overlap(one: tuple[str, ...], two: tuple[str, ...]) -> bool | None:
    """True when two arguments share their head or most of their words; None when one is unknown."""
    if not one or not two:
        return None
    if one[0] != two[0] and (one[0] in PRONOUNS or two[0] in PRONOUNS):
        # Whom a pronoun of another article stands for is not known.
        return None
    rest, others = set(one), set(two)
    if not rest <= others and not others <= rest and len(rest & others) < 2 and one[0] != two[0]:
        return False
    if one[0] == two[0] or one[0] in two or two[0] in one:
        return True
    return len(set(one) & set(two)) * 2 >= min(len(one), len(two))


def _swapped(one: StatementValue, two: StatementValue) -> bool:
    """Both arguments are names and stand the other way round."""
    if not (one.agent_names and one.patient_names and two.agent_names and two.patient_names):
        return False
    return (
        one.agent_names[0] == two.patient_names[0]
        and one.patient_names[0] == two.agent_names[0]
        and one.agent_names[0] != one.patient_names[0]
    )


def _copular(one: StatementValue, two: StatementValue, patients: bool | None) -> Comparison:
    if one.patient and two.patient and are_antonyms(one.patient[0], two.patient[0]):
        return _polar(one, two, OPPOSITE)
    if patients:
        if one.negated != two.negated:
            return _denied(one, two)
        return Comparison(Relation.EQUAL, AGREE)
    if one.negated == two.negated:
        return _substituted(one, two, True, patients)
    return Comparison(Relation.INCOMPARABLE)


def _substituted(
    one: StatementValue, two: StatementValue, agents: bool | None, patients: bool | None
) -> Comparison:
    """One argument agrees in full and in the place of the other stands another name of its sort."""
    if agents and patients is False and _rivals(one.patient, two.patient, one, two, "patient"):
        return Comparison(Relation.DIFFERENT, OTHER_PATIENT)
    shared = set(one.patient) & set(two.patient)
    telling = len(shared) > 1 or (bool(shared) and one.passive and two.passive)
    if one.predicate == "be" or not telling:
        return _silent()
    if patients and agents is False and _rivals(one.agent, two.agent, one, two, "agent"):
        return Comparison(Relation.DIFFERENT, OTHER_AGENT)
    return _silent()


def _rivals(
    one: tuple[str, ...],
    two: tuple[str, ...],
    left: StatementValue,
    right: StatementValue,
    side: str,
) -> bool:
    """Whether names head both arguments, not of two sorts, and can't be names of one thing."""
    kinds = {getattr(value, f"{side}_kind") for value in (left, right)}
    if len(kinds - {"", "unknown"}) > 1 or _shares_word(one, two):
        return False
    if "" not in kinds:
        return True
    mine = _heading_name(one, getattr(left, f"{side}_names"))
    theirs = _heading_name(two, getattr(right, f"{side}_names"))
    return bool(mine and theirs) and name_relation(mine, theirs) == "other"


def _heading_name(words: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """The words of the name that heads an argument; empty where a common noun does."""
    for name in names:
        parts = tuple(name.title().split())
        if words[0] in name.replace("-", " ").split():
            return parts
    return ()


def _shares_word(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    words = {word.lower().rstrip("s") for word in one}
    return not words.isdisjoint(word.lower().rstrip("s") for word in two)


def _moved(value: StatementValue) -> bool:
    """Whether a statement bounds its own time, or is one of several happenings."""
    return value.indefinite or any(
        o.startswith(("until:", "since:", "till:")) for o in value.others
    )


def _elsewhere(left: StatementValue, right: StatementValue) -> bool:
    """Whether two places exclude each other: narrow and wide places compared level by level.

    A town against a state says nothing without an atlas, so only like is held against like: both
    with the place around them, or both places of one known sort.
    """
    one, two = left.where, right.where
    if _moved(left) or _moved(right):
        return False
    if not one or not two or not set(one).isdisjoint(two[:1]) or not set(two).isdisjoint(one[:1]):
        return False
    if one[0].startswith(two[0]) or two[0].startswith(one[0]):
        return False
    if len(one) > 1 and len(two) > 1:
        return True
    return place_sort(one[0]) == place_sort(two[0]) != ""
