"""Lines of a PDF become paragraphs: by the gaps between them, their indents and their type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from factcheck.model import Landmark
from factcheck.read.formats.parts import Part, Reading, heading
from factcheck.read.formats.pdf_lines import PdfLine
from factcheck.read.headings import ends_sentence
from factcheck.read.markers import list_marker

# A gap wider than the usual one by this share parts paragraphs, and so does such an indent.
_WIDER = 1.35
_INDENT = 0.8
# A heading is set in type larger than that of the text by this share.
_LARGER = 1.12
_MOST_HEADING_LINES = 4
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+)-$")
_FIRST = re.compile(r"[^\W\d_]+")
# First parts of words that are written with a hyphen and seldom without.
_KEEPS = frozenset(
    "self well ill so half all ex non anti pro semi quasi vice cross long short high low much "
    "two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty "
    "ninety one first second third".split()
)


def paragraphs(lines: Iterable[PdfLine]) -> Iterator[Part]:
    """The parts of a PDF's text; a paragraph that goes on over a page is one part."""
    kept = list(lines)
    if not kept:
        return
    usual = _Usual.of(kept)
    words = _Words(kept)
    for group in _groups(kept, usual):
        yield _part(group, usual, words)


class _Usual:
    """The type size and the distance of lines that most of the text has."""

    def __init__(self, size: float, distance: float) -> None:
        self.size, self.distance = size, distance

    @staticmethod
    def of(lines: Sequence[PdfLine]) -> _Usual:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        size = max(sizes.items(), key=lambda item: (item[1], item[0]))[0]
        steps = [
            before.bottom - after.bottom
            for before, after in pairwise(lines)
            if before.page == after.page
            and 0 < before.bottom - after.bottom < 3 * max(size, 1)
            and round(after.size, 1) == size
        ]
        # Within paragraphs lines stand closest; a quarter of the steps are mostly such.
        return _Usual(size, sorted(steps)[len(steps) // 4] if steps else 1.2 * size)


def _groups(lines: Sequence[PdfLine], usual: _Usual) -> Iterator[list[PdfLine]]:
    group = [lines[0]]
    for before, line in pairwise(lines):
        if _begins(before, line, group, usual):
            yield group
            group = []
        group.append(line)
    yield group


def _begins(before: PdfLine, line: PdfLine, group: Sequence[PdfLine], usual: _Usual) -> bool:
    """Whether `line` begins a paragraph after `before`."""
    if before.broken:
        return False
    if abs(line.size - before.size) > 0.1 * max(usual.size, 1):
        return True
    if list_marker(line.text):
        return True
    step = before.bottom - line.bottom
    if line.page != before.page or step <= 0:  # another page or column
        return ends_sentence(before.text) or not line.text[0].islower()
    if step > _WIDER * usual.distance:
        return True
    edge = group[1].left if len(group) > 1 else before.left
    indented = line.left - edge > _INDENT * usual.size
    return indented and ends_sentence(before.text)


def _part(group: Sequence[PdfLine], usual: _Usual, words: _Words) -> Part:
    pieces: list[str] = []
    landmarks: list[Landmark] = []
    length = 0
    for line, after in zip(group, (*group[1:], None), strict=True):
        landmarks.append(Landmark(length, f"page {line.page}, line {line.number}"))
        text = line.text if after is None else words.joined(line, after)
        pieces.append(text)
        length += len(text)
    return Part("".join(pieces), _reading(group, usual), tuple(landmarks))


def _reading(group: Sequence[PdfLine], usual: _Usual) -> Reading | None:
    size = group[0].size
    if size <= _LARGER * usual.size or len(group) > _MOST_HEADING_LINES:
        return None
    return heading(1 if size >= 1.5 * usual.size else 2)


class _Words:
    """The words of a whole text, which tell whether a broken one is written with a hyphen."""

    def __init__(self, lines: Sequence[PdfLine]) -> None:
        self._whole = {
            found.casefold() for line in lines for found in _WORD.findall(line.text.rstrip("-"))
        }

    def joined(self, line: PdfLine, after: PdfLine) -> str:
        """A line's text with what stands between it and the next: a space, or nothing."""
        first, last = _LAST.search(line.text), _FIRST.match(after.text)
        if not line.text.endswith(("-", "\u00ad")) or line.text.endswith((" -", "--")):
            return line.text + " "
        if line.text.endswith("\u00ad"):
            return line.text[:-1]
        if not first or not last:
            return line.text
        return line.text if self._hyphenated(first[1], last.group()) else line.text[:-1]

    def _hyphenated(self, head: str, tail: str) -> bool:
        """Whether a word broken into `head` and `tail` keeps its hyphen."""
        if not head[-1].islower() or not tail[0].islower():
            return True
        whole, parted = (head + tail).casefold(), f"{head}-{tail}".casefold()
        if whole in self._whole:
            return False
        return parted in self._whole or head.casefold() in _KEEPS
