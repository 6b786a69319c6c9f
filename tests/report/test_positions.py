"""Lines and columns against a slow and plain definition."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.positions import Lines

TEXTS = st.text(alphabet=st.sampled_from("ab \n\r\t\u2028\x85é漢👍\u0301\ud800"), max_size=40)


@given(TEXTS)
def test_line_and_column_agree_with_counting(text: str) -> None:
    lines = Lines.of(text)
    line, column = 1, 1
    for offset, character in enumerate(text):
        assert lines.position(offset) == (line, column)
        crlf = character == "\r" and text[offset + 1 : offset + 2] == "\n"
        if character in "\n\r" and not crlf:
            line, column = line + 1, 1
        else:
            column += 1
    assert lines.position(len(text)) == (line, column)


@given(TEXTS)
def test_bounds_hold_the_line_without_its_break(text: str) -> None:
    lines = Lines.of(text)
    for offset in range(len(text) + 1):
        start, end = lines.bounds(offset)
        assert start <= offset
        assert "\n" not in text[start:end]
        assert "\r" not in text[start:end]
        assert start == 0 or text[start - 1] in "\r\n"
        assert end == len(text) or text[end] in "\r\n"
