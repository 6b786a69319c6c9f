"""Words with their places, for comparing wordings: no lemmas, no parse, one linear scan."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck.annotate.quote_marks import pair_marks
from factcheck.model import Span

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")

BLANK = "\ue000"
"""What `outside_quotations` puts in place of quoted text: a private-use character, in no word."""


class PlainWord(NamedTuple):
    """One word, lower case, with its place in the text."""

    text: str
    start: int
    end: int


def plain_words(shadow: str, span: Span) -> tuple[PlainWord, ...]:
    """The words of `shadow` inside `span`, lower case, apostrophes kept, punctuation left out."""
    return tuple(
        PlainWord(match.group().lower(), match.start(), match.end())
        for match in _WORD.finditer(shadow, span.start, span.end)
    )


def outside_quotations(text: str, shadow: str, span: Span) -> str:
    """The shadow of `span` with each quotation blanked, position by position.

    Quotation marks are read from `text` as written, where curly marks still tell open from close.
    """
    pieces: list[str] = []
    at = span.start
    for mark in pair_marks(text, span.start, span.end):
        if mark.end > at:
            start = max(mark.start, at)
            pieces += (shadow[at:start], BLANK * (mark.end - start))
            at = mark.end
    return "".join([*pieces, shadow[at : span.end]])
