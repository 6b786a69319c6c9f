"""Blocking: all pairs in small runs, a bounded number in large ones, in a fixed order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.match import KIND_OF
from factcheck.match.blocking import FEW, MANY, candidate_pairs
from factcheck.model import BlockKind, Claim, Fact, FactKind, PersonValue, QuantityValue, Span


def claims_of(units: Sequence[str], words: Sequence[tuple[str, ...]] = ()) -> list[Claim]:
    """One document and claim for each unit, with one count of it; `words` are the claims' words."""
    found = []
    for number, unit in enumerate(units):
        name = f"{number:05}.txt"
        value = QuantityValue(number + 1, number + 1, unit, "count")
        fact = Fact(FactKind.QUANTITY, name, Span(0, 1), str(number), value, claim=0)
        found.append(
            Claim(
                name,
                0,
                Span(0, 9),
                0,
                BlockKind.PARAGRAPH,
                words=words[number] if words else (),
                facts=(fact,),
            )
        )
    return found


def pairs_of(claims: Sequence[Claim]) -> list[tuple[str, str]]:
    return [(left.document, right.document) for left, right in candidate_pairs(claims, KIND_OF)]


@given(st.lists(st.sampled_from(["boat", "page", "goal"]), max_size=FEW))
def test_in_a_small_run_all_facts_with_a_key_in_common_are_compared(units: list[str]) -> None:
    claims = claims_of(units)
    found = pairs_of(claims)
    expected = {
        (one.document, two.document)
        for one, two in combinations(claims, 2)
        if set(KIND_OF[FactKind.QUANTITY].keys(one.facts[0])).intersection(
            KIND_OF[FactKind.QUANTITY].keys(two.facts[0])
        )
    }
    assert set(found) == expected
    assert found == sorted(set(found))


def test_a_large_block_is_narrowed_by_the_words_of_the_sentences() -> None:
    count = FEW * 3
    words = [(f"w{number // 2}",) for number in range(count)]
    found = pairs_of(claims_of(["boat"] * count, words))
    assert found == [(f"{number:05}.txt", f"{number + 1:05}.txt") for number in range(0, count, 2)]


def test_a_word_that_many_sentences_have_pairs_nobody() -> None:
    count = max(FEW, MANY) + 1
    assert pairs_of(claims_of(["boat"] * count, [("common",)] * count)) == []


def test_the_number_of_pairs_grows_with_the_number_of_facts_and_not_with_its_square() -> None:
    def count(facts: int) -> int:
        words = [(f"w{number // 10}", "common") for number in range(facts)]
        return len(pairs_of(claims_of(["boat"] * facts, words)))

    assert count(2000) <= 2 * count(1000) + MANY * MANY
    assert count(2000) <= 2000 * MANY


def test_facts_of_two_kinds_or_without_a_common_key_are_not_compared() -> None:
    (claim,) = claims_of(["boat"])
    assert pairs_of([claim]) == []
    assert pairs_of([]) == []


def people_of(names: Sequence[str]) -> list[Claim]:
    """One document and claim for each name; each sentence has words of its own."""
    found = []
    for number, name in enumerate(names):
        document = f"{number:05}.txt"
        value = PersonValue(name, tuple(name.split()))
        fact = Fact(FactKind.PERSON, document, Span(0, 1), name, value, claim=0)
        span = Span(0, 9)
        words = (f"w{number}",)
        found.append(Claim(document, 0, span, 0, BlockKind.PARAGRAPH, words=words, facts=(fact,)))
    return found


def test_in_a_large_block_each_mention_of_a_name_is_chained_to_the_next() -> None:
    names = ["Ida Holm", "Ada Holm"] * (FEW + 1)
    found = pairs_of(people_of(names))
    same = [(f"{number:05}.txt", f"{number + 2:05}.txt") for number in range(len(names) - 2)]
    assert set(found) == {*same, ("00000.txt", "00001.txt")}


@given(
    st.lists(st.sampled_from(["boat", "page", "goal"]), max_size=FEW),
    st.sets(st.integers(0, FEW), max_size=FEW),
)
def test_facts_of_documents_that_are_kept_apart_make_no_pair(
    units: list[str], kept: set[int]
) -> None:
    claims = claims_of(units)
    apart = {f"{number:05}.txt" for number in kept}
    found = [
        (left.document, right.document)
        for left, right in candidate_pairs(claims, KIND_OF, apart=apart)
    ]
    assert found == [pair for pair in pairs_of(claims) if not apart.issuperset(pair)]
