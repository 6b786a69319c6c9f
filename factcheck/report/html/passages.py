"""The passage of a finding: the marked words with what stands around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Document, Span
from factcheck.report.html.pieces import Pieces, ShownBlock

_AROUND = 140
_LONGEST = 600
"""Code points shown before and after the marked words, and at most of them."""


@dataclass(frozen=True, slots=True)
class Words:
    """Marked words; `differs` where the other passage has others or none."""

    text: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands before, the marked words, what stands after; "…" where more does."""

    before: str
    marked: tuple[Words, ...]
    after: str


def passage(document: Document, pieces: Pieces, span: Span, differing: Sequence[Span]) -> Passage:
    """The passage at `span` of a document in `pieces`; `differing` are spans inside it."""
    text = document.text
    start, end = _bounds(pieces.blocks, span, text)
    before = _without(pieces.marks, text, max(start, span.start - _AROUND), span.start).lstrip()
    if span.start - _AROUND > start:
        before = "…" + before.partition(" ")[2]
    after = _without(pieces.marks, text, span.end, min(end, span.end + _AROUND)).rstrip()
    if span.end + _AROUND < end:
        after = after.rpartition(" ")[0] + "…"
    shown = Span(span.start, min(span.end, span.start + _LONGEST))
    marked = tuple(_marked(text, shown, differing))
    if shown.end < span.end:
        marked = (*marked, Words(f"… ({span.end - shown.end:,} more characters)"))
        after = ""
    return Passage(before, marked, after)


def _without(marks: Sequence[Span], text: str, start: int, end: int) -> str:
    """The text from `start` to `end` without `marks`."""
    pieces: list[str] = []
    first = bisect_right(marks, start, key=lambda mark: mark.end)
    for mark in marks[first:]:
        if mark.start >= end:
            break
        pieces.append(text[start : max(mark.start, start)])
        start = max(start, mark.end)
    return "".join([*pieces, text[start:end]])


def _bounds(blocks: Sequence[ShownBlock], span: Span, text: str) -> tuple[int, int]:
    at = bisect_right(blocks, span.start, key=lambda one: one.block.span.start) - 1
    if at >= 0 and span.start < blocks[at].block.span.end:
        return blocks[at].block.span.start, max(blocks[at].block.span.end, span.end)
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return start, len(text) if end < 0 else end


def _marked(text: str, span: Span, differing: Sequence[Span]) -> Iterator[Words]:
    at = span.start
    for one in differing:
        start, end = max(one.start, at), min(one.end, span.end)
        if start >= end:
            continue
        if start > at:
            yield Words(text[at:start])
        yield Words(text[start:end], differs=True)
        at = end
    if at < span.end:
        yield Words(text[at : span.end])
