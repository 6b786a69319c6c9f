"""Content words and the walk through a parse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate.nouns import Sentence, Token
from factcheck.annotate.sentences import tokenize
from factcheck.facts.words import (
    STOP,
    children,
    content_words,
    fold,
    is_content,
    key_of,
    subtree,
)
from factcheck.model import Span


def plain(text: str) -> tuple[Token, ...]:
    return tokenize(text, Span(0, len(text)))


def tree(heads: list[int]) -> Sentence:
    """A parsed sentence of words w0, w1, ... with the given heads."""
    tokens = tuple(
        Token(f"w{index}", 4 * index, 4 * index + 2, f"w{index}", "NOUN", "NN", "dep", head)
        for index, head in enumerate(heads)
    )
    return Sentence(0, 0, Span(0, 4 * len(heads)), tokens, parsed=True)


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Corvel's", "corvel"), ('"Pier"', "pier"), ("U.S.", "u.s"), ("(2019)", "2019"), ("", "")],
)
def test_fold(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_function_words_and_marks_are_no_content() -> None:
    found = content_words(plain("The mayor of Corvel, who was in Ardmore, said it cost $4."))
    assert found == ("mayor", "corvel", "ardmore", "cost", "$4")


def test_a_word_counts_once_and_under_its_lemma() -> None:
    assert content_words(plain("pier, piers and more piers")) == ("pier",)


def test_a_parsed_and_an_unparsed_token_have_one_key() -> None:
    parsed = Token("ships", 0, 5, "ship", "NOUN", "NNS", "nsubj", 0)
    (flat,) = plain("ships")
    assert key_of(parsed) == key_of(flat) == "ship"


def test_the_parser_decides_what_a_content_word_is() -> None:
    assert not is_content(Token("which", 0, 5, "which", "PRON", "WDT", "nsubj", 0))
    assert is_content(Token("harbour", 0, 7, "harbour", "NOUN", "NN", "nsubj", 0))
    assert not is_content(Token("--", 0, 2, "--"))


def test_children_and_subtree() -> None:
    sentence = tree([1, 1, 1, 2, 2])
    assert children(sentence, 1) == [0, 2]
    assert subtree(sentence, 2) == [2, 3, 4]
    assert subtree(sentence, 1) == [0, 1, 2, 3, 4]


@given(st.lists(st.integers(0, 9), min_size=10, max_size=10))
def test_a_subtree_ends_even_where_heads_run_in_a_circle(heads: list[int]) -> None:
    sentence = tree(heads)
    for index in range(len(heads)):
        found = subtree(sentence, index)
        assert index in found
        assert found == sorted(set(found))


@given(st.text(alphabet="ab' .,-4$é\"", max_size=40))
def test_content_words_are_folded_distinct_and_never_stop_words(text: str) -> None:
    found = content_words(plain(text))
    assert len(found) == len(set(found))
    assert all(word and word == word.lower() for word in found)
    assert not STOP & set(found)
