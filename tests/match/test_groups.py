"""Fact groups: who gives which value, and who counts as a voice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.match import KIND_OF
from factcheck.match.groups import group_matches, slot_label, voices_of
from factcheck.model import (
    Comparison,
    Document,
    Fact,
    FactGroup,
    FactKind,
    Match,
    QuantityValue,
    Relation,
    Slot,
    Span,
    Status,
)

OWN_VOICES = {name: name for name in ("a.txt", "b.txt", "c.txt")}


def figure(document: str, number: float) -> Fact:
    value = QuantityValue(number, number, "page", "count")
    slot = Slot(subject=("report",), measure=("page",))
    start = int(number)
    return Fact(FactKind.QUANTITY, document, Span(start, start + 1), str(number), value, slot)


def matched(left: Fact, right: Fact, relation: Relation, probability: float = 0.95) -> Match:
    return Match(left, right, (), probability, Comparison(relation))


def grouped(
    facts: tuple[Fact, ...], *matches: Match, voices: dict[str, str] | None = None
) -> tuple[FactGroup, ...]:
    return group_matches(facts, matches, KIND_OF, voices or OWN_VOICES, {})


A, B, C = figure("a.txt", 33), figure("b.txt", 33), figure("c.txt", 29)


def test_agreeing_sources_corroborate() -> None:
    (group,) = grouped((A, B), matched(A, B, Relation.EQUAL))
    assert group.status is Status.CORROBORATED
    assert group.facts == (A, B)


def test_one_difference_makes_the_group_disputed() -> None:
    matches = (matched(A, B, Relation.EQUAL), matched(B, C, Relation.DIFFERENT))
    (group,) = grouped((A, B, C), *matches)
    assert group.status is Status.DISPUTED
    assert group.facts == (A, B, C)


def test_what_stands_alone_is_single() -> None:
    first, second = grouped((A, C))
    assert [first.status, second.status] == [Status.SINGLE, Status.SINGLE]


def test_unlikely_matches_join_nothing() -> None:
    assert len(grouped((A, B), matched(A, B, Relation.EQUAL, 0.3))) == 2


def test_copies_of_one_text_are_one_voice() -> None:
    voices = voices_of(
        [Document("a.txt", ""), Document("b.txt", ""), Document("c.txt", "")], [("a.txt", "b.txt")]
    )
    assert voices == {"a.txt": "a.txt", "b.txt": "a.txt", "c.txt": "c.txt"}
    (group,) = grouped((A, B), matched(A, B, Relation.EQUAL), voices=voices)
    assert group.status is Status.SINGLE


def test_two_mentions_in_one_article_are_one_voice() -> None:
    again = replace(A, span=Span(80, 81))
    (group,) = grouped((A, again), matched(A, again, Relation.EQUAL))
    assert group.status is Status.SINGLE


@pytest.mark.parametrize("turned", [False, True])
def test_groups_do_not_depend_on_the_order_of_the_matches(turned: bool) -> None:
    matches = [
        matched(A, B, Relation.EQUAL),
        matched(B, C, Relation.DIFFERENT),
        matched(A, C, Relation.DIFFERENT),
    ]
    assert grouped((A, B, C), *(matches[::-1] if turned else matches)) == grouped(
        (A, B, C), *matches
    )


def test_every_fact_is_in_one_group() -> None:
    facts = (A, B, C, figure("c.txt", 7))
    groups = grouped(facts, matched(A, B, Relation.EQUAL))
    members = [fact for group in groups for fact in group.facts]
    assert sorted(members, key=facts.index) == list(facts)


def test_a_label_names_the_slot() -> None:
    label = slot_label(A)
    assert "report" in label
    assert "page" in label


@pytest.mark.parametrize(
    ("slot", "value", "label"),
    [
        # The unit is no name of what is measured.
        (Slot(("ride",), ("kilometre",)), ("kilometre", "speed"), "ride: speed"),
        (Slot(("kilometre",), ("speed",)), ("mile", "speed"), "speed"),
        (Slot(("daughter", "old"), ("day",)), ("day", "age"), "daughter: age"),
        (Slot(("farm",), ("tonne", "cheese")), ("tonne", "mass"), "farm: cheese"),
        (Slot(("tower",), ("metre",)), ("foot", "length"), "tower: feet"),
        (Slot(("ship",), ("man",)), ("man", "count"), "ship: number of men"),
        (Slot((), ("%",)), ("percent", "percent"), "percentage"),
        (Slot(("wife",), ("day",)), ("GBP", "money"), "wife"),
        (Slot(("bank",), ("profit",)), ("GBP", "money"), "bank: profit"),
    ],
)
def test_a_label_of_a_measure(slot: Slot, value: tuple[str, str], label: str) -> None:
    unit, dimension = value
    measured = QuantityValue(77.0, 77.0, unit, dimension)
    assert slot_label(replace(A, slot=slot, value=measured)) == label


def test_a_label_without_a_slot_is_what_is_written() -> None:
    assert slot_label(replace(A, slot=Slot()))
