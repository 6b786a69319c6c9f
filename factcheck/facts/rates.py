"""Rates: what an amount is given for each of ("a week", "per diluted share", "/day")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.lexemes import Lex, low_at
from factcheck.facts.time_units import time_unit


class Rate(NamedTuple):
    """The denominator of a rate, over lexemes up to `last` (exclusive)."""

    per: str
    last: int


_EACH = frozenset(
    "share barrel tonne ton ounce head gallon litre liter kilo kilogram pound person "
    "household night game ticket piece unit mile pop bottle bushel seat visit user customer "
    "child pupil patient capita hectare acre vote metre meter kilometre kilometer litre "
    "employee".split()
)
_ADVERBS = {
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
    "apiece": "piece",
}
_STOP = frozenset(["cent", "the", "a", "an", "and", "or", "of", "in"])


def read_rate(tokens: Sequence[Lex], index: int) -> Rate | None:
    """The rate that begins at lexeme `index`, or None."""
    if index >= len(tokens):
        return None
    low = tokens[index].low
    if low == "-" and low_at(tokens, index + 1) in ("a", "an", "per"):
        return _hyphened(tokens, index)
    if low in _ADVERBS:
        return Rate(_ADVERBS[low], index + 1)
    following = low_at(tokens, index + 1)
    if low in ("a", "an", "each", "every"):
        name = time_unit(following) if not following.endswith("s") else ""
        if not name and following in _EACH:
            name = following
        if name and low_at(tokens, index + 2) in ("ago", "earlier", "before", "later"):
            return None
        return Rate(name, index + 2) if name else None
    if low == "per" or (low == "/" and tokens[index].glued):
        return _per(tokens, index + 1)
    return None


def _hyphened(tokens: Sequence[Lex], index: int) -> Rate | None:
    """ "(£100)-a-week", "(two)-per-person"."""
    position = index + 3 if low_at(tokens, index + 2) == "-" else index + 2
    word = low_at(tokens, position)
    name = time_unit(word) or (word if word in _EACH else "")
    return Rate(name, position + 1) if name else None


def _per(tokens: Sequence[Lex], index: int) -> Rate | None:
    """ "per day", "per diluted share", "per 100,000 people"."""
    if index >= len(tokens):
        return None
    if tokens[index].kind == "num":
        number = tokens[index].text.replace(",", "")
        noun = low_at(tokens, index + 1)
        if not noun.isalpha():
            return Rate(number, index + 1)
        return Rate(f"{number} {_singular(noun)}", index + 2)
    if tokens[index].kind != "word" or tokens[index].low in _STOP:
        return None
    for width in range(3):
        word = low_at(tokens, index + width)
        name = time_unit(word) or (word if word in _EACH else "")
        if name:
            return Rate(name, index + width + 1)
        if not word.isalpha() or word in _STOP:
            break
    return Rate(_singular(tokens[index].low), index + 1)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
