"""Marks inside blocks that are no words: bullets, emphasis, link targets, comments, addresses.

They stay in the text, which is never rewritten; annotation reads them as spaces. Every search here
is one pass with bounded repeats, so a hostile line costs no more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.model import Block, BlockKind, Span
from factcheck.read.comments import find_code_spans, find_comments
from factcheck.read.lines import split_lines
from factcheck.read.markers import heading_marker, list_marker, quote_marker

_ADDRESS = re.compile(r"<?\b(?:https?://|www\.)[^\s<>()\[\]\"“”]{1,2000}>?")
_ADDRESS_END = ".,;:!?'’"
_INLINE = re.compile(
    r"(?P<image>(?P<lead>\[(?=!))?!\[(?P<alt>[^\[\]]{0,500})\]"
    r"(?:\([^()\n]{0,1000}\)|\[[^\[\]\n]{0,200}\])"
    r"(?(lead)\](?:\([^()\n]{0,1000}\)|\[[^\[\]\n]{0,200}\])))"
    r"|(?P<open>\[)(?P<words>[^\[\]]{1,500})(?P<target>\](?:\([^()\n]{0,1000}(?:\([^()\n]{0,200}\)"
    r"[^()\n]{0,200})?\)|\[[^\[\]\n]{0,200}\]))"
    r"|(?P<note>\[\^[\w-]{1,40}\])"
    r"|(?P<tag></?[A-Za-z][^<>\n]{0,500}>)"
    r"|(?P<escape>\\(?=[!-/:-@\[-`{-~\r\n]))"
    r"|(?P<stars>(?<![*\w])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?![*\w])"
    r"|(?<=\w)\*{1,3}(?=[A-Za-z])|\*\*)"
    r"|(?P<bars>(?<![\w_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\w_]))"
    r"|(?P<entity>&(?:nbsp|ensp|emsp|thinsp|shy|zwnj|zwsp|zwj);)"
)
_WHOLE = ("image", "note", "tag", "escape", "stars", "bars", "entity")
_PICTURE = re.compile(
    r"(?:\s{0,9}\[?!\[[^\[\]]{0,500}\](?:\([^()\n]{0,1000}\)|\[[^\[\]\n]{0,200}\])"
    r"(?:\]\([^()\n]{0,1000}\))?){1,20}\s{0,9}"
)
_FOOTNOTE = re.compile(r"\[\^[\w-]{1,40}\]:\s?")
_UNMARKED = (BlockKind.CODE, BlockKind.FURNITURE)


def markup_spans(text: str, blocks: Sequence[Block], *, markdown: bool) -> tuple[Span, ...]:
    """The spans of all marks in the blocks that hold words, in order, none overlapping."""
    found: list[Span] = []
    for block in blocks:
        if block.kind in _UNMARKED:
            continue
        found.extend(_markers(text, block))
        found.extend(find_comments(text, block.span, markdown=markdown))
        found.extend(_addresses(text, block.span))
        if markdown:
            found.extend(_beside_code(text, block.span, pictures=block.kind is BlockKind.CAPTION))
    return _merged(found)


def without_markup(text: str) -> str:
    """One line of Markdown as a reader sees it: links by their words, no emphasis marks."""
    span = Span(0, len(text))
    marks = _merged(
        [
            *find_comments(text, span, markdown=True),
            *_beside_code(text, span, pictures=is_picture(text)),
        ]
    )
    kept: list[str] = []
    position = 0
    for mark in marks:
        kept.append(text[position : mark.start])
        position = mark.end
    return "".join([*kept, text[position:]]).strip()


def is_picture(text: str) -> bool:
    """Whether a piece of Markdown is pictures and nothing else."""
    return text.lstrip()[:1] in ("!", "[") and bool(_PICTURE.fullmatch(text))


def _markers(text: str, block: Block) -> Iterator[Span]:
    """The marks with which the lines of a block open, and the hashes that close a heading."""
    start, end = block.span.start, block.span.end
    if footnote := _FOOTNOTE.match(text, start, end):
        yield Span(*footnote.span())
    if block.kind is BlockKind.HEADING:
        body = text[start:end]
        _, length = heading_marker(body)
        if length:
            yield Span(start, start + length)
            yield Span(start + len(body.rstrip("#")), end)
    elif block.kind is BlockKind.LIST_ITEM:
        yield Span(start, start + list_marker(text[start : start + 200]))
    elif block.kind is BlockKind.QUOTE:
        for line in split_lines(text[start:end]):
            yield Span(start + line.start, start + line.start + quote_marker(line.text))


def _addresses(text: str, span: Span) -> Iterator[Span]:
    for found in _ADDRESS.finditer(text, span.start, span.end):
        yield Span(found.start(), found.start() + len(found.group().rstrip(_ADDRESS_END)))


def _beside_code(text: str, span: Span, *, pictures: bool) -> Iterator[Span]:
    """The inline marks of `span`; of a code span, its backticks alone."""
    # What stands in code is no mark; a letter in its place lets marks around it be seen.
    pieces: list[str] = []
    position = span.start
    for code in find_code_spans(text, span):
        ticks = next(
            size
            for size in range(1, code.end)
            if text[code.start + size : code.start + size + 1] != "`"
        )
        yield Span(code.start, code.start + ticks)
        yield Span(code.end - ticks, code.end)
        pieces += (text[position : code.start], "x" * (code.end - code.start))
        position = code.end
    body = "".join((*pieces, text[position : span.end]))
    for mark in _inline(body, Span(0, len(body)), pictures=pictures):
        yield Span(mark.start + span.start, mark.end + span.start)


def _inline(text: str, span: Span, *, pictures: bool) -> Iterator[Span]:
    position = span.start
    while found := _INLINE.search(text, position, span.end):
        position = found.end()
        if found["target"] is not None:
            yield Span(found.start("open"), found.end("open"))
            yield Span(found.start("target"), found.end("target"))
            # The words of a link may be emphasised, so they are looked at once more.
            words = Span(found.start("words"), found.end("words"))
            yield from _inline(text, words, pictures=pictures)
        elif found["image"] and pictures:
            yield Span(found.start(), found.start("alt"))
            yield from _inline(text, Span(found.start("alt"), found.end("alt")), pictures=pictures)
            yield Span(found.end("alt"), found.end())
        elif any(found[name] for name in _WHOLE):
            yield Span(found.start(), found.end())
            # The mark after a backslash is a word's own.
            position += bool(found["escape"])


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if span.start >= span.end:
            continue
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
