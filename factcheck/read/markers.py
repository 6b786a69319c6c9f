"""Marks at the start of a line that say what it is: lists, headings, quotes, tables, rules."""

from __future__ import annotations

import re

_BULLET = re.compile(r"[-*+•‣◦▪▫●○■□–·➢➤►✓✔]\s+(?=\S)")
_NUMBER = re.compile(r"(?:\d{1,3}[.)]|\(\d{1,3}\)|[a-zA-Z]\)|\([a-z]\)|[ivx]{1,4}[.)])\s+(?=\S)")
_HASHES = re.compile(r"(#{1,6})\s+(?=\S)")
_QUOTE = re.compile(r"(?:>\s?){1,8}")
_RULE = re.compile(r"[\s|:+=_*~#.•·-]+")


def list_marker(text: str) -> int:
    """The length of the bullet or number with which a list item opens, 0 for no list item."""
    found = _BULLET.match(text) or _NUMBER.match(text)
    return found.end() if found else 0


def heading_marker(text: str) -> tuple[int, int]:
    """Level and length of a Markdown heading's "# ", (0, 0) for no such heading."""
    found = _HASHES.match(text)
    return (len(found[1]), found.end()) if found else (0, 0)


def quote_marker(text: str) -> int:
    """The length of the "> " with which a quoted line opens, 0 for none."""
    found = _QUOTE.match(text)
    return found.end() if found else 0


def is_table_row(text: str) -> bool:
    """Whether a line is a row with cells between bars ("| a | b |") or with tabs."""
    bars = text.count("|")
    if text.startswith("|"):
        return bars >= 2
    return text.count("\t") >= 2


def is_rule(text: str) -> bool:
    """Whether a line is drawn, not written: "---", "* * *", "====", "|---|---|"."""
    if len(text) < 2 and text not in "|*~_•·=-":
        return False
    return bool(_RULE.fullmatch(text))


def is_underline(text: str) -> int:
    """The heading level that a line of "====" (1) or "----" (2) gives to the one above, else 0."""
    if len(text) >= 3 and not text.strip("="):
        return 1
    return 2 if len(text) >= 3 and not text.strip("-") else 0
