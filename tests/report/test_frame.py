"""Passages fit the width, keep the marked words, and mark the right cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.model import Span
from factcheck.report.frame import frame
from factcheck.report.positions import Lines

LINE = "The plan, released this week after a long delay, has 33 pages and uses softer words."


def shown(text: str, start: int, end: int, width: int = 60) -> tuple[str, str]:
    """The line and its marks."""
    cut = frame(text, Lines.of(text).bounds(start), Span(start, end), width=width)
    return cut.before + cut.core + cut.after, " " * cut.indent + "^" * cut.length


def of(text: str, words: str, width: int = 60) -> tuple[str, str]:
    start = text.index(words)
    return shown(text, start, start + len(words), width)


def test_a_short_line_is_shown_whole() -> None:
    assert of("It has 33 pages.", "33 pages") == ("It has 33 pages.", "       ^^^^^^^^")


def test_a_long_line_is_cut_at_words_on_both_sides() -> None:
    line, marks = of(LINE, "33 pages", width=32)
    assert line == "…has 33 pages and uses softer…"
    assert marks == "     ^^^^^^^^"


@pytest.mark.parametrize(
    ("text", "words", "indent", "length"),
    [
        ("漢字で 33 頁", "33", 7, 2),
        ("漢字で", "漢字", 0, 4),
        ("e\u0301te\u0301 33", "33", 4, 2),
        ("👍🏽 33", "33", 3, 2),
        ("a\tb 33", "33", 4, 2),
        ("a\u00a0b 33", "33", 4, 2),
    ],
)
def test_wide_and_combining_characters(text: str, words: str, indent: int, length: int) -> None:
    assert of(text, words)[1] == " " * indent + "^" * length


def test_escapes_and_bidi_controls_are_shown() -> None:
    line, marks = of("a\x1b[2J b\u202e 33 pages", "33 pages")
    assert line == "a\\x1b[2J b\\u202e 33 pages"
    assert marks == " " * 17 + "^" * 8


def test_what_goes_beyond_the_line_is_left_out() -> None:
    assert shown("one two\nthree", 4, 13) == ("one two…", "    ^^^")


def test_an_empty_span_has_a_mark() -> None:
    assert shown("one two", 7, 7) == ("one two", "       ^")


def test_a_huge_line_costs_no_more_than_its_part() -> None:
    text = "word " * 2_000_000 + "33 pages " + "word " * 2_000_000
    line, _ = of(text, "33 pages", width=40)
    assert "33 pages" in line
    assert cell_len(line) <= 40


@given(
    st.text(alphabet=st.sampled_from("ab .\t\n\x1b\u202e\u2028é漢\u0301\ud800"), max_size=120),
    st.integers(0, 120),
    st.integers(0, 120),
    st.integers(16, 90),
    st.booleans(),
)
def test_never_wider_than_asked_and_never_hostile(
    text: str, start: int, length: int, width: int, ascii_only: bool
) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    bounds = Lines.of(text).bounds(start)
    cut = frame(text, bounds, Span(start, end), width=width, ascii_only=ascii_only)
    line = cut.before + cut.core + cut.after
    assert cell_len(line) <= width
    assert not set(line) & set("\x1b\u202e\u2028\t\n\ud800")
    assert not ascii_only or line.isascii()
    assert cut.indent + cut.length <= max(width, 1) + 1
