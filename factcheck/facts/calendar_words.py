"""Words of the calendar and the clock: days, months, and the units and parts of time."""

from __future__ import annotations

CALENDAR_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december "
    "today yesterday tomorrow morning afternoon evening night minute hour day weekend week month "
    "quarter half year decade century spring summer autumn winter q1 q2 q3 q4".split()
)
