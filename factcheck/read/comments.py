"""Comments in a text: `<!-- … -->`, and our own form for plain text, `[factcheck: …]`.

A comment is never read as prose. In Markdown, what stands between backticks is no comment.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from factcheck.model import Span
from factcheck.read.lines import Line

_OPENING = "<!--"
_CLOSING = "-->"
_BRACKETED = re.compile(
    r"\[factcheck:[^\[\]\n]{0,200}(?:\[[^\[\]\n]{0,500}\][^\[\]\n]{0,1000})?\]", re.IGNORECASE
)
_START = re.compile(r"<!--|\[factcheck:|(?<!`)`+", re.IGNORECASE)
_TICKS = re.compile(r"`+")


def find_comments(text: str, span: Span, *, markdown: bool) -> tuple[Span, ...]:
    """The comments that begin and end inside `span`, in order; none overlap."""
    return _scanned(text, span, markdown=markdown)[0]


def find_code_spans(text: str, span: Span) -> tuple[Span, ...]:
    """The code spans of Markdown inside `span`, backticks included (CommonMark 0.31, 6.1)."""
    return _scanned(text, span, markdown=True)[1]


def _scanned(text: str, span: Span, *, markdown: bool) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    comments: list[Span] = []
    codes: list[Span] = []
    runs = _runs(text, span) if markdown else {}
    # Where the last comment can end: what opens after it never does, and isn't looked for again.
    last = text.rfind(_CLOSING, span.start, span.end)
    position = span.start
    while found := _START.search(text, position, span.end):
        position = found.end()
        if found.group() == _OPENING:
            if position <= last:
                close = text.find(_CLOSING, position, span.end)
                position = close + len(_CLOSING)
                comments.append(Span(found.start(), position))
        elif found.group().startswith("["):
            whole = _BRACKETED.match(text, found.start(), span.end)
            if whole:
                position = whole.end()
                comments.append(Span(*whole.span()))
        elif markdown and not _escaped(text, found.start(), span.start):
            size = len(found.group())
            closers = runs.get(size, [])
            number = bisect_left(closers, position)
            if number < len(closers):
                position = closers[number] + size
                codes.append(Span(found.start(), position))
    return tuple(comments), tuple(codes)


def _runs(text: str, span: Span) -> dict[int, list[int]]:
    """Where runs of backticks begin, by their length."""
    runs: dict[int, list[int]] = defaultdict(list)
    for found in _TICKS.finditer(text, span.start, span.end):
        runs[len(found.group())].append(found.start())
    return runs


def _escaped(text: str, position: int, start: int) -> bool:
    return position > start and text[position - 1] == "\\"


def uncommented(line: Line, text: str, comments: Sequence[Span]) -> Line:
    """`line` without its comments, blank if it holds nothing else.

    `comments` are those of `text`, in order. Comments at its edges are left out of its span; one in
    its middle stays in the span and not in the words.
    """
    number = bisect_left(comments, line.start, key=lambda comment: comment.end - 1)
    inside = []
    while number < len(comments) and comments[number].start < line.end:
        inside.append(comments[number])
        number += 1
    if line.blank or not inside:
        return line
    start, end = line.start, line.end
    while inside and not text[start : max(inside[0].start, start)].strip():
        start = min(inside.pop(0).end, end)
    while inside and not text[min(inside[-1].end, end) : end].strip():
        end = inside.pop().start
    body = text[start:end]
    start, end = start + len(body) - len(body.lstrip()), start + len(body.rstrip())
    if start >= end:
        return replace(line, start=line.end, end=line.end, indent=0, text="")
    words, position = "", start
    for comment in inside:
        words += text[position : comment.start]
        position = comment.end
    return replace(line, start=start, end=end, text=words + text[position:end])
