"""HTML that is an article already (an item of a feed, a mail, a field of a record), by its tags.

Unlike a page of a site it has no furniture to be found out. Blocks end at the tags of blocks, and
nothing is left out but what is not text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Landmark
from factcheck.read.formats.html_tags import Sort, tokens
from factcheck.read.formats.parts import (
    CAPTION,
    LIST_ITEM,
    QUOTE,
    TABLE_ROW,
    Part,
    Reading,
    heading,
    row,
    squeezed_lines,
)

_HEADINGS = {f"h{level}": heading(level) for level in range(1, 7)}
_READINGS = {
    **_HEADINGS,
    "li": LIST_ITEM,
    "dd": LIST_ITEM,
    "blockquote": QUOTE,
    "figcaption": CAPTION,
    "caption": CAPTION,
}
_BLOCKS = frozenset(
    "address article aside body caption center dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p pre section summary table "
    "tbody tfoot thead title tr ul blockquote".split()
)
_NO_TEXT = frozenset(("template", "title", "svg", "math"))
_CELLS = ("td", "th")
_TAGS = re.compile(
    r"</?(?:p|div|h[1-6]|li|ul|ol|blockquote|table)(?:\s[^<>]{0,300})?>|<br\s?/?>", re.IGNORECASE
)


def is_html(text: str) -> bool:
    """Whether a text is written in tags of HTML."""
    return bool(_TAGS.search(text, 0, 20_000))


def parts_of_html(html: str) -> list[Part]:
    """The parts of a piece of HTML; landmarks count those with words ("paragraph 3")."""
    reader = _read(html, _NO_TEXT)
    if reader.silent:  # opened and never closed: all that follows would be lost
        reader = _read(html, frozenset())
    return list(_numbered(reader.parts))


def _read(html: str, no_text: frozenset[str]) -> _Reader:
    reader = _Reader(no_text)
    for token in tokens(html):
        if token.sort is Sort.START:
            reader.start(token.text)
        elif token.sort is Sort.END:
            reader.end(token.text)
        else:
            reader.words(token.text)
    reader.end_block()
    return reader


def _numbered(parts: list[Part]) -> Iterator[Part]:
    for number, part in enumerate((part for part in parts if part.text), start=1):
        yield Part(part.text, part.reading, (Landmark(0, f"paragraph {number}"),))


class _Reader:
    """Gathers parts. A row whose cells hold blocks is layout (mails are laid out in tables)."""

    def __init__(self, no_text: frozenset[str]) -> None:
        self.parts: list[Part] = []
        self.silent = 0
        self._no_text = no_text
        self._words: list[str] = []
        self._open: list[str] = []
        self._row: list[str] | None = None

    def start(self, tag: str) -> None:
        """A start tag."""
        if tag == "br":
            self._words.append("\n")
        elif tag in _CELLS:
            self._end_cell()
        elif tag == "tr":
            self.end_block()
            self._row = []
        elif tag in self._no_text:
            self.silent += 1
        elif tag in _BLOCKS:
            self.end_block()
            if self._open and self._open[-1] == tag != "blockquote":
                self._open.pop()  # a list item or a paragraph need not be closed
            if tag in _READINGS:
                self._open.append(tag)

    def end(self, tag: str) -> None:
        """An end tag."""
        if tag in _CELLS:
            self._end_cell()
        elif tag == "tr":
            self._end_row()
        elif tag in self._no_text:
            self.silent = max(self.silent - 1, 0)
        elif tag in _BLOCKS:
            self.end_block()
            self._close(tag)

    def words(self, data: str) -> None:
        """Words, in whatever block is open."""
        if not self.silent:
            self._words.append(data.replace("\n", " ").replace("\r", " "))

    def _close(self, tag: str) -> None:
        """Leave what `tag` closes: itself, and for a list the item that wasn't closed."""
        last = self._open[-1] if self._open else ""
        if last == tag or (last in ("li", "dd") and tag in ("ul", "ol", "dl")):
            self._open.pop()

    def end_block(self) -> None:
        """Close the block that is open; cells before it turn out to be blocks as well."""
        for cell in self._row or ():
            self._add(cell, None)
        self._row = None
        self._add(self._taken(), _READINGS[self._open[-1]] if self._open else None)

    def _end_cell(self) -> None:
        if self._row is None:
            self.end_block()
        elif words := self._taken():
            self._row.append(words)

    def _end_row(self) -> None:
        self._end_cell()
        if self._row:
            self._add(row(self._row), TABLE_ROW)
        self._row = None

    def _taken(self) -> str:
        words = squeezed_lines("".join(self._words))
        self._words = []
        return words

    def _add(self, text: str, reading: Reading | None) -> None:
        if text:
            self.parts.append(Part(text, reading))
