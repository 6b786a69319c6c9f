"""The blocks of a Markdown text.

Block structure comes from markdown-it-py (CommonMark 0.31 with tables), which gives each block the
lines it stands on: lists in quotes, lazy continuation and setext headings are right without rules
of ours. It gives no offsets inside a line, so inline marks are found by `factcheck.read.markup`.
Two departures, both so that prose is never lost: indented lines are code only where they look like
it, and what the parser leaves out (rules, link definitions, underlines) becomes furniture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from factcheck.model import Block, BlockKind, FurnitureKind, Span
from factcheck.read.comments import find_comments, uncommented
from factcheck.read.front_matter import FrontMatter
from factcheck.read.lines import Line, split_lines
from factcheck.read.markup import is_picture, without_markup
from factcheck.read.plain import blocks_of_pieces
from factcheck.read.reading import CAPTION, TITLE, Reading, furniture, read_words
from factcheck.read.wrapping import Piece

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_DEEPEST = 40
_CODE_TAGS = ("<script", "<style", "<pre", "<svg", "<iframe", "<textarea")
_TABLE_TAGS = re.compile(r"</?(?:table|thead|tbody|tfoot|tr|td|th)\b")
_LABEL = furniture(FurnitureKind.LABEL)
_COMMENT = furniture(FurnitureKind.COMMENT)
_FRONT = furniture(FurnitureKind.FRONT_MATTER)
_CODE = Reading(BlockKind.CODE)
# Signs of code in an indented line. Without one it is prose that somebody indented.
_CODE_SIGN = re.compile(
    r"[{}<>=;$|\\~^]|\w\(\)|\w[_/]\w|--\w|->|::|^\s{4,40}(?:[#@%/*]|\w{1,20}:?$)", re.MULTILINE
)


def blocks_of_markdown(text: str, front: FrontMatter | None = None) -> tuple[Block, ...]:
    """The blocks of a Markdown text, in order; together they cover all that is not white space.

    A line is judged as furniture, caption or headline by the words a reader sees. Front matter is
    furniture, but for its title, which is the headline unless a heading of the text repeats it.
    Spans hold the marks (`# `, `- `, `**`); `Document.markup` says which they are.
    """
    lines = split_lines(text, markdown=True)
    head = front.lines if front else 0
    pieces: list[Piece] = []
    readings: list[Reading] = []
    for first, last, reading in _with_gaps(list(_leaves(text, lines, head)), lines, head):
        gap = first == 0 or lines[first - 1].blank
        for piece, read in _pieces(text, lines[first:last], reading, gap=gap):
            pieces.append(piece)
            readings.append(read)
    if front:
        above = _front_pieces(text, lines[:head], front, pieces, readings)
        pieces[:0] = [piece for piece, _ in above]
        readings[:0] = [reading for _, reading in above]
    return blocks_of_pieces(text, pieces, readings)


def _front_pieces(
    text: str,
    lines: Sequence[Line],
    front: FrontMatter,
    pieces: Sequence[Piece],
    readings: Sequence[Reading],
) -> list[tuple[Piece, Reading]]:
    """The front matter as one piece, or as three round a title that the text doesn't repeat."""
    whole = Span(lines[0].start, next(line.end for line in reversed(lines) if not line.blank))
    if front.title is None:
        return [(_piece(text, whole), _FRONT)]
    title = _piece(text, front.title)
    shown = _folded(title.text)
    for piece, reading in zip(pieces, readings, strict=True):
        if reading.level == 1 and _folded(piece.text) == shown:
            return [(_piece(text, whole), _FRONT)]
        if reading.kind is BlockKind.PARAGRAPH and piece.text.endswith("."):
            break
    before = _piece(text, Span(whole.start, front.title.start))
    after = _piece(text, Span(front.title.end, whole.end))
    return [(before, _FRONT), (title, TITLE), (after, _FRONT)]


