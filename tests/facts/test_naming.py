"""What something is called: one predicate for many verbs, and wording that is dropped."""

from __future__ import annotations

import pytest

from factcheck import compare
from factcheck.annotate import annotate, load_model, resolve_model
from factcheck.facts.naming import CALLED, complement
from factcheck.facts.statement import extract
from factcheck.model import FactKind, StatementValue, Status
from factcheck.read import document_from_text


def values_of(text: str) -> list[StatementValue]:
    """The statements of a text."""
    document = document_from_text(text + "\n", name="a.txt")
    annotated = annotate(document, model=load_model(resolve_model("auto")))
    values = [fact.value for one in annotated.sentences for fact in extract(annotated, one)]
    return [value for value in values if isinstance(value, StatementValue)]


@pytest.mark.parametrize(
    ("text", "thing", "name", "negated"),
    [
        ("The review labels Ghana as a close partner.", "ghana", "partner", False),
        ("The review does not regard Ghana as a close partner.", "ghana", "partner", True),
        ("The review refers to Ghana as a close partner.", "ghana", "partner", False),
        ("Ghana was described as a close partner.", "ghana", "partner", False),
        ("The new review drops Ghana as a close partner.", "ghana", "partner", True),
        (
            "The review removed a passage that calls Ghana as a partner.",
            "ghana",
            "partner",
            True,
        ),
    ],
)
def test_what_a_thing_is_called(text: str, thing: str, name: str, negated: bool) -> None:
    (value,) = [one for one in values_of(text) if one.predicate == CALLED]
    assert value.patient[0] == thing
    assert complement(value)[0] == name
    assert value.negated is negated


@pytest.mark.parametrize(
    "text",
    [
        "The club dropped Ida Holm as captain.",
        "The club dropped her as captain.",
        "The firm abandoned the site as part of a wider retreat.",
        "The council described the hall in detail.",
    ],
)
def test_no_naming(text: str) -> None:
    assert all(value.predicate != CALLED for value in values_of(text))


def test_object_of_what_they_call() -> None:
    (value,) = [
        one
        for one in values_of("The plan aims to restore what the bank calls price stability.")
        if one.predicate == "restore"
    ]
    assert value.patient[0] == "stability"


def test_prefix_of_a_verb_is_kept() -> None:
    values = values_of("The minister said Ghana must re-establish formal ties with Belgium.")
    (value,) = [one for one in values if one.predicate == "reestablish"]
    assert value.agent == ("ghana",)


def grouped(*texts: str) -> list[tuple[str, ...]]:
    """The documents of each corroborated group of statements."""
    report = compare(
        [document_from_text(text, name=f"{number}.txt") for number, text in enumerate(texts)]
    )
    return [
        tuple(fact.document for fact in group.facts)
        for group in report.groups
        if group.kind is FactKind.STATEMENT and group.status is Status.CORROBORATED
    ]


def test_naming_is_corroborated_in_other_verbs() -> None:
    groups = grouped(
        "The new harbour strategy of Ghana drops Belgium as a trusted partner.",
        "The strategy had removed wording that described Belgium as a trusted partner.",
        "The harbour strategy of Ghana no longer regards Belgium as a trusted partner.",
    )
    assert ("0.txt", "1.txt", "2.txt") in groups


def test_restating_in_a_near_verb_is_corroborated() -> None:
    groups = grouped(
        "Ghana must re-establish formal harbour ties with Belgium, its minister said on Monday.",
        "The plan aims to restore formal harbour ties with Belgium, the minister of Ghana said.",
    )
    assert ("0.txt", "1.txt") in groups


def test_two_names_for_one_thing_are_no_corroboration() -> None:
    groups = grouped(
        "The harbour strategy of Ghana describes Belgium as a minor rival.",
        "The harbour strategy of Ghana describes Belgium as a trusted partner.",
    )
    assert groups == []


def test_a_country_and_its_seat_of_power_are_one_actor() -> None:
    groups = grouped(
        "The Kremlin signed the grain accord with Turkey on Tuesday, the mediators said.",
        "Russia signed the grain accord with Turkey on Tuesday, the mediators said.",
    )
    assert ("0.txt", "1.txt") in groups
