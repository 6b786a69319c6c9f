"""Roles: read from titles, appositions, copulas and lists, and compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.annotate import annotate
from factcheck.facts.role import KIND
from factcheck.model import Fact, FactKind, Relation, RoleValue, Span
from factcheck.read import document_from_text


def roles(text: str) -> list[tuple[str, str, str, str]]:
    annotated = annotate(document_from_text(text, name="a.txt"), model=None)
    values = [
        fact.value
        for sentence in annotated.sentences
        for fact in KIND.extract(annotated, sentence)
        if isinstance(fact.value, RoleValue)
    ]
    return [(v.person, v.office, v.organisation, v.period) for v in values]


def role(
    office: str, organisation: str = "", period: str = "current", person: str = "Jan Havran"
) -> Fact:
    value = RoleValue(person, office, organisation, period)
    return Fact(FactKind.ROLE, "a.txt", Span(0, 1), "x", value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They met UK Prime Minister Alan Dorset.",
            ("Alan Dorset", "prime minister", "United Kingdom", "current"),
        ),
        (
            "They met British Prime Minister Sir Alan Dorset.",
            ("Alan Dorset", "prime minister", "United Kingdom", "current"),
        ),
        (
            "It was Kremlin spokesman Ivan Belov who said so.",
            ("Ivan Belov", "spokesperson", "Russia", "current"),
        ),
        (
            "“No,” said Ivan Belov, the Kremlin press secretary.",
            ("Ivan Belov", "spokesperson", "Russia", "current"),
        ),
        (
            "They met Mia Holt, chief executive of Nordwerk, in Leeds.",
            ("Mia Holt", "chief executive", "Nordwerk", "current"),
        ),
        (
            "They met Mia Holt, 45, who is the mayor of Leeds.",
            ("Mia Holt", "mayor", "Leeds", "current"),
        ),
        (
            "The Russian president, Ivan Belov, left early.",
            ("Ivan Belov", "president", "Russia", "current"),
        ),
        (
            "The president of Poland, Ewa Nowik, left early.",
            ("Ewa Nowik", "president", "Poland", "current"),
        ),
        ("In Prague Jan Havran is the president.", ("Jan Havran", "president", "", "current")),
        (
            "They asked former U.S. President Alan Dorset.",
            ("Alan Dorset", "president", "United States", "former"),
        ),
        (
            "They asked then-President Alan Dorset.",
            ("Alan Dorset", "president", "", "former"),
        ),
        (
            "They asked Deputy Prime Minister Ewa Nowik.",
            ("Ewa Nowik", "deputy prime minister", "", "current"),
        ),
        (
            "They asked Poland's outgoing prime minister Ewa Nowik.",
            ("Ewa Nowik", "prime minister", "Poland", "outgoing"),
        ),
        (
            "They asked Vice President Ewa Nowik.",
            ("Ewa Nowik", "vice president", "", "current"),
        ),
    ],
)
def test_reads(text: str, expected: tuple[str, str, str, str]) -> None:
    assert roles(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They met Jan Havran, the Austrian chancellor and others.",
        "They met Jan Havran, candidate for mayor of Leeds.",
        "They met Jan Havran and a president.",
        "The office of the president was closed. Jan Havran slept.",
    ],
)
def test_reads_no_role(text: str) -> None:
    assert roles(text) == []


def test_next_name_in_a_list_keeps_its_title() -> None:
    text = "They met UK Prime Minister Alan Dorset, French President Luc Moreau and Mia Holt."
    assert roles(text) == [
        ("Alan Dorset", "prime minister", "United Kingdom", "current"),
        ("Luc Moreau", "president", "France", "current"),
    ]


def test_list_of_people() -> None:
    text = (
        "People\n\nEwa Nowik\n\nPrime Minister of Poland (host of the talks)\n\n"
        "The talks began when Ewa Nowik opened them in the old hall of the town.\n"
    )
    assert ("Ewa Nowik", "prime minister", "Poland", "current") in roles(text)


def test_a_past_year_leaves_the_period_open() -> None:
    text = "The 2025 summit was short. In 1998, Polish Prime Minister Ewa Nowik signed it."
    assert roles(text) == [("Ewa Nowik", "prime minister", "Poland", "")]


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (role("president", "Poland"), role("president", "Poland"), Relation.EQUAL),
        (role("president", "Poland"), role("president"), Relation.COMPATIBLE),
        (role("president", "Poland"), role("leader", "Poland"), Relation.COMPATIBLE),
        (role("president", "Poland"), role("prime minister", "Poland"), Relation.DIFFERENT),
        (role("president", "Poland"), role("vice president", "Poland"), Relation.DIFFERENT),
        (role("spokesperson", "Russia"), role("president", "Russia"), Relation.DIFFERENT),
        (role("president", "Poland"), role("president", "Austria"), Relation.DIFFERENT),
        (
            role("president", "Poland", "former"),
            role("prime minister", "Poland"),
            Relation.INCOMPARABLE,
        ),
        (role("chairman", "Nordwerk"), role("chief executive", "Nordwerk"), Relation.INCOMPARABLE),
        (
            role("deputy prime minister", "Poland"),
            role("finance minister", "Poland"),
            Relation.INCOMPARABLE,
        ),
        (role("mayor", "Leeds"), role("mayor", "Hull"), Relation.INCOMPARABLE),
        (
            role("president", "Poland"),
            role("prime minister", "Poland", person="Ewa Nowik"),
            Relation.INCOMPARABLE,
        ),
    ],
)
def test_compare(left: Fact, right: Fact, relation: Relation) -> None:
    assert KIND.compare(left, right).relation is relation
    assert KIND.compare(right, left).relation is relation


SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles of ../shared are not here")
def test_seed_articles_agree_on_the_offices() -> None:
    held: dict[str, list[set[tuple[str, str]]]] = {}
    for path in sorted(SEEDS.glob("*.txt")):
        found: dict[str, set[tuple[str, str]]] = {}
        for person, office, organisation, _ in roles(path.read_text("utf-8")):
            if organisation:
                found.setdefault(person, set()).add((office, organisation))
        for person, offices in found.items():
            held.setdefault(person, []).append(offices)
    assert held["Dmitry Peskov"] == [{("spokesperson", "Russia")}] * 4
    assert held["Keir Starmer"] == [{("prime minister", "United Kingdom")}] * 2
    assert held["Donald Tusk"] == [{("prime minister", "Poland")}] * 2


def test_show() -> None:
    assert KIND.show(role("president", "Poland", "former")) == "former president of Poland"
    assert KIND.show(role("president")) == "president"


def test_holders_share_a_key_by_surname() -> None:
    full, short = role("president"), role("president", person="Havran")
    assert set(KIND.keys(full)) & set(KIND.keys(short))
