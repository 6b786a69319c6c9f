"""FC203: dates that can't be right."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.config import Settings
from factcheck.model import Finding, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text

SUNDAY = date(2025, 12, 7)


def findings(
    text: str, published: date | None = None, *, name: str = "a.txt", model: str = "none"
) -> tuple[Finding, ...]:
    """The findings of FC203 on one text."""
    document = document_from_text(text, name=name, published=published)
    return run([document], settings=Settings(select=("FC203",), model=model)).findings


@pytest.mark.parametrize(
    "text",
    [
        "The lease ends on 31 April 2026.",
        "The lease ends on 31 April.",
        "The lease ends on June 31, 2026.",
        "The lease ended on 29 February 2023.",
        "The permit was filed on 2025-02-30 in Corvel.",
        "The permit was filed on 31/04/2024 in Corvel.",
        "The festival ran from 12 March to 9 March 2024.",
        "The festival ran between 12 March 2024 and 9 March 2024.",
        "The festival runs 14-12 March 2024 in Corvel.",
        "She led the board (2013-2009) before she retired.",
        "She led the board from 2013 to 2009.",
    ],
)
def test_flags(text: str) -> None:
    (finding,) = findings(text)
    assert finding.severity is Severity.ERROR
    assert finding.confidence >= 0.8


def test_flags_in_markdown() -> None:
    assert findings("# Notes\n\n- filed on **2025-02-30** in Corvel\n", name="a.md")


@pytest.mark.parametrize(
    "text",
    [
        "The lease ends on 30 April 2026.",
        "She was born on 29 February 2000.",
        "The hearing was moved from 12 March to 9 March 2024.",
        "The deadline was brought forward from 12 March 2024 to 9 March 2024.",
        "They won 12-9 in March 2024 and lost 14-12 on May 3.",
        "In June 31 people were hurt.",
        "The temple stood for long (44-12 BC).",
        "The league season of 2019-20 was cut short.",
        "The mill was shut from 20 December to 3 January 2024.",
        "The mill was shut from November to March 2024.",
        "Output fell from 2013 to 2009 tonnes.",
        "Call 2013-2009-11 for help.",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert findings(text, SUNDAY) == ()


def test_flags_a_past_event_after_publication() -> None:
    text = "Ann Holt resigned on 9 January 2026 after a vote in Corvel."
    (finding,) = findings(text, SUNDAY, model="auto")
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "Ann Holt resigned on 8 December 2025 after a vote in Corvel.",  # a day for time zones
        "Ann Holt will resign on 9 January 2026, she said in Corvel.",
        "The board in Corvel agreed to meet on 9 January 2026.",
        "The vote in Corvel was put off until 9 January 2026.",
        "The board in Corvel announced a vote on 9 January 2026.",
        "Ann Holt is due to speak in Corvel on 9 January 2026.",
        "If Ann Holt resigned on 9 January 2026, Corvel would vote.",
    ],
)
def test_leaves_what_is_to_come_alone(text: str) -> None:
    assert findings(text, SUNDAY, model="auto") == ()


def test_leaves_a_past_event_alone_without_a_day_of_publication() -> None:
    text = "Ann Holt resigned on 9 January 2026 after a vote in Corvel."
    assert findings(text, None, model="auto") == ()
