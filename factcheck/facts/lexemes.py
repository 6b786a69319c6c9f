"""Lexemes: the figures, words and marks that the number grammar reads.

spaCy's tokens differ between tiers and versions; the grammar has its own, so that figures never
move with a model.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple


class Lex(NamedTuple):
    """One lexeme: kind "num", "word" or "sym"; `glued` says that no space stands before it."""

    kind: str
    text: str
    low: str
    start: int
    end: int
    glued: bool


_LEXEME = re.compile(
    r"(?P<num>"
    r"\d{1,3}(?:,\d{3}){1,6}(?![,\d]*\d)(?:\.\d{1,12}(?!\d))?"
    r"|\d{1,2}(?:,\d{2}){1,5},\d{3}(?!\d)(?:\.\d{1,12}(?!\d))?"
    r"|(?<![\d.,])\d{1,3}(?: \d{3}){1,5}(?![\d,]|[.:/-]\d| \d|-[^\W\d_])"
    r"|\d+(?:\.\d+)?"
    r"|(?<![\w.])\.\d{1,12})"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)"
    r"|(?P<sym>[^\s])"
)


def lex(text: str) -> list[Lex]:
    """The lexemes of `text`, in order. Linear in its length."""
    found = []
    before = -1
    for match in _LEXEME.finditer(text):
        start, end = match.span()
        word = match.group()
        kind = match.lastgroup or "sym"
        found.append(Lex(kind, word, word.lower(), start, end, start == before))
        before = end
    return found


def at(tokens: Sequence[Lex], index: int) -> Lex | None:
    """The lexeme at `index`, None outside the sequence."""
    return tokens[index] if 0 <= index < len(tokens) else None


def low_at(tokens: Sequence[Lex], index: int) -> str:
    """The lower-case text at `index`, "" outside the sequence."""
    return tokens[index].low if 0 <= index < len(tokens) else ""


def glued_run(tokens: Sequence[Lex], index: int, mark: str) -> bool:
    """Whether `mark` stands at `index` glued to both of its neighbours."""
    return (
        index + 1 < len(tokens)
        and tokens[index].text == mark
        and tokens[index].glued
        and tokens[index + 1].glued
    )
