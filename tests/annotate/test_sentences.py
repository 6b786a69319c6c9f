"""Sentences and tokens of tier 0: nothing lost, nothing twice, offsets exact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate.sentences import LONGEST_SENTENCE, split_sentences, tokenize
from factcheck.annotate.shadow import shadow_of
from factcheck.model import Span

ODD = "Ab1 .!?'\")(-,;:$£€%\n\u00a0“”’—éß漢👍\u0301_"
texts = st.text(alphabet=st.sampled_from(ODD), max_size=120) | st.lists(
    st.sampled_from(
        "The ferry sank. Mr. Holt left! U.S. No. 5 3.5 $1.2bn e.g. Inc. St. 'Go!' (\"Yes.\") … a."
        " 12,000 it's I. end".split(" ")
    ),
    max_size=25,
).map(" ".join)


def sentences(text: str) -> list[str]:
    spans = split_sentences(shadow_of(text), Span(0, len(text)))
    return [text[span.start : span.end] for span in spans]


@given(texts)
def test_sentences_keep_all_text_in_order_without_overlap(text: str) -> None:
    shadow = shadow_of(text)
    spans = list(split_sentences(shadow, Span(0, len(text))))
    position = 0
    for span in spans:
        assert position <= span.start < span.end
        assert not shadow[position : span.start].strip()
        assert shadow[span.start : span.end] == shadow[span.start : span.end].strip()
        position = span.end
    assert not shadow[position:].strip()


@given(texts, st.integers(0, 60), st.integers(0, 60))
def test_sentences_stay_inside_their_block(text: str, start: int, length: int) -> None:
    block = Span(min(start, len(text)), min(start + length, len(text)))
    for span in split_sentences(shadow_of(text), block):
        assert block.contains(span)


@given(texts)
def test_tokens_slice_right_and_keep_all_text(text: str) -> None:
    shadow = shadow_of(text)
    position = 0
    for token in tokenize(shadow, Span(0, len(text))):
        assert position <= token.start < token.end
        assert shadow[token.start : token.end] == token.text
        assert not shadow[position : token.start].strip()
        assert token.lemma == token.lemma.lower()
        position = token.end
    assert not shadow[position:].strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She came at noon.The crew left.", ["She came at noon.", "The crew left."]),
        ("It closed in 1999.He moved on.", ["It closed in 1999.", "He moved on."]),
        ("She hid.Holt left. Then Holt sang.", ["She hid.", "Holt left.", "Then Holt sang."]),
        (
            "It fled.Mrs. Holt hid. Mrs. Holt fell.",
            ["It fled.", "Mrs. Holt hid.", "Mrs. Holt fell."],
        ),
        (
            "After World War I.Holt fell. So Holt left.",
            ["After World War I.", "Holt fell.", "So Holt left."],
        ),
        ("He was (he swore).Then he left.", ["He was (he swore).", "Then he left."]),
        ("Call list.Add or Node.Js for it.", None),
        ("See docs.example.In for more.", None),
        ("The U.S.A and v2.The are none.", None),
    ],
)
def test_a_sentence_may_have_lost_the_space_behind_it(
    text: str, expected: list[str] | None
) -> None:
    assert sentences(text) == (expected or [text])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They paid on Friday On Monday, they left.",
            ["They paid on Friday", "On Monday, they left."],
        ),
        ("It ended the war She fled to Talvik.", ["It ended the war", "She fled to Talvik."]),
        (
            "They kept going In the storm that follows, two die.",
            ["They kept going", "In the storm that follows, two die."],
        ),
        ("The novel In the Heat of the Day won.", None),
        ("They saw the film She in Corvel.", None),
        ("She read On the Road twice.", None),
    ],
)
def test_a_sentence_may_have_lost_its_mark(text: str, expected: list[str] | None) -> None:
    assert sentences(text) == (expected or [text])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began after World War I. Holt left.", ["It began after World War I.", "Holt left."]),
        ("Paul V. Holt left.", ["Paul V. Holt left."]),
        ("The ferry sank. Nine died.", ["The ferry sank.", "Nine died."]),
        ("Why? Nobody knows!", ["Why?", "Nobody knows!"]),
        ('"Go!" He went.', ['"Go!"', "He went."]),
        ("(It rained.) We left.", ["(It rained.)", "We left."]),
        ("It cost $5.2bn. Shares fell.", ["It cost $5.2bn.", "Shares fell."]),
        ("It rose 3.5 percent in May. It fell in June.", None),
        ("He waited... Then he left.", ["He waited...", "Then he left."]),
        ("Norvik Inc. The firm grew.", ["Norvik Inc.", "The firm grew."]),
        ("It ended in 1998. The mayor wept.", ["It ended in 1998.", "The mayor wept."]),
        ("A list: one. two", ["A list: one. two"]),
    ],
)
def test_where_sentences_end(text: str, expected: list[str] | None) -> None:
    if expected is None:
        expected = ["It rose 3.5 percent in May.", "It fell in June."]
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Holt met Dr. Munk on Dec. 7 in St. Louis.",
        "J. R. Holt wrote No. 5 of the series.",
        "The U.S. Navy sent two ships.",
        "They met at 5 p.m. Friday in Corvel.",
        "Talvik vs. Norvik, e.g. in May, went on.",
        "Gov. Ann Holt left.",
        "Rep. Ann Holt and REV. Paul Trent met Col. A. Munk.",
        "They met in Peoria, Ill. Governor Holt's town.",
        "It opens Sat. Nov. 3 and closes Sun. Nov. 4.",
        "See fig. 3, art. 5 and Art. IV of the code in case No. AB1234.",
        "MAR. 14, 8 p.m.",
        "J. A. Holt wrote to Ann W. Trent.",
        'They heard George W. "Red" Holt sing.',
        "A. The first reason is cost",
    ],
)
def test_abbreviations_end_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The minister is ill. Doctors hope for the best.",
        "Ann Holt said no. Paul Trent left.",
        "They lay in the sun. Nine boats passed.",
        "The hall is full of art. Critics agree.",
        "The children sat. Parents stood.",
        "He is a sales rep. Clients like him.",
        "It opened in Peoria, Ill. The mayor spoke.",
        "She works at the Museum of Modern Art. Visitors come daily.",
        "No. Ann Holt said it twice.",
    ],
)
def test_words_that_look_like_abbreviations_end_a_sentence(text: str) -> None:
    assert len(sentences(text)) == 2


@pytest.mark.parametrize(
    "text", ["Take vitamin C. The dose is small.", "It was plan B. Nobody liked it."]
)
def test_a_single_letter_may_end_a_sentence(text: str) -> None:
    assert len(sentences(text)) == 2


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Corvel's pier", ["Corvel", "'s", "pier"]),
        ("a 33-page report", ["a", "33", "-", "page", "report"]),
        ("well-known", ["well-known"]),
        ("$1,200.50!", ["$1,200.50", "!"]),
        ("didn't go", ["didn't", "go"]),
        ("wait...", ["wait", "..."]),
        ("5%", ["5", "%"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text, Span(0, len(text)))] == tokens


@pytest.mark.parametrize("unit", ["word ", "word", "12 ", '"', "e\u0301", "Mr. "])
def test_no_sentence_is_endless(unit: str) -> None:
    """Whatever looks at a sentence may take the square of its length."""
    text = unit * (10_000 // len(unit))
    found = list(split_sentences(text, Span(0, len(text))))
    assert max(span.end - span.start for span in found) <= LONGEST_SENTENCE
    assert "".join(text[span.start : span.end] for span in found).replace(" ", "") == text.replace(
        " ", ""
    )
    if unit == "word ":
        assert {word for span in found for word in text[span.start : span.end].split()} == {"word"}
