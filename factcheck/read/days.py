"""Days as datelines write them: "07 December 2025", "Dec. 7, 2025", "2025-12-07", "28/11/2005".

This grammar reads only the complete days of page furniture, where the year is given. The moments of
running text are the business of `factcheck.facts.moment`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_ORDINAL = r"(?:\s?(?:st|nd|rd|th)\b)?"
_DAY = re.compile(
    r"(?<![\d.,])(?:"
    rf"(?P<d1>\d{{1,2}}){_ORDINAL}(?:\s+of)?[\s-]{{1,3}}(?P<m1>{MONTH}),?[\s-]{{1,3}}(?P<y1>\d{{4}})"
    rf"|(?P<m2>\b{MONTH})\s{{0,3}}(?P<d2>\d{{1,2}}){_ORDINAL},?\s{{1,3}}(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})(?P<s3>[-/.])(?P<m3>\d{1,2})(?P=s3)(?P<d3>\d{1,2})"
    r"|(?P<a4>\d{1,2})\s?(?P<s4>[/.-])\s?(?P<b4>\d{1,2})\s?(?P=s4)\s?(?P<y4>\d{4}|\d{2})"
    r")(?![\d])(?![.,]\d)",
    re.IGNORECASE,
)
_FIRST_YEAR, _LAST_YEAR = 1700, 2199


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day from `start` to `end` of a string; `day` is None if it has not just one reading."""

    start: int
    end: int
    day: date | None


def written_days(text: str) -> tuple[WrittenDay, ...]:
    """Every complete day (with its year) written in `text`, in order.

    "11/27/2005" has one reading and is read; "05/11/2005" has two, and its `day` is None. A year of
    two digits counts as 1970 to 2069.
    """
    return tuple(
        WrittenDay(found.start(), found.end(), _read(found)) for found in _DAY.finditer(text)
    )


def _read(found: re.Match[str]) -> date | None:
    if found["y1"]:
        return _day(found["y1"], _month(found["m1"]), found["d1"])
    if found["y2"]:
        return _day(found["y2"], _month(found["m2"]), found["d2"])
    if found["y3"]:
        return _day(found["y3"], int(found["m3"]), found["d3"])
    first, second, year = int(found["a4"]), int(found["b4"]), _full_year(found["y4"])
    readings = {_day(year, first, second), _day(year, second, first)} - {None}
    return next(iter(readings)) if len(readings) == 1 else None


def _month(word: str) -> int:
    return _MONTHS.index(word[:3].lower()) + 1


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return 2000 + year if year < 70 else 1900 + year


def _day(year: str | int, month: int, day: str | int) -> date | None:
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return None
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
