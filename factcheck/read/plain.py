"""The blocks of plain text and of scraped pages (plain text with a page's remains in it)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from factcheck.model import Block, BlockKind, FurnitureKind, Span
from factcheck.read.comments import find_comments, uncommented
from factcheck.read.context import CONTEXT, head_end
from factcheck.read.datelines import read_opening
from factcheck.read.key_figures import key_figure_pairs
from factcheck.read.lines import split_lines
from factcheck.read.reading import Reading, read_alone
from factcheck.read.wrapping import Piece, pieces_of

_APART = (FurnitureKind.COMMENT, FurnitureKind.FRONT_MATTER)


def blocks_of_plain(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order; together they cover all that is not white space.

    Lines come first, then wrapped lines are put together, then each piece is read by itself and
    lastly by what stands around it. A key figure and its label become one table row. Comments are
    taken out before all that, so that the rest is read as it would be without them.
    """
    comments = find_comments(text, Span(0, len(text)), markdown=False)
    bare = [(line, uncommented(line, text, comments)) for line in split_lines(text)]
    pieces = pieces_of([rest for line, rest in bare if line.blank or not rest.blank])
    readings = [read_alone(piece.text) for piece in pieces]
    return tuple(_with_comments(blocks_of_pieces(text, pieces, readings), comments))


def _with_comments(blocks: Sequence[Block], comments: Sequence[Span]) -> Iterator[Block]:
    """`blocks` and, in their places, the comments that stand in none of them."""
    apart = iter(
        Block(BlockKind.FURNITURE, comment, furniture=FurnitureKind.COMMENT)
        for comment in comments
        if not _inside(comment, blocks)
    )
    waiting = next(apart, None)
    for block in blocks:
        while waiting is not None and waiting.span.start < block.span.start:
            yield waiting
            waiting = next(apart, None)
        yield block
    if waiting is not None:
        yield waiting
    yield from apart


def _inside(span: Span, blocks: Sequence[Block]) -> bool:
    number = bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1
    return number >= 0 and blocks[number].span.contains(span)


def blocks_of_pieces(
    text: str, pieces: Sequence[Piece], readings: Sequence[Reading]
) -> tuple[Block, ...]:
    """The blocks of pieces that have been read by themselves: context, key figures, datelines.

    Comments and front matter say nothing of the pieces around them.
    """
    apart = [
        (piece, reading)
        for piece, reading in zip(pieces, readings, strict=True)
        if reading.furniture in _APART
    ]
    if not apart:
        return tuple(_blocks(text, pieces, read_in_context(pieces, readings)))
    words = [
        (piece, reading)
        for piece, reading in zip(pieces, readings, strict=True)
        if reading.furniture not in _APART
    ]
    kept, read = [piece for piece, _ in words], [reading for _, reading in words]
    blocks = [
        *_blocks(text, kept, read_in_context(kept, read)),
        *(Block(reading.kind, piece.span, furniture=reading.furniture) for piece, reading in apart),
    ]
    return tuple(sorted(blocks, key=lambda block: block.span))


def read_in_context(pieces: Sequence[Piece], readings: Sequence[Reading]) -> list[Reading]:
    """The readings after every step of `CONTEXT`."""
    done = list(readings)
    for step in CONTEXT:
        for index, reading in step(pieces, done).items():
            done[index] = reading
    return done


def _blocks(text: str, pieces: Sequence[Piece], readings: Sequence[Reading]) -> Iterator[Block]:
    pairs = key_figure_pairs(pieces, readings)
    head = head_end(pieces, readings)
    for index, (piece, reading) in enumerate(zip(pieces, readings, strict=True)):
        if index in pairs:
            yield Block(BlockKind.TABLE_ROW, Span(piece.span.start, pieces[index + 1].span.end))
        elif index - 1 not in pairs:
            yield from with_opening(text, piece.span, reading, in_head=index <= head)


def with_opening(text: str, span: Span, reading: Reading, *, in_head: bool) -> Iterator[Block]:
    """The block of a piece; a dateline that opens it at the head of a page stands on its own."""
    if in_head and reading.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        line = text[span.start : span.end]
        opening = read_opening(line)
        if opening and opening.end < len(line):
            cut = span.start + opening.end
            end = span.start + len(line[: opening.end].rstrip())
            yield Block(
                BlockKind.FURNITURE, Span(span.start, end), furniture=FurnitureKind.DATELINE
            )
            span = Span(cut, span.end)
    yield Block(reading.kind, span, reading.level, reading.furniture)
