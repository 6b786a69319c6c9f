"""Outcomes of which a matter has one: a verdict, a vote, an office kept or given up, a harm."""

from __future__ import annotations

from factcheck.facts.deeds import MOTIONS
from factcheck.facts.lexicon import OUTCOMES, are_antonyms
from factcheck.facts.statement_arguments import ANYBODY
from factcheck.model import Modality, StatementValue

_OUTCOMES = frozenset(map(frozenset, OUTCOMES))
# Verbs that only bring in what a year came to: "made a profit", "reported a loss".
_RESULTS = frozenset("make report post record".split())
_SIDES = {"support", "oppose"}
_GOES = {"stay", "leave"}
# What befalls people, whatever they are called.
BEFALLS = frozenset("injure arrest kill hurt die".split())


def outcomes_exclude(one: StatementValue, two: StatementValue) -> bool:
    """Whether two outcomes of one matter exclude each other, whoever brought them about.

    Who was arrested may be released, and what was opened closed; a verdict or a vote is one.
    """
    outcomes = frozenset((one.predicate, two.predicate)) in _OUTCOMES
    named = not set(one.patient_names).isdisjoint(two.patient_names)
    alike = one.patient[:1] == two.patient[:1] and (
        len(set(one.patient) & set(two.patient)) > 1 or one.patient[0] in MOTIONS
    )
    return outcomes and (named or alike)


def taken_both_ways(one: StatementValue, two: StatementValue) -> bool:
    """Whether someone named stays in an office here and gives it up there, or takes both sides."""
    named = not set(one.agent_names).isdisjoint(two.agent_names)
    sides = not one.patient and not two.patient and {one.predicate, two.predicate} == _SIDES
    planned = one.modality is two.modality is Modality.PLAN and not one.patient and not two.patient
    goes = planned and {one.predicate, two.predicate} == _GOES
    return named and (sides or goes or "resign" in (one.predicate, two.predicate))


def results_are_opposite(one: StatementValue, two: StatementValue) -> bool:
    """Whether the objects of two statements on one result are opposites: a loss, a profit."""
    heads = (one.patient[:1], two.patient[:1])
    return one.predicate in _RESULTS and all(heads) and are_antonyms(heads[0][0], heads[1][0])


def of_anybody(one: StatementValue, two: StatementValue) -> bool:
    """Whether something is denied of every person here, and told of some there."""
    denied, affirmed = (one, two) if one.negated else (two, one)
    if not denied.negated or affirmed.negated or denied.predicate not in BEFALLS:
        return False
    return ANYBODY in (denied.agent, denied.patient) and bool(affirmed.agent or affirmed.patient)
