"""Whom a pronoun means, for the figures told of it."""

from __future__ import annotations

import pytest

from factcheck.api import claims
from factcheck.model import FactKind
from factcheck.read import document_from_text


def subject_of_last_figure(text: str) -> tuple[str, ...]:
    """The subject of the last quantity in `text`."""
    found = [
        fact
        for claim in claims([document_from_text(text, name="a.txt")])
        for fact in claim.facts
        if fact.kind is FactKind.QUANTITY
    ]
    return found[-1].slot.subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ida Holm opened the shop in May. She sold 40 lamps", ("ida", "holm")),
        (
            "Ida Holm opened the shop. She had no money then. She sold 40 lamps on Monday.",
            ("ida", "holm"),
        ),
        # Two people before it, or somebody else in the sentence.
        ("Ida Holm met Clara Munk at the shop. She sold 40 lamps", ()),
        ("The shop opened in May. She sold 40 lamps", ()),
        ("Ida Holm opened the shop. The rain went on. She sold 40 lamps on Monday.", ()),
    ],
)
def test_a_figure_is_of_the_person_that_its_pronoun_means(
    text: str, subject: tuple[str, ...]
) -> None:
    assert subject_of_last_figure(text) == subject


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The cache held one rocket propelled launcher and seven rifles.", ""),
        ("The raid cost the town one police officer on Monday.", "officer"),
        ("The crew fired one rocket at the harbour wall on Monday.", "rocket"),
    ],
)
def test_a_compound_without_its_hyphen_is_not_counted_by_its_first_noun(
    text: str, unit: str
) -> None:
    ones = [
        fact.value.unit
        for claim in claims([document_from_text(text, name="a.txt")])
        for fact in claim.facts
        if fact.kind is FactKind.QUANTITY and fact.value.low == 1
    ]
    assert ones == [unit]
