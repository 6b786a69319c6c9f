"""The day on a line at the head of a text that names its paper, agency or release."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.read import document_from_text
from factcheck.read.mastheads import masthead_day

BODY = (
    "The council of Norvik closed the ferry terminal on Friday, and the mayor said why it had to."
)
DAY = date(2025, 11, 5)


@pytest.mark.parametrize(
    "line",
    [
        "The Norvik Sentinel, Wednesday 5 November 2025 - Obituary",
        "*The Norvik Sentinel, Wednesday 5 November 2025 — Obituary*",
        "**Norvik Evening Post** | Wednesday November 5 2025 | Jo Trent",
        "Norvik & Lindal Post, 5 November 2025, midday edition",
        "News release, 5 November 2025",
        "For immediate release: 5 November 2025",
        "Ann Holt, property editor, Wednesday 5 November 2025",
        "LINDAL, Wednesday 5 November 2025, 6pm (Coast News Agency)",
        "Lindal Daily Post, Wednesday 5 November 2025. By Ann Holt and Jo Trent",
        "5 November 2025. Lindal Daily Post reports from Norvik",
    ],
)
def test_read(line: str) -> None:
    assert masthead_day(line) == DAY
    assert (
        document_from_text(f"Terminal closed\n\n{line}\n\n{BODY}\n", name="a.md").published == DAY
    )


@pytest.mark.parametrize(
    "line",
    [
        # A title, in whatever case, has no marks around the day.
        "Mayor Opens New Bridge on 5 November 2025",
        "Mayor Opens 5 November 2025 Bridge",
        # The day of what is spoken of.
        "Minutes of the meeting of Wednesday 5 November 2025, Town Hall",
        "The terminal will close, 5 November 2025",
        # Two days, a match, a score.
        "Norvik Festival, 5 November 2025 to 7 November 2025",
        "Norvik v Lindal, Wednesday 5 November 2025",
        "Norvik 2 Lindal 1, Wednesday 5 November 2025",
        # No whole day.
        "The Norvik Sentinel, November 2025",
        "The Norvik Sentinel",
        "5 November 2025",
    ],
)
def test_left_alone(line: str) -> None:
    assert masthead_day(line) is None


def test_a_line_below_the_first_paragraph_is_no_masthead() -> None:
    text = f"Terminal closed\n\n{BODY}\n\nThe Norvik Sentinel, 5 November 2025, midday edition\n"
    assert document_from_text(text, name="a.txt").published is None
