"""FC702 repeated-line: a headline, caption or name line that stands twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from factcheck.annotate.plain_words import plain_words
from factcheck.annotate.shadow import shadow_of
from factcheck.model import (
    Block,
    BlockKind,
    Document,
    Finding,
    FurnitureKind,
    Location,
    Severity,
    Span,
)
from factcheck.rules.findings import make_finding
from factcheck.rules.prose import ends_sentence, excerpt
from factcheck.rules.rule import Corpus, Rule

_CODE, _NAME = "FC702", "repeated-line"
_CREDIT = re.compile(
    r"[\s(\[|/-]{1,3}(?:photo(?:graph)?|picture|image|illustration|video|file)?\s?"
    r"(?:credit|photo(?:graph)?|picture|image|by|©)s?\s?[:/©].{0,120}$",
    re.IGNORECASE,
)
_CREDIT_WORDS = 10
_LONGEST = 40
# How many blocks after the first copy the second one may stand, for a line and for the headline.
_NEAR = 2
_TITLE_NEAR = 8
_LIST = 3


@dataclass(frozen=True, slots=True)
class _Line:
    order: int
    block: Block
    words: tuple[str, ...]
    title: bool
    passed: int


def check(corpus: Corpus) -> Iterable[Finding]:
    """One finding for each line that stands twice; one for a whole list of doubled name lines."""
    for document in corpus.readable.values():
        pairs = _pairs(_lines(document))
        names = [pair for pair in pairs if _is_name(document, pair)]
        if len(names) >= _LIST:
            yield _list_finding(corpus, document, names)
            pairs = [pair for pair in pairs if pair not in names]
        for first, second in pairs:
            yield _finding(corpus, document, first, second)


def _lines(document: Document) -> list[_Line]:
    """Headings, captions and other short lines that are no sentences; `order` counts all blocks.

    `passed` counts the blocks of running text before the line.
    """
    shadow = shadow_of(document.text)
    found = []
    passed = 0
    for order, block in enumerate(document.blocks):
        if block.kind in (BlockKind.CODE, BlockKind.TABLE_ROW, BlockKind.LIST_ITEM):
            passed += 1
            continue
        if ends_sentence(document.slice(block.span)):
            passed += 1
        if block.furniture not in (FurnitureKind.NONE, FurnitureKind.LABEL):
            continue
        end = block.span.start + len(_uncredited(document.slice(block.span)))
        words = tuple(word.text for word in plain_words(shadow, Span(block.span.start, end)))
        title = document.title is not None and block.span.overlaps(document.title)
        marked = block.kind in (BlockKind.HEADING, BlockKind.CAPTION) or title
        if not 2 <= len(words) <= _LONGEST or not any(word.isalpha() for word in words):
            continue
        if marked or not ends_sentence(document.text[block.span.start : end]):
            found.append(_Line(order, block, words, title, passed))
    return found


def _uncredited(line: str) -> str:
    return _CREDIT.sub("", line[-240:]) if len(line) <= 240 else line


def _pairs(lines: list[_Line]) -> list[tuple[_Line, _Line]]:
    """Each line with the next one of the same words, if that stands close enough.

    The title may come again anywhere among the first lines of the page; other lines that come
    again later are labels and recurring subheads.
    """
    last: dict[tuple[str, ...], _Line] = {}
    previous: _Line | None = None
    found = []
    for line in lines:
        before = last.get(line.words)
        if previous is not None and before is None and _is_credited(previous, line):
            before = previous
        if before is not None and _is_near(before, line):
            found.append((before, line))
        last[line.words] = previous = line
    return found


def _is_near(first: _Line, second: _Line) -> bool:
    """Whether the second copy stands where no new section could: text between them makes it one."""
    if first.title:
        return second.order - first.order <= _TITLE_NEAR
    return second.order - first.order <= _NEAR and first.passed == second.passed


def _is_credited(first: _Line, second: _Line) -> bool:
    """Whether `second` is a caption that begins with the whole of `first` and adds a credit."""
    more = len(second.words) - len(first.words)
    return (
        second.block.kind is BlockKind.CAPTION
        and len(first.words) >= 4
        and 0 < more <= _CREDIT_WORDS
        and second.words[: len(first.words)] == first.words
    )


def _is_name(document: Document, pair: tuple[_Line, _Line]) -> bool:
    """Whether the doubled line is an entry of a list rather than a headline or a caption."""
    first, second = pair
    return (
        not first.title
        and second.order == first.order + 1
        and len(first.words) <= 8
        and first.block.kind is not BlockKind.CAPTION
    )


def _finding(corpus: Corpus, document: Document, first: _Line, second: _Line) -> Finding:
    kind = "headline" if first.title else "caption" if _captions(first, second) else "line"
    return make_finding(
        corpus,
        code=_CODE,
        rule=_NAME,
        severity=Severity.INFO,
        confidence=0.9 if kind != "line" else 0.7,
        message=f"this {kind} stands twice",
        primary=Location(document.name, second.block.span, "again here"),
        related=(Location(document.name, first.block.span, "first here"),),
        topic=excerpt(document.slice(first.block.span)),
    )


def _captions(first: _Line, second: _Line) -> bool:
    return BlockKind.CAPTION in (first.block.kind, second.block.kind)


def _list_finding(corpus: Corpus, document: Document, pairs: list[tuple[_Line, _Line]]) -> Finding:
    """A list in which each name stands twice: a scraped page (picture text, then name)."""
    first, second = pairs[0]
    return make_finding(
        corpus,
        code=_CODE,
        rule=_NAME,
        severity=Severity.INFO,
        confidence=0.5,
        message=f"{len(pairs)} lines of this page stand twice in a row",
        primary=Location(document.name, second.block.span, "again here"),
        related=(Location(document.name, first.block.span, "first here"),),
        topic=excerpt(document.slice(first.block.span)),
        notes=("a page that was read with the names under its pictures looks like this",),
    )


RULE = Rule(
    code=_CODE,
    name=_NAME,
    summary="A headline, caption or name line that stands twice.",
    severity=Severity.INFO,
    check=check,
)
