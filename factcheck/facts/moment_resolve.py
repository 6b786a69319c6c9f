"""Placing a time expression in the calendar, as intervals of days, from the day of publication."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from factcheck.facts import moment_absolute as absolute
from factcheck.facts import moment_dateline as dateline
from factcheck.facts.moment_expression import Expression
from factcheck.model import MomentValue

_READERS: dict[str, Callable[[Expression, date | None, str], MomentValue]] = {
    "date": absolute.resolve_date,
    "numeric": absolute.resolve_numeric,
    "month": absolute.resolve_month,
    "year": absolute.resolve_year,
    "decade": absolute.resolve_decade,
    "century": absolute.resolve_century,
    "quarter": absolute.resolve_fraction,
    "half": absolute.resolve_fraction,
    "fiscal": absolute.resolve_fiscal,
    "season": absolute.resolve_season,
    "weekday": dateline.resolve_weekday,
    "day": dateline.resolve_day,
    "period": dateline.resolve_period,
    "ago": dateline.resolve_ago,
    "weekend": dateline.resolve_weekend,
    "overnight": dateline.resolve_overnight,
    "anaphoric": dateline.resolve_anaphoric,
}


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
