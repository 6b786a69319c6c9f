"""Which sentences are parsed."""

from __future__ import annotations

import pytest

from factcheck.annotate.sentences import tokenize
from factcheck.annotate.worth import LONGEST, worth_parsing
from factcheck.model import Span


def worth(text: str) -> bool:
    return worth_parsing(tokenize(text, Span(0, len(text))))


@pytest.mark.parametrize(
    "text",
    [
        "The report has 33 pages.",
        "The report has thirty pages.",
        "They met Ann Holt at the pier.",
        "The minister did not sign the treaty.",
        "Prices rose again.",
        'The minister called it "a good day".',
        "The firm refused to pay.",
        "Half of the houses burned.",
        "The talks took two days.",
    ],
)
def test_worth_parsing(text: str) -> None:
    assert worth(text)


@pytest.mark.parametrize(
    "text",
    [
        "The weather was fine.",
        "It was cold there.",
        "I walked along the river and thought of home.",
        "Ann!",
        "2019",
        "",
    ],
)
def test_not_worth_parsing(text: str) -> None:
    assert not worth(text)


def test_a_very_long_sentence_is_left_flat() -> None:
    assert worth("Corvel " * LONGEST)
    assert not worth("Corvel " * (LONGEST + 1))
