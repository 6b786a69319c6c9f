"""How two statements stand to each other: the same, opposite, or about different things."""

from __future__ import annotations

from factcheck.facts.lexicon import are_antonyms
from factcheck.model import Comparison, Fact, Relation, StatementValue

AGREE, DENIED, OPPOSITE, DIRECTION, SWAPPED, OTHER_AGENT, OTHER_PATIENT = (
    "the same statement",
    "affirmed here, denied there",
    "opposite words",
    "opposite direction",
    "actor and target swapped",
    "another actor",
    "another object",
)


def compare(left: Fact, right: Fact) -> Comparison:
    """EQUAL, DIFFERENT with the reason, or INCOMPARABLE when the statements only share words."""
    one, two = left.value, right.value
    assert isinstance(one, StatementValue) and isinstance(two, StatementValue)
    same_verb = one.predicate == two.predicate
    agents, patients = _overlap(one.agent, two.agent), _overlap(one.patient, two.patient)
    if _swapped(one, two) and same_verb:
        return Comparison(Relation.DIFFERENT, SWAPPED)
    if one.direction * two.direction < 0 and (agents or patients):
        return _polar(one, two, DIRECTION)
    if not same_verb and are_antonyms(one.predicate, two.predicate) and (agents and patients):
        return _polar(one, two, OPPOSITE)
    if one.predicate == two.predicate == "be" and agents:
        return _copular(one, two, patients)
    if same_verb and agents is not False and patients is not False and (agents or patients):
        if one.negated != two.negated:
            return Comparison(Relation.DIFFERENT, DENIED)
        return Comparison(Relation.EQUAL, AGREE)
    if same_verb and one.negated == two.negated:
        return _substituted(one, two, agents, patients)
    return Comparison(Relation.INCOMPARABLE)


def _polar(one: StatementValue, two: StatementValue, reason: str) -> Comparison:
    if one.negated == two.negated:
        return Comparison(Relation.DIFFERENT, reason)
    return Comparison(Relation.COMPATIBLE, AGREE)


def _overlap(one: tuple[str, ...], two: tuple[str, ...]) -> bool | None:
    """True when two arguments share their head or most of their words; None when one isn't known."""
    if not one or not two:
        return None
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
    if patients:
        if one.negated != two.negated:
            return Comparison(Relation.DIFFERENT, DENIED)
        return Comparison(Relation.EQUAL, AGREE)
    if one.patient and two.patient and are_antonyms(one.patient[0], two.patient[0]):
        return _polar(one, two, OPPOSITE)
    if one.negated == two.negated:
        return _substituted(one, two, True, patients)
    return Comparison(Relation.INCOMPARABLE)


def _substituted(
    one: StatementValue, two: StatementValue, agents: bool | None, patients: bool | None
) -> Comparison:
    """One argument agrees and in the place of the other stands another name."""
    if agents and patients is False and _names_differ(one.patient_names, two.patient_names):
        return Comparison(Relation.DIFFERENT, OTHER_PATIENT)
    if patients and agents is False and _names_differ(one.agent_names, two.agent_names):
        return Comparison(Relation.DIFFERENT, OTHER_AGENT)
    return Comparison(Relation.INCOMPARABLE)


def _names_differ(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    if not one or not two:
        return False
    words = {word for name in one for word in name.split()}
    return words.isdisjoint(word for name in two for word in name.split())
