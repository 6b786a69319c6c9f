"""Amounts: a number with its currency sign, or a range of two ("10-15", "between 10 and 15")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.change import is_changing
from factcheck.facts.currency import read_prefix
from factcheck.facts.hedges import hedge_after
from factcheck.facts.lexemes import Lex, at, low_at
from factcheck.facts.number_parts import Number
from factcheck.facts.numbers import read_number
from factcheck.model import Hedge


class Amount(NamedTuple):
    """A number or range up to lexeme `last` (exclusive).

    `form` is the number's form, or "score" for "3-2", or "idiom". `currency` is an ISO code or "".
    """

    last: int
    low: float
    high: float
    step: float
    form: str
    currency: str = ""
    hedge: Hedge = Hedge.EXACT


# A range of changes in per cent ("rose 2 to 3 per cent") has ends of one order.
_WIDEST = 5
_FORM_HEDGES = {"indefinite": Hedge.AT_LEAST, "loose": Hedge.ABOUT}


def read_amount(tokens: Sequence[Lex], index: int) -> Amount | None:
    """The amount that begins at lexeme `index`, or None."""
    prefix = read_prefix(tokens, index)
    start = index if prefix is None else prefix.last
    number = read_number(tokens, start, money=prefix is not None)
    if number is None:
        return None
    code = "" if prefix is None else prefix.code
    plain = number.form in ("digits", "words")
    ranged = _range(tokens, index, number, code) if plain else None
    if ranged is not None:
        return ranged
    value = -number.value if _is_negative(tokens, index) else number.value
    hedge, last = _FORM_HEDGES.get(number.form, Hedge.EXACT), number.last
    suffix = hedge_after(tokens, last)
    if plain and suffix.width:
        hedge, last = suffix.hedge, last + suffix.width
    return Amount(last, value, value, number.step, number.form, code, hedge)


def _is_negative(tokens: Sequence[Lex], index: int) -> bool:
    """ "-5": a minus glued to the figure and to nothing before it; "minus five"."""
    if not index:
        return False
    before = tokens[index - 1]
    free_minus = before.text == "-" and tokens[index].glued and not before.glued
    return before.low in ("minus", "negative") or (free_minus and index > 1)


def _range(tokens: Sequence[Lex], index: int, first: Number, code: str) -> Amount | None:
    """The range or score whose first number is `first`, or None."""
    link_at = _after_percent(tokens, first.last)
    if link_at + 1 >= len(tokens) or not _links(tokens, index, link_at):
        return None
    prefix = read_prefix(tokens, link_at + 1)
    start = link_at + 1 if prefix is None else prefix.last
    if tokens[start].low in ("a", "an"):
        return None
    second = read_number(tokens, start, money=bool(code))
    if second is None or second.form not in ("digits", "words"):
        return None
    if link_at > first.last and _after_percent(tokens, second.last) == second.last:
        return None
    far = second.value > _WIDEST * first.value
    if far and link_at > first.last and is_changing(tokens, index):
        # "Margins improved 1.8 percent to 41.3 percent": a change and its end.
        return None
    tight = tokens[link_at].text == "-" and tokens[link_at].glued
    if tight and tokens[index].kind == "num" and _is_score(tokens, first, second):
        low, high = sorted((first.value, second.value))
        return Amount(second.last, low, high, 1.0, "score")
    low = _shared_magnitude(first.value, second)
    if low >= second.value or (tokens[link_at].low == "or" and second.value > 20):
        return None
    step = max(second.step, first.step) if low != first.value else min(second.step, first.step)
    currency = code or ("" if prefix is None else prefix.code)
    return Amount(second.last, low, second.value, step, "digits", currency)


def _links(tokens: Sequence[Lex], index: int, link_at: int) -> bool:
    """Whether the lexeme at `link_at` makes a range of the numbers around it.

    "rose from 10 to 15" and "rose by 5 to 20" are a change and its end, not a range.
    """
    link, before = tokens[link_at], low_at(tokens, index - 1)
    if link.text == "-":
        return link.glued == tokens[link_at + 1].glued
    if link.low == "and":
        return before == "between" or (before == "of" and low_at(tokens, index - 2) == "range")
    if link.low != "to":
        return link.low == "or"
    if before in ("from", "by"):
        return not is_changing(tokens, index - 1)
    shares = tokens[link_at - 1].low in ("%", "percent", "cent")
    return shares or not is_changing(tokens, index)


def _after_percent(tokens: Sequence[Lex], index: int) -> int:
    """The lexeme after a per cent sign or words at `index`; `index` if there are none."""
    if low_at(tokens, index) in ("%", "percent", "pct"):
        return index + 1
    if low_at(tokens, index) == "per" and low_at(tokens, index + 1) == "cent":
        return index + 2
    return index


def _shared_magnitude(first: float, second: Number) -> float:
    """ "5-6 million" and "between 5 and 6bn": the first number takes the second's magnitude."""
    for factor in (1e12, 1e9, 1e6, 1e3):
        if second.step >= factor / 1e3 and second.value >= factor and first < 1000 <= second.value:
            return float(f"{first * factor:.12g}")
    return first


_SCORE_AFTER = frozenset(
    "win victory defeat draw loss lead vote record decision thrashing triumph on aggregate after "
    "against in at up down with away home before over to for and as but".split()
)


def _is_score(tokens: Sequence[Lex], first: Number, second: Number) -> bool:
    """ "3-2": a falling pair always, a rising one only where nothing follows that is counted."""
    if first.value != int(first.value) or second.value != int(second.value):
        return False
    if first.value >= second.value:
        return first.value < 200
    if second.value > 20:
        return False
    following = at(tokens, second.last)
    if following is None:
        return True
    if following.kind == "sym":
        return following.text in ",.;:!?)"
    return following.low in _SCORE_AFTER
