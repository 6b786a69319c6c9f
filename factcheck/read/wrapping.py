"""Hard-wrapped text: lines broken at a width are put together again, as one span.

Two signs join a line to the next, and both rest on how wrapping works rather than on the words. A
line that stops in mid sentence and is followed by a small letter goes on. In a text that is wrapped
throughout, a line so full that the next word would not have fitted goes on too (the greedy fill of
every editor and of RFC 3676, section 4.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.model import Span
from factcheck.read.headings import ends_sentence
from factcheck.read.lines import Line
from factcheck.read.markers import (
    heading_marker,
    is_rule,
    is_table_row,
    list_marker,
    quote_marker,
)

_WIDEST = 132
_SHORTEST_OPEN_LINE = 30
_FULL_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Piece:
    """One or more lines that belong together; `gap` says that a blank line stands before it.

    `words` is what a reader sees where marks stand in the lines ("" when the lines are the words).
    """

    lines: tuple[Line, ...]
    gap: bool
    words: str = ""

    @property
    def span(self) -> Span:
        """From the first line's start to the last line's end."""
        return Span(self.lines[0].start, self.lines[-1].end)

    @property
    def text(self) -> str:
        """The words of the piece on one line."""
        return self.words or " ".join(line.text for line in self.lines)


def pieces_of(lines: Sequence[Line]) -> tuple[Piece, ...]:
    """The non-blank lines as pieces, wrapped lines put together; nothing is left out."""
    width = wrapped_width(lines)
    pieces: list[Piece] = []
    current: list[Line] = []
    gap = False
    for before, line in zip((None, *lines), lines, strict=False):
        after_blank = before is None or before.blank
        if current and (line.blank or not _goes_on(current[-1], line, width)):
            pieces.append(Piece(tuple(current), gap))
            current = []
        if not line.blank:
            if not current:
                gap = after_blank
            current.append(line)
    if current:
        pieces.append(Piece(tuple(current), gap))
    return tuple(pieces)


def wrapped_width(lines: Sequence[Line]) -> int:
    """The width at which a text is hard-wrapped, 0 for one that is not.

    It is wrapped when no line is wider than a page, at least one breaks in mid sentence, and most
    lines that another follows are full.
    """
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if not line.blank and not following.blank and not _stands_alone(line)
    ]
    width = max((_right(line) for line in lines if not line.blank), default=0)
    if not pairs or width > _WIDEST or not any(_open_ended(*pair) for pair in pairs):
        return 0
    full = sum(_is_full(line, following, width) for line, following in pairs)
    return width if full >= len(pairs) * _FULL_SHARE else 0


def _goes_on(line: Line, following: Line, width: int) -> bool:
    if _stands_alone(line) or _stands_alone(following) or list_marker(following.text):
        return False
    if _open_ended(line, following):
        return True
    return bool(width) and _is_full(line, following, width)


def _open_ended(line: Line, following: Line) -> bool:
    """Whether a sentence runs from one line into the next by its letters."""
    if len(line.text) < _SHORTEST_OPEN_LINE or len(line.text) > _WIDEST:
        return False
    if list_marker(following.text) or ends_sentence(line.text):
        return False
    return following.text[0].islower() and not following.text.startswith(("http", "www"))


def _is_full(line: Line, following: Line, width: int) -> bool:
    word = following.text.split(maxsplit=1)[0]
    return _right(line) + 1 + len(word) > width and _right(line) * 5 >= width * 3


def _right(line: Line) -> int:
    return line.indent + len(line.text)


def _stands_alone(line: Line) -> bool:
    text = line.text
    return (
        is_rule(text)
        or is_table_row(text)
        or bool(quote_marker(text))
        or bool(heading_marker(text)[0])
    )
