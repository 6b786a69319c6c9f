"""A text in pieces, cut wherever a fact or a finding begins or ends, so that each can be marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.model import Block, BlockKind, Document, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a block. `number` counts the pieces that facts or findings cover; None for others.

    `found` says that a finding covers it.
    """

    text: str
    number: int | None = None
    found: bool = False


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block and its pieces, in text order."""

    block: Block
    pieces: tuple[Piece, ...]


class Pieces:
    """The pieces of one text. `blocks` hold all of it that is not blank, in text order.

    `marks` are the marks of layout, which aren't shown where no finding is about them.
    """

    def __init__(self, document: Document, facts: Iterable[Span], findings: Iterable[Span]) -> None:
        marked, plain = list(findings), list(facts)
        found, covered = _Covering(marked), _Covering([*marked, *plain])
        self.marks = layout_marks(document)
        markup = _Covering(self.marks)
        whole = list(_blocks(document))
        spans = (*marked, *plain, *self.marks, *(block.span for block in whole))
        cuts = sorted({edge for span in spans for edge in (span.start, span.end)})
        self._starts: list[int] = []
        self._ends: list[int] = []
        blocks: list[ShownBlock] = []
        for block in whole:
            pieces: list[Piece] = []
            for start, end in _between(cuts, block.span):
                if markup.holds(start) and not found.holds(start):
                    continue
                number = None
                if covered.holds(start):
                    number = len(self._starts)
                    self._starts.append(start)
                    self._ends.append(end)
                pieces.append(Piece(document.text[start:end], number, found.holds(start)))
            blocks.append(ShownBlock(block, tuple(pieces)))
        self.blocks = tuple(blocks)

    def range(self, span: Span) -> tuple[int, int] | None:
        """The numbers of the first and the last piece in `span`; None where it covers none."""
        first = bisect_left(self._starts, span.start)
        last = bisect_right(self._ends, span.end) - 1
        return (first, last) if first <= last else None


def layout_marks(document: Document) -> tuple[Span, ...]:
    """The marks of layout that say nothing to a reader: bullets, emphasis, targets of links.

    Addresses, tags and comments are among the markup too, and are words that somebody wrote.
    """
    return tuple(
        mark
        for mark in document.markup
        if document.slice(mark).startswith("](")
        or not any(character.isalnum() for character in document.slice(mark))
    )


class _Covering:
    """Which code points any of some spans covers."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            elif span.start < span.end:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def holds(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]


def _between(cuts: Sequence[int], span: Span) -> Iterator[tuple[int, int]]:
    own = cuts[bisect_left(cuts, span.start) : bisect_right(cuts, span.end)]
    yield from pairwise(own)


def _blocks(document: Document) -> Iterator[Block]:
    """The blocks, and as paragraphs whatever stands between them and is not blank."""
    at = 0
    for block in sorted(document.blocks, key=lambda block: block.span):
        yield from _paragraphs(document.text, at, block.span.start)
        if block.span.start >= at:
            yield block
        at = max(at, block.span.end)
    yield from _paragraphs(document.text, at, len(document.text))


def _paragraphs(text: str, start: int, end: int) -> Iterator[Block]:
    """What is between blank lines; a text without blocks has paragraphs too."""
    for part in _split(text, start, end):
        if text[part.start : part.end].strip():
            yield Block(BlockKind.PARAGRAPH, part)


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    while at < end:
        stop = text.find("\n\n", at, end)
        stop = end if stop < 0 else stop
        yield Span(at, stop)
        at = stop + 2
