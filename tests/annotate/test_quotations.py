"""Quotation spans and their speakers: what a reader sees in quotation marks, and who says it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate import annotate, load_model, resolve_model
from factcheck.annotate.nouns import Quotation
from factcheck.annotate.quote_marks import pair_marks
from factcheck.read import document_from_text


def inner(text: str) -> list[str]:
    return [text[mark.inner_start : mark.inner_end] for mark in pair_marks(text, 0, len(text))]


SPANS = [
    ("The mayor said: “We will build it.”", ["We will build it."]),
    ('The mayor said: "We will build it."', ["We will build it."]),
    ("‘We will build it,’ the mayor said.", ["We will build it,"]),
    ("'We will build it,' the mayor said.", ["We will build it,"]),
    ("It's the town's bridge, and they don't want it.", []),
    ("James' bridge was the workers' pride in the '90s.", []),
    ("Rock 'n' roll and 'em all.", []),
    ("‘The workers’ pay was cut,’ she said.", ["The workers’ pay was cut,"]),
    ("'The workers' and 'the bosses' were named.", ["The workers", "the bosses"]),
    ("“She called it ‘a gift’ to us,” he said.", ["She called it ‘a gift’ to us,", "a gift"]),
    ("‘She called it “a gift” to us,’ he said.", ["She called it “a gift” to us,", "a gift"]),
    ('"We said "no" to them," he said.', ['We said "no" to them,', "no"]),
    ('A 5" pipe, no more.', []),
    ("„Wir bauen“ and «on y va» were the slogans.", ["Wir bauen", "on y va"]),
    ("“One. Two! Three?” she asked.", ["One. Two! Three?"]),
    ("“We never got it, he said. “We will.”", ["We never got it, he said. ", "We will."]),
    ("The end of a line,” he said.", []),
    ("“”", []),
]


@pytest.mark.parametrize(("text", "expected"), SPANS)
def test_spans(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_an_unclosed_quotation_ends_with_its_block() -> None:
    (mark,) = pair_marks("He said: “We never got it", 0, 25)
    assert (mark.inner_start, mark.inner_end, mark.closed) == (10, 25, False)


@given(st.text(alphabet="ab s.,\n\"'“”‘’«»„9", max_size=200))
def test_spans_lie_inside_the_text_and_nest(text: str) -> None:
    marks = pair_marks(text, 0, len(text))
    for mark in marks:
        assert 0 <= mark.start < mark.inner_start <= mark.inner_end <= mark.end <= len(text)
    for one in marks:
        for two in marks:
            apart = one.end <= two.start or two.end <= one.start
            inside = one.start <= two.start and two.end <= one.end
            around = two.start <= one.start and one.end <= two.end
            assert apart or inside or around


@pytest.mark.parametrize("text", ['"' * 200_000, "‘a " * 70_000, "“a’ " * 50_000, "'as' " * 50_000])
def test_many_marks_come_back(text: str) -> None:
    assert len(pair_marks(text, 0, len(text))) <= len(text)


def quotations(text: str, *, model: str = "none") -> list[Quotation]:
    loaded = load_model(resolve_model(model))
    return list(annotate(document_from_text(text, name="a.txt"), model=loaded).quotations)


def speakers(text: str, *, model: str = "none") -> list[tuple[str, str]]:
    return [(quotation.speaker, quotation.verb) for quotation in quotations(text, model=model)]


SPEAKERS = [
    ("“The bridge is safe,” said Ann Lee.", "Ann Lee", "say"),
    ("“The bridge is safe,” Ann Lee said.", "Ann Lee", "say"),
    ("“The bridge is safe,” Ann Lee later told reporters.", "Ann Lee", "tell"),
    ("Ann Lee said: “The bridge is safe.”", "Ann Lee", "say"),
    ("Ann Lee, the town engineer, said: “The bridge is safe.”", "Ann Lee", "say"),
    ("“The bridge is safe,” Ann Lee, the town engineer, said.", "Ann Lee", "say"),
    ("“The bridge is safe,” said the town engineer, Ann Lee.", "town engineer", "say"),
    ("“The bridge is safe,” town engineer Ann Lee warned.", "Ann Lee", "warn"),
    ("Ann Lee said the bridge was “as safe as houses” on Monday.", "Ann Lee", "say"),
    ("“The bridge is safe,” according to Ann Lee.", "Ann Lee", "according to"),
    ("“The bridge is safe,” the council said.", "council", "say"),
    ("“Is it safe?” Ann Lee asked.", "Ann Lee", "ask"),
    ("Ann Lee walked over the “singing bridge” with a smile.", "", ""),
    ("A structure termed “the singing bridge” stands there.", "", "term"),
    ("“The bridge is safe,” said Ann Lee and Bob Ray.", "Ann Lee and Bob Ray", "say"),
    ("“The bridge is safe,” said 32-year-old engineer Ann Lee.", "Ann Lee", "say"),
    ("“The bridge is safe,” said Lt. Ann Lee of the harbour police.", "Ann Lee", "say"),
    ("“The bridge is safe,” Sgt. Ann Lee said.", "Ann Lee", "say"),
    ("“The bridge is safe,” it said. Ann Lee said nothing.", "", "say"),
]


@pytest.mark.parametrize("model", ["none", "auto"])
@pytest.mark.parametrize(("sentence", "speaker", "verb"), SPEAKERS)
def test_speaker(sentence: str, speaker: str, verb: str, model: str) -> None:
    text = f"Bridge to open\n\nThe town of Barham met Ann Lee and Bob Ray today.\n\n{sentence}\n"
    assert speakers(text, model=model) == [(speaker, verb)]


def test_a_split_quotation_has_one_speaker() -> None:
    text = "“The bridge,” Ann Lee said, “is safe.” “It will open in May.”\n"
    assert speakers(text) == [("Ann Lee", "say")] * 3


def test_a_pronoun_stands_for_the_only_person() -> None:
    text = "Ann Lee came to the river on Monday. “The bridge is safe,” she said.\n"
    assert speakers(text) == [("Ann Lee", "say")]


def test_a_pronoun_for_one_of_two_people_stays_open() -> None:
    text = "Ann Lee met Bob Ray at the river. “The bridge is safe,” she said.\n"
    assert speakers(text) == [("", "say")]


def test_a_whole_paragraph_in_marks_goes_on_with_the_speaker() -> None:
    text = "“The bridge is safe,” Ann Lee said.\n\n“And it will open in May, I hope.”\n"
    assert speakers(text) == [("Ann Lee", "say")] * 2


def test_each_paragraph_of_a_long_quotation_opens_again() -> None:
    text = (
        "Ann Lee said: “The bridge is safe. We have tested every bolt of it twice.\n\n"
        "“It will open in May. Then the ferry stops.”\n\n"
        "The ferry has run for a hundred years.\n"
    )
    assert speakers(text) == [("Ann Lee", "say")] * 2
    assert [text[q.inner.start : q.inner.end][:5] for q in quotations(text)] == ["The b", "It wi"]


def test_later_speaker_is_not_given_to_another_paragraph() -> None:
    text = "“The bridge is safe,” Ann Lee said.\n\nA sign reads “No fishing from here on”.\n"
    assert speakers(text)[1][0] == ""
