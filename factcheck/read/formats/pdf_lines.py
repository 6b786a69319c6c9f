"""The lines of a PDF's pages, and which of them are page numbers and running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Running heads stand among the first or last lines of a page, and on many pages.
_EDGE = 2
_LEAST_PAGES = 3
_SHARE = 0.4
_LONGEST = 120
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—|\[( ]{0,4}(?:page |p\. ?)?(?:\d{1,4}|[ivxlc]{1,7})(?: ?(?:of|/) ?\d{1,4})?"
    r"[-–—|\]) ]{0,4}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PdfLine:
    """One line of a page: its words, its number on the page (from 1), its box and type size.

    Points count from the page's lower left corner. `broken` says that its last word goes on in the
    next line, after a hyphen.
    """

    text: str
    page: int
    number: int
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    size: float = 0.0
    broken: bool = False


def body_lines(pages: Sequence[Sequence[PdfLine]]) -> Iterator[PdfLine]:
    """The lines of all pages in order, without page numbers and running heads.

    A running head stands at the edge of at least three pages and of two in five, but for its
    digits the same; a page number at the edge of its page, on a line of its own.
    """
    edges = [_edges(lines) for lines in pages]
    seen: Counter[str] = Counter()
    for edge in edges:
        seen.update({_folded(line) for line in edge if _may_run(line.text)})
    least = max(_LEAST_PAGES, _SHARE * len(pages))
    running = {text for text, number in seen.items() if number >= least}
    numbered = _numbered(edges)
    for lines, edge in zip(pages, edges, strict=True):
        for line in lines:
            at_edge = line in edge
            if not at_edge or (_folded(line) not in running and line not in numbered):
                yield line


def _edges(lines: Sequence[PdfLine]) -> tuple[PdfLine, ...]:
    """The uppermost and the lowest lines of a page, wherever the text layer has them."""
    by_height = sorted(lines, key=lambda line: (-line.top, line.number))
    return tuple(dict.fromkeys((*by_height[:_EDGE], *by_height[-_EDGE:])))


def _may_run(text: str) -> bool:
    """Whether a line may be a running head: it has letters, and not many."""
    return len(text) <= _LONGEST and any(character.isalpha() for character in text)


def _folded(line: PdfLine) -> str:
    return _DIGITS.sub("0", line.text.casefold())


def _numbered(edges: Sequence[Sequence[PdfLine]]) -> frozenset[PdfLine]:
    """The lines that are page numbers: of the outermost lines, what counts on from page to page.

    A lone number at the top of a page may be a figure of the text, so the pages must agree: on most
    pages the number and the page's place differ by the same.
    """
    found: dict[int, list[PdfLine]] = {}
    for lines in edges:
        for line in lines:
            if _PAGE_NUMBER.fullmatch(line.text) and (digits := _DIGITS.search(line.text)):
                found.setdefault(int(digits.group()) - line.page, []).append(line)
    return frozenset(
        line
        for same in found.values()
        if len({line.page for line in same}) > len(edges) / 2 or len(edges) == 1
        for line in same
    )
