"""Ages: "29-year-old", "aged 29", "at the age of 29", "John Smith, 44,"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.hedges import hedge_before
from factcheck.facts.lexemes import Lex, low_at
from factcheck.facts.quantity_context import MONTHS
from factcheck.facts.time_units import time_unit


class Age(NamedTuple):
    """An age in `unit`, over lexemes up to `last` (exclusive)."""

    unit: str
    last: int


_OLDEST = 115


def read_age(tokens: Sequence[Lex], index: int, unit_at: int, after: int) -> Age | None:
    """The age whose number stands at lexemes `index` to `after`; `unit_at` skips a hyphen."""
    unit = time_unit(low_at(tokens, unit_at))
    if unit:
        return _with_unit(tokens, unit, unit_at + 1)
    if low_at(tokens, after) == "y" and low_at(tokens, after + 1) == "/" and tokens[after].glued:
        return Age("year", after + 3)
    start = index - hedge_before(tokens, index).width
    if low_at(tokens, start - 1) in ("between", "from"):
        start -= 1
    before, earlier = low_at(tokens, start - 1), low_at(tokens, start - 2)
    if before in ("aged", "age", "ages") or (before == "of" and earlier == "age"):
        return Age("year", after)
    if before == "-" and earlier == "aged":
        return Age("year", after)
    if (
        _at_death(tokens, start)
        or _was(tokens, index, after)
        or _in_apposition(tokens, index, after)
    ):
        return Age("year", after)
    return None


def _with_unit(tokens: Sequence[Lex], unit: str, index: int) -> Age | None:
    """ "year-old", "years old", "year olds", "years of age"."""
    hyphen = low_at(tokens, index) == "-"
    old = index + 1 if hyphen else index
    if low_at(tokens, old).removesuffix("'s") in ("old", "olds"):
        return Age(unit, old + 1)
    if low_at(tokens, index) == "of" and low_at(tokens, index + 1) == "age":
        return Age(unit, index + 2)
    return None


def _at_death(tokens: Sequence[Lex], start: int) -> bool:
    """ "dead at 87", "dies at 87"."""
    dead = low_at(tokens, start - 2) in ("dead", "dies", "died")
    return dead and low_at(tokens, start - 1) == "at"


def _was(tokens: Sequence[Lex], index: int, after: int) -> bool:
    """ "She was 44." and "Anna Holt was 87.": a person, a form of be and a bare number."""
    bare = after == index + 1 and tokens[index].text.isdigit() and index > 1
    if not bare or low_at(tokens, index - 1) not in ("was", "is", "turned", "turns"):
        return False
    if low_at(tokens, after) not in (".", ",", ";", "", "when", "and", "at"):
        return False
    age = int(tokens[index].text[:6])
    who = tokens[index - 2]
    if who.low in ("he", "she", "who"):
        return 0 < age <= _OLDEST
    named = who.kind == "word" and who.text[:1].isupper() and len(who.text) > 2
    return named and index > 2 and tokens[index - 3].text[:1].isupper() and 15 <= age <= _OLDEST


def _in_apposition(tokens: Sequence[Lex], index: int, after: int) -> bool:
    """ "Anna Smith, 44, said": a capitalised word, a comma, a bare number, and a mark after it."""
    if after != index + 1 or index < 2 or low_at(tokens, index - 1) != ",":
        return False
    token, name = tokens[index], tokens[index - 2]
    if name.text == "." and index > 2 and tokens[index - 3].low in ("jr", "sr"):
        name = tokens[index - 3]
    if not token.text.isdigit() or not 0 < int(token.text[:6]) <= _OLDEST:
        return False
    if name.kind != "word" or not name.text[:1].isupper() or name.text in MONTHS:
        return False
    if len(name.text) < 2 or _listed(tokens, index, after):
        return False
    following = low_at(tokens, after)
    return following in _AFTER_AGE


_AFTER_AGE = frozenset(
    (",", ".", ";", ":", ")", "", "and", "who", "was", "is", "from", "of", "has")
)


def _listed(tokens: Sequence[Lex], index: int, after: int) -> bool:
    """Whether the number stands in a row of numbers: "Cols 12, 14, 16"."""
    return low_at(tokens, after) == "," and low_at(tokens, after + 1).isdigit()
