"""The day on which something appeared, as files state it: ISO 8601, RFC 5322, or in words."""

from __future__ import annotations

from datetime import date
from email.utils import parsedate_to_datetime

from factcheck.read.days import written_days

_LONGEST = 100


def stated_day(words: str) -> date | None:
    """The day that `words` give, in the time zone they give it in; None where that isn't clear."""
    words = words.strip()[:_LONGEST]
    try:
        return date.fromisoformat(words[:10])
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    return next((day.day for day in written_days(words) if day.day), None)
