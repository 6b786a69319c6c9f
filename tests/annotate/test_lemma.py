"""Lemmas by rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate.lemma import lemma_of


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("pages", "page"),
        ("Cities", "city"),
        ("churches", "church"),
        ("boxes", "box"),
        ("classes", "class"),
        ("people", "person"),
        ("children", "child"),
        ("stopped", "stop"),
        ("falling", "fall"),
        ("passed", "pass"),
        ("tried", "try"),
        ("killed", "kill"),
        ("rose", "rise"),
        ("sold", "sell"),
        ("was", "be"),
    ],
)
def test_regular_and_common_irregular_forms(word: str, lemma: str) -> None:
    assert lemma_of(word) == lemma


@pytest.mark.parametrize(
    "word",
    "news series species gas bus virus less this always red hundred king thing during 2019s "
    "class basis".split(),
)
def test_words_that_only_look_inflected(word: str) -> None:
    assert lemma_of(word) == word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ship", "ships"),
        ("house", "houses"),
        ("worker", "Workers"),
        ("launch", "launched"),
        ("study", "studies"),
        ("increase", "increased"),
        ("drop", "dropped"),
        ("arrive", "arriving"),
    ],
)
def test_two_forms_of_a_word_meet(one: str, other: str) -> None:
    assert lemma_of(one) == lemma_of(other)


@given(st.text(max_size=30))
def test_a_lemma_is_lower_case_and_never_empty_for_a_word(word: str) -> None:
    lemma = lemma_of(word)
    assert lemma == lemma.lower()
    assert bool(lemma) == bool(word.lower())


@given(st.text(alphabet="abcdefgings", min_size=1, max_size=12))
def test_case_does_not_matter(word: str) -> None:
    assert lemma_of(word) == lemma_of(word.upper())
