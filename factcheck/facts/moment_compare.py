"""How two moments stand to each other, and how one is shown."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.facts.moment_words import MONTH_NAMES, WEEKDAY_NAMES
from factcheck.model import Comparison, Fact, Hedge, MomentValue, Relation

Interval = tuple[date, date]

# Days by which the edges of a vague expression may be off: an article's "early December" may end on
# the 13th, a week may begin on Sunday, an English summer in May.
_MARGINS = {"week": 1, "weekend": 1, "season": 45, "hour": 0}
_VAGUE_MARGINS = {"week": 5, "month": 5, "year": 90, "decade": 900, "century": 5000, "season": 60}
_VAGUE = (
    "early",
    "mid",
    "late",
    "beginning",
    "start",
    "end",
    "the beginning",
    "the start",
    "the end",
)
_OPEN = {Hedge.AT_LEAST, Hedge.AT_MOST}
# Verbs of ending: what closes on a day runs until that day.
_ENDS = frozenset("close end finish conclude expire".split())
END = "when it ends"
"""The reason of two moments of which one is the day of an ending and one that of "until"."""


def compare(left: Fact, right: Fact) -> Comparison:
    """EQUAL for one interval, COMPATIBLE where they overlap, DIFFERENT where they can't meet.

    An expression with two readings differs only if neither meets the other side. An open side
    ("since 2014", "until Friday") and a year inside a name never differ, but two deadlines do.
    Times that can't be placed are compared by what they do say: the weekday, or the day and the
    month.
    """
    one, two = left.value, right.value
    assert isinstance(one, MomentValue)
    assert isinstance(two, MomentValue)
    readings_one, readings_two = intervals(one), intervals(two)
    if readings_one and readings_two:
        outcome = _of_intervals(one, two, readings_one, readings_two)
    else:
        outcome = _of_parts(left, right, one, two)
    loose = left.hedge in _OPEN or right.hedge in _OPEN or _is_named(one) or _is_named(two)
    if loose and _is_end(left, right):
        return Comparison(outcome.relation, END)
    loose = loose and not (_is_deadline(left) and _is_deadline(right))
    if outcome.relation is Relation.DIFFERENT and loose:
        return Comparison(Relation.INCOMPARABLE, "one side is open or part of a name")
    if outcome.relation is Relation.EQUAL and left.hedge is not right.hedge:
        return Comparison(Relation.COMPATIBLE, outcome.reason)
    return outcome


def _is_deadline(fact: Fact) -> bool:
    """Whether a time is a day, named as such, until which something goes on: "by 31 August".

    What had come about by some day may have come about by another too.
    """
    return fact.hedge is Hedge.AT_MOST and _is_day_to_come(fact)


def _is_day_to_come(fact: Fact) -> bool:
    value = fact.value
    assert isinstance(value, MomentValue)
    named = value.day is not None and value.granularity in ("day", "hour")
    return named and value.tense != "past"


def _is_end(left: Fact, right: Fact) -> bool:
    """Whether one side ends on a day to come, and the other goes on until one."""
    return any(
        _is_deadline(until)
        and _is_day_to_come(closing)
        and closing.hedge is Hedge.EXACT
        and not _ENDS.isdisjoint(closing.slot.event[:1])
        for until, closing in ((left, right), (right, left))
    )


def intervals(value: MomentValue) -> tuple[Interval, ...]:
    """The intervals a value can mean: the chosen one, else its candidates (none if reversed)."""
    if value.start is not None and value.end is not None:
        return ((value.start, value.end),)
    return () if is_reversed(value) else value.candidates


def is_reversed(value: MomentValue) -> bool:
    """Whether the value is a range written with its end before its start."""
    if value.start is not None or len(value.candidates) != 2:
        return False
    first, last = value.candidates
    return last[1] < first[0] and " to " in f" {value.expression} ".replace("-", " to ")


def _is_named(value: MomentValue) -> bool:
    return value.expression.startswith("named ")


def margin(value: MomentValue) -> int:
    """Days by which the edges of the value's interval are vague."""
    if (
        value.expression.removeprefix("the ").startswith(_VAGUE)
        and value.granularity in _VAGUE_MARGINS
    ):
        return _VAGUE_MARGINS[value.granularity]
    if value.expression.endswith(" ago"):
        return {"week": 4, "month": 16, "year": 190, "decade": 1500}.get(value.granularity, 0)
    if "night" in value.expression:
        return 1
    return _MARGINS.get(value.granularity, 0)


