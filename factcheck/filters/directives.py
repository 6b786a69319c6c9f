"""Comments that speak to us: `<!-- factcheck: ignore[quantity-mismatch] reason -->`.

In plain text, `[factcheck: ignore[FC101] reason]` says the same. What a comment covers is worked
out here; what it names is held against the rules in `factcheck.filters.suppression`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.model import Block, BlockKind, Document, FurnitureKind, Span

VERBS = ("ignore", "ignore-file", "off", "on")
_COMMENT = re.compile(r"<!--\s{0,20}factcheck:|\[factcheck:", re.IGNORECASE)
_BRACKETED = re.compile(r"\[[^\[\]\n]*(?:\[[^\[\]\n]*\][^\[\]\n]*)?\]")
_MARKS = (("<!--", "-->"), ("[", "]"))
_BODY = re.compile(
    r"\s*factcheck:\s*(?P<verb>[\w-]*)\s*(?P<rules>\[[^\[\]]*\])?(?P<reason>.*)",
    re.IGNORECASE | re.DOTALL,
)
_APART = (FurnitureKind.COMMENT, FurnitureKind.FRONT_MATTER)


@dataclass(frozen=True, slots=True)
class Directive:
    """One comment: where it stands, its verb, the rules it names as written, the reason given.

    `fault` says what is wrong with it, "" for nothing. `scope` is what it covers, None where that
    is nothing.
    """

    span: Span
    verb: str
    rules: tuple[str, ...]
    reason: str
    fault: str = ""
    scope: Span | None = None


def directives_of(document: Document) -> tuple[Directive, ...]:
    """The directives of a document in text order, each with what it covers.

    `ignore` covers the block that it shares a line with, else the next block (of a table, all
    rows), `ignore-file` the document, `off` all up to an `on` of the same rules or the end.
    """
    found = [
        _parsed(document.slice(span), span)
        for match in _COMMENT.finditer(document.text)
        if (span := _comment_at(document, match.start()))
    ]
    return tuple(_scoped(document, found))


def _comment_at(document: Document, start: int) -> Span | None:
    """The comment that opens at `start`; None where it is no comment (in code, say)."""
    block = _block_before(document.blocks, start)
    if block is not None and block.furniture is FurnitureKind.COMMENT and start < block.span.end:
        within = block.span
    else:
        marks = document.markup
        number = bisect_right(marks, start, key=lambda mark: mark.start) - 1
        if number < 0 or marks[number].end <= start:
            return None
        within = marks[number]
    if document.text.startswith("<!--", start):
        end = document.text.find("-->", start, within.end)
        return Span(start, end + 3) if end >= 0 else None
    # Marks that touch are one span, so the end of this one is looked for.
    whole = _BRACKETED.match(document.text, start, within.end)
    return Span(*whole.span()) if whole else None


def _block_before(blocks: Sequence[Block], place: int) -> Block | None:
    number = bisect_right(blocks, place, key=lambda block: block.span.start) - 1
    return blocks[number] if number >= 0 else None


def _parsed(comment: str, span: Span) -> Directive:
    opening, closing = next(marks for marks in _MARKS if comment.startswith(marks[0]))
    body = _BODY.fullmatch(comment[len(opening) : -len(closing)])
    if body is None:
        return Directive(span, "", (), "", "it can't be read")
    verb = body["verb"].lower()
    words = re.split(r"[,\s]+", (body["rules"] or "[]")[1:-1])
    rules = tuple(word for word in words if word)
    reason = " ".join(body["reason"].split()).lstrip("—–:- ")
    return Directive(span, verb, rules, reason, _fault(verb, rules))


def _fault(verb: str, rules: Sequence[str]) -> str:
    if verb not in VERBS:
        from difflib import get_close_matches

        near = get_close_matches(verb, VERBS, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(VERBS)}"
        return f"{verb!r} says nothing here; {hint}" if verb else f"no verb; there are {hint}"
    if not rules and verb != "on":
        return f"name the rules: {verb}[FC101], or {verb}[ALL] for all of them"
    return ""


def _scoped(document: Document, found: Sequence[Directive]) -> Iterator[Directive]:
    blocks = [block for block in document.blocks if block.furniture not in _APART]
    opened = False
    for number, one in enumerate(found):
        if one.fault:
            yield one
        elif one.verb == "ignore":
            scope = _block_of(document.text, blocks, one.span)
            fault = "" if scope else "nothing follows that it could cover"
            yield replace(one, scope=scope, fault=fault)
        elif one.verb == "ignore-file":
            yield replace(one, scope=Span(0, len(document.text)))
        elif one.verb == "off":
            opened = True
            end = _region_end(document, one, found[number + 1 :])
            yield replace(one, scope=Span(one.span.end, end))
        else:
            yield one if opened else replace(one, fault="no 'off' stands before this 'on'")


def _region_end(document: Document, opening: Directive, later: Sequence[Directive]) -> int:
    wanted = {word.lower() for word in opening.rules}
    for one in later:
        ends = {word.lower() for word in one.rules}
        if one.verb == "on" and (not ends or ends >= wanted):
            return one.span.start
    return len(document.text)


def _block_of(text: str, blocks: Sequence[Block], comment: Span) -> Span | None:
    """The block that shares a line with the comment, else the next one; None where none follows."""
    start = max(text.rfind(sign, 0, comment.start) for sign in "\n\r") + 1
    end = min(
        (at for sign in "\n\r" if (at := text.find(sign, comment.end)) >= 0), default=len(text)
    )
    first = bisect_right(blocks, start, key=lambda block: block.span.end)
    if first == len(blocks):
        return None
    if blocks[first].span.start < end:
        return blocks[first].span
    return _with_its_table(blocks[first:])


def _with_its_table(blocks: Sequence[Block]) -> Span:
    """The first of `blocks`; if it is a row of a table, with all its rows."""
    first = last = blocks[0]
    for block in blocks[1:] if first.kind is BlockKind.TABLE_ROW else ():
        ruled = block.furniture is FurnitureKind.LABEL
        if block.kind is not BlockKind.TABLE_ROW and not ruled:
            break
        if block.kind is BlockKind.TABLE_ROW:
            last = block
    return Span(first.span.start, last.span.end)
