"""Pairing of quotation marks in one block of text, in one linear scan.

A mark is read by its shape (curly or straight, what stands before and after it), then by the state
of the scan. British single quotes share their mark with the apostrophe; a single mark opens a
quotation only where no apostrophe can stand and only if a closing one follows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.annotate.saying import NEVER_POSSESSED, SAYING

_MARK = re.compile(r"""["“”„‟«»'‘’‚‛]|``|''""")
_WORD = re.compile(r"[^\W\d_]{1,30}")
# Words that begin with an apostrophe because their first letters are dropped.
_ELIDED = frozenset(("em", "til", "tis", "twas", "twill", "cause", "n", "bout", "round", "kay"))
_NO_NEST_BELOW = 2


@dataclass(frozen=True, slots=True)
class Marked:
    """A quotation by its marks: `start` and `end` with them, `inner_start` and `inner_end` without.

    `closed` is False when the text ran out first. `depth` is 0 outside any other quotation.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    depth: int


@dataclass(slots=True)
class _Open:
    start: int
    inner: int
    single: bool
    depth: int
    tentative: tuple[int, int] | None = None


def pair_marks(text: str, start: int, end: int) -> list[Marked]:
    """The quotations in `text[start:end]`, outermost first in text order.

    Unclosed double quotes run to `end`; an unclosed single mark does so only as the first character
    (else it was an apostrophe). Linear in the length.
    """
    marks = [(m.start(), m.end()) for m in _MARK.finditer(text, start, end)]
    doubles = _double_roles(text, start, end, marks)
    found: list[Marked] = []
    stack: list[_Open] = []
    for at, stop in marks:
        role = doubles.get(at)
        if role is None:
            role = _single_role(text, start, end, at, stop, bool(stack) and stack[-1].single)
            _single(text, end, at, stop, role, stack, found)
        elif role == "open":
            stack.append(_Open(at, stop, False, len(stack)))
        elif role == "break":
            _close_double(stack, found, at, at, closed=False)
            stack.append(_Open(at, stop, False, len(stack)))
        elif role == "close":
            _close_double(stack, found, at, stop, closed=True)
    while stack:
        last = stack.pop()
        if last.tentative:
            _emit(found, last, *last.tentative, closed=True)
        elif not last.single or last.start == start:
            _emit(found, last, end, end, closed=False)
    found.sort(key=lambda mark: (mark.start, -mark.end))
    return [mark for mark in found if mark.depth < _NO_NEST_BELOW]


def _emit(found: list[Marked], item: _Open, at: int, stop: int, *, closed: bool) -> None:
    if at > item.inner:
        found.append(Marked(item.start, stop, item.inner, at, closed, item.depth))


def _settle(stack: list[_Open], found: list[Marked]) -> None:
    """Close the innermost single quotation at the place where it may already have ended."""
    last = stack.pop()
    if last.tentative:
        _emit(found, last, *last.tentative, closed=True)


def _close_double(
    stack: list[_Open], found: list[Marked], at: int, stop: int, *, closed: bool
) -> None:
    while stack and stack[-1].single:
        _settle(stack, found)
    if stack:
        _emit(found, stack.pop(), at, stop, closed=closed)


def _single(
    text: str, end: int, at: int, stop: int, role: str, stack: list[_Open], found: list[Marked]
) -> None:
    last = stack[-1] if stack and stack[-1].single else None
    if role == "open":
        if last is not None:
            _settle(stack, found)
        stack.append(_Open(at, stop, True, len(stack)))
    elif role == "close" and last is not None:
        stack.pop()
        _emit(found, last, at, stop, closed=True)
    elif role == "maybe" and last is not None and last.tentative is None:
        last.tentative = (at, stop)


def _single_role(text: str, start: int, end: int, at: int, stop: int, inside: bool) -> str:
    """open, close, maybe (a plural possessive or a close) or "" (an apostrophe)."""
    before = text[at - 1] if at > start else " "
    after = text[stop] if stop < end else " "
    mark = text[at]
    if before.isalnum() and after.isalnum():
        return ""
    if not before.isalnum() and (after.isalnum() or after in '"“«[(£$€…'):
        if mark == "’" or before in ".,!?;:" or _is_elision(text, stop, end):
            return ""
        return "open"
    if not inside or before.isspace() or mark in "‘‚‛":
        return ""
    if before in "sSzZxX" and after.isspace():
        word = _WORD.match(text, stop + 1, min(end, stop + 32))
        if word and not word.group()[0].isupper():
            lower = word.group().lower()
            return "close" if lower in NEVER_POSSESSED or lower in SAYING else "maybe"
        return "maybe" if word else "close"
    return "close"


def _is_elision(text: str, stop: int, end: int) -> bool:
    if text[stop].isdigit():
        return text[stop : stop + 2].isdigit() and not text[stop + 2 : stop + 3].isdigit()
    word = _WORD.match(text, stop, end)
    return word is not None and word.group().lower() in _ELIDED


def _double_roles(text: str, start: int, end: int, marks: list[tuple[int, int]]) -> dict[int, str]:
    """The role of every double mark by its offset: open, close, break (closes and opens) or ""."""
    shapes = [
        (at, _double_shape(text, start, end, at, stop))
        for at, stop in marks
        if text[at] not in "'‘’‚‛" or stop - at == 2
    ]
    live = [(at, shape) for at, shape in shapes if shape != "inch"]
    roles = {at: "" for at, _ in shapes}
    depth = 0
    balanced = True
    for _, shape in live:
        depth += {"open": 1, "close": -1}.get(shape, 0)
        balanced = balanced and shape in ("open", "close") and 0 <= depth <= _NO_NEST_BELOW
    if balanced and depth == 0:
        return roles | dict(live)
    inside = False
    by_parity = len(live) % 2 == 0
    for at, shape in live:
        if by_parity and text[at] == '"':
            role = "close" if inside else "open"
        elif shape == "open":
            role = "break" if inside else "open"
        elif shape == "close":
            role = "close" if inside else ""
        else:
            role = "close" if inside else "open"
        roles[at] = role
        inside = role in ("open", "break") or (inside and role == "")
    return roles


def _double_shape(text: str, start: int, end: int, at: int, stop: int) -> str:
    mark = text[at:stop]
    before = text[at - 1] if at > start else " "
    after = text[stop] if stop < end else " "
    if mark in ("„", "«", "``"):
        return "open"
    if mark in ("»", "''"):
        return "close"
    if mark == "”":
        return "open" if before.isspace() and after.isalnum() else "close"
    if mark in ("“", "‟"):
        return "open" if not after.isspace() and after not in ",.;:!?" else "either"
    opens = not (before.isalnum() or before in ",.;:!?…%)]’'") and not after.isspace()
    closes = not before.isspace() and not (after.isalnum() or after in "([‘$£€")
    if closes and before.isdigit() and not opens and text.find('"', start, at) < 0:
        return "inch"
    if opens == closes:
        return "either"
    return "open" if opens else "close"
