"""The best partner: a value that agrees elsewhere is no conflict."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from factcheck.config import Settings
from factcheck.match import find_matches
from factcheck.match.assign import best_partners
from factcheck.match.context import Context, context_of
from factcheck.match.score import probability
from factcheck.model import (
    BlockKind,
    Claim,
    Comparison,
    Document,
    DocumentRole,
    Fact,
    FactKind,
    Match,
    Part,
    QuantityValue,
    Relation,
    Span,
)
from factcheck.pipeline import run
from factcheck.read import document_from_text


def figure(document: str, start: int) -> Fact:
    value = QuantityValue(start, start, "boat", "count")
    return Fact(FactKind.QUANTITY, document, Span(start, start + 1), "x", value, claim=start)


def matched(left: Fact, right: Fact, bits: float, relation: Relation) -> Match:
    parts = (Part("prior", "same story", bits),)
    return Match(left, right, parts, probability(bits), Comparison(relation))


def context(*names: str, draft: str = "") -> Context:
    documents = [
        Document(name, "", role=DocumentRole.DRAFT if name == draft else DocumentRole.SOURCE)
        if draft
        else Document(name, "")
        for name in names
    ]
    claims = [
        Claim(name, index, Span(index, index + 1), 0, BlockKind.PARAGRAPH)
        for name in names
        for index in range(10)
    ]
    return context_of(documents, claims)


A1, A2 = figure("a.txt", 1), figure("a.txt", 2)
B1, B2 = figure("b.txt", 1), figure("b.txt", 2)


def test_a_difference_that_is_best_for_both_sides_stays() -> None:
    match = matched(A1, B1, 3.0, Relation.DIFFERENT)
    assert best_partners([match], context("a.txt", "b.txt")) == (match,)


def test_a_difference_is_dropped_where_one_side_agrees_better_elsewhere() -> None:
    differs = matched(A1, B1, 3.0, Relation.DIFFERENT)
    agrees = matched(A1, B2, 4.0, Relation.EQUAL)
    assert best_partners([differs, agrees], context("a.txt", "b.txt")) == (agrees,)


def test_of_two_differences_the_better_one_stays() -> None:
    better = matched(A1, B1, 3.0, Relation.DIFFERENT)
    worse = matched(A1, B2, 2.0, Relation.DIFFERENT)
    assert best_partners([worse, better], context("a.txt", "b.txt")) == (better,)


def test_each_other_document_has_a_best_partner_of_its_own() -> None:
    c1 = figure("c.txt", 1)
    one = matched(A1, B1, 3.0, Relation.DIFFERENT)
    two = matched(A1, c1, 1.0, Relation.DIFFERENT)
    assert best_partners([one, two], context("a.txt", "b.txt", "c.txt")) == (one, two)


def test_pairs_that_hardly_share_a_slot_are_dropped_even_where_values_agree() -> None:
    match = matched(A1, B1, -12.0, Relation.EQUAL)
    assert best_partners([match], context("a.txt", "b.txt")) == ()


def test_all_agreements_stay() -> None:
    found = [matched(A1, B1, 3.0, Relation.EQUAL), matched(A1, B2, 2.0, Relation.COMPATIBLE)]
    assert best_partners(found, context("a.txt", "b.txt")) == tuple(found)


def test_differing_figures_of_a_draft_are_left_to_their_own_scoring() -> None:
    match = matched(A1, B1, 3.0, Relation.DIFFERENT)
    assert best_partners([match], context("a.txt", "b.txt", draft="a.txt")) == ()


bits = st.floats(-5, 9, allow_nan=False)
relations = st.sampled_from([Relation.EQUAL, Relation.DIFFERENT, Relation.COMPATIBLE])


@given(st.tuples(bits, bits, bits, bits), st.tuples(*[relations] * 4), st.randoms())
def test_the_order_of_the_matches_does_not_matter(
    weights: Sequence[float], found: Sequence[Relation], random: object
) -> None:
    pairs = [(A1, B1), (A1, B2), (A2, B1), (A2, B2)]
    matches = [
        matched(left, right, weight, relation)
        for (left, right), weight, relation in zip(pairs, weights, found, strict=True)
    ]
    surroundings = context("a.txt", "b.txt")
    kept = best_partners(matches, surroundings)
    assert set(best_partners(matches[::-1], surroundings)) == set(kept)
    for match in kept:
        if match.comparison.relation is Relation.DIFFERENT:
            rivals = [other for other in matches if other.left is match.left]
            assert match.weight >= max(other.weight for other in rivals) - 1e-6


def test_in_texts_a_value_that_stands_in_both_is_no_conflict() -> None:
    one = (
        "The ferry Lindal Queen carries 900 passengers. The ferry Lindal Star carries 640 "
        "passengers."
    )
    two = (
        "The ferry Lindal Star carries 640 passengers. The ferry Lindal Queen carries 900 "
        "passengers."
    )
    documents = [
        document_from_text(text + "\n", name=name) for text, name in ((one, "a"), (two, "b"))
    ]
    report = run(documents, settings=Settings(select=("FC101",)))
    matches = find_matches(report.documents, report.claims)
    counted = {
        (match.left.surface, match.right.surface)
        for match in matches
        if match.left.kind is FactKind.QUANTITY and match.left.document != match.right.document
    }
    assert counted == {("900 passengers", "900 passengers"), ("640 passengers", "640 passengers")}


def test_rounding_to_another_figure_settles_nothing_beside_a_likelier_difference() -> None:
    close = matched(A1, B1, 2.0, Relation.COMPATIBLE)
    for bits, kept in ((5.0, False), (8.0, True)):
        slip = matched(A1, B2, bits, Relation.DIFFERENT)
        assert (slip in best_partners([close, slip], context("a.txt", "b.txt"))) is kept
    equal = matched(A1, B1, 2.0, Relation.EQUAL)
    slip = matched(A1, B2, 8.0, Relation.DIFFERENT)
    assert slip not in best_partners([equal, slip], context("a.txt", "b.txt"))
