"""The words around figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate.shadow import shadow_of
from factcheck.config import Settings
from factcheck.extraction import read_claims
from factcheck.match.rarity import rarity_of
from factcheck.match.surroundings import akin, likeness, surroundings_of
from factcheck.model import Claim, Fact, FactKind
from factcheck.read import document_from_text


def read(text: str) -> tuple[Claim, list[Fact]]:
    """The claim of one sentence and its quantities."""
    document = document_from_text(text + "\n", name="a.txt")
    (claim,) = read_claims([document], model="none", settings=Settings())
    return claim, [fact for fact in claim.facts if fact.kind is FactKind.QUANTITY]


def around(text: str, surface: str) -> tuple[tuple[str, float], ...]:
    claim, facts = read(text)
    (fact,) = [fact for fact in facts if surface in fact.surface]
    return surroundings_of(fact, claim, shadow_of(text + "\n"))


def test_near_words_count_for_more_and_the_figure_itself_for_nothing() -> None:
    found = dict(around("The old ferry carried 240 sheep from Norrow to Brennick", "240"))
    assert found["carry"] == found["sheep"] == 1.0
    assert found["ferry"] < found["carry"]
    assert not any(word.isdigit() for word in found)


@pytest.mark.parametrize(
    ("draft", "near", "far"),
    [
        (
            ("Bombers kill 48", "48"),
            ("The bombs killed 35 people and wounded at least 63", "35"),
            ("The bombs killed 35 people and wounded at least 63", "63"),
        ),
        (
            ("Sales of boats rose to 900", "900"),
            ("Boat sales grew to 700 and 12 yards closed", "700"),
            ("Boat sales grew to 700 and 12 yards closed", "12"),
        ),
    ],
)
def test_the_counterpart_has_the_same_words_beside_it(
    draft: tuple[str, str], near: tuple[str, str], far: tuple[str, str]
) -> None:
    rarity = rarity_of([read(text)[0] for text, _ in (draft, near)])
    one, two, three = around(*draft), around(*near), around(*far)
    assert likeness(one, two, rarity) > likeness(one, three, rarity)


@given(st.text(max_size=12), st.text(max_size=12))
def test_kinship_is_a_share(one: str, two: str) -> None:
    assert akin(one, one) == 1.0
    assert 0.0 <= akin(one, two) <= 1.0


def test_like_surroundings_are_wholly_alike() -> None:
    some = around("The old ferry carried 240 sheep", "240")
    rarity = rarity_of([])
    assert likeness(some, some, rarity) == pytest.approx(1.0)
    assert likeness((), some, rarity) == likeness(some, (), rarity) == 0.0
