"""What the grammar of moments reads: one time expression, not yet placed in the calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from re import Match, Pattern


@dataclass(frozen=True, slots=True)
class Expression:
    """One time expression of a text; offsets are into the text that was searched.

    `shape` is one of date, month, year, decade, century, quarter, half, fiscal, season, weekday,
    day, period, ago, weekend, overnight, numeric, anaphoric. `words` is the wording in lower case.
    `number` is the quarter or half, the season's first month, the decade's or century's first year,
    or the count of an "ago". `unit` is the unit of a period or an "ago". `offset` is -1 for last,
    0 for this, +1 for next (a day's offset for "yesterday"). `part` is early, mid or late, or a
    part of day. `bound` is since, until, about or "". `named` marks a year inside a name ("the
    2025 Strategy"). `last` is the second end of a range.
    """

    start: int
    end: int
    shape: str
    words: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    number: int | None = None
    unit: str = ""
    offset: int | None = None
    part: str = ""
    clock: str = ""
    bound: str = ""
    named: bool = False
    last: Expression | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One pattern of the grammar and what reads its matches (None: not a moment after all).

    Every match holds one of the `cues`, in whatever case; a form without any is always tried.
    """

    pattern: Pattern[str]
    read: Callable[[Match[str]], Expression | None]
    cues: tuple[str, ...] = ()


def folded(text: str) -> str:
    """`text` in lower case with its white space made single."""
    return " ".join(text.lower().split())


def before(match: Match[str], width: int = 24) -> str:
    """The `width` characters before a match."""
    return match.string[max(0, match.start() - width) : match.start()]


def after(match: Match[str], width: int = 24) -> str:
    """The `width` characters after a match."""
    return match.string[match.end() : match.end() + width]
