"""Figures of two things that changed places between two texts."""

from __future__ import annotations

import pytest

from factcheck.config import Settings
from factcheck.model import Finding
from factcheck.pipeline import run
from factcheck.read import document_from_text

ONE = "About 150 people from 60 homes in Corvel were moved when fire broke out on Tuesday."


def findings(one: str, two: str) -> tuple[Finding, ...]:
    documents = [
        document_from_text(f"Fire in Corvel\n\n{text}\n", name=name)
        for text, name in ((one, "a.txt"), (two, "b.txt"))
    ]
    return run(documents, settings=Settings(select=("FC101",))).findings


def test_each_has_the_others_thing() -> None:
    found = findings(
        ONE, "About 60 people from 150 homes were moved when fire broke out in Corvel."
    )
    values = {value for finding in found for value in finding.values}
    assert values == {"about 150 people", "about 60 people", "60 homes", "150 homes"}


def test_of_one_unit_the_words_before_tell() -> None:
    one = "They voted by 87 per cent to strike on a turnout of 71 per cent."
    two = "They voted by 71 per cent to strike on a turnout of 87 per cent."
    assert findings(one, two)
    assert not findings(one, "On a turnout of 71 per cent they voted by 87 per cent to strike.")
    assert not findings(
        one, "They voted to strike: 71 per cent voted, and 87 per cent of those for."
    )


@pytest.mark.parametrize(
    "two",
    [
        "About 150 people from 60 homes were moved when fire broke out in Corvel.",
        # The other number is of the same thing, or the pair is not whole.
        "Of the 150 people in Corvel that were moved when fire broke out 60 people are back.",
        "About 60 people were moved in Corvel; the 60 homes they left and 150 people are safe.",
    ],
)
def test_left_alone(two: str) -> None:
    assert not [one for one in findings(ONE, two) if "150 homes" in one.message]
