"""What a number is, and the parts that figures and words share: magnitudes, steps, "and a half"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.lexemes import Lex, at, low_at
from factcheck.facts.number_words import DENOMINATORS, LETTERS, MAGNITUDES


class Number(NamedTuple):
    """A number over lexemes up to `last` (exclusive).

    `step` is the place value of its last significant digit; `form` is digits, words, ordinal,
    fraction, indefinite ("dozens") or loose ("a couple").
    """

    last: int
    value: float
    step: float
    form: str


_METRES = frozenset(
    "tall high long wide deep away below above race sprint sprinter final freestyle hurdle hurdler "
    "butterfly breaststroke backstroke relay title record run runner swimmer champion gold silver "
    "bronze medal medallist event heat semi semi-final dash crown individual medley pool down up "
    "from ahead underwater upstream downstream uphill downhill offshore inland north south east "
    "west".split()
)
"""Words, in the singular, after which "100m" is a length."""


def _rounded_to(value: float) -> float:
    """The place value of the last digit before a magnitude: "270K" is exact to 10K."""
    place = 1.0
    while place < 100 and value >= 100 and value % (place * 10) == 0:
        place *= 10
    return place


def step_of(value: float) -> float:
    """The place value of the last digit of a whole number that can be taken as meant.

    Two-digit numbers are taken at their word (30 pages are not 29); 300 stands for 295 to 305;
    from 1,000 on trailing zeros count as rounding.
    """
    if value < 100 or value != int(value):
        return 1.0
    zeros = 1.0
    whole = int(value)
    while whole % 10 == 0:
        whole //= 10
        zeros *= 10
    return zeros if value >= 1000 else max(1.0, zeros / 10)


def with_magnitude(
    tokens: Sequence[Lex], last: int, value: float, step: float, form: str, *, money: bool
) -> Number:
    """`value` times the magnitudes that follow: "1.2 million", "2 lakh crore", "18K"."""
    following = at(tokens, last)
    if following is not None and following.kind == "sym" and following.text == "-":
        after = at(tokens, last + 1)
        if after is not None and after.low in MAGNITUDES and following.glued and after.glued:
            following, last = after, last + 1
    if following is None or following.kind != "word":
        return Number(last, value, step, form)
    factor = MAGNITUDES.get(following.low) or (100.0 if following.low == "hundred" else None)
    if factor is None and form == "digits" and following.low in ("bn", "bln", "mln", "tn", "mn"):
        factor = LETTERS[following.low]
    if factor is None and form == "digits" and (following.glued or money):
        factor = LETTERS.get(following.text)
        if following.text == "m" and not money and _measures_metres(low_at(tokens, last + 1)):
            factor = None
        if not money and following.text in ("b", "T", "mm", "MM"):
            factor = None
    if factor is None:
        return Number(last, value, step, form)
    step = (step if step < 1 else _rounded_to(value)) * factor
    value = neat(value * factor)
    last += 1
    again = at(tokens, last)
    if again is not None and again.low in MAGNITUDES and factor < MAGNITUDES[again.low]:
        factor = MAGNITUDES[again.low]
        return Number(last + 1, neat(value * factor), step * factor, form)
    return Number(last, value, step, form)


def _measures_metres(following: str) -> bool:
    return following in _METRES or following.removesuffix("s") in _METRES


def and_a_part(tokens: Sequence[Lex], index: int) -> tuple[int, float] | None:
    """Read "and a half", "-and-a-quarter" at `index`: the index after it and its value."""
    words: list[str] = []
    position = index
    while position < len(tokens) and len(words) < 3:
        if tokens[position].text != "-":
            words.append(tokens[position].low)
        elif not tokens[position].glued:
            return None
        position += 1
    if words[:2] == ["and", "a"] and words[2:] in (["half"], ["quarter"], ["third"]):
        return position, 1 / DENOMINATORS[words[2]]
    if words == ["and", "three", "quarters"]:
        return position, 0.75
    return None


def neat(value: float) -> float:
    """`value` without the noise of float products (5.2 * 1e9)."""
    return float(f"{value:.12g}")
