"""A passage on one line: cut to width around the marked words, with the marks beneath."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from factcheck.model import Span
from factcheck.report.visible import visible

# A longer word (an address, mostly) is cut rather than dropped.
_LONG_WORD = 16


@dataclass(frozen=True, slots=True)
class Frame:
    """One line of text in three pieces, with ellipses where it is cut.

    `indent` and `length` are in terminal cells: where the marks begin and how many there are.
    """

    before: str
    core: str
    after: str

    @property
    def indent(self) -> int:
        """Cells to the left of the marked words."""
        return cell_len(self.before)

    @property
    def length(self) -> int:
        """Cells of the marked words, at least one so that a mark always shows."""
        return max(cell_len(self.core), 1)


def frame(
    text: str, line: tuple[int, int], span: Span, *, width: int, ascii_only: bool = False
) -> Frame:
    """The part of `text` around `span` that fits into `width` cells (at least 16).

    `line` bounds the line in which the span starts; what the span covers beyond it is left out and
    shown by an ellipsis. Never longer than `width`, whatever the length of the line.
    """
    width = max(width, 16)
    start, end = span.start, max(min(span.end, line[1]), span.start)
    ellipsis = "..." if ascii_only else "…"
    # No more than `width` code points on either side can ever show: a line may be 50 MB long. One
    # more says that there is more.
    first = max(line[0], start - width - 1)
    last = min(line[1], end + width + 1)
    before = visible(text[first:start], ascii_only=ascii_only)
    core = visible(text[start : min(end, start + width + 1)], ascii_only=ascii_only)
    after = visible(text[end:last], ascii_only=ascii_only)
    if first == line[0]:
        before = before.lstrip()
    after = after.rstrip() if last == line[1] else after
    beyond = span.end > line[1]
    room = width - cell_len(core)
    if room < 2 * len(ellipsis):
        head = ellipsis if before else ""
        return Frame(head, _keep_start(core, width - len(head), ellipsis), "")
    if beyond and not after:
        after = ellipsis
    wanted_before, wanted_after = cell_len(before), cell_len(after)
    if wanted_before + wanted_after > room:
        # A little more than half goes to what follows, which mostly says what the words are about.
        share = min(wanted_before, max(room * 2 // 5, room - wanted_after))
        before = _keep_end(before, share, ellipsis)
        after = _keep_start(after, room - cell_len(before), ellipsis)
    return Frame(before, core, after)


def _keep_start(text: str, width: int, ellipsis: str) -> str:
    if cell_len(text) <= width:
        return text
    kept, used = [], len(ellipsis)
    for character in text:
        used += cell_len(character)
        if used > width:
            break
        kept.append(character)
    return _whole_words("".join(kept)).rstrip() + ellipsis


def _keep_end(text: str, width: int, ellipsis: str) -> str:
    if cell_len(text) <= width:
        return text
    kept, used = [], len(ellipsis)
    for character in reversed(text):
        used += cell_len(character)
        if used > width:
            break
        kept.append(character)
    return ellipsis + _whole_words("".join(kept))[::-1].lstrip()


def _whole_words(text: str) -> str:
    """`text` without the broken word at its end, unless it is very long or all there is."""
    cut = text.rfind(" ")
    return text[:cut] if cut > 0 and len(text) - cut <= _LONG_WORD else text
