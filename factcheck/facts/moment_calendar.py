"""Intervals of days: months, thirds of a period, and the choice between a past and a future one."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from factcheck.facts.moment_expression import Expression
from factcheck.model import MomentValue

Interval = tuple[date, date]
DAY = timedelta(days=1)
_THIRDS = {"early": (0, 1 / 3), "mid": (1 / 3, 2 / 3), "late": (2 / 3, 1)}
_HOURLY = {"morning", "lunchtime", "afternoon", "evening", "night"}


def fineness(expression: Expression) -> str:
    """ "hour" for an expression with a part of day or a clock time, else "day"."""
    return "hour" if expression.part in _HOURLY or expression.clock else "day"


def month_interval(year: int, month: int) -> Interval:
    """The first and the last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def make_value(
    expression: Expression,
    interval: Interval | None,
    granularity: str,
    *,
    candidates: tuple[Interval, ...] = (),
    relative: bool = False,
    year_known: bool = True,
) -> MomentValue:
    start, end = interval if interval else (None, None)
    return MomentValue(
        start=start,
        end=end,
        granularity=granularity,
        expression=("named " if expression.named else "") + expression.words,
        relative=relative,
        candidates=candidates,
        weekday=expression.weekday,
        month=expression.month,
        day=expression.day,
        year_known=year_known,
    )


def part_of(interval: Interval, part: str) -> Interval:
    """The early, middle or late third of an interval, or one week of a month ("week 2")."""
    start, end = interval
    days = (end - start).days + 1
    if part.startswith("week"):
        number = int(part[-1])
        if number == 5:
            return end - 6 * DAY, end
        return start + timedelta(days=7 * (number - 1)), start + timedelta(days=7 * number - 1)
    if part not in _THIRDS:
        return interval
    low, high = _THIRDS[part]
    return start + timedelta(days=round(days * low)), start + timedelta(days=round(days * high) - 1)


def choose(past: Interval | None, future: Interval | None, tense: str) -> Interval | None:
    """The reading that the tense allows; None where it does not decide."""
    if tense == "past":
        return past
    if tense == "future":
        return future
    return None


def two_readings(past: Interval | None, future: Interval | None) -> tuple[Interval, ...]:
    found = [interval for interval in (past, future) if interval is not None]
    return tuple(found[:1] if len(found) == 2 and found[0] == found[1] else found)
