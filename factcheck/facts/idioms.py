"""Quantities that no number opens: "twice", "a decade", "week-long", "one in five", "mid-teens"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from factcheck.facts.amounts import Amount
from factcheck.facts.lexemes import Lex, low_at
from factcheck.facts.measures import Measure
from factcheck.facts.number_words import SMALL
from factcheck.facts.time_units import time_unit
from factcheck.model import Hedge


class Idiom(NamedTuple):
    """An amount and what it measures, read together."""

    amount: Amount
    measure: Measure


def read_idiom(tokens: Sequence[Lex], index: int) -> Idiom | None:
    """The idiom that begins at lexeme `index`, or None."""
    token = tokens[index]
    if token.kind == "sym":
        return None
    low = token.low
    if low in _OPENERS:
        return _OPENERS[low](tokens, index)
    if low.endswith("fold") and low[:-4] in SMALL:
        return _idiom(index + 1, SMALL[low[:-4]], "ratio", "times")
    if token.kind == "num" or low in SMALL:
        return _one_in(tokens, index) or _wickets(tokens, index)
    return _long(tokens, index) if low in _LONG else None


def _idiom(
    last: int,
    low: float,
    dimension: str,
    unit: str,
    *,
    high: float | None = None,
    step: float = 1.0,
    hedge: Hedge = Hedge.EXACT,
) -> Idiom:
    amount = Amount(last, low, low if high is None else high, step, "idiom", "", hedge)
    return Idiom(amount, Measure(last, dimension, unit))


# ── multiples ─────────────────────────────────────────────────────────────────────────────────

_MULTIPLES = {"double": 2, "triple": 3, "quadruple": 4, "twice": 2, "thrice": 3}
_OF_WHAT = frozenset("as the that its their his her what those".split())


def _multiple(tokens: Sequence[Lex], index: int) -> Idiom | None:
    """ "twice as many", "double the number", "doubled"; "twice" alone counts occasions."""
    low = low_at(tokens, index)
    if low in ("doubled", "tripled", "quadrupled"):
        return _idiom(index + 1, _MULTIPLES[low[:-1]], "ratio", "times")
    if low_at(tokens, index + 1) in _OF_WHAT:
        return _idiom(index + 1, _MULTIPLES[low], "ratio", "times")
    if low in ("twice", "thrice"):
        return _idiom(index + 1, _MULTIPLES[low], "count", "time")
    return None


# ── shares ────────────────────────────────────────────────────────────────────────────────────

_WHOLES = frozenset((10, 20, 50, 100, 1000))


def _one_in(tokens: Sequence[Lex], index: int) -> Idiom | None:
    """ "one in five", "three in 10", "nine out of ten": a share; "three in 2012" is none."""
    part = _small(tokens, index)
    out_of = low_at(tokens, index + 1) == "out" and low_at(tokens, index + 2) == "of"
    if part is None or not (low_at(tokens, index + 1) == "in" or out_of):
        return None
    whole_at = index + (3 if out_of else 2)
    if low_at(tokens, whole_at) == "every":
        whole_at += 1
    whole = _small(tokens, whole_at)
    if whole is None or not 0 < part < whole or time_unit(low_at(tokens, whole_at + 1)):
        return None
    if not out_of and part != 1 and whole not in _WHOLES:
        return None
    return _idiom(whole_at + 1, part / whole, "ratio", "", step=0.0)


def _small(tokens: Sequence[Lex], index: int) -> int | None:
    if index >= len(tokens):
        return None
    token = tokens[index]
    if token.kind == "num":
        return int(token.text) if token.text.isdigit() and len(token.text) < 5 else None
    return SMALL.get(token.low)


def _wickets(tokens: Sequence[Lex], index: int) -> Idiom | None:
    """ "36 for two": a score at cricket, where nothing follows that two could count."""
    wickets = _small(tokens, index + 2)
    runs = _small(tokens, index) if tokens[index].kind == "num" else None
    if low_at(tokens, index + 1) != "for" or runs is None or wickets is None:
        return None
    following = low_at(tokens, index + 3)
    if wickets >= 10 or runs <= wickets or (following.isalpha() and following not in _AFTER_SCORE):
        return None
    return _idiom(index + 3, wickets, "score", "score", high=runs)


_AFTER_SCORE = frozenset("at on when in and with before after but as".split())


# ── so many digits ────────────────────────────────────────────────────────────────────────────

_DIGITS = {
    ("", "single"): (1, 9),
    ("low", "single"): (1, 3),
    ("mid", "single"): (4, 6),
    ("high", "single"): (7, 9),
    ("", "double"): (10, 99),
    ("low", "double"): (10, 19),
    ("mid", "double"): (40, 60),
    ("high", "double"): (70, 99),
    ("", "triple"): (100, 999),
}
_TEENS = {"low": (11, 13), "mid": (14, 16), "high": (17, 19)}


def _digits(tokens: Sequence[Lex], index: int) -> Idiom | None:
    """ "low double-digits", "mid-single-digit", "mid-teens": per cent, in reports of companies."""
    part = low_at(tokens, index) if low_at(tokens, index) in _TEENS else ""
    position = index + 1 if part else index
    if part and low_at(tokens, position) == "-":
        position += 1
    word = low_at(tokens, position)
    if part and word == "teens":
        return _idiom(position + 1, _TEENS[part][0], "percent", "percent", high=_TEENS[part][1])
    position += 2 if low_at(tokens, position + 1) == "-" else 1
    if low_at(tokens, position) not in ("digit", "digits") or (part, word) not in _DIGITS:
        return None
    low, high = _DIGITS[(part, word)]
    return _idiom(position + 1, low, "percent", "percent", high=high)


def _double(tokens: Sequence[Lex], index: int) -> Idiom | None:
    return _digits(tokens, index) or _multiple(tokens, index)


# ── times ─────────────────────────────────────────────────────────────────────────────────────

_LASTING = frozenset(
    "for within lasted lasting lasts than nearly almost about around took takes taking least over "
    "spent under last past by".split()
)
_LONG = frozenset("day week fortnight month year decade century hour minute".split())
_POINTING = frozenset("ago earlier later before after from".split())


def _article_time(tokens: Sequence[Lex], index: int) -> Idiom | None:
    """ "for a decade", "more than a year", "for a year and a half"; "$5 a week" is a rate."""
    unit = low_at(tokens, index + 1)
    if unit not in _LONG or low_at(tokens, index - 1) not in _LASTING:
        return None
    following = low_at(tokens, index + 2)
    if following == "-" or following in _POINTING:
        return None
    if [low_at(tokens, index + offset) for offset in (2, 3, 4)] == ["and", "a", "half"]:
        return _idiom(index + 5, 1.5, "duration", unit, step=0.1)
    return _idiom(index + 2, 1, "duration", unit)


def _half_time(tokens: Sequence[Lex], index: int) -> Idiom | None:
    """ "half an hour", "half a century", "half-hour"; "half a mile"."""
    if low_at(tokens, index + 1) not in ("a", "an", "-"):
        return None
    unit = low_at(tokens, index + 2)
    if unit in ("mile", "kilometre", "kilometer"):
        name = "mile" if unit == "mile" else "kilometre"
        return _idiom(index + 3, 0.5, "length", name, step=0.1)
    if not unit or time_unit(unit) != unit or low_at(tokens, index + 3) in _POINTING:
        return None
    return _idiom(index + 3, 0.5, "duration", unit, step=0.1)


def _long(tokens: Sequence[Lex], index: int) -> Idiom | None:
    """ "week-long", "year-long" (and not the tail of "three-week-long")."""
    hyphen = low_at(tokens, index + 1) == "-" and low_at(tokens, index + 2) == "long"
    if not hyphen or low_at(tokens, index - 1) == "-":
        return None
    return _idiom(index + 3, 1, "duration", low_at(tokens, index))


def _decades(tokens: Sequence[Lex], index: int) -> Idiom | None:
    """ "for decades", "after centuries": at least two."""
    if low_at(tokens, index - 1) not in ("for", "over", "after", "lasted", "than"):
        return None
    unit = "decade" if low_at(tokens, index) == "decades" else "century"
    return _idiom(index + 1, 2, "duration", unit, hedge=Hedge.AT_LEAST)


_OPENERS: dict[str, Callable[[Sequence[Lex], int], Idiom | None]] = {
    "twice": _multiple,
    "thrice": _multiple,
    "double": _double,
    "doubled": _multiple,
    "triple": _double,
    "tripled": _multiple,
    "quadruple": _multiple,
    "quadrupled": _multiple,
    "single": _digits,
    "low": _digits,
    "mid": _digits,
    "high": _digits,
    "a": _article_time,
    "an": _article_time,
    "half": _half_time,
    "decades": _decades,
    "centuries": _decades,
}
