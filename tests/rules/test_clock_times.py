"""FC201: one event at two times of the day."""

from __future__ import annotations

import pytest

from factcheck.config import Settings
from factcheck.model import Finding, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text

STORY = "The Lady Ann ran aground off Corvel on Monday with 214 people on board."


def findings(one: str, two: str) -> tuple[Finding, ...]:
    documents = [
        document_from_text(f"Ferry aground\n\n{STORY}\n\n{text}\n", name=name)
        for text, name in ((one, "a.txt"), (two, "b.txt"))
    ]
    return run(documents, settings=Settings(select=("FC201",))).findings


@pytest.mark.parametrize(
    ("one", "two", "values"),
    [
        (
            "The first passengers came ashore at 9pm.",
            "It was 8pm before the first passengers came ashore.",
            ("9pm", "8pm"),
        ),
        ("She left Lindal at 6.15pm.", "She had left Lindal at 18:45.", ("6.15pm", "18:45")),
        (
            "The lifeboat reached the ferry about 9pm.",
            "The lifeboat reached the ferry at 10.30 p.m.",
            ("9pm", "10.30 p.m"),
        ),
        (
            "The lifeboat reached the ferry at 7.14pm.",
            "The lifeboat reached the ferry at 19.41.",
            ("7.14pm", "19.41"),
        ),
    ],
)
def test_flagged(one: str, two: str, values: tuple[str, ...]) -> None:
    (finding,) = findings(one, two)
    assert finding.values == values
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("She left Lindal at 6.15pm.", "She had left Lindal at 18:15."),
        ("She left Lindal at 9pm.", "She left Lindal at 9.10pm."),
        ("She left Lindal about 9pm.", "She left Lindal at 9.30pm."),
        ("She left Lindal at 9pm.", "She had left Lindal by 8pm."),
        # Another deed, another day, and a time that both texts have.
        ("She left Lindal at 9pm.", "She was due in Corvel at 10pm."),
        ("She left Lindal at 9pm on Sunday.", "She left Lindal at 8pm on Monday."),
        ("She left Lindal at 9pm.", "She left Lindal at 8pm. At 9pm she struck the rocks."),
        ("She left Lindal at 6.15pm.", "She left Lindal with fares at 7.45% of the price."),
        ('"She left Lindal at 9pm," said Ann Orr.', "She left Lindal at 8pm."),
    ],
)
def test_left_alone(one: str, two: str) -> None:
    # The days may be told: it is the hours that say nothing.
    assert not [finding.message for finding in findings(one, two) if "pm" in finding.message]
