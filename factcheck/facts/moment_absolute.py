"""Placing dates, months, years and seasons that name their own place in the calendar.

Each function takes an expression, the day of publication (None: no dateline) and the tense, and
gives the value.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.facts.moment_calendar import (
    Interval,
    choose,
    fineness,
    make_value,
    month_interval,
    part_of,
    safe_date,
    two_readings,
)
from factcheck.facts.moment_expression import Expression
from factcheck.model import MomentValue


def resolve_date(expression: Expression, published: date | None, tense: str) -> MomentValue:
    assert expression.month is not None
    day = expression.day or 1
    granularity = fineness(expression)
    if expression.year is not None:
        exact = safe_date(expression.year, expression.month, day)
        return make_value(expression, (exact, exact) if exact else None, granularity)
    if published is None:
        return make_value(expression, None, granularity, year_known=False)
    years = [published.year - 1, published.year, published.year + 1]
    days = [found for year in years if (found := safe_date(year, expression.month, day))]
    if expression.weekday is not None:
        days = [found for found in days if found.weekday() == expression.weekday] or days
    past = max((found for found in days if found <= published), default=None)
    future = min((found for found in days if found >= published), default=None)
    chosen = _nearest_year(past, future, published, tense)
    if len(days) == 1:  # the one near year in which the weekday falls on this day
        chosen = days[0]
    return make_value(
        expression,
        (chosen, chosen) if chosen else None,
        granularity,
        candidates=tuple((found, found) for found in (past, future) if found),
        relative=True,
    )


def _nearest_year(
    past: date | None, future: date | None, published: date, tense: str
) -> date | None:
    """The reading that the tense gives, else the nearer one if it is clearly nearer.

    A past tense about a day nearly a year back, or a future one nearly a year on, is more often
    a slip of the tense ("was due on 3 May") than of the year, so it decides nothing.
    """
    back = (published - past).days if past else 400
    ahead = (future - published).days if future else 400
    if tense == "past":
        return past if back <= 330 else None
    if tense == "future":
        return future if ahead <= 330 else None
    if min(back, ahead) * 2 <= max(back, ahead):
        return past if back <= ahead else future
    return None


def resolve_numeric(expression: Expression, published: date | None, tense: str) -> MomentValue:
    """The British and the American reading of a date like 3/4/2024, neither chosen."""
    assert expression.year is not None
    assert expression.month is not None
    assert expression.day is not None
    british = safe_date(expression.year, expression.month, expression.day)
    american = safe_date(expression.year, expression.day, expression.month)
    both = tuple((found, found) for found in (british, american) if found)
    value = make_value(expression, None, "day", candidates=both)
    return replace(value, month=None, day=None)


def resolve_month(expression: Expression, published: date | None, tense: str) -> MomentValue:
    assert expression.month is not None
    month, offset = expression.month, expression.offset
    if expression.year is not None:
        interval = part_of(month_interval(expression.year, month), expression.part)
        return make_value(expression, interval, "week" if expression.part else "month")
    granularity = (
        "week" if expression.part.startswith(("early", "mid", "late", "week")) else "month"
    )
    if published is None:
        return make_value(expression, None, granularity, relative=True, year_known=False)
    past_year = published.year if month <= published.month else published.year - 1
    future_year = published.year if month >= published.month else published.year + 1
    past = part_of(month_interval(past_year, month), expression.part)
    future = part_of(month_interval(future_year, month), expression.part)
    if offset is not None:
        tense = {-1: "past", 1: "future"}.get(offset, "")
        if offset == 0:
            past = future = part_of(month_interval(published.year, month), expression.part)
    chosen = past if past == future else choose(past, future, tense)
    if chosen is None:
        nearest = _nearest_year(past[0], future[0], published, tense)
        chosen = past if nearest == past[0] else future if nearest else None
    return make_value(
        expression, chosen, granularity, candidates=two_readings(past, future), relative=True
    )


def resolve_year(expression: Expression, published: date | None, tense: str) -> MomentValue:
    assert expression.year is not None
    whole = date(expression.year, 1, 1), date(expression.year, 12, 31)
    return make_value(expression, part_of(whole, expression.part), "year")


def resolve_decade(expression: Expression, published: date | None, tense: str) -> MomentValue:
    assert expression.number is not None
    whole = date(expression.number, 1, 1), date(expression.number + 9, 12, 31)
    return make_value(expression, part_of(whole, expression.part), "decade")


def resolve_century(expression: Expression, published: date | None, tense: str) -> MomentValue:
    assert expression.number is not None
    whole = date(expression.number - 1, 1, 1), date(expression.number + 99, 12, 31)
    return make_value(expression, part_of(whole, expression.part), "century")


def resolve_fraction(expression: Expression, published: date | None, tense: str) -> MomentValue:
    assert expression.number is not None
    granularity, months = ("quarter", 3) if expression.shape == "quarter" else ("half", 6)
    granularity = "quarter" if granularity == "half" else granularity
    # A bare "third quarter" is of a year we can't know (or of a match), a fiscal one of no
    # fixed months.
    year = expression.year
    if year is None and expression.offset is not None and published is not None:
        year = published.year + expression.offset
    if year is None or expression.part == "fiscal":
        return make_value(expression, None, granularity, relative=True, year_known=False)
    first = date(year, months * (expression.number - 1) + 1, 1)
    last = month_interval(year, months * expression.number)[1]
    return make_value(expression, (first, last), granularity)


def resolve_fiscal(expression: Expression, published: date | None, tense: str) -> MomentValue:
    # A fiscal year may begin up to eleven months before the calendar year it is named after.
    assert expression.year is not None
    value = make_value(expression, None, "year")
    return replace(
        value, candidates=((date(expression.year - 1, 2, 1), date(expression.year, 12, 31)),)
    )


def resolve_season(expression: Expression, published: date | None, tense: str) -> MomentValue:
    assert expression.number is not None
    first = expression.number

    def of(year: int) -> Interval:
        start = date(year, first, 1)
        end_year, end_month = (year + 1, 2) if first == 12 else (year, first + 2)
        return start, month_interval(end_year, end_month)[1]

    if expression.year is not None:
        interval = of(expression.year)
        if first == 12:  # "winter 2020" may be either end of the year
            interval = date(expression.year - 1, 12, 1), interval[1]
        return make_value(expression, interval, "season")
    if published is None:
        return make_value(expression, None, "season", relative=True, year_known=False)
    readings = [of(published.year + step) for step in (-2, -1, 0, 1)]
    past = max((item for item in readings if item[1] < published), default=None)
    future = min((item for item in readings if item[0] > published), default=None)
    now = next((item for item in readings if item[0] <= published <= item[1]), None)
    if expression.offset == -1:
        chosen = past
    elif expression.offset == 1:
        chosen = future
    else:
        chosen = now or choose(past, future, tense)
    known = (past, now or future) if expression.offset is None else (chosen, None)
    return make_value(expression, chosen, "season", candidates=two_readings(*known), relative=True)
