"""Amounts: a number with its currency sign, or a range of two ("10-15", "between 10 and 15")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.currency import read_prefix
from factcheck.facts.lexemes import Lex
from factcheck.facts.number_parts import Number
from factcheck.facts.numbers import read_number
from factcheck.model import Hedge


class Amount(NamedTuple):
    """A number or range up to lexeme `last` (exclusive).

    `form` is the number's form, or "score" for "3-2". `currency` is an ISO code or "".
    """

    last: int
    low: float
    high: float
    step: float
    form: str
    currency: str = ""
    hedge: Hedge = Hedge.EXACT


def read_amount(tokens: Sequence[Lex], index: int) -> Amount | None:
    """The amount that begins at lexeme `index`, or None."""
    prefix = read_prefix(tokens, index)
    start = index if prefix is None else prefix.last
    number = read_number(tokens, start, money=prefix is not None)
    if number is None:
        return None
    code = "" if prefix is None else prefix.code
    if number.form == "indefinite":
        return Amount(
            number.last, number.value, number.value, number.step, number.form, code, Hedge.AT_LEAST
        )
    if number.form == "loose":
        return Amount(
            number.last, number.value, number.value, number.step, number.form, code, Hedge.ABOUT
        )
    ranged = None if number.form in ("ordinal", "fraction") else _range(tokens, index, number, code)
    if ranged is not None:
        return ranged
    return Amount(number.last, number.value, number.value, number.step, number.form, code)


_DOWNWARD = frozenset({"between", "from"})


def _range(tokens: Sequence[Lex], index: int, first: Number, code: str) -> Amount | None:
    """The range or score whose first number is `first`, or None."""
    if first.last + 1 >= len(tokens):
        return None
    link = tokens[first.last]
    before = tokens[index - 1].low if index else ""
    tight = link.text == "-" and link.glued and tokens[first.last + 1].glued
    if not (
        tight
        or (link.text == "-" and not link.glued and tokens[index].kind == "num")
        or link.low == "to"
        or (link.low == "and" and before == "between")
        or (link.low == "or" and first.last + 1 < len(tokens))
    ):
        return None
    start = first.last + 1
    prefix = read_prefix(tokens, start)
    if prefix is not None:
        start = prefix.last
    if tokens[start].low in ("a", "an"):
        return None
    second = read_number(tokens, start, money=bool(code))
    if second is None or second.form not in ("digits", "words"):
        return None
    if tight and tokens[index].kind == "num" and _is_score(tokens, first, second):
        low, high = sorted((first.value, second.value))
        return Amount(second.last, low, high, 1.0, "score")
    low = _shared_magnitude(first.value, second)
    if low >= second.value or (link.low == "or" and second.value > 20):
        return None
    step = max(second.step, first.step) if low != first.value else min(second.step, first.step)
    return Amount(
        second.last, low, second.value, step, "digits", code or (prefix.code if prefix else "")
    )


def _shared_magnitude(first: float, second: Number) -> float:
    """ "5-6 million" and "between 5 and 6bn": the first number takes the second's magnitude."""
    for factor in (1e12, 1e9, 1e6, 1e3):
        if second.step >= factor / 1e3 and second.value >= factor and first < 1000 <= second.value:
            return float(f"{first * factor:.12g}")
    return first


_SCORE_AFTER = frozenset(
    "win victory defeat draw loss lead vote record decision thrashing triumph on aggregate "
    "after against in at up down with away home before over to for and as but".split()
)


def _is_score(tokens: Sequence[Lex], first: Number, second: Number) -> bool:
    if first.value != int(first.value) or second.value != int(second.value):
        return False
    if first.value >= second.value:
        return first.value < 200
    following = tokens[second.last] if second.last < len(tokens) else None
    if second.value > 20:
        return False
    return (
        following is None
        or (following.kind == "sym" and following.text in ",.;:!?)")
        or (following.kind == "word" and following.low in _SCORE_AFTER)
    )
