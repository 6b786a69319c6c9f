"""Quotes as facts: folded words, terms, and when two are one statement."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate import annotate
from factcheck.facts.quote import KIND, fold_words
from factcheck.model import Fact, FactKind, QuoteValue, Relation, Span
from factcheck.read import document_from_text


def quote(text: str, *, scare: bool = False) -> Fact:
    value = QuoteValue(fold_words(text), "Ann Lee", "say", scare)
    return Fact(FactKind.QUOTE, "a.txt", Span(0, len(text)), text, value)


def relation(left: str, right: str) -> Relation:
    return KIND.compare(quote(left), quote(right)).relation


EQUAL = [
    ("We will not sell the harbour.", "we will not sell the harbor"),
    ("It’s the town's, and it isn’t for sale,", "It is the town's and it is not for sale"),
    ("The programme was organised by neighbours", "The program was organized by neighbors"),
    ("It is this year ’ s harbour", "It is this year’s harbour"),
    ("We have eleven ferries left", "We have 11 ferries left"),
    ("Eleven people saw a two-berth ferry", "11 people saw a 2-berth ferry"),
    ("We will … not sell the harbour", "We will not sell the harbour"),
    ("We will not sell [...] the harbour", "We will not sell the harbour"),
]
COMPATIBLE = [
    ("not sell the harbour", "We will not sell the harbour in my lifetime"),
    ("We will … in my lifetime", "We will not sell the harbour in my lifetime"),
    ("We will not sell [it] in my lifetime", "We will not sell the harbour in my lifetime"),
    # Two cuts of one stretch of speech.
    ("we will not sell the harbour in my lifetime", "sell the harbour in my lifetime or in yours"),
]
DIFFERENT = [
    (
        "We can row the old boat out in a storm, but we can't row it back in one",
        "We can row out the boat in a storm, but we cannot row it back again",
    ),
    (
        "We are all deeply grateful to the crew of the lifeboat",
        "We are so deeply grateful to the lifeboat and its crew",
    ),
    (
        "The ferry, I would say, belongs to every family on the island",
        "The ferry belongs to each family on the island",
    ),
]
DIFFERENT += [
    # Words were left out behind what was reworded.
    (
        "We are a long way apart, and we are at war … it knows our number",
        "We are a long way apart, but we are not at war. If it finds money, it knows our number",
    ),
    # Two words at the end are no sentence that another cut has left out.
    ("We will borrow the money if we must", "We will borrow the money if we have to"),
]
COMPATIBLE += [
    ("We will borrow the money and that is all", "We will borrow the money. I have said so twice"),
    ("It is a dream come true for me", "For her it is a dream come true for me"),
]
INCOMPARABLE = [
    ("The ferry belongs to the island", "We asked for more money last year"),
    ("We want more boats", "We want more time to think"),
    ("…", "We want more boats"),
]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        *((*pair, Relation.EQUAL) for pair in EQUAL),
        *((*pair, Relation.COMPATIBLE) for pair in COMPATIBLE),
        *((*pair, Relation.DIFFERENT) for pair in DIFFERENT),
        *((*pair, Relation.INCOMPARABLE) for pair in INCOMPARABLE),
    ],
)
def test_compare(left: str, right: str, expected: Relation) -> None:
    assert relation(left, right) is expected


WORDS = st.lists(
    st.sampled_from("ferry harbour island boats money never sell wind the of and …".split()),
    min_size=1,
    max_size=12,
)


@given(WORDS, WORDS)
def test_comparison_is_symmetric(left: list[str], right: list[str]) -> None:
    assert relation(" ".join(left), " ".join(right)) is relation(" ".join(right), " ".join(left))


@given(WORDS.filter(lambda words: set(words) != {"…"}))
def test_a_quote_equals_itself(words: list[str]) -> None:
    assert relation(" ".join(words), " ".join(words)) is Relation.EQUAL


@given(st.text(max_size=80))
def test_folding_takes_any_text(text: str) -> None:
    assert all(word and word == word.lower() for word in fold_words(text))


def test_folding_keeps_gaps() -> None:
    assert fold_words("[T]he ferry ... is [very] old") == (
        "the", "ferry", "…", "is", "[…]", "old"
    )  # fmt: skip


def extracted(text: str) -> list[Fact]:
    annotated = annotate(document_from_text(text, name="a.txt"), model=None)
    return [fact for sentence in annotated.sentences for fact in KIND.extract(annotated, sentence)]


def test_extract_gives_words_speaker_and_span() -> None:
    text = "“The harbour isn’t for sale,” said Ann Lee.\n"
    (fact,) = extracted(text)
    assert fact.value == QuoteValue(
        ("the", "harbour", "isn't", "for", "sale"), "Ann Lee", "say", False
    )
    assert text[fact.span.start : fact.span.end] == fact.surface == "The harbour isn’t for sale,"


@pytest.mark.parametrize(
    ("text", "scare"),
    [
        ("The town follows a course of “patient harbour” these days.", True),
        ("Ann Lee set out what she called “patient harbour” there.", True),
        ("Ann Lee said the town was “very patient indeed” there.", False),
        ("“We will not sell it to them,” Ann Lee said.", False),
    ],
)
def test_terms_are_told_from_statements(text: str, scare: bool) -> None:
    (fact,) = extracted(text)
    assert isinstance(fact.value, QuoteValue)
    assert fact.value.scare is scare


def test_indirect_speech_and_broken_quotes_give_nothing() -> None:
    assert not extracted("Ann Lee said the harbour was not for sale.\n")
    assert not extracted("Ann Lee said: “The harbour is not for sale.\n\nBoats lay still.\n")


def test_a_term_never_differs() -> None:
    one = quote("three old harbour boats of ours", scare=True)
    assert KIND.compare(one, quote("three harbour boats, old and ours")).relation in (
        Relation.INCOMPARABLE,
        Relation.COMPATIBLE,
    )


def test_quotes_of_one_statement_share_a_key() -> None:
    left, right = quote("We organised the harbour"), quote("they organize a harbor")
    assert set(KIND.keys(left)) & set(KIND.keys(right))
