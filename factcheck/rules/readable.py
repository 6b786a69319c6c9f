"""Documents for rules that look at the text itself: without comments, or without code as well.

The text keeps its length, so that every offset holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factcheck.model import Document, Span

_COMMENTS = ("<!--", "[factcheck:")


def without_comments(document: Document) -> Document:
    """`document` with spaces in place of the comments inside its blocks."""
    folded = document.text.lower()
    if not any(sign in folded for sign in _COMMENTS):
        return document
    comments = (
        mark
        for mark in document.markup
        if any(sign in folded[mark.start : mark.end] for sign in _COMMENTS)
    )
    return _filled(document, comments, " ")


def without_code(document: Document) -> Document:
    """`document` with a row of x in place of each code span: a word that says nothing."""
    codes: list[Span] = []
    opened: Span | None = None
    for mark in document.markup if "`" in document.text else ():
        if "`" not in document.slice(mark):
            continue
        if opened is None or "\n\n" in document.text[opened.end : mark.start]:
            opened = mark
            continue
        codes.append(Span(opened.end, mark.start))
        opened = None
    return _filled(document, codes, "x") if codes else document


def _filled(document: Document, spans: Iterable[Span], sign: str) -> Document:
    pieces: list[str] = []
    position = 0
    for span in spans:
        pieces += (document.text[position : span.start], sign * (span.end - span.start))
        position = span.end
    return replace(document, text="".join((*pieces, document.text[position:])))
