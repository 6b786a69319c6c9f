"""What an amount measures: money, per cent, a unit, a time, an age, a count, an ordinal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.ages import read_age
from factcheck.facts.amounts import Amount
from factcheck.facts.currency import read_suffix
from factcheck.facts.function_words import FUNCTION_WORDS
from factcheck.facts.labels import read_label, title_case
from factcheck.facts.lexemes import Lex, glued_run, low_at
from factcheck.facts.quantity_context import MONTHS
from factcheck.facts.rates import read_rate
from factcheck.facts.time_units import time_unit
from factcheck.facts.units import read_unit


class Measure(NamedTuple):
    """A unit over lexemes up to `last` (exclusive); the amount is to be multiplied by `factor`.

    `dimension` is that of QuantityValue, or "duration". `open_unit`: the thing counted is still to
    be found.
    """

    last: int
    dimension: str
    unit: str = ""
    factor: float = 1.0
    per: str = ""
    open_unit: bool = False


_PERCENT = frozenset({"%", "percent", "pct", "percents", "percentage"})
_POINTS = frozenset({"point", "points"})
NOTHING = "nothing"
"""The dimension of what turns out to be no quantity ("two days ago")."""


def read_measure(tokens: Sequence[Lex], index: int, amount: Amount) -> Measure | None:
    """What the amount at lexemes `index` to `amount.last` measures; None when it is no quantity."""
    after = amount.last
    if amount.form == "score":
        return Measure(after, "score", "score")
    if amount.form == "ordinal":
        return _ordinal(tokens, index, after)
    if amount.form == "indefinite" and low_at(tokens, after) == "of":
        after += 1  # "millions of dollars", "thousands of miles"
    hyphen = low_at(tokens, after) == "-" and tokens[after].glued
    unit_at = after + 1 if hyphen and after + 1 < len(tokens) else after
    if unit_at > after and low_at(tokens, unit_at) in ("and", "or", "to"):
        return None  # "the 17- and 12-year-old": what it measures comes later
    if low_at(tokens, after) == "block" and low_at(tokens, after + 1) == "of":
        return Measure(after + 1, "label", "block")
    age = read_age(tokens, index, unit_at, after)
    if age is not None:
        return Measure(age.last, "age", age.unit)
    measure = (
        _richter(tokens, after)
        or _money(tokens, after, amount)
        or _percent(tokens, unit_at)
        or _time(tokens, index, unit_at)
        or _physical(tokens, unit_at, amount)
    )
    if measure is not None:
        return _rated(tokens, measure)
    if amount.form == "fraction":
        return Measure(after, "ratio", "", open_unit=False)
    multiple = _multiple(tokens, after, unit_at)
    if multiple is not None:
        return multiple
    if unit_at < len(tokens) and "magnitude" in (tokens[unit_at].low, _named(tokens, index)):
        after = unit_at + 1 if tokens[unit_at].low == "magnitude" else after
        return Measure(after, "magnitude", "magnitude")
    label = read_label(tokens, index, after)
    if label is not None:
        return Measure(after, "label", label)
    return _count(tokens, index, amount.last)


def _named(tokens: Sequence[Lex], index: int) -> str:
    """The word before the number, over a link ("magnitude-7.1", "a magnitude of 6")."""
    before = low_at(tokens, index - 1)
    return low_at(tokens, index - 2) if before in ("-", "at", "of", "was") else before


def _rated(tokens: Sequence[Lex], measure: Measure) -> Measure:
    """`measure` with its rate, if one follows; so many hours a week are a count, no duration."""
    rate = read_rate(tokens, measure.last)
    if rate is None:
        return measure
    dimension = "count" if measure.dimension == "duration" else measure.dimension
    return measure._replace(per=rate.per, last=rate.last, dimension=dimension)


def _richter(tokens: Sequence[Lex], after: int) -> Measure | None:
    """ "5.6 on the Richter scale", "3.8 degrees on the Richter scale"."""
    following = [token.low for token in tokens[after : after + 4]]
    if "richter" not in following:
        return None
    return Measure(after + (following[0] == "degrees"), "magnitude", "magnitude")


def _money(tokens: Sequence[Lex], after: int, amount: Amount) -> Measure | None:
    hyphen = low_at(tokens, after) == "-"
    suffix = read_suffix(tokens, after + 1 if hyphen else after)
    if amount.currency:
        repeated = suffix is not None and not hyphen and suffix.factor == 1.0
        last = suffix.last if repeated and suffix is not None else after
        code = suffix.code if repeated and suffix is not None else amount.currency
        return Measure(last, "money", code)
    if suffix is not None:
        return Measure(suffix.last, "money", suffix.code, suffix.factor)
    if low_at(tokens, after) in ("pounds", "pound") and (
        amount.high >= 1e5 or low_at(tokens, after + 1) == "sterling"
    ):
        return Measure(after + 1, "money", "GBP")
    return None


def _percent(tokens: Sequence[Lex], index: int) -> Measure | None:
    """Per cent, percentage points, basis points."""
    first, second = low_at(tokens, index), low_at(tokens, index + 1)
    last = 0
    if first in _PERCENT:
        last = index + 1
    elif first == "per" and second == "cent":
        last = index + 2
    if last:
        hyphen = low_at(tokens, last) == "-"
        points = low_at(tokens, last + 1 if hyphen else last)
        if points in _POINTS and first != "%":
            return Measure(last + (2 if hyphen else 1), "percentage point", "percentage point")
        if points in _POINTS:
            return Measure(last + (2 if hyphen else 1), "percentage point", "percentage point")
        return Measure(last, "percent", "percent")
    if (first == "basis" and second in _POINTS) or first == "bps":
        return Measure(index + (1 if first == "bps" else 2), "percentage point", "basis point")
    if first == "pp" and index < len(tokens) and tokens[index].glued:
        return Measure(index + 1, "percentage point", "percentage point")
    return None


_LASTING = frozenset("for in within than least about only just took lasted after every".split())
_AGO = frozenset({"ago", "earlier", "later", "hence"})


def _time(tokens: Sequence[Lex], index: int, unit_at: int) -> Measure | None:
    """A length of time; "two days ago" is a moment and none."""
    unit = time_unit(low_at(tokens, unit_at))
    if not unit:
        return None
    last = unit_at + 1
    once = tokens[index].low == "one" and unit == "day" and low_at(tokens, unit_at - 1) != "-"
    if once and low_at(tokens, index - 1) not in _LASTING:
        return Measure(last, NOTHING)  # "one day he left"
    if low_at(tokens, last) in _AGO:
        return Measure(last + 1, NOTHING)
    return Measure(last, "duration", unit)


def _physical(tokens: Sequence[Lex], unit_at: int, amount: Amount) -> Measure | None:
    unit = read_unit(tokens, unit_at)
    if unit is None:
        return None
    if unit.name == "metre" and tokens[unit.last - 1].text == "m" and amount.high < 1:
        return None
    return Measure(unit.last, unit.dimension, unit.name)


def _multiple(tokens: Sequence[Lex], after: int, unit_at: int) -> Measure | None:
    """ "three times as many", "ten-fold", "3x"."""
    low = low_at(tokens, unit_at)
    if low == "fold" or (low == "x" and unit_at == after and tokens[after].glued):
        return Measure(unit_at + 1, "ratio", "times")
    if low == "times" and low_at(tokens, after + 1) in (
        "as",
        "more",
        "higher",
        "the",
        "larger",
        "bigger",
        "greater",
        "faster",
        "that",
        "its",
        "their",
    ):
        return Measure(after + 1, "ratio", "times")
    return None


_NO_ORDINAL = frozenset("quarter quarters half century centuries time-".split())
# What is counted off one by one; "an 18th-century church" and "at the 11th-hour" count nothing.
_COUNTED_OFF = frozenset("minute over lap round hole floor storey inning ball kilometre".split())


def _ordinal(tokens: Sequence[Lex], index: int, after: int) -> Measure | None:
    """An ordinal counts only before a noun or as a rank: "his third goal", "the 21st victim"."""
    following = tokens[after] if after < len(tokens) else None
    if glued_run(tokens, after, "-") and low_at(tokens, after + 1) in _COUNTED_OFF:
        # "An 88th-minute header".
        return Measure(after + 2, "ordinal", low_at(tokens, after + 1))
    if following is None or following.kind != "word" or following.low in _NO_ORDINAL:
        return None
    if following.low in FUNCTION_WORDS:
        return None  # "the first was": a pronoun
    if following.text in MONTHS:
        return None
    figure = tokens[index].kind == "num"
    if not figure and low_at(tokens, index - 1) not in _BEFORE_ORDINAL:
        return None
    capital = tokens[index].text[:1].isupper() or figure
    if capital and following.text[:1].isupper() and not title_case(tokens):
        return Measure(after, "label", following.low)
    return Measure(after, "ordinal", "", open_unit=True)


_BEFORE_ORDINAL = frozenset("the a an his her its their our my 's this s".split())


def _count(tokens: Sequence[Lex], index: int, after: int) -> Measure | None:
    """A count of what the next words name; a pronoun "one" or a bare "the two" counts nothing."""
    if tokens[index].low == "one" and after == index + 1 and not _counting_one(tokens, index):
        return None
    if tokens[index].kind == "word" and _in_name(tokens, index):
        return None
    following = tokens[after] if after < len(tokens) else None
    if following is not None and following.glued and following.kind == "word":
        return None  # "3D", "5G"
    if following is None or following.kind == "sym":
        bare = tokens[index].kind == "word" and low_at(tokens, index - 1) in _POINTING
        return None if bare else Measure(after, "number", open_unit=following is not None)
    return Measure(after, "count", open_unit=True)


_POINTING = frozenset("the these those all both other any between each only".split())


def _in_name(tokens: Sequence[Lex], index: int) -> bool:
    """Whether a number word has a capital inside a sentence: "the Six Nations"."""
    capital = tokens[index].text[:1].isupper() and not tokens[index].text.isupper()
    opens = index == 0 or tokens[index - 1].kind == "sym"
    return capital and not opens and not title_case(tokens)


_NOT_ONE_BEFORE = frozenset(
    "no this that each every any some the another which only many at not number - is was from "
    "day".split()
)
_NOT_ONE_AFTER = frozenset(
    "of another who that which thing day way time hand side point is was has had can could would "
    "will might may says said tells told in to and or but for with by from as such more than - at "
    "on so where".split()
)


def _counting_one(tokens: Sequence[Lex], index: int) -> bool:
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following.kind != "word":
        return False
    return low_at(tokens, index - 1) not in _NOT_ONE_BEFORE and following.low not in _NOT_ONE_AFTER
