"""Numbers in words: "thirty-three", "half a million", "a dozen", "two-thirds", "dozens"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.lexemes import Lex, at, low_at
from factcheck.facts.number_parts import Number, and_a_part, step_of, with_magnitude
from factcheck.facts.number_words import (
    DENOMINATORS,
    GROUPS,
    INDEFINITE,
    MAGNITUDES,
    ORDINAL_GROUPS,
    ORDINALS,
    SMALL,
    TENS,
    UNITS,
)


def read_worded(tokens: Sequence[Lex], index: int) -> Number | None:
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
    following = at(tokens, index + 1)
    if following is None or following.kind != "word" or following.glued:
        return None
    low = following.low
    if low == "hundred" or low in MAGNITUDES:
        return _read_cardinal(tokens, index + 1, implied=True)
    if low == "dozen" or (low in ("couple", "pair") and low_at(tokens, index + 2) == "of"):
        form = "loose" if low == "couple" else "words"
        last = index + 3 if low_at(tokens, index + 2) == "of" else index + 2
        return Number(last, float(GROUPS[low]), 1.0, form)
    if low in DENOMINATORS and low != "half":
        part = 1 / DENOMINATORS[low]
        if low_at(tokens, index + 2) != "of":
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
    following = low_at(tokens, index + 1)
    if following in ("a", "of"):
        whole = _part_of_magnitude(tokens, index + 1, part)
        if whole is not None:
            return whole
    if following in MAGNITUDES:
        factor = MAGNITUDES[following]
        return Number(index + 2, part * factor, factor / 10, "words")
    before = low_at(tokens, index - 1)
    if tokens[index].low == "quarter" or before in _WHICH_HALF:
        return None
    if following == "a" and low_at(tokens, index + 2) == "dozen":
        return Number(index + 3, 6.0, 1.0, "words")
    if following == "dozen":
        return Number(index + 2, 6.0, 1.0, "words")
    if following in _OF_A_WHOLE:
        return Number(index + 1, part, 0.0, "fraction")
    return None


_OF_A_WHOLE = frozenset("of the its their his her our all those".split())
_WHICH_HALF = frozenset(
    "- first second third fourth other latter final last top bottom better opening early late "
    "northern southern eastern western left right upper lower".split()
)
"""Words after which "half" or "quarter" is one of the parts, not a share."""


def _part_of_magnitude(tokens: Sequence[Lex], index: int, part: float) -> Number | None:
    """ "(a quarter) of a million", "(half) a billion": `index` is at "of" or "a"."""
    if low_at(tokens, index) == "of":
        index += 1
    if low_at(tokens, index) != "a":
        return None
    factor = MAGNITUDES.get(low_at(tokens, index + 1))
    return None if factor is None else Number(index + 2, part * factor, factor / 10, "words")


def _read_indefinite(tokens: Sequence[Lex], index: int) -> Number | None:
    """ "dozens", "hundreds of thousands", "tens of millions": a lower bound."""
    low = tokens[index].low
    value = 20.0 if low == "tens" else INDEFINITE[low]
    last = index + 1
    inner = low_at(tokens, index + 2)
    if low == "scores" and not (low_at(tokens, last) == "of" and inner.isalpha()):
        return None  # results of games and tests
    if (
        low_at(tokens, index + 1) == "of"
        and inner in INDEFINITE
        and inner not in ("dozens", "scores")
    ):
        return Number(last + 2, value * INDEFINITE[inner] / 2, value, "indefinite")
    return None if low == "tens" else Number(last, value, value / 2, "indefinite")


def _read_cardinal(tokens: Sequence[Lex], index: int, *, implied: bool = False) -> Number | None:
    """Cardinal words from `index`: "thirty-three", "two hundred and five thousand"."""
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
            if low_at(tokens, position) not in SMALL:
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
        elif low in ("dozen", "dozens") and current is not None and not total:
            return Number(position + 1, current * GROUPS[low.rstrip("s")], 1.0, "words")
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
    spoken = _spoken_decimals(tokens, last)
    if spoken is not None and current is not None:
        value = float(f"{value:.0f}.{spoken}")
        end = last + 1 + len(spoken)
        return with_magnitude(tokens, end, value, 10.0 ** -len(spoken), "words", money=False)
    half = and_a_part(tokens, last)
    if half is not None and current is not None:
        last, value = half[0], value + half[1]
        return with_magnitude(tokens, last, value, 0.1, "words", money=False)
    if half is not None and scale > 1:
        return Number(half[0], value + half[1] * scale, scale / 10, "words")
    denominator = _denominator(tokens, last)
    if denominator is not None and 0 < value < denominator:
        return Number(_denominator_end(tokens, last), value / denominator, 0.0, "fraction")
    step = scale if total and current is None else step_of(value)
    return Number(last, value, step, "words")


def _spoken_decimals(tokens: Sequence[Lex], index: int) -> str | None:
    """The digits of "point five" or "point two five" at `index`."""
    if low_at(tokens, index) != "point":
        return None
    digits = ""
    for token in tokens[index + 1 : index + 7]:
        if SMALL.get(token.low, 10) > 9:
            break
        digits += str(SMALL[token.low])
    return digits or None


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
    position = index + 1 if low_at(tokens, index) == "-" else index
    word = low_at(tokens, position)
    if word == "half":
        # "one-half", "one half of", but not "one half-time goal" or "one half ended"
        return 2.0 if low_at(tokens, position + 1) in _OF_A_WHOLE else None
    if word in ("halves", "seconds", "second"):
        return 2.0 if word == "halves" else None
    singular = word.removesuffix("s")
    if singular == word and position == index and low_at(tokens, index + 1) not in ("of", ""):
        return None  # "one third of", but not "one third party"
    return DENOMINATORS.get(singular)


def _denominator_end(tokens: Sequence[Lex], index: int) -> int:
    return index + 2 if low_at(tokens, index) == "-" else index + 1
