"""Numbers in figures: "1,200", "5.2bn", "2 1/2", "3rd"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.lexemes import Lex, at, glued_run
from factcheck.facts.number_parts import Number, and_a_part, step_of, with_magnitude

MAX_DIGITS = 18
"""Longer runs of digits are identifiers, not numbers (and floats lose them)."""


def read_figures(tokens: Sequence[Lex], index: int, *, money: bool) -> Number | None:
    text = tokens[index].text.replace(",", "").replace(" ", "")
    if len(text) > MAX_DIGITS:
        return None
    value = float(text)
    decimals = len(text.partition(".")[2])
    step = 10.0**-decimals if decimals else step_of(value)
    last = index + 1
    following = at(tokens, last)
    if following is not None and following.glued and following.low in ("st", "nd", "rd", "th"):
        return Number(last + 1, value, 1.0, "ordinal")
    mixed = _mixed_fraction(tokens, index, value)
    if mixed is not None:
        last, value, step = mixed
    elif (whole := _slash_fraction(tokens, index)) is not None:
        return whole
    return with_magnitude(tokens, last, value, step, "digits", money=money)


def _slash_fraction(tokens: Sequence[Lex], index: int) -> Number | None:
    """ "1/3": a proper fraction of small whole numbers; dates, odds and 24/7 are not."""
    if not glued_run(tokens, index + 1, "/"):
        return None
    below = tokens[index + 2]
    if below.kind != "num" or not (tokens[index].text + below.text).isdigit():
        return None
    after = at(tokens, index + 3)
    if after is not None and after.glued and (after.text in "/-" or after.kind != "sym"):
        return None
    top, bottom = int(tokens[index].text[:9]), int(below.text[:9])
    if not 0 < top < bottom or bottom > 100 or (top, bottom) == (9, 11):
        return None
    return Number(index + 3, top / bottom, 0.0, "fraction")


def _spaced_fraction(tokens: Sequence[Lex], index: int) -> Number | None:
    """ "1 / 2" behind a whole number, as texts have it that were cut into tokens and joined."""
    slash, below = at(tokens, index + 1), at(tokens, index + 2)
    if slash is None or below is None or slash.text != "/" or below.text not in _DENOMINATORS:
        return None
    if not 0 < int(tokens[index].text) < int(below.text):
        return None
    return Number(index + 3, int(tokens[index].text) / int(below.text), 0.0, "fraction")


def _mixed_fraction(
    tokens: Sequence[Lex], index: int, value: float
) -> tuple[int, float, float] | None:
    """ "2 1/2", "2-1/2", "2½" and "2-and-a-half": lexeme index after it, value, step."""
    if not tokens[index].text.isdigit():
        return None
    following = at(tokens, index + 1)
    if following is None:
        return None
    joined = glued_run(tokens, index + 1, "-")
    above = index + 2 if joined else index + 1
    if (
        tokens[above].kind == "num"
        and tokens[above].text.isdigit()
        and len(tokens[above].text) == 1
    ):
        part = _slash_fraction(tokens, above)
        if part is None and not joined:
            part = _spaced_fraction(tokens, above)
        if part is not None:
            return part.last, value + part.value, 0.1
    if following.text in VULGAR and following.glued:
        return index + 2, value + VULGAR[following.text], 0.1
    half = and_a_part(tokens, index + 1)
    return None if half is None else (half[0], value + half[1], 0.1)


_DENOMINATORS = ("2", "3", "4", "8")
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
