"""Offsets in a text and the positions an editor counts in: lines, and code units within a line."""

from __future__ import annotations

from lsprotocol import types

from factcheck.model import Span
from factcheck.report.positions import Lines

_CODECS = {
    types.PositionEncodingKind.Utf8.value: ("utf-8", 1),
    types.PositionEncodingKind.Utf16.value: ("utf-16-le", 2),
    types.PositionEncodingKind.Utf32.value: ("utf-32-le", 4),
}


class Ruler:
    """The lines of one text, measured in the code units of one position encoding.

    Lines end with LF, CRLF or CR, as the protocol has it; pygls's own measure also breaks them at
    form feeds and Unicode separators, which no editor does.
    """

    def __init__(self, text: str, encoding: types.PositionEncodingKind | str) -> None:
        self.text = text
        self._lines = Lines.of(text)
        self._codec, self._bytes = _CODECS[types.PositionEncodingKind(encoding).value]

    def position(self, offset: int) -> types.Position:
        """The position of a code point; one inside a line break is the end of its line."""
        line, _ = self._lines.position(min(offset, len(self.text)))
        start, end = self._lines.starts[line - 1], self._lines.ends[line - 1]
        return types.Position(line - 1, self._units(self.text[start : min(offset, end)]))

    def range(self, span: Span) -> types.Range:
        """The range of a span."""
        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """The code point at a position; beyond the end of a line or of the text: that end.

        A position inside a character (a low surrogate) is taken for the character's start.
        """
        if position.line >= len(self._lines.starts):
            return len(self.text)
        start, end = self._lines.starts[position.line], self._lines.ends[position.line]
        row = self.text[start:end]
        if row.isascii():
            return start + min(position.character, len(row))
        used = 0
        for place, character in enumerate(row):
            used += self._units(character)
            if used > position.character:
                return start + place
        return end

    def line_span(self, offset: int) -> Span:
        """The line in which `offset` stands, without its line break."""
        return Span(*self._lines.bounds(offset))

    def _units(self, text: str) -> int:
        if text.isascii():
            return len(text)
        return len(text.encode(self._codec, "surrogatepass")) // self._bytes
