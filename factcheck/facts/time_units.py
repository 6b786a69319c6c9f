"""Units of time: how they are written and how long they last."""

from __future__ import annotations

SECONDS: dict[str, float] = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86400.0,
    "week": 7 * 86400.0,
    "fortnight": 14 * 86400.0,
    "month": 30.4375 * 86400.0,
    "quarter": 91.3125 * 86400.0,
    "season": 365.25 * 86400.0,
    "year": 365.25 * 86400.0,
    "decade": 3652.5 * 86400.0,
    "century": 36525.0 * 86400.0,
}
"""Length in seconds; a month and a year are means (of the Julian year of 365.25 days)."""

DURATION_UNITS = frozenset(SECONDS) - {"quarter", "season"}

_SHORT: dict[str, str] = {
    "sec": "second",
    "secs": "second",
    "min": "minute",
    "mins": "minute",
    "hr": "hour",
    "hrs": "hour",
    "h": "hour",
    "wk": "week",
    "wks": "week",
    "yr": "year",
    "yrs": "year",
    "mo": "month",
    "mos": "month",
    "centuries": "century",
}


def time_unit(low: str) -> str:
    """The unit of time that the lower-case word `low` names ("hrs" is "hour"), or ""."""
    low = low.removesuffix("'s")
    if low in _SHORT:
        return _SHORT[low]
    singular = low[:-1] if low.endswith("s") else low
    return singular if singular in DURATION_UNITS else ""
