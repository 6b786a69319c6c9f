"""The shadow copy: typographic variants folded, every position kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate.shadow import blanked, shadow_of
from factcheck.model import Span

TYPOGRAPHY = "‘’“”„«»‐‑–—−\u00a0\u2009\u202f\u3000\t\u00ad⁄′"


@given(st.text(alphabet=st.characters() | st.sampled_from(TYPOGRAPHY)))
def test_the_shadow_is_as_long_as_the_text(text: str) -> None:
    assert len(shadow_of(text)) == len(text)


@given(st.text(alphabet=st.sampled_from(TYPOGRAPHY + "ab \n.,👍é")))
def test_the_shadow_of_a_shadow_is_itself(text: str) -> None:
    shadow = shadow_of(text)
    assert shadow_of(shadow) == shadow


@given(st.text())
def test_letters_digits_and_line_breaks_stay(text: str) -> None:
    for before, after in zip(text, shadow_of(text), strict=True):
        if before != "ʼ" and (before.isalnum() or before == "\n"):
            assert after == before


@pytest.mark.parametrize(
    ("text", "shadow"),
    [
        ("“It’s 33‑page”", '"It\'s 33-page"'),
        ("2019–20 — a year", "2019-20 - a year"),
        ("£5\u00a0million", "£5 million"),
        ("1⁄2", "1/2"),
        ("naïve café 👍", "naïve café 👍"),
        ("", ""),
    ],
)
def test_folding(text: str, shadow: str) -> None:
    assert shadow_of(text) == shadow


def test_blanking_keeps_positions_and_line_breaks() -> None:
    assert blanked("**bold**\n- item", [Span(0, 2), Span(6, 11)]) == "  bold  \n  item"


@given(
    st.text(alphabet="ab*\n "),
    st.lists(st.integers(0, 40), max_size=8, unique=True).map(sorted),
)
def test_blanking_changes_nothing_outside_the_spans(text: str, bounds: list[int]) -> None:
    inside = [bound for bound in bounds if bound <= len(text)]
    spans = [Span(start, end) for start, end in zip(inside[::2], inside[1::2], strict=False)]
    result = blanked(text, spans)
    assert len(result) == len(text)
    for position, (before, after) in enumerate(zip(text, result, strict=True)):
        if any(span.start <= position < span.end for span in spans):
            assert after == ("\n" if before == "\n" else " ")
        else:
            assert after == before
