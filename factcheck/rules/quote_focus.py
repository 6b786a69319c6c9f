"""Showing where two wordings part: an excerpt of each around the first difference."""

from __future__ import annotations

from difflib import SequenceMatcher

from factcheck.facts.quote import fold_words
from factcheck.facts.quote_words import key_words

_BEFORE, _AFTER, _LONGEST = 4, 5, 9


def focus(left: str, right: str) -> tuple[str, str]:
    """Both quotations as written, each cut to the words around their first difference.

    Differences at an end that only one of them has are where a quotation is cut, and are passed
    over when there is another.
    """
    ones, twos = left.split(), right.split()
    matcher = SequenceMatcher(None, _folded(ones), _folded(twos), autojunk=False)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    inner = [
        code
        for code in changes
        if code[0] == "replace" or (0 < code[1] < len(ones) and 0 < code[3] < len(twos))
    ]
    for _, start, end, other_start, other_end in (inner or changes)[:1]:
        return _excerpt(ones, start, end), _excerpt(twos, other_start, other_end)
    return _excerpt(ones, 0, _LONGEST), _excerpt(twos, 0, _LONGEST)


def _folded(words: list[str]) -> list[tuple[str, ...]]:
    return [key_words(fold_words(word)) for word in words]


def _excerpt(words: list[str], start: int, end: int) -> str:
    first = max(0, start - _BEFORE) if len(words) > _LONGEST else 0
    last = min(len(words), max(end, start + 1) + _AFTER) if len(words) > _LONGEST else len(words)
    last = min(last, first + 2 * _LONGEST)
    lead = "…" if first else ""
    rest = "…" if last < len(words) else ""
    return f"“{lead}{' '.join(words[first:last])}{rest}”"