def _of_intervals(
    one: MomentValue,
    two: MomentValue,
    readings_one: tuple[Interval, ...],
    readings_two: tuple[Interval, ...],
) -> Comparison:
    if readings_one == readings_two and len(readings_one) == 1:
        if one.clock and two.clock and one.clock != two.clock:
            return Comparison(Relation.COMPATIBLE, "same day, other clock time")
        return Comparison(Relation.EQUAL, "same days")
    if _year_is_guessed(one, two) and (one.month, one.day) == (two.month, two.day):
        return Comparison(Relation.COMPATIBLE, "same day or month, no year written")
    both_nights = "night" in one.expression and "night" in two.expression
    slack = timedelta(days=0 if both_nights else margin(one) + margin(two))
    for low, high in readings_one:
        for other_low, other_high in readings_two:
            if low - slack <= other_high and other_low - slack <= high:
                return Comparison(Relation.COMPATIBLE, "the days overlap")
    return Comparison(Relation.DIFFERENT, "no day in common")


def _year_is_guessed(one: MomentValue, two: MomentValue) -> bool:
    """Whether a month stands on both sides and on one without its year."""
    return (one.relative or two.relative) and one.month is not None and two.month is not None


def _of_parts(left: Fact, right: Fact, one: MomentValue, two: MomentValue) -> Comparison:
    """Compares what two values say when at least one of them has no place in the calendar."""
    if one.day is not None and two.day is not None and one.month and two.month:
        if (one.month, one.day) == (two.month, two.day):
            if one.year_known is False and two.year_known is False:
                return Comparison(Relation.EQUAL, "same day and month")
            return Comparison(Relation.COMPATIBLE, "same day and month")
        return Comparison(Relation.DIFFERENT, "other day or month")
    months = _month_of(one), _month_of(two)
    if months[0] and months[1]:
        relation = Relation.COMPATIBLE if months[0] == months[1] else Relation.DIFFERENT
        return Comparison(relation, "same month" if months[0] == months[1] else "other month")
    quarters = quarter_of(one), quarter_of(two)
    if quarters[0] and quarters[1]:
        relation = Relation.COMPATIBLE if quarters[0] == quarters[1] else Relation.DIFFERENT
        return Comparison(relation, "quarters of a year")
    weekdays = _weekday_of(one), _weekday_of(two)
    if weekdays[0] is not None and weekdays[1] is not None:
        if weekdays[0] != weekdays[1]:
            return Comparison(Relation.DIFFERENT, "other weekday")
        same = left.document == right.document and one.expression == two.expression
        return Comparison(Relation.EQUAL if same else Relation.COMPATIBLE, "same weekday")
    if left.document == right.document and one.expression == two.expression and one.relative:
        return Comparison(Relation.EQUAL, "same words")
    return Comparison(Relation.INCOMPARABLE, "no common anchor")


def _month_of(value: MomentValue) -> int | None:
    if value.month is not None:
        return value.month
    if (
        value.start
        and value.end
        and (value.start.year, value.start.month)
        == (
            value.end.year,
            value.end.month,
        )
    ):
        return value.start.month
    return None


_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def quarter_of(value: MomentValue) -> int | None:
    """The quarter of the year that the value names, 1 to 4."""
    if value.granularity != "quarter":
        return None
    words = value.expression.replace("-", " ").split()
    named = [_QUARTERS[word] for word in words if word in _QUARTERS and "quarter" in words]
    short = [
        int(word[1]) for word in words if len(word) == 2 and word[0] == "q" and word[1] in "1234"
    ]
    found = [*named, *short]
    return found[0] if len(found) == 1 else None


def _weekday_of(value: MomentValue) -> int | None:
    if value.start is not None and value.start == value.end:
        return value.start.weekday()
    if value.granularity in {"day", "hour"} and "overnight" not in value.expression:
        return value.weekday
    return None


def show(fact: Fact) -> str:
    """The moment for people: "5 December 2025 (Friday)", "December 2025", or its own words."""
    value = fact.value
    assert isinstance(value, MomentValue)
    words = value.expression.removeprefix("named ")
    if value.start is None or value.end is None:
        return _own_words(words)
    start, end = value.start, value.end
    clock = f", {value.clock}" if value.clock else ""
    if start == end:
        return f"{show_day(start)} ({WEEKDAY_NAMES[start.weekday()]}){clock}"
    if _is_whole_month(start, end):
        return f"{MONTH_NAMES[start.month - 1]} {start.year}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {show_day(end)}"
    return f"{show_day(start)} to {show_day(end)}"


def show_day(day: date) -> str:
    """A day in words: "5 December 2025"."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _is_whole_month(start: date, end: date) -> bool:
    return (
        start.day == 1
        and (end + timedelta(days=1)).day == 1
        and (start.year, start.month) == (end.year, end.month)
    )


def _own_words(words: str) -> str:
    names = {name.lower(): name for name in (*MONTH_NAMES, *WEEKDAY_NAMES)}
    return " ".join(names.get(word, word) for word in words.split())
