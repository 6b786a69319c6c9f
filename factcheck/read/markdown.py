"""The blocks of a Markdown text.

Block structure comes from markdown-it-py (CommonMark 0.31 with tables), which gives each block the
lines it stands on: lists in quotes, lazy continuation and setext headings are right without rules
of ours. It gives no offsets inside a line, so inline marks are found by `factcheck.read.markup`.
Two departures, both so that prose is never lost: indented lines are paragraphs, not code, and what
the parser leaves out (rules, link definitions, underlines) becomes furniture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from factcheck.model import Block, BlockKind, FurnitureKind
from factcheck.read.lines import Line, split_lines
from factcheck.read.markup import without_markup
from factcheck.read.plain import blocks_of_pieces
from factcheck.read.reading import Reading, furniture, read_words
from factcheck.read.wrapping import Piece

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_DEEPEST = 40
_LONGEST_FRONT_MATTER = 200
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_CODE_TAGS = ("<script", "<style", "<pre")
_LABEL = furniture(FurnitureKind.LABEL)
_CODE = Reading(BlockKind.CODE)


def blocks_of_markdown(text: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text, in order; together they cover all that is not white space.

    A line is judged as furniture, caption or headline by the words a reader sees. Front matter is
    furniture. Spans hold the marks (`# `, `- `, `**`); `Document.markup` says which they are.
    """
    lines = split_lines(text, markdown=True)
    front = _front_matter_end(lines)
    leaves = list(_leaves(text, lines, front))
    if front:
        leaves.insert(0, (0, front, _LABEL))
    pieces: list[Piece] = []
    readings: list[Reading] = []
    for first, last, reading in _with_gaps(leaves, lines):
        for piece in _pieces(lines[first:last], reading, gap=first == 0 or lines[first - 1].blank):
            pieces.append(piece)
            readings.append(_read(piece, reading))
    return blocks_of_pieces(text, pieces, readings)


def _front_matter_end(lines: Sequence[Line]) -> int:
    """How many lines the front matter at the head of a file takes, 0 for none."""
    closers = _FENCES.get(lines[0].text, ()) if lines else ()
    for line in lines[1:_LONGEST_FRONT_MATTER] if closers else ():
        if line.text in closers:
            return line.number + 1
    return 0


def _leaves(
    text: str, lines: Sequence[Line], front: int
) -> Iterator[tuple[int, int, Reading | None]]:
    """First line, last line (exclusive) and reading of each block; None leaves it to the words."""
    body = text[lines[front].margin :] if front < len(lines) else ""
    lists = quotes = 0
    for token in _parser().parse(body):
        step = token.nesting
        lists += step if token.type.startswith("list_item_") else 0
        quotes += step if token.type.startswith("blockquote_") else 0
        reading = _reading_of(token, lists, quotes)
        if reading is not None and token.map:
            first, last = token.map
            yield front + first, front + last, reading if reading is not _WORDS else None


_WORDS = Reading(BlockKind.PARAGRAPH)


def _reading_of(token: Token, lists: int, quotes: int) -> Reading | None:
    if token.type == "heading_open":
        return Reading(BlockKind.HEADING, int(token.tag[1:]))
    if token.type == "paragraph_open":
        if quotes:
            return Reading(BlockKind.QUOTE)
        return Reading(BlockKind.LIST_ITEM) if lists else _WORDS
    if token.type == "tr_open":
        return Reading(BlockKind.TABLE_ROW)
    if token.type == "fence":
        return _CODE
    if token.type == "html_block":
        content = token.content.lstrip().lower()
        if content.startswith("<!"):
            return _LABEL
        return _CODE if content.startswith(_CODE_TAGS) else _WORDS
    return None


def _with_gaps(
    leaves: Sequence[tuple[int, int, Reading | None]], lines: Sequence[Line]
) -> Iterator[tuple[int, int, Reading | None]]:
    """The leaves without blank edges, and what lies between them line by line as layout marks."""
    position = 0
    for first, last, reading in leaves:
        start = max(first, position)
        yield from _layout(position, start, lines)
        end = max(last, start)
        while end > start and (lines[end - 1].blank or _underline(lines[end - 1], reading)):
            end -= 1
        while start < end and lines[start].blank:
            start += 1
        if start < end:
            yield start, end, reading
            position = end
    yield from _layout(position, len(lines), lines)


def _underline(line: Line, reading: Reading | None) -> bool:
    """Whether a heading's last line is its setext underline."""
    return reading is not None and reading.kind is BlockKind.HEADING and not line.text.strip("=-")


def _layout(
    first: int, last: int, lines: Sequence[Line]
) -> Iterator[tuple[int, int, Reading | None]]:
    for number in range(first, last):
        if not lines[number].blank:
            yield number, number + 1, _LABEL


def _pieces(lines: Sequence[Line], reading: Reading | None, *, gap: bool) -> Iterator[Piece]:
    """One piece a block; a paragraph whose lines are all furniture is one piece a line."""
    filled = [line for line in lines if not line.blank]
    each = [Piece((line,), False, without_markup(line.text)) for line in filled]
    if reading is None and len(each) > 1 and all(_is_furniture(piece) for piece in each):
        yield from each
        return
    words = " ".join(piece.text for piece in each)
    yield Piece(tuple(filled), gap, words)


def _is_furniture(piece: Piece) -> bool:
    return read_words(piece.text).kind is not BlockKind.PARAGRAPH


def _read(piece: Piece, reading: Reading | None) -> Reading:
    if reading is not None:
        return reading
    if not any(without_markup(line.text) for line in piece.lines):
        return _LABEL
    return read_words(piece.text)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").disable("code")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser
