"""Which words of two passages differ, for quotations and passages that stand twice."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from factcheck.model import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
# Passages longer than this are alike or not; which words differ is no help there.
_LONGEST = 4_000
_FEWEST_ALIKE = 0.4
_EQUAL_MARKS = str.maketrans("‘’“”–—", "''\"\"--")


def differing(one: str, other: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Where words of `one` are not in `other`, and the reverse, as spans of each.

    Nothing where the two have too little in common for a comparison of words, or are very long.
    Case, curly quotation marks and the length of dashes make no difference.
    """
    if max(len(one), len(other)) > _LONGEST:
        return (), ()
    words, others = list(_WORD.finditer(one)), list(_WORD.finditer(other))
    matcher = SequenceMatcher(
        None, [_folded(word) for word in words], [_folded(word) for word in others], autojunk=False
    )
    if matcher.ratio() < _FEWEST_ALIKE:
        return (), ()
    left: list[Span] = []
    right: list[Span] = []
    for kind, start, end, start_other, end_other in matcher.get_opcodes():
        if kind == "equal":
            continue
        if end > start:
            left.append(Span(words[start].start(), words[end - 1].end()))
        if end_other > start_other:
            right.append(Span(others[start_other].start(), others[end_other - 1].end()))
    return tuple(left), tuple(right)


def _folded(word: re.Match[str]) -> str:
    return word.group().translate(_EQUAL_MARKS).casefold()
