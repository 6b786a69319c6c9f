"""Patterns of files: one meaning of `*`, `**` and `?` wherever a setting names files."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path

from factcheck.model import FactcheckError

_SPECIAL = re.compile(r"([*?\[\]])")


def matches(pattern: str, path: str) -> bool:
    """Whether `path` (from the working folder, or absolute) is one of the files of `pattern`.

    `*` and `?` stand for characters of one name, `**` for any folders, `[…]` for one of the
    characters in it. A pattern with a slash counts from the working folder unless it is absolute;
    one without fits a name in any folder. A pattern that fits a folder fits all that is in it.
    """
    full = Path(os.path.abspath(path)).as_posix()  # noqa: PTH100
    trimmed = pattern.rstrip("/")
    if "/" in trimmed and not Path(trimmed).is_absolute():
        trimmed = anchored(trimmed, Path.cwd())
    return _compiled(trimmed).fullmatch(full) is not None


def matches_document(pattern: str, name: str) -> bool:
    """Whether a document, or the file that holds it as a record ("wire.jsonl#a12"), fits."""
    return matches(pattern, name) or ("#" in name and matches(pattern, name.rpartition("#")[0]))


def anchored(pattern: str, folder: Path) -> str:
    """`pattern` as counted from `folder`, absolute; what is special in the folder's name isn't."""
    if Path(pattern).is_absolute():
        return pattern
    start = _SPECIAL.sub(r"[\1]", folder.as_posix().rstrip("/"))
    return f"{start}/{pattern.lstrip('/').removeprefix('./')}"


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    anywhere = "" if "/" in pattern else "(?:.*/)?"
    parts = []
    position = 0
    while position < len(pattern):
        if pattern.startswith("**/", position):
            parts.append("(?:[^/]+/)*")
            position += 3
        elif pattern.startswith("**", position):
            parts.append(".*")
            position += 2
        else:
            part, position = _one(pattern, position)
            parts.append(part)
    try:
        return re.compile(f"{anywhere}{''.join(parts)}(?:/.*)?", re.S)
    except re.error as error:
        raise FactcheckError(f"{pattern}: not a pattern of files: {error.msg}") from error


def _one(pattern: str, position: int) -> tuple[str, int]:
    char = pattern[position]
    if char == "*":
        return "[^/]*", position + 1
    if char == "?":
        return "[^/]", position + 1
    close = pattern.find("]", position + 2) if char == "[" else -1
    if close < 0:
        return re.escape(char), position + 1
    inside = pattern[position + 1 : close]
    negated = inside[:1] in ("!", "^")
    inside = "".join(re.escape(one) if one != "-" else one for one in inside[negated:])
    return f"[{'^/' if negated else ''}{inside}]", close + 1
