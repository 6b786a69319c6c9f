"""The day that a page names as its own: only one asked for, so that equal runs stay equal."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from factcheck.model import FactcheckError


def day_told(dated: str | None) -> str:
    """The day of `--dated` in words, else that of SOURCE_DATE_EPOCH, else "".

    Raises FactcheckError for what is no day.
    """
    from factcheck.facts.moment_compare import show_day

    day = _of_epoch() if dated is None else _day(dated.strip())
    return "" if day is None else show_day(day)


def _day(words: str) -> date:
    if words == "today":
        return date.today()
    try:
        return date.fromisoformat(words)
    except ValueError as fault:
        raise FactcheckError(f"--dated {words}: no day; write 2026-03-05, or today") from fault


def _of_epoch() -> date | None:
    """The day of SOURCE_DATE_EPOCH (reproducible-builds.org), in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as fault:
        raise FactcheckError(f"SOURCE_DATE_EPOCH is {epoch!r}, not seconds since 1970") from fault
