"""Names by their first letters: "Care Quality Commission" and "CQC", "Formula 1" and "F1"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.facts.function_words import FUNCTION_WORDS

ShortForm = tuple[tuple[str, ...], str]
"""The words of a name as written, and its short form in lower case."""

# A name in front of brackets that hold letters, and a name with a figure.
_BRACKETED = re.compile(r"((?:[^\W\d_][\w'-]*\s){2,8})\(([^\W\d_]{2,8})\)")
_NUMBERED = re.compile(r"\b([A-Z][^\W\d_]+)\s(\d{1,2})\b")
_PARTS = re.compile(r"[\s-]+")
# Two letters are the first ones of too many words; brackets say what they stand for.
_LEAST = 3


def initials_of(name: str) -> str:
    """The first letters, in lower case, of the words of a name that have a capital."""
    return "".join(word[0] for word in _PARTS.split(name) if word[:1].isupper()).lower()


def short_forms(text: str, names: Iterable[str]) -> Iterator[ShortForm]:
    """The short forms that the names of a text may have elsewhere, or have in brackets there."""
    for name in names:
        letters = initials_of(name)
        if len(letters) >= _LEAST and letters not in FUNCTION_WORDS:
            yield tuple(name.split()), letters
    for match in _NUMBERED.finditer(text):
        yield (match[1],), f"{match[1][0].lower()}{match[2]}"
    for match in _BRACKETED.finditer(text) if "(" in text else ():
        words, short = match[1].split(), match[2].lower()
        capitals = [number for number, word in enumerate(words) if word[0].isupper()]
        if len(capitals) >= len(short):
            spelt = words[capitals[-len(short)] :]
            if initials_of(" ".join(spelt)) == short:
                yield tuple(spelt), short
