"""Numbers in English prose: figures and words, magnitudes, fractions, ordinals.

The grammar runs over its own small lexemes of the shadow text, in one pass and without
backtracking over more than a few lexemes. `read_number` gives the number that begins at a lexeme;
what the number counts or measures is the business of `factcheck.facts.quantity_grammar`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.number_words import (
    DENOMINATORS,
    GROUPS,
    INDEFINITE,
    LETTERS,
    MAGNITUDES,
    ORDINAL_GROUPS,
    ORDINALS,
    SMALL,
    TENS,
    UNITS,
)

MAX_DIGITS = 18
"""Longer runs of digits are identifiers, not numbers (and floats lose them)."""


class Lex(NamedTuple):
    """One lexeme: kind "num", "word" or "sym"; `glued` says that no space stands before it."""

    kind: str
    text: str
    low: str
    start: int
    end: int
    glued: bool


class Number(NamedTuple):
    """A number over lexemes up to `last` (exclusive).

    `step` is the place value of its last significant digit; `form` is digits, words, ordinal,
    fraction, indefinite ("dozens") or loose ("a couple").
    """

    last: int
    value: float
    step: float
    form: str


_LEXEME = re.compile(
    r"(?P<num>"
    r"\d{1,3}(?:,\d{3}){1,6}(?![,\d]*\d)(?:\.\d{1,12}(?!\d))?"
    r"|\d{1,2}(?:,\d{2}){1,5},\d{3}(?!\d)"
    r"|(?<![\d.,])\d{1,3}(?: \d{3}){1,5}(?![\d,]|[.:/-]\d| \d)"
    r"|\d+(?:\.\d+)?"
    r"|(?<![\w.])\.\d{1,12})"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)"
    r"|(?P<sym>[^\s])"
)


def lex(text: str) -> list[Lex]:
    """The lexemes of `text`, in order. Linear in its length."""
    found = []
    before = -1
    for match in _LEXEME.finditer(text):
        start, end = match.span()
        word = match.group()
        kind = match.lastgroup or "sym"
        found.append(Lex(kind, word, word.lower(), start, end, start == before))
        before = end
    return found


def parse_number(text: str) -> float | None:
    """The value of `text` if all of it is one number ("thirty-three", "1,200", "5.2bn"), else None."""
    tokens = lex(text.strip())
    number = read_number(tokens, 0) if tokens else None
    return number.value if number is not None and number.last == len(tokens) else None


def read_number(tokens: Sequence[Lex], index: int, *, money: bool = False) -> Number | None:
    """The number that begins at lexeme `index`, the longest reading, or None.

    `money` says that a currency sign stands before it, so that "3m" is three million and not
    three metres.
    """
    token = tokens[index]
    if token.kind == "num":
        return _read_digits(tokens, index, money=money)
    if token.kind == "word":
        return _read_worded(tokens, index)
    return None


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


# ── figures ───────────────────────────────────────────────────────────────────────────────────


def _read_digits(tokens: Sequence[Lex], index: int, *, money: bool) -> Number | None:
    text = tokens[index].text.replace(",", "").replace(" ", "")
    if len(text) > MAX_DIGITS:
        return None
    value = float(text)
    decimals = len(text.partition(".")[2])
    step = 10.0**-decimals if decimals else step_of(value)
    last = index + 1
    following = _at(tokens, last)
    if following is not None and following.glued and following.low in ("st", "nd", "rd", "th"):
        return Number(last + 1, value, 1.0, "ordinal")
    mixed = _mixed_fraction(tokens, index, value)
    if mixed is not None:
        last, value, step = mixed
    elif (whole := _slash_fraction(tokens, index)) is not None:
        return whole
    return _with_magnitude(tokens, last, value, step, "digits", money=money)


def _with_magnitude(
    tokens: Sequence[Lex], last: int, value: float, step: float, form: str, *, money: bool
) -> Number:
    """`value` times the magnitudes that follow: "1.2 million", "2 lakh crore", "18K", "3 hundred"."""
    following = _at(tokens, last)
    if following is not None and following.kind == "sym" and following.text == "-":
        after = _at(tokens, last + 1)
        if after is not None and after.low in MAGNITUDES and following.glued and after.glued:
            following, last = after, last + 1
    if following is None or following.kind != "word":
        return Number(last, value, step, form)
    factor = MAGNITUDES.get(following.low) or (100.0 if following.low == "hundred" else None)
    if factor is None and form == "digits" and (following.glued or money):
        factor = LETTERS.get(following.text)
        if not money and following.text in ("b", "T", "mm", "MM"):
            factor = None
    if factor is None:
        return Number(last, value, step, form)
    step = step * factor if step < 1 else max(step, 1.0) * factor
    value = _neat(value * factor)
    last += 1
    again = _at(tokens, last)
    if again is not None and again.low in MAGNITUDES and factor < MAGNITUDES[again.low]:
        factor = MAGNITUDES[again.low]
        return Number(last + 1, _neat(value * factor), step * factor, form)
    return Number(last, value, step, form)


def _slash_fraction(tokens: Sequence[Lex], index: int) -> Number | None:
    """ "1/3": a proper fraction of small whole numbers; dates, odds and 24/7 are not."""
    if not _glued_run(tokens, index + 1, "/"):
        return None
    below = tokens[index + 2]
    if below.kind != "num" or not (tokens[index].text + below.text).isdigit():
        return None
    after = _at(tokens, index + 3)
    if after is not None and after.glued and (after.text in "/-" or after.kind != "sym"):
        return None
    top, bottom = int(tokens[index].text[:9]), int(below.text[:9])
    if not 0 < top < bottom or bottom > 100 or (top, bottom) == (9, 11):
        return None
    return Number(index + 3, top / bottom, 0.0, "fraction")


def _mixed_fraction(
    tokens: Sequence[Lex], index: int, value: float
) -> tuple[int, float, float] | None:
    """ "2 1/2", "2½" and "2-and-a-half": lexeme index after it, value, step."""
    if not tokens[index].text.isdigit():
        return None
    following = _at(tokens, index + 1)
    if following is None:
        return None
    if following.kind == "num" and following.text.isdigit() and len(following.text) == 1:
        part = _slash_fraction(tokens, index + 1)
        if part is not None:
            return part.last, value + part.value, 0.1
    if following.text in VULGAR and following.glued:
        return index + 2, value + VULGAR[following.text], 0.1
    half = _and_a_part(tokens, index + 1)
    return None if half is None else (half[0], value + half[1], 0.1)


VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}


# ── words ─────────────────────────────────────────────────────────────────────────────────────


def _read_worded(tokens: Sequence[Lex], index: int) -> Number | None:
    low = tokens[index].low
    if low in ("a", "an"):
        return _read_article(tokens, index)
    if low == "half" or low == "quarter":
        return _read_part_of(tokens, index)
    if low in INDEFINITE:
        return _read_indefinite(tokens, index)
    if low in ("tens", "dozen", "couple", "hundred", "thousand", "million", "billion"):
        return _read_indefinite(tokens, index) if low == "tens" else None
    if low in ORDINALS or low in ORDINAL_GROUPS:
        value = float(ORDINALS.get(low) or ORDINAL_GROUPS[low])
        return Number(index + 1, value, 1.0, "ordinal")
    return _read_cardinal(tokens, index) if low in SMALL else None


def _read_article(tokens: Sequence[Lex], index: int) -> Number | None:
    """ "a hundred", "a dozen", "a couple of", "a third of", "a quarter of a million"."""
    following = _at(tokens, index + 1)
    if following is None or following.kind != "word" or following.glued:
        return None
    low = following.low
    if low == "hundred" or low in MAGNITUDES:
        return _read_cardinal(tokens, index + 1, implied=True)
    if low in ("dozen", "score") or (low in ("couple", "pair") and _low(tokens, index + 2) == "of"):
        form = "loose" if low == "couple" else "words"
        last = index + 3 if _low(tokens, index + 2) == "of" else index + 2
        return Number(last, float(GROUPS[low]), 1.0, form)
    if low in DENOMINATORS and low != "half":
        part = 1 / DENOMINATORS[low]
        if _low(tokens, index + 2) != "of":
            return None
        return _part_of_magnitude(tokens, index + 2, part) or Number(
            index + 2, part, 0.0, "fraction"
        )
    if low == "half":
        return _read_part_of(tokens, index + 1)
    return None


def _read_part_of(tokens: Sequence[Lex], index: int) -> Number | None:
    """ "half a million", "half of", "half the"; a lone "half" (of a match, of a year) is none."""
    part = 1 / DENOMINATORS[tokens[index].low]
    following = _low(tokens, index + 1)
    if following in ("a", "of"):
        whole = _part_of_magnitude(tokens, index + 1, part)
        if whole is not None:
            return whole
    if tokens[index].low == "quarter" or (index and tokens[index - 1].text == "-"):
        return None
    if following == "a" and _low(tokens, index + 2) == "dozen":
        return Number(index + 3, 6.0, 1.0, "words")
    if following == "dozen":
        return Number(index + 2, 6.0, 1.0, "words")
    if following in ("of", "the", "its", "their", "his", "her", "our", "all", "those"):
        return Number(index + 1, part, 0.0, "fraction")
    return None


def _part_of_magnitude(tokens: Sequence[Lex], index: int, part: float) -> Number | None:
    """ "(a quarter) of a million", "(half) a billion": `index` is at "of" or "a"."""
    if _low(tokens, index) == "of":
        index += 1
    if _low(tokens, index) != "a":
        return None
    factor = MAGNITUDES.get(_low(tokens, index + 1))
    return None if factor is None else Number(index + 2, part * factor, factor / 10, "words")


def _read_indefinite(tokens: Sequence[Lex], index: int) -> Number | None:
    """ "dozens", "hundreds of thousands", "tens of millions": a lower bound."""
    low = tokens[index].low
    value = 20.0 if low == "tens" else INDEFINITE[low]
    last = index + 1
    inner = _low(tokens, index + 2)
    if (
        _low(tokens, index + 1) == "of"
        and inner in INDEFINITE
        and inner not in ("dozens", "scores")
    ):
        return Number(last + 2, value * INDEFINITE[inner] / 2, value, "indefinite")
    return None if low == "tens" else Number(last, value, value / 2, "indefinite")


def _read_cardinal(tokens: Sequence[Lex], index: int, *, implied: bool = False) -> Number | None:
    """Cardinal words from `index`: "thirty-three", "two hundred and five thousand", "ten million"."""
    total, current, ceiling = 0.0, 1.0 if implied else None, float("inf")
    scale, last, position = 1.0, index, index
    while position < len(tokens):
        token = tokens[position]
        if token.kind == "sym" and token.text == "-" and token.glued and position > index:
            position += 1
            if position >= len(tokens) or not tokens[position].glued:
                break
            token = tokens[position]
        if token.kind != "word":
            break
        low = token.low
        if low == "and" and last > index and tokens[last - 1].low in _JOINS_AND:
            position += 1
            if _low(tokens, position) not in SMALL:
                break
            continue
        if low in SMALL:
            value = SMALL[low]
            if current is not None and not _continues(current, low):
                break
            current = (current or 0.0) + value
        elif low == "hundred" and current is not None and 0 < current < 100:
            current *= 100
        elif low in MAGNITUDES and current is not None and MAGNITUDES[low] < ceiling:
            ceiling = scale = MAGNITUDES[low]
            total += current * scale
            current = None
        elif low in ("dozen", "score") and current is not None and not total:
            return Number(position + 1, current * GROUPS[low], 1.0, "words")
        elif (low in ORDINALS and current is not None and _continues(current, low)) or (
            low in ORDINAL_GROUPS and current is not None
        ):
            return _ordinal_or_fraction(tokens, position, total, current)
        else:
            break
        position += 1
        last = position
    if last == index:
        return None
    return _finish(tokens, last, total, current, scale)


_JOINS_AND = frozenset({"hundred", *MAGNITUDES})


def _continues(current: float, word: str) -> bool:
    """Whether `word` can follow what was read since the last magnitude: twenty + three."""
    tail = current % 100
    if tail == 0:
        return current > 0
    small = word in UNITS or (word in ORDINALS and ORDINALS[word] < 10)
    return small and tail % 10 == 0 and tail in TENS.values()


def _finish(
    tokens: Sequence[Lex], last: int, total: float, current: float | None, scale: float
) -> Number:
    value = total + (current or 0.0)
    half = _and_a_part(tokens, last)
    if half is not None and current is not None:
        last, value = half[0], value + half[1]
        return _with_magnitude(tokens, last, value, 0.1, "words", money=False)
    if half is not None and scale > 1:
        return Number(half[0], value + half[1] * scale, scale / 10, "words")
    denominator = _denominator(tokens, last)
    if denominator is not None and 0 < value < denominator:
        return Number(_denominator_end(tokens, last), value / denominator, 0.0, "fraction")
    step = scale if total and current is None else step_of(value)
    return Number(last, value, step, "words")


def _ordinal_or_fraction(
    tokens: Sequence[Lex], position: int, total: float, current: float
) -> Number:
    """ "twenty-first" and "two hundredth": `position` is at the ordinal word."""
    low = tokens[position].low
    if low in ORDINALS:
        return Number(position + 1, total + current + ORDINALS[low], 1.0, "ordinal")
    return Number(position + 1, total + current * ORDINAL_GROUPS[low], 1.0, "ordinal")


def _denominator(tokens: Sequence[Lex], index: int) -> float | None:
    """The denominator at `index`: "-thirds", " quarters", "-third"."""
    position = index + 1 if _low(tokens, index) == "-" else index
    word = _low(tokens, position)
    if word in ("halves", "half", "seconds", "second"):
        return 2.0 if word == "halves" else None
    singular = word.removesuffix("s")
    if singular == word and position == index:
        return None  # "one third" is read below only with its hyphen; "one third party" is not
    return DENOMINATORS.get(singular)


def _denominator_end(tokens: Sequence[Lex], index: int) -> int:
    return index + 2 if _low(tokens, index) == "-" else index + 1


def _and_a_part(tokens: Sequence[Lex], index: int) -> tuple[int, float] | None:
    """ "and a half", "-and-a-half", "and a quarter", "and three-quarters": index after it, value."""
    words, position = [], index
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


# ── lexeme access ─────────────────────────────────────────────────────────────────────────────


def _at(tokens: Sequence[Lex], index: int) -> Lex | None:
    return tokens[index] if 0 <= index < len(tokens) else None


def _low(tokens: Sequence[Lex], index: int) -> str:
    return tokens[index].low if 0 <= index < len(tokens) else ""


def _glued_run(tokens: Sequence[Lex], index: int, mark: str) -> bool:
    """Whether `mark` stands at `index` glued to both of its neighbours."""
    return (
        index + 1 < len(tokens)
        and tokens[index].text == mark
        and tokens[index].glued
        and tokens[index + 1].glued
    )


def _neat(value: float) -> float:
    """`value` without the noise of float products (5.2 * 1e9)."""
    return float(f"{value:.12g}")
