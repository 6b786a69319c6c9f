"""FC202 weekday-mismatch: a weekday that does not fall on the date beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.facts.moment_words import MONTH_NAMES, WEEKDAY_NAMES
from factcheck.model import Fact, FactKind, Finding, Location, MomentValue, Severity
from factcheck.rules.findings import make_finding
from factcheck.rules.rule import Corpus, Rule

# Greece was the last country of Europe to take the Gregorian calendar, in 1923; before that a
# weekday may rightly follow another calendar.
GREGORIAN_EVERYWHERE = 1924


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each date that is another weekday; without a year, in no near year."""
    for claim in corpus.claims:
        for fact in claim.facts:
            if fact.kind is FactKind.MOMENT:
                finding = _finding(corpus, fact)
                if finding is not None:
                    yield finding


def _finding(corpus: Corpus, fact: Fact) -> Finding | None:
    value = fact.value
    assert isinstance(value, MomentValue)
    if value.weekday is None or value.day is None or value.month is None:
        return None
    days = _readings(value)
    if not days or any(day.weekday() == value.weekday for day in days):
        return None
    if any(day.year < GREGORIAN_EVERYWHERE for day in days):
        return None
    day = days[0]
    real = WEEKDAY_NAMES[day.weekday()]
    stated = WEEKDAY_NAMES[value.weekday]
    written = f"{day.day} {MONTH_NAMES[day.month - 1]}"
    explicit = not value.relative
    return make_finding(
        corpus,
        code=RULE.code,
        rule=RULE.name,
        severity=RULE.severity,
        confidence=0.98 if explicit else 0.85,
        message=f"{written} {day.year} is a {real}, not a {stated}"
        if explicit
        else f"{written} is not a {stated} this year, last year or next ({real} in {day.year})",
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
