"""Colour by meaning. Colour only repeats what the words say."""

from __future__ import annotations

from factcheck.model import Severity, Status

_CODES = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "disputed": "31",
    "corroborated": "32",
    "single": "36",
    "bold": "1",
    "dim": "2",
    "place": "34",
}


def paint(text: str, meaning: str | Severity | Status, *, color: bool) -> str:
    """`text` in the colour of `meaning`, or as it is without `color` (or where there is none)."""
    if not color or not text or meaning not in _CODES:
        return text
    return f"\x1b[{_CODES[meaning]}m{text}\x1b[0m"
