"""A text in the place of one that is gone: the known words where they stood, blanks between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model import FactcheckError, Span

_LONGEST = 20_000_000
"""Code points; no text that was read is longer (20 MB)."""


@dataclass(frozen=True, slots=True)
class Patch:
    """Words known to stand at `span`, and the line and column of its start; 0 where not known."""

    span: Span
    words: str
    line: int = 0
    column: int = 0


def patchwork(patches: Sequence[Patch], name: str) -> str:
    """A text that has each patch's words at its span, and its line and column where it says so.

    Where lines begin that no patch tells of isn't known, so their breaks come as early as they can.
    Raises FactcheckError, with the `name` of the text, when the patches contradict each other.
    """
    if any(not _sound(patch) for patch in patches):
        raise _contradiction(name)
    fixed: dict[int, str] = {}
    for patch in patches:
        for at, character in enumerate(patch.words, start=patch.span.start):
            if fixed.setdefault(at, character) != character:
                raise _contradiction(name)
    for patch in patches:
        # A place in a line, right behind a carriage return: the break goes on there.
        if patch.column > 1 and fixed.get(patch.span.start - 1) == "\r":
            fixed.setdefault(patch.span.start, "\n")
    length = max((patch.span.end for patch in patches), default=0)
    text = [" "] * max(length, *(at + 1 for at in fixed), 0)
    for at, character in fixed.items():
        text[at] = character
    reach: dict[tuple[int, int], int] = {}
    for patch in patches:
        if patch.line:
            line = (patch.span.start - patch.column + 1, patch.line)
            reach[line] = max(reach.get(line, 0), patch.span.start)
    _break_lines(text, fixed, reach, name)
    return "".join(text)


def _sound(patch: Patch) -> bool:
    return (
        0 <= patch.span.start <= patch.span.end <= _LONGEST
        and len(patch.words) == patch.span.end - patch.span.start
        and (not patch.line or 1 <= patch.column <= patch.span.start + 1)
    )


def _break_lines(
    text: list[str], fixed: dict[int, str], reach: dict[tuple[int, int], int], name: str
) -> None:
    """Put so many line breaks among the blanks that each line of `reach` begins where it says.

    A line is (start, number), and up to its reach, the last place known to be in it, unbroken.
    """
    at, number, free = 0, 1, 0
    for start, wanted in sorted(reach):
        if not _begins(text, start):
            if start - 1 in fixed:
                raise _contradiction(name)
            # Behind a return that ends another line, a line feed would be part of that break.
            lone = start - 1 == at and at > 0 and text[at - 1] == "\r"
            text[start - 1] = "\r" if lone else "\n"
        missing = wanted - number - _breaks(text, at, start)
        for place in range(free, start):
            if missing <= 0:
                break
            if place not in fixed:
                missing -= _break(text, place, fixed)
        if number + _breaks(text, at, start) != wanted:
            raise _contradiction(name)
        at, number, free = start, wanted, reach[start, wanted]


def _break(text: list[str], place: int, fixed: dict[int, str]) -> bool:
    """Make a break of the blank at `place`, or one of its own where it is half of another.

    False where that makes no more breaks than there were.
    """
    old = text[place]
    if place == 0 or text[place - 1] != "\r":
        text[place] = "\n" if old == " " else old
        return old == " "
    if text[place + 1 : place + 2] == ["\n"]:
        if place + 1 in fixed:
            return False
        text[place + 1] = "\r"
    text[place] = "\r"
    return old != "\r"


def _begins(text: Sequence[str], start: int) -> bool:
    """Whether a line of `text` begins at `start`."""
    return start == 0 or text[start - 1] in "\n\r"


def _breaks(text: Sequence[str], start: int, end: int) -> int:
    part = "".join(text[start:end])
    return part.count("\n") + part.count("\r") - part.count("\r\n")


def _contradiction(name: str) -> FactcheckError:
    return FactcheckError(f"the places of the report in {name!r} contradict each other")
