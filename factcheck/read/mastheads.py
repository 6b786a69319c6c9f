"""Lines at the head of a text that name a paper, an agency or a release beside a day.

"The Sentinel, Wednesday 5 November 2025 - Obituary", "News release, 3 July 2025": what stands on
them are names and a few words of the trade, and marks part the day from what is beside it. A
title in capitals with a day in it ("Mayor Opens Bridge on 4 May 2026") has no such marks.
"""

from __future__ import annotations

import re
from datetime import date

from factcheck.read.datelines import read_dateline
from factcheck.read.days import written_days

_MOST_WORDS = 14
_TRADE = frozenset(
    "press news media agency newspaper magazine newsroom desk staff own local special national "
    "release statement bulletin newsletter briefing notice immediate use embargo embargoed until "
    "edition issue early late midday final first report reports reporting writes correspondent "
    "reporter editor writer obituary feature comment analysis transcript extract".split()
)
# "property editor", "court reporter": whatever the beat.
_BEAT = re.compile(r"\b[a-z]+(?=\s(?:editor|correspondent|reporter|writer)\b)")
_SMALL = frozenset("of the and & for from in at by to with our a an".split())
_MARK = r"[|,;:.()/•·*_–—-]"
_BEFORE = re.compile(
    rf"(?:^|{_MARK})\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?$", re.IGNORECASE
)
_BEHIND = re.compile(rf"\s*(?:$|{_MARK})")
_WORDS = re.compile(r"[^\s|,;:()/•·*_–—]+")


def masthead_day(text: str) -> date | None:
    """The day on a line that names who published a text, None where the line is none."""
    dateline = read_dateline(text)
    days = [day for day in written_days(text) if day.day is not None]
    if dateline is None or dateline.day is None or len(days) != 1:
        return None
    (day,) = days
    if not _BEFORE.search(text[: day.start]) or not _BEHIND.match(text, day.end):
        return None
    words = [word.strip(".'\"“”‘’-") for word in _WORDS.findall(_BEAT.sub("", dateline.rest))]
    named = [word for word in words if word]
    if not named or len(named) > _MOST_WORDS:
        return None
    if not all(word[0].isupper() or word.lower() in _TRADE | _SMALL for word in named):
        return None
    return None if any(map(str.isdigit, dateline.rest)) else dateline.day
