from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Finding
from factcheck.read import document_from_text
from factcheck.rules.ordinal_ending import RULE, ending_of
from factcheck.rules.rule import Corpus


def findings(text: str) -> list[Finding]:
    return list(RULE.check(Corpus((document_from_text(text, name="a.txt"),), ())))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Keller won her 2rd term on Monday, with most of the votes.", "2rd"),
        ("The 1nd inmate of the prison was freed on Monday.", "1nd"),
        ("It was the 22th time that the bridge was closed.", "22th"),
        ("The 11st Infantry marched, and the 3st company followed.", "11st"),
        ("The 1,002th visitor got a cake on Sunday.", "1,002th"),
        ("Hubbub over 9rd letter of the harbour master", "9rd"),
        ("It is the world's 4rd-highest dam, says the firm.", "4rd"),
        ("The 113rd session of the council opened on Monday.", "113rd"),
    ],
)
def test_a_figure_with_the_ending_of_another_number(text: str, wrong: str) -> None:
    found = findings(text)
    assert found
    span = found[0].primary.span
    assert text[span.start : span.end] == wrong


@pytest.mark.parametrize(
    "text",
    [
        "The 1st, 2nd, 3rd, 4th, 11th, 12th, 13th, 21st, 22nd, 23rd and 111th goals were his.",
        "The 1,001st and the 1,012th visitor got a cake.",
        "She lost 2st since June, and a 14st prop lost 3st.",
        "He weighs a healthy 12st these days.",
        "The 6st weight loss took her two years.",
        "The part is 1/3th scale, see example.org/2th and mail 4nd@example.org for it.",
        "Flight 4ND leaves from 22 Mill Rd, gate 3TH.",
    ],
)
def test_right_endings_weights_and_codes_pass(text: str) -> None:
    assert findings(text) == []


@given(st.integers(0, 10**9))
def test_no_ordinal_with_its_own_ending_is_flagged(number: int) -> None:
    assert findings(f"It was the {number}{ending_of(number)} letter of that winter.") == []


@given(st.integers(61, 10**6), st.sampled_from(["st", "nd", "rd", "th"]))
def test_every_other_ending_is_flagged(number: int, ending: str) -> None:
    flagged = bool(findings(f"It was the {number}{ending} letter of that winter."))
    assert flagged == (ending != ending_of(number))
