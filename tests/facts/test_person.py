"""Persons as facts: which names become facts, and how two spellings compare."""

from __future__ import annotations

import pytest

from factcheck.annotate import annotate
from factcheck.facts.person import KIND
from factcheck.model import Fact, FactKind, PersonValue, Relation, Span
from factcheck.read import document_from_text


def facts(text: str) -> list[Fact]:
    annotated = annotate(document_from_text(text, name="a.txt"), model=None)
    return [fact for sentence in annotated.sentences for fact in KIND.extract(annotated, sentence)]


def person(name: str, kind: str = "person") -> Fact:
    value = PersonValue(name=name, words=tuple(name.split()), entity_kind=kind)
    return Fact(FactKind.PERSON, "a.txt", Span(0, len(name)), name, value)


def test_each_mention_is_a_fact_with_the_fullest_name() -> None:
    found = facts("They met Sir Alan Dorset. Then Dorset spoke.")
    assert [fact.surface for fact in found] == ["Alan Dorset", "Dorset"]
    assert {KIND.show(fact) for fact in found} == {"Alan Dorset"}


def test_places_are_no_facts() -> None:
    assert facts("They went to Prague and Berlin.") == []


def test_things_are_no_facts() -> None:
    assert facts("They spoke of the Harbour Treaty and the Summer Festival.") == []


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("Alan Dorset", "Alan Dorset", Relation.EQUAL),
        ("Sir Alan Dorset", "Alan Dorset", Relation.EQUAL),
        ("Alan Dorset", "Alan B. Dorset", Relation.COMPATIBLE),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky", Relation.COMPATIBLE),
        ("Centre for Marine Defence", "Center for Marine Defence", Relation.COMPATIBLE),
        ("Keir Dunmore", "Kier Dunmore", Relation.DIFFERENT),
        ("Anna Brandtner", "Anna Brantner", Relation.DIFFERENT),
        ("Alan Dorset", "Mia Dorset", Relation.INCOMPARABLE),
        ("Obama", "Osama", Relation.INCOMPARABLE),
        ("Donald Trump", "Donald Tusk", Relation.INCOMPARABLE),
    ],
)
def test_compare(left: str, right: str, relation: Relation) -> None:
    assert KIND.compare(person(left), person(right)).relation is relation
    assert KIND.compare(person(right), person(left)).relation is relation


def test_spellings_of_one_name_share_a_key() -> None:
    for left, right in (
        ("Keir Dunmore", "Kier Dunmore"),
        ("Anna Brandtner", "Anna Brantner"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Dorset", "Alan Dorset"),
    ):
        assert set(KIND.keys(person(left))) & set(KIND.keys(person(right))), (left, right)


def test_what_may_be_a_thing_is_found_by_its_whole_name_only() -> None:
    plan = KIND.keys(person("Harbour Plan", "unknown"))
    assert not set(plan) & set(KIND.keys(person("Bexley Plan", "unknown")))
    assert set(plan) & set(KIND.keys(person("Harbour Plan", "organisation")))


def test_initials_find_the_organisation() -> None:
    full = KIND.keys(person("Norvik Data Systems", "organisation"))
    assert set(full) & set(KIND.keys(person("NDS", "unknown")))
