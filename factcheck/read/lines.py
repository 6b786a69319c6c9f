"""Lines of a text with their offsets: the first step of every reading."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.model import Span

# The line breaks of real files: LF, CRLF, a lone CR, form feed, NEL and Unicode's two separators.
_BREAK = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
# The line endings of CommonMark 0.31 (section 2.1), so that line numbers agree with its parser.
_MARKDOWN_BREAK = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its line break. `start` and `end` bound it without the white space around.

    `indent` is the width of the white space before it (a tab counts to the next multiple of four)
    and `margin` the offset where the line begins, so `margin <= start`. A blank line has
    `start == end` and an empty `text`.
    """

    number: int
    margin: int
    start: int
    end: int
    indent: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether nothing but white space stands on the line."""
        return self.start == self.end

    @property
    def span(self) -> Span:
        """The line without the white space around it."""
        return Span(self.start, self.end)


# White space and the invisible characters that scraped pages leave at the ends of lines.
_EDGE = " \t\u00a0\u200b\u200c\u200d\u2060\ufeff\u00ad\u3000\u2002\u2003\u2009\u202f"


def split_lines(text: str, *, markdown: bool = False) -> tuple[Line, ...]:
    """The lines of `text` in order, blank ones included; spans are code points into `text`.

    `markdown` breaks lines only where Markdown does (not at form feeds and Unicode separators).
    """
    lines: list[Line] = []
    position = 0
    for found in (_MARKDOWN_BREAK if markdown else _BREAK).finditer(text):
        lines.append(_line(text, len(lines), position, found.start()))
        position = found.end()
    if position < len(text):
        lines.append(_line(text, len(lines), position, len(text)))
    return tuple(lines)


def _line(text: str, number: int, margin: int, stop: int) -> Line:
    raw = text[margin:stop]
    body = raw.strip(_EDGE)
    if not body or body.isspace():
        return Line(number, margin, stop, stop, 0, "")
    start = margin + len(raw) - len(raw.lstrip(_EDGE))
    return Line(number, margin, start, start + len(body), _width(raw[: start - margin]), body)


def _width(white: str) -> int:
    width = 0
    for character in white:
        width += 4 - width % 4 if character == "\t" else 1
    return width
