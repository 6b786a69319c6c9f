"""FC202 weekday-mismatch: a weekday that does not fall on the date beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.facts.moment_calendar import safe_date
from factcheck.facts.moment_words import MONTH_NAMES, WEEKDAY_NAMES
from factcheck.model import Fact, FactKind, Finding, Location, MomentValue, Severity
from factcheck.rules.findings import make_finding
from factcheck.rules.other_weekdays import OtherWeekday, other_weekdays
from factcheck.rules.rule import Corpus, Rule

# A date without a year is that of the next or the last such day: so near, and of no other year.
_NEAR = timedelta(days=120)
_ACROSS = 0.9
# Greece was the last country of Europe to take the Gregorian calendar, in 1923; before that a
# weekday may rightly follow another calendar.
GREGORIAN_EVERYWHERE = 1924


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each date that is another weekday; without a year, in the year it means, or
    in that of another text on the story."""
    for claim in corpus.claims:
        for fact in claim.facts:
            if fact.kind is FactKind.MOMENT:
                finding = _finding(corpus, fact)
                if finding is not None:
                    yield finding
    for pair in other_weekdays(corpus):
        yield _across(corpus, pair)


def _across(corpus: Corpus, pair: OtherWeekday) -> Finding:
    wrong, right = pair.wrong.value, pair.right.value
    assert isinstance(wrong, MomentValue)
    assert isinstance(right, MomentValue)
    stated, real = (WEEKDAY_NAMES[value.weekday or 0] for value in (wrong, right))
    written = f"{right.day} {MONTH_NAMES[(right.month or 1) - 1]}"
    return make_finding(
        corpus,
        code=RULE.code,
        rule=RULE.name,
        severity=RULE.severity,
        confidence=_ACROSS,
        message=f"{written} is a {stated} here, a {real} there",
        primary=Location(pair.wrong.document, pair.wrong.span, f"a {stated}"),
        related=[Location(pair.right.document, pair.right.span, f"a {real}")],
        values=(stated, real),
        topic=f"{stated}, {written}",
    )


def _finding(corpus: Corpus, fact: Fact) -> Finding | None:
    value = fact.value
    assert isinstance(value, MomentValue)
    if value.weekday is None or value.day is None or value.month is None:
        return None
    days = _readings(value)
    if not days or any(day.year < GREGORIAN_EVERYWHERE for day in days):
        return None
    day = days[0]
    if any(day.weekday() == value.weekday for day in days):
        near = _nearest_day(value, corpus.by_name[fact.document].published)
        if near is None or near.weekday() == value.weekday:
            return None
        day = near
    real = WEEKDAY_NAMES[day.weekday()]
    stated = WEEKDAY_NAMES[value.weekday]
    written = f"{day.day} {MONTH_NAMES[day.month - 1]}"
    explicit = not value.relative
    sure = explicit or day in days
    message = f"{written} {day.year} is a {real}, not a {stated}"
    if not explicit and sure:
        message = f"{written} is not a {stated} this year, last year or next ({real} in {day.year})"
    return make_finding(
        corpus,
        code=RULE.code,
        rule=RULE.name,
        severity=RULE.severity if sure else Severity.WARNING,
        confidence=0.98 if explicit else 0.85,
        message=message,
        primary=Location(fact.document, fact.span, f"{written} {day.year} is a {real}"),
        values=(stated, real),
        topic=f"{stated}, {written}",
        notes=(f"the nearest {stated} is {_nearest(day, value.weekday)}",),
    )


def _readings(value: MomentValue) -> list[date]:
    """The days the expression can mean: one with a year, those of the near years without."""
    if value.start is not None and not value.relative:
        return [value.start]
    if value.relative:
        chosen = [value.start] if value.start else []
        return [*chosen, *(start for start, _ in value.candidates if start not in chosen)]
    return []


def _nearest_day(value: MomentValue, published: date | None) -> date | None:
    """Of a date without a year, the day near publication that it means; None where that is unsure.

    Another year in which the weekday is right is mostly that of a calendar looked up wrongly.
    """
    if not value.relative or published is None or value.month is None or value.day is None:
        return None
    years = (published.year - 1, published.year, published.year + 1)
    days = [day for year in years if (day := safe_date(year, value.month, value.day))]
    nearest = min(days, key=lambda day: abs(day - published), default=None)
    if nearest is None or abs(nearest - published) > _NEAR:
        return None
    tense = "past" if nearest < published else "future"
    return nearest if value.tense in ("", tense) else None


def _nearest(day: date, weekday: int) -> str:
    ahead = (weekday - day.weekday()) % 7
    near = day + timedelta(days=ahead if ahead <= 3 else ahead - 7)
    return f"{near.day} {MONTH_NAMES[near.month - 1]} {near.year}"


RULE = Rule(
    code="FC202",
    name="weekday-mismatch",
    summary="A weekday that does not fall on the date beside it.",
    severity=Severity.ERROR,
    check=check,
)
