"""Scores: parts that add up, in either order, and a probability that grows with the weight."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate import annotate, load_model, resolve_model
from factcheck.facts import KINDS
from factcheck.facts.claims import extract_claims
from factcheck.match import KIND_OF, scored_pairs
from factcheck.match.context import Context, context_of
from factcheck.match.score import probability, score_pair
from factcheck.model import Claim, Match, Relation
from factcheck.read import document_from_text

GAZETTE = (
    "Talvik Bank said on Monday that it had cut 400 jobs in Corvel. The strike of the crew "
    "lasted three days. Ann Holt opened the pier in Ardmore, which is 310 metres long."
)
HERALD = (
    "Talvik Bank has cut 460 jobs in Corvel, it said on Monday. The crew's strike lasted four "
    "days. The pier in Ardmore, 310 metres long, was not opened by Ann Holt."
)


@pytest.fixture(scope="module")
def read() -> tuple[tuple[Claim, ...], Context]:
    documents = [
        document_from_text(text + "\n", name=name)
        for name, text in (("a.txt", GAZETTE), ("b.txt", HERALD))
    ]
    model = load_model(resolve_model("auto"))
    claims = tuple(
        claim
        for document in documents
        for claim in extract_claims(annotate(document, model=model), KINDS)
    )
    return claims, context_of(documents, claims)


@pytest.fixture(scope="module")
def matches(read: tuple[tuple[Claim, ...], Context]) -> list[Match]:
    claims, context = read
    found = scored_pairs(claims, context)
    assert len(found) > 3
    return found


def test_the_parts_add_up_to_the_weight(matches: list[Match]) -> None:
    for match in matches:
        assert match.weight == pytest.approx(math.fsum(part.weight for part in match.parts))
        assert match.probability == probability(match.weight)
        assert match.parts[0].dimension == "prior"


def test_each_dimension_counts_once(matches: list[Match]) -> None:
    for match in matches:
        names = [part.dimension for part in match.parts]
        assert len(names) == len(set(names))


def test_the_order_of_two_facts_does_not_matter(
    matches: list[Match], read: tuple[tuple[Claim, ...], Context]
) -> None:
    _, context = read
    for match in matches:
        turned = KIND_OF[match.left.kind].compare(match.right, match.left)
        back = score_pair(match.right, match.left, turned, context)
        assert back is not None
        assert back.weight == pytest.approx(match.weight)
        assert back.comparison.relation is match.comparison.relation


def test_a_value_counts_only_where_it_agrees(matches: list[Match]) -> None:
    relations = {match.comparison.relation for match in matches}
    assert Relation.INCOMPARABLE not in relations
    for match in matches:
        valued = any(part.dimension == "value" for part in match.parts)
        assert valued is (match.comparison.relation is not Relation.DIFFERENT)


def test_values_that_cannot_be_compared_give_no_match(
    read: tuple[tuple[Claim, ...], Context],
) -> None:
    claims, context = read
    facts = [fact for claim in claims for fact in claim.facts if fact.surface]
    jobs = next(fact for fact in facts if fact.surface == "400 jobs")
    metres = next(fact for fact in facts if "310" in fact.surface and fact.kind is jobs.kind)
    assert score_pair(jobs, metres, KIND_OF[jobs.kind].compare(jobs, metres), context) is None


def test_facts_of_two_kinds_are_never_paired(matches: list[Match]) -> None:
    assert all(match.left.kind is match.right.kind for match in matches)


def test_facts_of_one_sentence_are_never_paired(matches: list[Match]) -> None:
    for match in matches:
        same = match.left.document == match.right.document
        assert not (same and match.left.claim == match.right.claim)


@given(st.floats(-200, 200), st.floats(-200, 200))
def test_probability_grows_with_the_weight_and_stays_in_bounds(one: float, two: float) -> None:
    low, high = sorted((one, two))
    assert 0.0 <= probability(low) <= probability(high) <= 1.0


def test_no_weight_is_even_odds() -> None:
    assert probability(0.0) == 0.5
    assert probability(1.0) == pytest.approx(2 / 3, abs=1e-6)
    assert probability(-1.0) == pytest.approx(1 / 3, abs=1e-6)
