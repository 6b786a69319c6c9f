"""Where two wordings part: what is shown of each."""

from __future__ import annotations

import pytest

from factcheck.rules.quote_focus import focus

LONG = "We can row the old boat out in a storm but we can not row it back in one at all"


@pytest.mark.parametrize(
    ("right", "shown", "other"),
    [
        (
            LONG.replace("storm", "gale"),
            "“…boat out in a storm but we can not row…”",
            "“…boat out in a gale but we can not row…”",
        ),
        (
            LONG.replace("We can", "They may"),
            "“We can row the old boat out…”",
            "“They may row the old boat out…”",
        ),
        (LONG + " I say", "“…in one at all”", "“…in one at all I say”"),
        ("And " + LONG, "“We can row the old boat…”", "“And We can row the old…”"),
        (
            LONG.replace("can not", "can"),
            "“…storm but we can not row it back in one…”",
            "“…storm but we can row it back in one at…”",
        ),
        (LONG.replace("at all", "ever"), "“…it back in one at all”", "“…it back in one ever”"),
        (
            "And " + LONG.replace("storm", "gale"),
            "“…boat out in a storm but we can not row…”",
            "“…boat out in a gale but we can not row…”",
        ),
    ],
)
def test_the_words_around_the_first_difference(right: str, shown: str, other: str) -> None:
    assert focus(LONG, right) == (shown, other)
    assert focus(right, LONG) == (other, shown)


def test_short_wordings_are_shown_in_full() -> None:
    assert focus("We sell it", "We keep it") == ("“We sell it”", "“We keep it”")
    assert focus("one two", "one two three") == ("“one two”", "“one two three”")


def test_equal_wordings_are_shown_from_their_beginning() -> None:
    shown = "“We can row the old boat out in a storm but we can not…”"
    assert focus(LONG, LONG) == (shown, shown)
