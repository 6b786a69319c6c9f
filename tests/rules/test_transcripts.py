"""Who speaks in a transcript: labels before a colon, or on a line of their own."""

from __future__ import annotations

import pytest

from factcheck.facts.quote import fold_words
from factcheck.facts.quote_words import key_words
from factcheck.read import document_from_text
from factcheck.rules.transcripts import Speech, Transcripts, line_of, speeches_of

PEOPLE = frozenset(("holm", "orr"))
LINES = """Press room, Monday

HOLM (council): We looked hard at it.
We did not find any.
Q: And now?
Tom Orr, harbour master: It is shut.

Venue: The old hall by the water.

This line is nobody's.
"""
BOLD = """# Interviews

**Ida Holm** (council)

We looked hard at it.

*Q: And now?*

A: It stays shut.

## Other notes

The hall is by the water.

__Tom Orr__

It is open.
"""


def spoken(text: str, *, name: str = "a.md") -> list[tuple[str, str]]:
    document = document_from_text(text, name=name)
    return [
        (speech.speaker, " / ".join(document.slice(line) for line in speech.lines))
        for speech in speeches_of(document, PEOPLE)
    ]


def test_names_before_a_colon() -> None:
    assert spoken(LINES, name="a.txt") == [
        ("HOLM", "We looked hard at it. / We did not find any."),
        ("Tom Orr", "It is shut."),
    ]


def test_names_in_bold_above_their_answers() -> None:
    assert spoken(BOLD) == [
        ("Ida Holm", "We looked hard at it. / It stays shut."),
        ("Tom Orr", "It is open."),
    ]


def words(text: str) -> tuple[str, ...]:
    return key_words(fold_words(text))


@pytest.mark.parametrize(
    ("sought", "speakers"),
    [
        ("we looked hard at it", ["HOLM"]),
        ("hard at it we did not find any", ["HOLM"]),
        ("it we didn't find any", ["HOLM"]),
        ("we looked hard at nothing", []),
        ("the old hall by the water", []),
    ],
)
def test_who_said_some_words(sought: str, speakers: list[str]) -> None:
    document = document_from_text(LINES, name="a.txt")
    transcripts = Transcripts(list(speeches_of(document, PEOPLE)))
    found = transcripts.with_words(words(sought))
    assert [speech.speaker for speech in found] == speakers


def test_what_many_say_is_nobody_s() -> None:
    said = words("we take it one day at a time")
    crowd = [Speech("a.txt", f"Orr {number}", (), said) for number in range(30)]
    assert Transcripts(crowd[:3]).with_words(said) == tuple(crowd[:3])
    assert Transcripts(crowd).with_words(said) == ()


def test_the_line_where_words_begin() -> None:
    document = document_from_text(LINES, name="a.txt")
    speech = next(iter(speeches_of(document, PEOPLE)))
    assert document.slice(line_of(document, speech, words("we did not find any"))) == (
        "We did not find any."
    )
    assert line_of(document, speech, words("at it we did")) == speech.lines[0]


def test_notes_on_a_person_hold_what_that_person_said() -> None:
    notes = (
        'Dr Ida Holm, runs the survey. "We looked hard for it in every meadow." Has a dog.\n\n'
        "Tom Orr, farms 900 acres. Thought it daft. "
        'His agent, Ann Holm: "We did not find any of it."\n\n'
        'The hall is by the water. "Nobody comes here in the winter months."\n'
    )
    document = document_from_text(notes, name="notes.txt")
    found = [(one.speaker, one.noted, one.keys[:3]) for one in speeches_of(document, PEOPLE)]
    assert found == [("Ida Holm", True, ("we", "looked", "hard"))]
