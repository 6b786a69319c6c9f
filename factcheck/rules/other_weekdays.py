"""One day of the month with two weekdays in two texts on one story: for FC202.

"Thursday 20 May" in a text that gives no year is no fault by itself; another text on the story says
which year it is, and that 20 May is a Tuesday then. A weekday that is right in the year before or
after may be that of another year's event, and is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.facts.moment_calendar import safe_date
from factcheck.model import DocumentRole, Fact, FactKind, MomentValue
from factcheck.rules.one_story import one_story
from factcheck.rules.rule import Corpus


@dataclass(frozen=True, slots=True)
class OtherWeekday:
    """A date without a year whose weekday is wrong, and the same date of a text that has a year."""

    wrong: Fact
    right: Fact


def other_weekdays(corpus: Corpus) -> Iterator[OtherWeekday]:
    """The dates whose weekday another text on the story contradicts, in text order.

    Sources are not held against each other when there is a draft.
    """
    dated = _dated(corpus)
    for claim in corpus.claims:
        for fact in claim.facts:
            key = _key(fact)
            if key is None or _year(fact) is not None:
                continue
            right = next((one for one in dated.get(key, ()) if _clash(corpus, fact, one)), None)
            if right is not None:
                yield OtherWeekday(fact, right)


def _dated(corpus: Corpus) -> dict[tuple[int, int], list[Fact]]:
    """Dates with a weekday that is right in their year, by month and day."""
    found: dict[tuple[int, int], list[Fact]] = {}
    for claim in corpus.claims:
        for fact in claim.facts:
            key = _key(fact)
            year = None if key is None else _year(fact)
            if key is not None and year is not None and _falls(fact, year):
                found.setdefault(key, []).append(fact)
    return found


def _key(fact: Fact) -> tuple[int, int] | None:
    value = fact.value
    if fact.kind is not FactKind.MOMENT or not isinstance(value, MomentValue):
        return None
    if value.weekday is None or value.day is None or value.month is None:
        return None
    return value.month, value.day


def _year(fact: Fact) -> int | None:
    assert isinstance(fact.value, MomentValue)
    return None if fact.value.start is None else fact.value.start.year


def _falls(fact: Fact, year: int) -> bool:
    """Whether the date is its weekday in a year."""
    value = fact.value
    assert isinstance(value, MomentValue)
    day = safe_date(year, value.month or 0, value.day or 0)
    return day is not None and day.weekday() == value.weekday


def _clash(corpus: Corpus, fact: Fact, other: Fact) -> bool:
    year = _year(other)
    if fact.document == other.document or year is None:
        return False
    roles = [corpus.by_name[one.document].role for one in (fact, other)]
    if corpus.has_draft and roles != [DocumentRole.DRAFT, DocumentRole.SOURCE]:
        return False
    near = any(_falls(fact, one) for one in (year - 1, year, year + 1))
    return not near and one_story(corpus, fact.document, other.document)
