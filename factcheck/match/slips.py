"""Slips of the pen: how a figure that was meant to be copied comes out wrong.

Two figures that have nothing to do with each other seldom differ by a swap of two digits, the
less the more digits they have, so such a likeness tells that one was taken from the other. What
typists do to numbers: swap neighbours, mistake, drop or double one digit (F. J. Damerau, "A
technique for computer detection and correction of spelling errors", Communications of the ACM 7(3),
1964); what writers do: a million for a billion.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from factcheck.annotate.shadow import shadow_of
from factcheck.facts.number_parts import neat
from factcheck.facts.quantity import POINTS
from factcheck.facts.time_units import SECONDS
from factcheck.facts.units import MEASURED, convert
from factcheck.model import DurationValue, Fact, MomentValue, QuantityValue

NO_SLIP = "none"
SWAPPED = "digits swapped"
"""Neighbouring digits that changed places; the level tells how many digits there are."""
_ONE_DIGIT, _SCALE = "one digit", "another scale"
OTHER_UNIT = "another unit"
"""A number copied with another unit of its dimension: 84 km/h for 84 mph."""
# Of any two days in one story every thirtieth pair has the same number in two months; two days of
# one month are common, and so are two anniversaries.
_OTHER_MONTH, _OTHER_WEEK, _OTHER_DAY, _OTHER_YEAR = (
    "another month",
    "another week",
    "another day",
    "another year",
)
YEAR_SWAPPED, _YEAR_DIGIT = "digits of a year swapped", "one digit of a year"
_NUMBER = re.compile(r"\d(?:[\d,]*\d)?(?:\.\d+)?")
# From so many digits on, a likeness is hardly ever an accident.
_MOST_TOLD = 5
# From so many digits on two that changed places tell, neighbours or not.
_EXCHANGED = 4
# From this ratio on nobody takes one unit for the other.
_TOLD_APART = 1.5
# Weeks are taken for months, and minutes for hours, but no days for years.
_NEXT_UNIT = 60
# Of one and two there are many of any length.
_SEVERAL = 3
# Factors between the scales of number words: thousand, million, billion, trillion.
_SCALES = (1e3, 1e6, 1e9)


def slip_level(left: Fact, right: Fact) -> str:
    """Which slip makes one figure of the other, with the number of digits; NO_SLIP for none."""
    if isinstance(left.value, MomentValue) and isinstance(right.value, MomentValue):
        return _dates(left.value, right.value)
    numbers = _exact(left), _exact(right)
    if None in numbers:
        return NO_SLIP
    if is_other_unit(left, right):
        return f"{OTHER_UNIT}, {_count(len(_digits(left.surface).rstrip('0')))}"
    if numbers[0] == numbers[1]:
        return NO_SLIP
    one, two = (_digits(fact.surface) or _written_out(fact) for fact in (left, right))
    if not one or not two:
        return NO_SLIP
    if one == two:
        told = len(one.rstrip("0"))
        return f"{_SCALE}, {_count(told)}" if _scaled(*numbers) else NO_SLIP
    longer = max(len(one), len(two))
    if longer >= _EXCHANGED and _are_exchanged(one, two):
        return f"{SWAPPED}, {_count(_telling(one, two) - 1)}"
    if OSA.distance(one, two) > 1 or longer < 2 or abs(len(one) - len(two)) == longer - 1:
        return NO_SLIP
    kind = SWAPPED if sorted(one) == sorted(two) else _ONE_DIGIT
    return f"{kind}, {_count(_telling(one, two))}"


def _are_exchanged(one: str, two: str) -> bool:
    """Whether two digits that are no neighbours changed places: 4,806 and 4,608.

    Typists swap neighbours; two such figures of four digits are as seldom an accident.
    """
    if sorted(one) != sorted(two):
        return False
    differing = [at for at, digit in enumerate(one) if digit != two[at]]
    return len(differing) == 2 and differing[1] - differing[0] > 1


def is_other_unit(left: Fact, right: Fact) -> bool:
    """Whether one number is given in two units that make it two amounts: 84 mph and 84 km/h.

    Miles of two sorts, and yards and metres, are taken for one another in speech.
    """
    one, two = left.value, right.value
    if isinstance(one, DurationValue) and isinstance(two, DurationValue):
        return _is_other_length(one, two)
    if not isinstance(one, QuantityValue) or not isinstance(two, QuantityValue):
        return False
    if {one.dimension, two.dimension} == {"percent", POINTS}:
        return one.low == two.low
    if one.dimension != two.dimension or one.dimension not in MEASURED:
        return False
    if one.unit == two.unit or one.low != two.low or not _digits(left.surface):
        return False
    other = convert(one.low, one.unit, two.unit)
    return other is not None and max(other, two.low) >= _TOLD_APART * min(other, two.low) > 0


def _is_other_length(one: DurationValue, two: DurationValue) -> bool:
    """Whether a length is so many weeks here and as many months there."""
    units = SECONDS.get(one.unit), SECONDS.get(two.unit)
    if one.unit == two.unit or None in units or one.low != one.high or two.low != two.high:
        return False
    numbers = [neat(value.low / SECONDS[value.unit]) for value in (one, two)]
    near = max(one.low, two.low) <= _NEXT_UNIT * min(one.low, two.low)
    return near and numbers[0] == numbers[1] and numbers[0] >= _SEVERAL


def _telling(one: str, two: str) -> int:
    """The digits that tell: of 473,000 and 437,000 the three, and one for the same scale."""
    longer = max(len(one), len(two))
    zeros = min(len(digits) - len(digits.rstrip("0")) for digits in (one, two))
    return longer - zeros + 1 if zeros > 1 else longer


def _count(digits: int) -> str:
    return f"of {min(digits, _MOST_TOLD)}" + ("+" if digits >= _MOST_TOLD else "")


def _exact(fact: Fact) -> float | None:
    """The number of an exact figure; None of a range, a bound or what is no figure."""
    value = fact.value
    if not isinstance(value, (QuantityValue, DurationValue)) or value.low != value.high:
        return None
    return value.low


@lru_cache(maxsize=16384)
def _digits(surface: str) -> str:
    """The digits of the only number in `surface`, "" where there is none or more than one."""
    found = _NUMBER.findall(shadow_of(surface))
    return re.sub(r"\D", "", found[0]) if len(found) == 1 else ""


def _written_out(fact: Fact) -> str:
    """The digits of a count in words: 23 of "twenty-three patients"."""
    number = _exact(fact)
    if not isinstance(fact.value, QuantityValue) or number is None:
        return ""
    in_words = not any(map(str.isdigit, fact.surface))
    return str(int(number)) if in_words and 10 <= number < 100 and number % 1 == 0 else ""


def _scaled(one: float | None, two: float | None) -> bool:
    if not one or not two:
        return False
    ratio = abs(one / two)
    return any(math.isclose(max(ratio, 1 / ratio), scale, rel_tol=1e-6) for scale in _SCALES)


def _dates(one: MomentValue, two: MomentValue) -> str:
    """Which slip makes one date of another: 31 July and 31 August, 1878 and 1887."""
    if one.granularity == two.granularity == "year":
        return _years(one, two)
    # A day that is named in full is stated, even where the year is read from the dateline.
    stated = all(value.day is not None or not value.relative for value in (one, two))
    parts = [(one.day, two.day), (one.month, two.month), (_year(one), _year(two))]
    named = [(left, right) for left, right in parts if left is not None and right is not None]
    if not stated or len(named) < 2 or sum(left != right for left, right in named) != 1:
        return NO_SLIP
    if one.day != two.day:
        if abs((one.day or 0) - (two.day or 0)) == 1:
            # What is found on one day is acted upon on the next.
            return NO_SLIP
        return _OTHER_WEEK if _same_weekday(one, two) else _OTHER_DAY
    return _OTHER_MONTH if one.month != two.month else _OTHER_YEAR


def _same_weekday(one: MomentValue, two: MomentValue) -> bool:
    """Whether both dates name the weekday, and the same one: Saturday 7 and Saturday 14 June."""
    return one.weekday is not None and one.weekday == two.weekday


def _years(one: MomentValue, two: MomentValue) -> str:
    """A slip between two years of one century; two decades are told apart on purpose."""
    years = _year(one), _year(two)
    if None in years or one.relative or two.relative or years[0] == years[1]:
        return NO_SLIP
    first, second = (f"{year:04d}" for year in years if year is not None)
    if sorted(first) == sorted(second) and OSA.distance(first, second) == 1:
        return YEAR_SWAPPED
    differing = sum(left != right for left, right in zip(first, second, strict=True))
    return _YEAR_DIGIT if differing == 1 and first[3] == second[3] else NO_SLIP


def _year(value: MomentValue) -> int | None:
    return value.start.year if value.start is not None and value.year_known else None
