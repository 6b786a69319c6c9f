"""Quantities in words for people: "33 pages", "USD 5.2 billion", "at least 12"."""

from __future__ import annotations

from fractions import Fraction
from math import isinf

from factcheck.model import Hedge, QuantityValue

_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_VOWELS = "aeiou"


def show_value(value: QuantityValue, hedge: Hedge) -> str:
    """`value` with its hedge, unit and rate."""
    known = value.high if isinf(value.low) else value.low
    if value.dimension == "score":
        return "-".join(number_text(end) for end in (value.high, value.low) if not isinf(end))
    if value.dimension == "ordinal":
        return f"{_ordinal(known)} {value.unit}".strip()
    if value.dimension in ("label", "magnitude"):
        return f"{value.unit} {number_text(known)}"
    per = f" per {value.per}" if value.per else ""
    return f"{hedge_text(value.low, value.high, hedge)}{_with_unit(value)}{per}"


def hedge_text(low: float, high: float, hedge: Hedge) -> str:
    """The words of a hedge, with a blank after them; "" for exact values and ranges."""
    if isinf(high):
        return "at least "
    if isinf(low):
        return "at most "
    return "about " if hedge is Hedge.ABOUT else ""


def number_text(number: float) -> str:
    """A number as people write it: "1,200", "5.2 billion", "0.34"."""
    for size, word in _LARGE:
        if abs(number) >= size:
            scaled = number / size
            if round(scaled, 3) == scaled:
                return f"{scaled:g} {word}"
            break
    if number == int(number) and abs(number) < 1e18:
        return f"{int(number):,}"
    return f"{number:,.4f}".rstrip("0").rstrip(".") if abs(number) < 1e6 else f"{number:,}"


def plural(noun: str, number: float) -> str:
    """`noun` after `number`: "1 page", "33 pages", "2 countries"."""
    if number == 1 or not noun or noun in _INVARIABLE or noun.endswith("is"):
        return noun
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("y") and len(noun) > 1 and noun[-2] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


_INVARIABLE = frozenset(
    "people police troops staff personnel crew aircraft sheep fish series species".split()
)
_PLURALS = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "persons",
    "foot": "feet",
    "life": "lives",
    "wife": "wives",
    "century": "centuries",
    "degree Celsius": "degrees Celsius",
    "degree Fahrenheit": "degrees Fahrenheit",
    "mile per hour": "miles per hour",
    "kilometre per hour": "kilometres per hour",
    "inch": "inches",
}


def _with_unit(value: QuantityValue) -> str:
    numbers = [end for end in (value.low, value.high) if not isinf(end)]
    if value.dimension == "ratio" and value.unit != "times":
        return "-".join(dict.fromkeys(_share(number) for number in numbers))
    shown = "-".join(dict.fromkeys(number_text(number) for number in numbers))
    if value.dimension == "money":
        return f"{value.unit} {shown}"
    if value.dimension == "percent":
        return f"{shown}%"
    if value.dimension == "age":
        return f"{shown} {plural(value.unit, numbers[-1])} old"
    unit = value.unit if value.unit == "times" else plural(value.unit, numbers[-1])
    return f"{shown} {unit}".strip()


def _share(number: float) -> str:
    part = Fraction(number).limit_denominator(100)
    return f"{part.numerator}/{part.denominator}" if part.denominator > 1 else str(part.numerator)


def _ordinal(number: float) -> str:
    whole = int(number)
    teen = 10 <= whole % 100 <= 20
    return f"{whole}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(whole % 10, 'th')}"
