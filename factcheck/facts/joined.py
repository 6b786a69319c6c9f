"""Two-part measures: "5ft 9in", "two hours and 13 minutes"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.amounts import Amount, read_amount
from factcheck.facts.lexemes import Lex, low_at
from factcheck.facts.measures import Measure
from factcheck.facts.time_units import time_unit
from factcheck.facts.units import read_unit

_SHARES = {
    ("foot", "inch"): 1 / 12,
    ("hour", "minute"): 1 / 60,
    ("minute", "second"): 1 / 60,
    ("year", "month"): 1 / 12,
    ("day", "hour"): 1 / 24,
    ("pound", "ounce"): 1 / 16,
    ("stone", "pound"): 1 / 14,
    ("week", "day"): 1 / 7,
}
"""The smaller unit in the larger."""


def join_parts(tokens: Sequence[Lex], amount: Amount, measure: Measure) -> tuple[Amount, Measure]:
    """`amount` and `measure` with the smaller part that follows added, or as they were."""
    start = measure.last
    if low_at(tokens, start) in ("and", ","):
        start += 1
    whole = measure.dimension in ("length", "mass", "duration") and amount.low == amount.high
    if not whole or start >= len(tokens) or tokens[start].kind == "sym":
        return amount, measure
    part = read_amount(tokens, start)
    if part is None or part.form not in ("digits", "words") or part.low != part.high:
        return amount, measure
    unit, last = _part_unit(tokens, part.last, measure.unit)
    share = _SHARES.get((measure.unit, unit))
    if share is None or part.high * share >= 1:
        return amount, measure
    value = float(f"{amount.low + part.low * share:.12g}")
    joined = amount._replace(low=value, high=value, step=part.step * share, last=part.last)
    return joined, measure._replace(last=last)


def _part_unit(tokens: Sequence[Lex], index: int, whole: str) -> tuple[str, int]:
    """The unit of the part and the lexeme after it."""
    if low_at(tokens, index) == "-":
        index += 1
    word = low_at(tokens, index)
    if whole == "foot" and word in ("in", "ins"):
        return "inch", index + 1
    time = time_unit(word)
    if time:
        return time, index + 1
    unit = read_unit(tokens, index)
    return ("", index) if unit is None else (unit.name, unit.last)
