"""When the subject of a short text was born, died, began, came out: dates exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from factcheck.facts.moment_compare import intervals, margin
from factcheck.model import Fact, Hedge, Location, MomentValue
from factcheck.rules.short_texts import Side

# Wording before a date, and what the date then is of. Each happens once to one subject.
_EVENTS = (
    ("birth", r"\bborn\b[^.]{0,80}$"),
    ("death", r"\b(?:died|passed away|death)\b[^.;)]{0,60}$"),
    ("foundation", r"\b(?:founded|established|formed|incorporated|set up)\b[^.;,)]{0,50}$"),
    ("building", r"\b(?:built|constructed|erected)\b[^.;,)]{0,40}$"),
    ("release", r"\b(?:released|published|premiered|launched|came out)\b[^.;,)]{0,40}$"),
    ("discovery", r"\b(?:discovered|invented)\b[^.;,)]{0,40}$"),
    ("first flight", r"\bfirst (?:flew|flight)\b[^.;,)]{0,20}$"),
    ("opening", r"\b(?:opened)\b[^.;,)]{0,20}$"),
    ("beginning", r"\b(?:began|started|begins|start of)\b[^.;,)]{0,70}$"),
    ("signing", r"\bsigned\b[^.;,)]{0,60}$"),
    ("wedding", r"\b(?:married|wed)\b[^.;,)]{0,40}$"),
    ("graduation", r"\bgraduated\b[^.;)]{0,70}$"),
    ("election", r"\b(?:elected)\b[^.;,)]{0,60}$"),
)
_PATTERNS = tuple((event, re.compile(pattern)) for event, pattern in _EVENTS)
# "In 1992 it was founded": the date comes first.
_FRONT = re.compile(r"^(?:in|on)\s$", re.IGNORECASE)
# "1992 was the year when it was founded".
_CLEFT = re.compile(
    r"\s(?:is|was)\sthe\s(?:year|month|day|date)\s(?:when|that|in\swhich|on\swhich)\s"
)
_FRONT_EVENTS = {
    "birth": r"\bborn\b",
    "death": r"\b(?:died|passed away)\b",
    "foundation": r"\b(?:founded|established|formed)\b",
    "release": r"\b(?:released|published|premiered)\b",
    "signing": r"\bsigned\b",
    "beginning": r"\b(?:began|started)\b",
}
# "is a 2007 film": the year of release.
_OF_YEAR = re.compile(r"\b(?:is|was)\s(?:an?|the)\s(?:[a-z]+\s)?$")
_OWN = frozenset("birth death".split())
# What nobody does on the day of birth.
_GROWN = frozenset("death wedding graduation election signing".split())
# What a thing may go through more than once, or what may be of something else in the sentence.
_LOOSE = frozenset("beginning signing election building graduation opening".split())
_REPEAT = re.compile(r"\b(?:re-?\w+|again|second|third|later|then|also|until|since|before|after)\b")
# Another verb, or the words of another date, between the event and the date.
_OTHER_EVENT = re.compile(
    r"\b(?:was|were|is|and|who|which|where|when|from|to|after|before|until|since)\b"
)
_OTHER_LIFE = re.compile(
    r"\b(?:was|were|is|who|which|until|since|died|moved|and (?!raised|grew|brought)\w+)\b"
)
_BRACKETED = re.compile(r"[^(),]{2,90}\((?:[^()]{0,80}[;,]\s)?")
_LIFE = re.compile(r"[^()]*\d\s?[-–—]{1,3}\s?[^()]*\d")
_CLOSED = re.compile(r"[^()]{0,40}\)")
_SURE, _LIKELY, _FAIR = 0.95, 0.88, 0.8


@dataclass(frozen=True, slots=True)
class Dated:
    """An event of the subject with its date."""

    event: str
    days: tuple[date, date]
    slack: int
    place: Location
    loose: bool


@dataclass(frozen=True, slots=True)
class DateClash:
    """Two dates of one event."""

    event: str
    left: Dated
    right: Dated
    confidence: float


def date_clashes(one: Side, two: Side) -> Iterator[DateClash]:
    """Events of the subject that the sentences date apart; one for each event."""
    told: set[str] = set()
    if not {"not", "never"}.isdisjoint(one.lower | two.lower):
        return
    for mine in dated(one):
        for theirs in dated(two):
            if mine.event in told:
                continue
            if mine.event != theirs.event:
                if _on_day_of_birth(mine, theirs) or _on_day_of_birth(theirs, mine):
                    told.add(mine.event)
                    event = f"{mine.event} and {theirs.event}"
                    yield DateClash(event, mine, theirs, _LIKELY)
                continue
            if _apart(mine, theirs):
                told.add(mine.event)
                yield DateClash(mine.event, mine, theirs, _confidence(mine, theirs))


def _on_day_of_birth(birth: Dated, other: Dated) -> bool:
    """Whether somebody is said to graduate, marry or die on the very day of being born."""
    if birth.event != "birth" or other.event not in _GROWN or birth.days[0] != birth.days[1]:
        return False
    return birth.days == other.days and not birth.loose and not other.loose


def _confidence(mine: Dated, theirs: Dated) -> float:
    if mine.event in _LOOSE or mine.loose or theirs.loose:
        return _FAIR
    return _SURE if mine.event in _OWN else _LIKELY


def dated(side: Side) -> Iterator[Dated]:
    """The dated events of a sentence."""
    moments = [
        fact
        for fact in side.claim.facts
        if isinstance(fact.value, MomentValue)
        and fact.hedge in (Hedge.EXACT, Hedge.RANGE)
        and fact.value.year_known
        and not fact.value.relative
    ]
    life, used = _span_of_life(side, moments)
    yield from life
    for fact in moments[used:]:
        start, end = fact.span.start - side.offset, fact.span.end - side.offset
        event, loose = _event(side, start, end)
        assert isinstance(fact.value, MomentValue)
        days = intervals(fact.value)
        if event and len(days) == 1 and fact.hedge is Hedge.EXACT:
            yield Dated(event, days[0], margin(fact.value), side.place(start, end), loose)


def _span_of_life(side: Side, moments: list[Fact]) -> tuple[list[Dated], int]:
    """ "Ada Pike (3 May 1871 - 9 June 1940)": birth and death, of a person at the head.

    With the number of moments that tell it.
    """
    if not moments:
        return [], 0
    start = moments[0].span.start - side.offset
    if not _BRACKETED.fullmatch(side.text, 0, start):
        return [], 0
    for number in (1, 2):
        if len(moments) < number:
            break
        end = moments[number - 1].span.end - side.offset
        if not _LIFE.fullmatch(side.text[start:end]) or not _CLOSED.match(side.text, end):
            continue
        first, last = moments[0].value, moments[number - 1].value
        assert isinstance(first, MomentValue)
        assert isinstance(last, MomentValue)
        born, died = _edge(first, number == 1, 0), _edge(last, number == 1, 1)
        if born and died:
            place = side.place(start, end)
            return [
                Dated("birth", born, 0, place, loose=False),
                Dated("death", died, 0, place, loose=False),
            ], number
    return [], 0


def _edge(value: MomentValue, ranged: bool, number: int) -> tuple[date, date] | None:
    """The first (0) or the last (1) date of a range, or the date itself."""
    if value.start is None or value.end is None:
        return None
    if not ranged:
        return value.start, value.end
    day = (value.start, value.end)[number]
    if value.granularity == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return (day, day) if value.granularity == "day" else None


def _event(side: Side, start: int, end: int) -> tuple[str, bool]:
    before = side.text[:start]
    if _OF_YEAR.search(before) and end - start == 4:
        return "release", False
    for event, pattern in _PATTERNS:
        match = pattern.search(before)
        if match is None:
            continue
        between = match.group().split(" ", 1)[-1]
        if (_OTHER_LIFE if event in _OWN else _OTHER_EVENT).search(between):
            return "", False
        if event in _OWN and not _of_subject(side, match.start()):
            return "", False
        return event, bool(_REPEAT.search(before[-60:]))
    if not before and (cleft := _CLEFT.match(side.text, end)):
        for event, wording in _FRONT_EVENTS.items():
            if re.search(wording, side.text[cleft.end() :]):
                return event, False
    if _FRONT.match(before):
        for event, wording in _FRONT_EVENTS.items():
            if re.search(wording, side.text[end : end + 60]):
                return event, False
    return "", False


def _of_subject(side: Side, event: int) -> bool:
    """Whether the last name before the event is the subject's, and no clause of another opens."""
    before = side.text[:event]
    if re.search(r"\b(?:who|whom|whose|which|that|by)\b", before):
        return False
    named = [
        word.lower() for word in re.findall(r"[^\W\d_][^\W\d_'.-]*", before) if word[0].isupper()
    ]
    known = {part for word in side.opening for part in word.split("-")} | {
        "he",
        "she",
        "his",
        "her",
    }
    return not named or named[-1] in known or side.opening[0] in ("he", "she", "his", "her", "the")


def _apart(one: Dated, two: Dated) -> bool:
    """Whether no day is in both; a year inside a name counts as the year that it is."""
    slack = one.slack + two.slack
    (low, high), (other_low, other_high) = one.days, two.days
    return (low - other_high).days > slack or (other_low - high).days > slack
