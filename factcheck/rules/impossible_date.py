"""FC203 impossible-date: a day the calendar lacks, an end before its start, a past yet to come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from factcheck.facts.moment_calendar import safe_date
from factcheck.facts.moment_compare import is_reversed, show_day
from factcheck.facts.moment_words import MONTH_NAMES
from factcheck.model import (
    Claim,
    Document,
    Fact,
    FactKind,
    Finding,
    Hedge,
    Location,
    Modality,
    MomentValue,
    Severity,
)
from factcheck.rules.findings import make_finding
from factcheck.rules.rule import Corpus, Rule

_LEAP_YEAR = 2000
# It may be tomorrow already where the event was.
_TIME_ZONES = timedelta(days=1)
# A number and a month that stand together by chance: "of the 30 February cases", "31 April jobs".
_COUNTED = re.compile(r"\s(?:people|men|women|percent|per|[a-z]{3,}(?<!s)s)\b")
# Past verbs that arrange something for a day to come.
_ARRANGING = frozenset(
    "announce plan schedule set agree call book confirm propose expect fix decide invite order "
    "arrange promise pledge vow postpone delay move reschedule defer extend adjourn say tell add "
    "report predict forecast project warn hope aim vote approve pass sign order rule grant offer "
    "sell buy due want need intend choose name list mark give receive".split()
)


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each moment that can't be right, whatever else is said."""
    for claim in corpus.claims:
        document = corpus.by_name[claim.document]
        for fact in claim.facts:
            if fact.kind is not FactKind.MOMENT:
                continue
            problem = (
                _no_such_day(document, fact)
                or _backwards(document, fact)
                or _past_to_come(document, claim, fact)
            )
            if problem is None:
                continue
            message, confidence, severity = problem
            yield make_finding(
                corpus,
                code=RULE.code,
                rule=RULE.name,
                severity=severity,
                confidence=confidence,
                message=message,
                primary=Location(fact.document, fact.span, message),
                values=(" ".join(fact.surface.split()),),
                topic=" ".join(fact.surface.split()),
            )


_Problem = tuple[str, float, Severity]


def _no_such_day(document: Document, fact: Fact) -> _Problem | None:
    value = fact.value
    assert isinstance(value, MomentValue)
    if value.day is None or value.month is None or value.start is not None or value.candidates:
        return None
    explicit = value.year_known and not value.relative
    never = safe_date(_LEAP_YEAR, value.month, value.day) is None
    if not explicit and not never:
        return None
    if not explicit and _COUNTED.match(document.text[fact.span.end : fact.span.end + 24]):
        return None
    month = MONTH_NAMES[value.month - 1]
    if never:
        return f"there is no {value.day} {month}", 0.97 if explicit else 0.9, Severity.ERROR
    return f"there is no {value.day} {month} in a year that is no leap year", 0.97, Severity.ERROR


def _backwards(document: Document, fact: Fact) -> _Problem | None:
    value = fact.value
    assert isinstance(value, MomentValue)
    if not is_reversed(value):
        return None
    if re.match(r"\s?(?:BC|BCE)\b", document.text[fact.span.end : fact.span.end + 5]):
        return None
    first, last = value.candidates
    days = value.granularity in {"day", "hour"}
    start, end = show_day(first[0]), show_day(last[0])
    if not days:
        start, end = str(first[0].year), str(last[0].year)
        if start == end:
            start, end = (
                f"{MONTH_NAMES[side[0].month - 1]} {side[0].year}" for side in (first, last)
            )
    return f"ends ({end}) before it begins ({start})", 0.92 if days else 0.85, Severity.ERROR


def _past_to_come(document: Document, claim: Claim, fact: Fact) -> _Problem | None:
    """A thing told as past on a full date after the day of publication."""
    value = fact.value
    assert isinstance(value, MomentValue)
    published = document.published
    if published is None or value.start is None or value.relative or not value.year_known:
        return None
    if value.day is None or value.tense != "past" or fact.hedge is not Hedge.EXACT:
        return None
    if value.start <= published + _TIME_ZONES or claim.modality is not Modality.FACT:
        return None
    if not re.search(r"\b[Oo]n\s$", document.text[max(0, fact.span.start - 4) : fact.span.start]):
        return None
    if not _ARRANGING.isdisjoint(fact.slot.event) or claim.predicate in _ARRANGING:
        return None
    message = f"told as past, but after the day of publication ({show_day(published)})"
    return message, 0.8, Severity.WARNING


RULE = Rule(
    code="FC203",
    name="impossible-date",
    summary="A day the calendar lacks, an end before its start, or a past event yet to come.",
    severity=Severity.ERROR,
    check=check,
)
