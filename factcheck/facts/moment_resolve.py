"""Placing a time expression in the calendar: intervals of days, read from the day of publication."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from factcheck.facts.moment_expression import Expression
from factcheck.model import MomentValue

Interval = tuple[date, date]
_DAY = timedelta(days=1)
_THIRDS = {"early": (0, 1 / 3), "mid": (1 / 3, 2 / 3), "late": (2 / 3, 1)}
_HOURLY = {"morning", "lunchtime", "afternoon", "evening", "night"}


def resolve(expression: Expression, published: date | None, tense: str = "") -> MomentValue:
    """The value of `expression` in a text of day `published` (None: no dateline).

    `tense` is "past", "future" or "" (not known) of the clause, and decides between the past and
    the future reading. An expression that can't be placed has start and end None; so has one that
    names no real day ("31 April"), and a range whose end comes before its start, whose two ends are
    then its `candidates`.
    """
    if expression.last is not None:
        return _range(expression, expression.last, published, tense)
    value = _READERS[expression.shape](expression, published, tense)
    return replace(value, clock=expression.clock, tense=tense)


def month_interval(year: int, month: int) -> Interval:
    """The first and the last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _value(
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


def _part(interval: Interval, part: str) -> Interval:
    """The early, middle or late third of an interval, or one week of a month ("week 2")."""
    start, end = interval
    days = (end - start).days + 1
    if part.startswith("week"):
        number = int(part[-1])
        if number == 5:
            return end - 6 * _DAY, end
        return start + timedelta(days=7 * (number - 1)), start + timedelta(days=7 * number - 1)
    if part not in _THIRDS:
        return interval
    low, high = _THIRDS[part]
    return start + timedelta(days=round(days * low)), start + timedelta(days=round(days * high) - 1)


def _choose(past: Interval | None, future: Interval | None, tense: str) -> Interval | None:
    """The reading that the tense allows; None where it does not decide."""
    if tense == "past":
        return past
    if tense == "future":
        return future
    return None


def _two(past: Interval | None, future: Interval | None) -> tuple[Interval, ...]:
    found = [interval for interval in (past, future) if interval is not None]
    return tuple(found[:1] if len(found) == 2 and found[0] == found[1] else found)


# ── dates by day, month and year ──────────────────────────────────────────────────────────────


def _date(expression: Expression, published: date | None, tense: str) -> MomentValue:
    assert expression.month is not None
    day = expression.day or 1
    granularity = "hour" if expression.part in _HOURLY or expression.clock else "day"
    if expression.year is not None:
        exact = safe_date(expression.year, expression.month, day)
        return _value(expression, (exact, exact) if exact else None, granularity)
    if published is None:
        return _value(expression, None, granularity, year_known=False)
    years = [published.year - 1, published.year, published.year + 1]
    days = [found for year in years if (found := safe_date(year, expression.month, day))]
    if expression.weekday is not None:
        days = [found for found in days if found.weekday() == expression.weekday] or days
    past = max((found for found in days if found <= published), default=None)
    future = min((found for found in days if found >= published), default=None)
    chosen = _nearest_year(past, future, published, tense)
    return _value(
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
    if tense == "past" and back <= 330:
        return past
    if tense == "future" and ahead <= 330:
        return future
    if min(back, ahead) * 2 <= max(back, ahead):
        return past if back <= ahead else future
    return None


def _numeric(expression: Expression, published: date | None, tense: str) -> MomentValue:
    """ "3/4/2024": the British and the American reading, neither chosen."""
    assert expression.year and expression.month and expression.day
    british = safe_date(expression.year, expression.month, expression.day)
    american = safe_date(expression.year, expression.day, expression.month)
    both = tuple((found, found) for found in (british, american) if found)
    value = _value(expression, None, "day", candidates=both)
    return replace(value, month=None, day=None)


def _month(expression: Expression, published: date | None, tense: str) -> MomentValue:
    assert expression.month is not None
    month, offset = expression.month, expression.offset
    if expression.year is not None:
        interval = _part(month_interval(expression.year, month), expression.part)
        return _value(expression, interval, "week" if expression.part else "month")
    granularity = (
        "week" if expression.part.startswith(("early", "mid", "late", "week")) else "month"
    )
    if published is None:
        return _value(expression, None, granularity, relative=True, year_known=False)
    past_year = published.year if month <= published.month else published.year - 1
    future_year = published.year if month >= published.month else published.year + 1
    past = _part(month_interval(past_year, month), expression.part)
    future = _part(month_interval(future_year, month), expression.part)
    if offset is not None:
        tense = {-1: "past", 1: "future"}.get(offset, "")
        if offset == 0:
            past = future = _part(month_interval(published.year, month), expression.part)
    chosen = past if past == future else _choose(past, future, tense)
    if chosen is None:
        nearest = _nearest_year(past[0], future[0], published, tense)
        chosen = past if nearest == past[0] else future if nearest else None
    return _value(expression, chosen, granularity, candidates=_two(past, future), relative=True)


# ── longer spans ──────────────────────────────────────────────────────────────────────────────


def _year(expression: Expression, published: date | None, tense: str) -> MomentValue:
    assert expression.year is not None
    whole = date(expression.year, 1, 1), date(expression.year, 12, 31)
    return _value(expression, _part(whole, expression.part), "year")


def _decade(expression: Expression, published: date | None, tense: str) -> MomentValue:
    assert expression.number is not None
    whole = date(expression.number, 1, 1), date(expression.number + 9, 12, 31)
    return _value(expression, _part(whole, expression.part), "decade")


def _century(expression: Expression, published: date | None, tense: str) -> MomentValue:
    assert expression.number is not None
    whole = date(expression.number - 1, 1, 1), date(expression.number + 99, 12, 31)
    return _value(expression, _part(whole, expression.part), "century")


def _fraction(expression: Expression, published: date | None, tense: str) -> MomentValue:
    assert expression.number is not None
    granularity, months = ("quarter", 3) if expression.shape == "quarter" else ("half", 6)
    granularity = "quarter" if granularity == "half" else granularity
    # A bare "third quarter" is of a year we can't know (or of a match), a fiscal one of no
    # fixed months.
    if expression.year is None or expression.part == "fiscal":
        return _value(expression, None, granularity, relative=True, year_known=False)
    first = date(expression.year, months * (expression.number - 1) + 1, 1)
    last = month_interval(expression.year, months * expression.number)[1]
    return _value(expression, (first, last), granularity)


def _fiscal(expression: Expression, published: date | None, tense: str) -> MomentValue:
    # A fiscal year may begin up to eleven months before the calendar year it is named after.
    assert expression.year is not None
    value = _value(expression, None, "year")
    return replace(
        value, candidates=((date(expression.year - 1, 2, 1), date(expression.year, 12, 31)),)
    )


def _season(expression: Expression, published: date | None, tense: str) -> MomentValue:
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
        return _value(expression, interval, "season")
    if published is None:
        return _value(expression, None, "season", relative=True, year_known=False)
    readings = [of(published.year + step) for step in (-2, -1, 0, 1)]
    past = max((item for item in readings if item[1] < published), default=None)
    future = min((item for item in readings if item[0] > published), default=None)
    now = next((item for item in readings if item[0] <= published <= item[1]), None)
    if expression.offset == -1:
        chosen = past
    elif expression.offset == 1:
        chosen = future
    else:
        chosen = now or _choose(past, future, tense)
    known = (past, now or future) if expression.offset is None else (chosen, None)
    return _value(expression, chosen, "season", candidates=_two(*known), relative=True)


# ── told from the day of writing ──────────────────────────────────────────────────────────────


def _weekday(expression: Expression, published: date | None, tense: str) -> MomentValue:
    assert expression.weekday is not None
    granularity = "hour" if expression.part in _HOURLY or expression.clock else "day"
    if published is None:
        return _value(expression, None, granularity, relative=True)
    if expression.unit == "week" and expression.offset is not None:
        monday = published - published.weekday() * _DAY + 7 * expression.offset * _DAY
        exact = monday + expression.weekday * _DAY
        return _value(expression, (exact, exact), granularity, relative=True)
    back = (published.weekday() - expression.weekday) % 7
    past = published - back * _DAY
    future = published + (-back % 7) * _DAY
    if expression.offset == -1:  # "last Friday": not today; some mean the one of last week
        past = past if back else past - 7 * _DAY
        same_week = past.isocalendar()[:2] == published.isocalendar()[:2]
        readings = (past - 7 * _DAY, past) if same_week else (past, past)
        chosen: date | None = None if same_week else past
    elif expression.offset == 1:  # "next Friday": the coming one or that of next week
        future = future if back else future + 7 * _DAY
        same_week = future.isocalendar()[:2] == published.isocalendar()[:2]
        readings = (future, future + 7 * _DAY) if same_week else (future, future)
        chosen = None if same_week else future
    else:
        readings = (past, future)
        chosen = {"past": past, "future": future}.get(tense)
        chosen = past if past == future else chosen
    low, high = readings
    return _value(
        expression,
        (chosen, chosen) if chosen else None,
        granularity,
        candidates=_two((low, low), (high, high)),
        relative=True,
    )


def _day(expression: Expression, published: date | None, tense: str) -> MomentValue:
    granularity = "hour" if expression.part in _HOURLY or expression.clock else "day"
    if published is None or expression.offset is None:
        return _value(expression, None, granularity, relative=True)
    exact = published + expression.offset * _DAY
    return _value(expression, (exact, exact), granularity, relative=True)


def _period(expression: Expression, published: date | None, tense: str) -> MomentValue:
    unit = expression.unit
    if published is None or expression.offset is None:
        return _value(expression, None, unit, relative=True)
    interval = _part(_unit_interval(published, unit, expression.offset), expression.part)
    return _value(expression, interval, unit, relative=True)


def _unit_interval(published: date, unit: str, offset: int) -> Interval:
    """The week, month, quarter, year, decade or century that lies `offset` units from `published`.

    On a Sunday both ways to begin a week are allowed for, so the interval is the wider one.
    """
    if unit == "week":
        monday = published - published.weekday() * _DAY + 7 * offset * _DAY
        extra = 6 if published.weekday() == 6 else 0
        if extra and offset >= 0:
            return monday, monday + 12 * _DAY
        return monday, monday + (12 if extra else 6) * _DAY
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


def _ago(expression: Expression, published: date | None, tense: str) -> MomentValue:
    unit, count = expression.unit, expression.number or 0
    coarse = "hour" if unit == "minute" else unit
    if published is None:
        return _value(expression, None, coarse, relative=True)
    if unit in {"hour", "minute"}:
        hours = count if unit == "hour" else 0
        moved = published + timedelta(days=int(hours / 24))
        low, high = (moved - _DAY, moved) if count < 0 else (moved, moved + _DAY)
        return _value(expression, (low, high), coarse, relative=True)
    if unit == "day":
        exact = published + count * _DAY
        return _value(expression, (exact, exact), "day", relative=True)
    if unit == "week":
        middle = published + 7 * count * _DAY
        return _value(expression, (middle - 3 * _DAY, middle + 3 * _DAY), "week", relative=True)
    if unit == "month":
        return _value(expression, _unit_interval(published, "month", count), "month", relative=True)
    years = count * {"year": 1, "decade": 10, "century": 100}[unit]
    if not 2 <= published.year + years <= 9000:
        return _value(expression, None, unit, relative=True)
    return _value(expression, _unit_interval(published, "year", years), "year", relative=True)


def _weekend(expression: Expression, published: date | None, tense: str) -> MomentValue:
    if published is None:
        return _value(expression, None, "weekend", relative=True)
    saturday = published + (5 - published.weekday()) * _DAY
    if published.weekday() == 6:
        saturday = published - _DAY
    previous, coming = saturday - 7 * _DAY, saturday
    if expression.offset is not None:
        exact = saturday + 7 * expression.offset * _DAY
        readings = (exact, exact)
        chosen: date | None = exact
    else:
        past = saturday if published.weekday() >= 5 else previous
        readings = (past, coming)
        chosen = {"past": past, "future": coming}.get(tense)
    low, high = readings
    return _value(
        expression,
        (chosen, chosen + _DAY) if chosen else None,
        "weekend",
        candidates=_two((low, low + _DAY), (high, high + _DAY)),
        relative=True,
    )


def _overnight(expression: Expression, published: date | None, tense: str) -> MomentValue:
    if published is None:
        return _value(expression, None, "hour", relative=True)
    if expression.weekday is None:
        return _value(expression, (published - _DAY, published), "hour", relative=True)
    day = _weekday(expression, published, tense or "past")
    if day.start is None or day.end is None:
        return replace(day, granularity="hour")
    # "overnight into Sunday" begins on Saturday, "overnight on Saturday" ends on Sunday.
    early, late = (_DAY, 0 * _DAY) if "into" in expression.words else (0 * _DAY, _DAY)
    return replace(
        day, start=day.start - early, end=day.end + late, granularity="hour", candidates=()
    )


def _anaphoric(expression: Expression, published: date | None, tense: str) -> MomentValue:
    return _value(expression, None, expression.unit or "day", relative=True)


# ── ranges ────────────────────────────────────────────────────────────────────────────────────


def _range(first: Expression, last: Expression, published: date | None, tense: str) -> MomentValue:
    whole = replace(first, last=None)
    if whole.year is None and last.year is not None and whole.month is not None:
        earlier = last.month is not None and whole.month > last.month
        whole = replace(whole, year=last.year - 1 if earlier else last.year)
    low = resolve(whole, published, tense)
    high = resolve(last, published, tense)
    value = replace(low, expression=first.words, day=None, weekday=None)
    if low.start is None or low.end is None or high.start is None or high.end is None:
        return replace(value, start=None, end=None, candidates=(), year_known=low.year_known)
    if high.end < low.start:
        if first.year is None and last.year is None:  # "from 20 December to 3 January"
            return replace(value, start=None, end=None, candidates=())
        ends = ((low.start, low.end), (high.start, high.end))
        return replace(value, start=None, end=None, candidates=ends)
    return replace(value, start=low.start, end=high.end, candidates=())


_READERS: dict[str, Callable[[Expression, date | None, str], MomentValue]] = {
    "date": _date,
    "numeric": _numeric,
    "month": _month,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "quarter": _fraction,
    "half": _fraction,
    "fiscal": _fiscal,
    "season": _season,
    "weekday": _weekday,
    "day": _day,
    "period": _period,
    "ago": _ago,
    "weekend": _weekend,
    "overnight": _overnight,
    "anaphoric": _anaphoric,
}