def _piece(text: str, span: Span) -> Piece:
    body = text[span.start : span.end]
    start, end = span.start + len(body) - len(body.lstrip()), span.start + len(body.rstrip())
    return Piece((Line(0, start, start, end, 0, text[start:end]),), gap=True)


def _folded(words: str) -> str:
    return " ".join(words.strip("# ").casefold().split())


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
        if token.map is None:
            continue
        first, last = front + token.map[0], front + token.map[1]
        if token.type == "code_block":
            yield from _indented(lines, first, last, token.content)
            continue
        reading = _reading_of(token, lists, quotes)
        if reading is not None:
            yield first, last, reading if reading is not _WORDS else None


def _indented(
    lines: Sequence[Line], first: int, last: int, content: str
) -> Iterator[tuple[int, int, Reading | None]]:
    """Indented lines: code where they look like it, else the paragraphs they are."""
    if _CODE_SIGN.search("".join(f"    {line}\n" for line in content.splitlines())):
        yield first, last, _CODE
        return
    start = first
    for number in range(first, last + 1):
        if number == last or lines[number].blank:
            if start < number:
                yield start, number, None
            start = number + 1


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
        if content.startswith("<!") and not content.startswith("<!--"):
            return _LABEL
        if _TABLE_TAGS.match(content):
            return Reading(BlockKind.TABLE_ROW)
        return _CODE if content.startswith(_CODE_TAGS) else _WORDS
    return None


def _with_gaps(
    leaves: Sequence[tuple[int, int, Reading | None]], lines: Sequence[Line], head: int
) -> Iterator[tuple[int, int, Reading | None]]:
    """The leaves without blank edges, and what lies between them line by line as layout marks.

    `head` lines of front matter are left out.
    """
    position = head
    for first, last, reading in leaves:
        start = max(first, position)
        yield from _layout(position, start, lines)
        position = start
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


def _pieces(
    text: str, lines: Sequence[Line], reading: Reading | None, *, gap: bool
) -> Iterator[tuple[Piece, Reading]]:
    """One piece a block; a paragraph whose lines are all furniture is one piece a line."""
    filled = [line for line in lines if not line.blank]
    whole = Span(filled[0].start, filled[-1].end)
    if reading is not None and reading.kind is BlockKind.CODE:
        yield Piece(tuple(filled), gap), reading
        return
    if reading is not None and reading.kind is BlockKind.TABLE_ROW and len(filled) > 1:
        for line in filled:
            cells = without_markup(line.text)
            yield Piece((line,), False, cells), reading if cells else _LABEL
        return
    comments = find_comments(text, whole, markdown=True)
    bare = [uncommented(line, text, comments) for line in filled]
    if all(line.blank for line in bare):
        yield Piece(tuple(filled), gap), _COMMENT
        return
    words = [without_markup(line.text) for line in bare]
    each = [Piece((line,), False, word) for line, word in zip(filled, words, strict=True) if word]
    pictures = reading is None and is_picture(text[whole.start : whole.end])
    if (
        reading is None
        and len(each) > 1
        and not pictures
        and all(_is_furniture(piece) for piece in each)
    ):
        yield from ((piece, read_words(piece.text)) for piece in each)
        return
    yield _whole_piece(text, filled, words, reading, gap=gap)


def _whole_piece(
    text: str, lines: Sequence[Line], words: Sequence[str], reading: Reading | None, *, gap: bool
) -> tuple[Piece, Reading]:
    body = text[lines[0].start : lines[-1].end]
    if reading is None and is_picture(body):
        words = [without_markup(body)]
        reading = CAPTION if any(words) else _LABEL
    piece = Piece(tuple(lines), gap, " ".join(word for word in words if word))
    if reading is None:
        reading = read_words(piece.text) if piece.words else _LABEL
    return piece, reading


def _is_furniture(piece: Piece) -> bool:
    return read_words(piece.text).kind is not BlockKind.PARAGRAPH


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser
