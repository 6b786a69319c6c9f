"""Placing times that are told from the day of writing: weekdays, "yesterday", "last week", "ago".

Each function takes an expression, the day of publication (None: no dateline) and the tense, and
gives the value.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from factcheck.facts.moment_calendar import (
    DAY,
    Interval,
    fineness,
    make_value,
    month_interval,
    part_of,
    two_readings,
)
from factcheck.facts.moment_expression import Expression
from factcheck.model import MomentValue


def resolve_weekday(expression: Expression, published: date | None, tense: str) -> MomentValue:
    assert expression.weekday is not None
    granularity = fineness(expression)
    if published is None:
        return make_value(expression, None, granularity, relative=True)
    if expression.unit == "week" and expression.offset is not None:
        monday = published - published.weekday() * DAY + 7 * expression.offset * DAY
        exact = monday + expression.weekday * DAY
        return make_value(expression, (exact, exact), granularity, relative=True)
    back = (published.weekday() - expression.weekday) % 7
    past = published - back * DAY
    future = published + (-back % 7) * DAY
    if expression.offset == -1:  # "last Friday": not today; some mean the one of last week
        past = past if back else past - 7 * DAY
        same_week = past.isocalendar()[:2] == published.isocalendar()[:2]
        readings = (past - 7 * DAY, past) if same_week else (past, past)
        chosen: date | None = None if same_week else past
    elif expression.offset == 1:  # "next Friday": the coming one or that of next week
        future = future if back else future + 7 * DAY
        same_week = future.isocalendar()[:2] == published.isocalendar()[:2]
        readings = (future, future + 7 * DAY) if same_week else (future, future)
        chosen = None if same_week else future
    else:
        readings = (past, future)
        chosen = {"past": past, "future": future}.get(tense)
        chosen = past if past == future else chosen
    low, high = readings
    return make_value(
        expression,
        (chosen, chosen) if chosen else None,
        granularity,
        candidates=two_readings((low, low), (high, high)),
        relative=True,
    )


def resolve_day(expression: Expression, published: date | None, tense: str) -> MomentValue:
    granularity = fineness(expression)
    if published is None or expression.offset is None:
        return make_value(expression, None, granularity, relative=True)
    exact = published + expression.offset * DAY
    return make_value(expression, (exact, exact), granularity, relative=True)


def resolve_period(expression: Expression, published: date | None, tense: str) -> MomentValue:
    unit = expression.unit
    if published is None or expression.offset is None:
        return make_value(expression, None, unit, relative=True)
    whole = _unit_interval(published, unit, expression.offset)
    start, end = interval = part_of(whole, expression.part)
    if expression.part == "earlier" and start <= published <= end:
        interval = start, published
    elif expression.part == "later" and start <= published <= end:
        interval = published, end
    return make_value(expression, interval, unit, relative=True)


def _unit_interval(published: date, unit: str, offset: int) -> Interval:
    """The week, month, quarter, year, decade or century that lies `offset` units from `published`.

    On a Sunday both ways to begin a week are allowed for, so the interval is the wider one.
    """
    if unit == "week":
        monday = published - published.weekday() * DAY + 7 * offset * DAY
        extra = 6 if published.weekday() == 6 else 0
        if extra and offset >= 0:
            return monday, monday + 12 * DAY
        return monday, monday + (12 if extra else 6) * DAY
    if unit in {"month", "quarter"}:
        size = 1 if unit == "month" else 3
        index = (published.year * 12 + published.month - 1) // size + offset
        first = index * size
        start = date(first // 12, first % 12 + 1, 1)
        final = first + size - 1
        return start, month_interval(final // 12, final % 12 + 1)[1]
    size = {"year": 1, "decade": 10, "century": 100}[unit]
    first_year = (published.year // size + offset) * size
    return date(max(first_year, 1), 1, 1), date(first_year + size - 1, 12, 31)


def resolve_ago(expression: Expression, published: date | None, tense: str) -> MomentValue:
    unit, count = expression.unit, expression.number or 0
    coarse = "hour" if unit == "minute" else unit
    if published is None:
        return make_value(expression, None, coarse, relative=True)
    if unit in {"hour", "minute"}:
        hours = count if unit == "hour" else 0
        moved = published + timedelta(days=int(hours / 24))
        low, high = (moved - DAY, moved) if count < 0 else (moved, moved + DAY)
        return make_value(expression, (low, high), coarse, relative=True)
    if unit == "day":
        exact = published + count * DAY
        return make_value(expression, (exact, exact), "day", relative=True)
    if unit == "week":
        middle = published + 7 * count * DAY
        return make_value(expression, (middle - 3 * DAY, middle + 3 * DAY), "week", relative=True)
    if unit == "month":
        return make_value(
            expression, _unit_interval(published, "month", count), "month", relative=True
        )
    years = count * {"year": 1, "decade": 10, "century": 100}[unit]
    if not 2 <= published.year + years <= 9000:
        return make_value(expression, None, unit, relative=True)
    return make_value(expression, _unit_interval(published, "year", years), "year", relative=True)


def resolve_weekend(expression: Expression, published: date | None, tense: str) -> MomentValue:
    if published is None:
        return make_value(expression, None, "weekend", relative=True)
    saturday = published + (5 - published.weekday()) * DAY
    if published.weekday() == 6:
        saturday = published - DAY
    previous, coming = saturday - 7 * DAY, saturday
    if expression.offset is not None:
        exact = saturday + 7 * expression.offset * DAY
        readings = (exact, exact)
        chosen: date | None = exact
    else:
        past = saturday if published.weekday() >= 5 else previous
        readings = (past, coming)
        chosen = {"past": past, "future": coming}.get(tense)
    low, high = readings
    return make_value(
        expression,
        (chosen, chosen + DAY) if chosen else None,
        "weekend",
        candidates=two_readings((low, low + DAY), (high, high + DAY)),
        relative=True,
    )


def resolve_overnight(expression: Expression, published: date | None, tense: str) -> MomentValue:
    if published is None:
        return make_value(expression, None, "hour", relative=True)
    if expression.weekday is None:
        return make_value(expression, (published - DAY, published), "hour", relative=True)
    day = resolve_weekday(expression, published, tense or "past")
    if day.start is None or day.end is None:
        return replace(day, granularity="hour")
    # "overnight into Sunday" begins on Saturday, "overnight on Saturday" ends on Sunday.
    early, late = (DAY, 0 * DAY) if "into" in expression.words else (0 * DAY, DAY)
    return replace(
        day, start=day.start - early, end=day.end + late, granularity="hour", candidates=()
    )


def resolve_anaphoric(expression: Expression, published: date | None, tense: str) -> MomentValue:
    return make_value(expression, None, expression.unit or "day", relative=True)
