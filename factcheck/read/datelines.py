"""Lines that say when a text appeared, and the datelines that open a first paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from factcheck.read.days import MONTH, written_days

_MOST_WORDS = 18
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_ZONE = (
    r"(?:GMT|UTC|BST|IST|CES?T|EES?T|MSK|[ECMP](?:S|D)?T|AE[SD]T|NZ[SD]T|SGT|HKT|JST|WAT|EAT|CAT"
    r"|local time)\b"
)
_CLOCK = (
    r"(?:[T@]|\bat\s)?\s?\b\d{1,2}(?:[:.]\d{2}){1,2}(?:\.\d{1,6})?\s?(?:[ap]\.?\s?m\b\.?)?Z?"
    r"|\b\d{1,2}\s?[ap]\.?\s?m\b\.?|\b\d{4}\s?(?:hrs|h)\b|\b(?:noon|midnight)\b"
    r"|[+-]\d{1,2}:?\d{2}\b"
)
_AGO = (
    r"\b(?:\d{1,3}|an?|one|two|three)\s?(?:s|m|h|d|secs?|mins?|minutes?|hrs?|hours?|days?|weeks?"
    r"|months?)\sago\b|\bjust now\b|\byesterday\b|\btoday\b"
)
_NO_YEAR = rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}|\b{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b"
_PUBLISHED = (
    r"\b(?:(?:first|originally|this (?:article|story) was(?: first| originally)?)\s)?"
    r"(?:published|posted|released|issued|filed|created)\b|\bpublication date\b|\bdate\b"
)
_UPDATED = r"\b(?:last\s)?(?:updated?|modified|edited|revised|amended)\b"
_READING_TIME = r"\b\d{1,2}[\s-]min(?:ute)?s?\.?[\s-]read\b"
_SMALL = r"\b(?:on|at|date|time|online|in print|web|edition|and)\b"
_REMOVED = re.compile(
    "|".join(
        f"(?:{part})"
        for part in (_READING_TIME, _AGO, _WEEKDAY, _CLOCK, _ZONE, _PUBLISHED, _UPDATED, _SMALL)
    ),
    re.IGNORECASE,
)
_NO_YEAR_RE = re.compile(_NO_YEAR, re.IGNORECASE)
_PUBLISHED_RE = re.compile(_PUBLISHED, re.IGNORECASE)
_UPDATED_RE = re.compile(_UPDATED, re.IGNORECASE)
_AGO_RE = re.compile(_AGO, re.IGNORECASE)
_CLOCK_RE = re.compile(_CLOCK, re.IGNORECASE)
_WEEKDAY_RE = re.compile(_WEEKDAY, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a line says of when a text appeared.

    `day` is None when the line has no year or two readings. `sense` is "published", "updated" or
    "" (a bare date). `rest` is what else stands on the line (a place, a name, an agency).
    """

    day: date | None
    sense: str
    rest: str


def read_dateline(text: str) -> Dateline | None:
    """The dateline that a short line is, or None if it holds no date or time of publication."""
    if len(text) > 200 or len(text.split()) > _MOST_WORDS:
        return None
    days = written_days(text)
    bare = _without(text, [(day.start, day.end) for day in days])
    partial = _NO_YEAR_RE.sub(" ", bare)
    dated = bool(days) or partial != bare or bool(_AGO_RE.search(bare))
    if not dated and not (_CLOCK_RE.search(bare) and _WEEKDAY_RE.search(bare)):
        return None
    rest = " ".join(_REMOVED.sub(" ", partial).split()).strip(" ,;:|/()[]·•–—-.~*_")
    return Dateline(_chosen_day(text), _sense(text), rest)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _sense(text: str) -> str:
    if _PUBLISHED_RE.search(text):
        return "published"
    return "updated" if _UPDATED_RE.search(text) else ""


def _chosen_day(text: str) -> date | None:
    """The day of "published" where a line also gives the day of an update, else the first."""
    days = [day for day in written_days(text) if day.day is not None]
    if not days:
        return None
    published = _PUBLISHED_RE.search(text)
    if published:
        after = [day for day in days if day.start >= published.end()]
        return (after or days)[0].day
    return days[0].day


# "LONDON, Dec 7, 2025 (Reuters) - ", "PARIS (AP) — ", "(Jan 27, 2009 12:17 PM) ", "NEW YORK -- "
_AGENCY = r"\([A-Z][\w. /&-]{1,40}\)"
_PLACE = r"[A-Z][A-Z.'’-]+(?:[ ,/]{1,2}[A-Z][\w.'’-]*){0,5}"
_OPENING = re.compile(
    rf"(?:{_PLACE}(?:, (?P<date1>[^()\n]{{3,40}}?))?\s?{_AGENCY}\s?[-–—:]{{1,3}}"
    rf"|{_PLACE}, (?P<date2>[^()\n–—-]{{3,40}}?)\s?[-–—:]{{1,3}}"
    r"|[A-Z][A-Z.'’-]{4,30}(?:, [A-Z][\w.]{1,20})?\s?(?:--|[–—])(?=[^–—\n]{0,120}(?:[.!?]|$))"
    r"|\((?P<date3>[^()\n]{6,60})\)(?:\s?[-–—]){0,2}"
    r"|(?P<date4>\d{1,4} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2,4})(?:\s?[-–—:])"
    r")\s+"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline at the start of a line: it ends at `end`, `day` is None when no year is given."""

    end: int
    day: date | None


def read_opening(text: str) -> Opening | None:
    """The dateline with which `text` opens ("LONDON, Dec 7, 2025 (Reuters) - "), if it does."""
    found = _OPENING.match(text[:_LONGEST_OPENING])
    if not found:
        return None
    written = next((found[name] for name in _DATES if found[name]), "")
    if not written:
        return Opening(found.end(), None)
    dateline = read_dateline(written)
    if dateline is None or dateline.rest:
        return None
    return Opening(found.end(), dateline.day)


_LONGEST_OPENING = 200
_DATES = ("date1", "date2", "date3", "date4")
