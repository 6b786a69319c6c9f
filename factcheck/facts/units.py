"""Units of measure: how they are written, their dimension, and conversion between them.

Conversion goes through pint, loaded only when two units of one dimension differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from factcheck.facts.lexemes import Lex

MEASURED = frozenset({"length", "mass", "area", "volume", "speed", "temperature"})
"""Dimensions of which one amount has several units."""

_WORDS: dict[str, tuple[str, str]] = {
    "mile": ("length", "mile"),
    "kilometre": ("length", "kilometre"),
    "kilometer": ("length", "kilometre"),
    "metre": ("length", "metre"),
    "meter": ("length", "metre"),
    "centimetre": ("length", "centimetre"),
    "centimeter": ("length", "centimetre"),
    "millimetre": ("length", "millimetre"),
    "millimeter": ("length", "millimetre"),
    "foot": ("length", "foot"),
    "feet": ("length", "foot"),
    "inch": ("length", "inch"),
    "inches": ("length", "inch"),
    "yard": ("length", "yard"),
    "kilogram": ("mass", "kilogram"),
    "kilogramme": ("mass", "kilogram"),
    "kilo": ("mass", "kilogram"),
    "gram": ("mass", "gram"),
    "gramme": ("mass", "gram"),
    "milligram": ("mass", "milligram"),
    "microgram": ("mass", "microgram"),
    "pound": ("mass", "pound"),
    "ounce": ("mass", "ounce"),
    "ton": ("mass", "ton"),
    "tonne": ("mass", "tonne"),
    "acre": ("area", "acre"),
    "hectare": ("area", "hectare"),
    "litre": ("volume", "litre"),
    "liter": ("volume", "litre"),
    "millilitre": ("volume", "millilitre"),
    "milliliter": ("volume", "millilitre"),
    "gallon": ("volume", "gallon"),
    "barrel": ("volume", "barrel"),
    "knot": ("speed", "knot"),
    "celsius": ("temperature", "degree Celsius"),
    "centigrade": ("temperature", "degree Celsius"),
    "fahrenheit": ("temperature", "degree Fahrenheit"),
    "megawatt": ("count", "megawatt"),
    "gigawatt": ("count", "gigawatt"),
    "kilowatt": ("count", "kilowatt"),
}
"""Singular words; read_unit takes a plural "s" off."""

_SYMBOLS: dict[str, tuple[str, str]] = {
    "km": ("length", "kilometre"),
    "kms": ("length", "kilometre"),
    "cm": ("length", "centimetre"),
    "mm": ("length", "millimetre"),
    "m": ("length", "metre"),
    "ft": ("length", "foot"),
    "yd": ("length", "yard"),
    "yds": ("length", "yard"),
    "mi": ("length", "mile"),
    "kg": ("mass", "kilogram"),
    "kgs": ("mass", "kilogram"),
    "mg": ("mass", "milligram"),
    "g": ("mass", "gram"),
    "lb": ("mass", "pound"),
    "lbs": ("mass", "pound"),
    "oz": ("mass", "ounce"),
    "ha": ("area", "hectare"),
    "ml": ("volume", "millilitre"),
    "mph": ("speed", "mile per hour"),
    "kph": ("speed", "kilometre per hour"),
    "kmh": ("speed", "kilometre per hour"),
    "MW": ("count", "megawatt"),
    "GW": ("count", "gigawatt"),
    "kW": ("count", "kilowatt"),
    "C": ("temperature", "degree Celsius"),
    "F": ("temperature", "degree Fahrenheit"),
}
"""Abbreviations, as written (case counts)."""

_GLUED_ONLY = frozenset({"g", "m", "C", "F"})
"""One-letter abbreviations count only directly after the figure: "30C", "100m"."""

_PINT: dict[str, str] = {
    "ton": "short_ton",
    "barrel": "oil_bbl",
    "mile per hour": "mile/hour",
    "kilometre per hour": "kilometre/hour",
    "metre per second": "metre/second",
    "degree Celsius": "degC",
    "degree Fahrenheit": "degF",
    "cubic metre": "metre**3",
    "cubic foot": "foot**3",
}


class Unit(NamedTuple):
    """A unit over lexemes up to `last` (exclusive)."""

    dimension: str
    name: str
    last: int


def read_unit(tokens: Sequence[Lex], index: int) -> Unit | None:
    """The unit of measure that begins at lexeme `index`, or None.

    A hyphen between number and unit ("10-mile") is the caller's to skip. Money, per cent and time
    are not read here.
    """
    if index >= len(tokens):
        return None
    low = tokens[index].low
    if low in ("square", "sq", "cubic"):
        return _powered(tokens, index)
    if low in ("metric", "short", "long", "nautical", "imperial", "us") and index + 1 < len(tokens):
        inner = _simple(tokens, index + 1)
        if inner is None:
            return None
        name = "tonne" if (low, inner.name) == ("metric", "ton") else inner.name
        return inner._replace(name="nautical mile" if low == "nautical" else name)
    if low in ("°", "º", "degree", "degrees", "deg"):
        return _degrees(tokens, index)
    unit = _simple(tokens, index)
    return None if unit is None else _as_speed(tokens, unit)


def is_unit(word: str) -> bool:
    """Whether a lower-case word, singular or plural, is a unit of measure."""
    return (
        word in _WORDS
        or word.removesuffix("s") in _WORDS
        or word in _SYMBOLS
        or word in ("h", "hr")
    )


def _simple(tokens: Sequence[Lex], index: int) -> Unit | None:
    token = tokens[index]
    if token.kind != "word":
        return None
    low = token.low
    known = _WORDS.get(low) or (_WORDS.get(low[:-1]) if low.endswith("s") else None)
    if known is None:
        known = _SYMBOLS.get(token.text) or (_SYMBOLS.get(low) if len(low) > 1 else None)
        if known is not None and token.text in _GLUED_ONLY and not token.glued:
            return None
    return None if known is None else Unit(*known, index + 1)


def _powered(tokens: Sequence[Lex], index: int) -> Unit | None:
    """ "square miles", "sq km", "sq. ft", "cubic metres", "square-foot"."""
    position = index + 1
    while position < len(tokens) and tokens[position].text in (".", "-"):
        position += 1
    inner = _simple(tokens, position) if position < len(tokens) else None
    if inner is None or inner.dimension != "length":
        return None
    if tokens[index].low == "cubic":
        return Unit("volume", f"cubic {inner.name}", inner.last)
    return Unit("area", f"square {inner.name}", inner.last)


def _degrees(tokens: Sequence[Lex], index: int) -> Unit:
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is not None:
        if following.low in ("c", "celsius", "centigrade"):
            return Unit("temperature", "degree Celsius", index + 2)
        if following.low in ("f", "fahrenheit"):
            return Unit("temperature", "degree Fahrenheit", index + 2)
    return Unit("temperature", "degree", index + 1)


def _as_speed(tokens: Sequence[Lex], unit: Unit) -> Unit:
    """ "miles per hour", "km/h", "miles an hour": the length becomes a speed."""
    if unit.dimension != "length" or unit.last + 1 >= len(tokens):
        return unit
    link, below = tokens[unit.last].low, tokens[unit.last + 1].low
    if link in ("per", "an", "a", "/"):
        if below in ("hour", "h", "hr"):
            return Unit("speed", f"{unit.name} per hour", unit.last + 2)
        if below in ("second", "s", "sec"):
            return Unit("speed", f"{unit.name} per second", unit.last + 2)
    return unit


def convert(value: float, source: str, target: str) -> float | None:
    """`value` of unit `source` in unit `target`, or None when they don't convert.

    Units are the canonical names of `read_unit` or of durations. Infinite values stay infinite.
    """
    if source == target or value in (float("inf"), float("-inf")):
        return value
    if "degree" in (source, target):
        return None
    registry = _registry()
    try:
        quantity = registry.Quantity(value, _pint_name(source))
        return float(quantity.to(_pint_name(target)).magnitude)
    except Exception:  # pint raises several families; any of them means "these don't convert"
        return None


def _pint_name(unit: str) -> str:
    if unit in _PINT:
        return _PINT[unit]
    if unit.startswith("square "):
        return f"{unit[7:].replace(' ', '_')}**2"
    if unit.startswith("cubic "):
        return f"{unit[6:].replace(' ', '_')}**3"
    return unit.replace(" per ", "/").replace(" ", "_")


@lru_cache(maxsize=1)
def _registry() -> Any:
    """Pint's registry, built on first use: importing it costs more than reading an article."""
    import pint

    return pint.UnitRegistry()
