"""Names by their first letters: "Care Quality Commission" and "CQC", "Formula One" and "F1"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from factcheck.facts.function_words import FUNCTION_WORDS

ShortForm = tuple[tuple[str, ...], str]
"""The words of a name as written, and its short form in lower case."""

# A name in front of brackets that hold letters.
_BRACKETED = re.compile(r"((?:[^\W\d_][\w'-]*\s){2,8})\(([^\W\d_]{2,8})\)")
# What ends a name, as a figure and in Roman letters.
_NUMBERS = {
    "One": "1 i", "Two": "2 ii", "Three": "3 iii", "Four": "4 iv", "Five": "5 v", "Six": "6 vi",
    "Seven": "7 vii", "Eight": "8 viii", "Nine": "9 ix", "Ten": "10 x",
    "II": "ii 2", "III": "iii 3",
}  # fmt: skip
_PARTS = re.compile(r"[\s-]+")
# Two letters are the first ones of too many words; brackets say what they stand for.
_LEAST = 3


def initials_of(name: str) -> str:
    """The first letters, in lower case, of the words of a name that have a capital."""
    return "".join(word[0] for word in _PARTS.split(name) if word[:1].isupper()).lower()


def short_forms(text: str, names: Iterable[str]) -> Iterator[ShortForm]:
    """The short forms that the names of a text may have elsewhere, or have in brackets there."""
    for name in names:
        parts, letters = tuple(name.split()), initials_of(name)
        if len(letters) >= _LEAST and letters not in FUNCTION_WORDS and parts[-1] not in _NUMBERS:
            yield parts, letters
    for match in _numbered().finditer(text):
        spelt, number = match[1].split(), match[2]
        if len(spelt) > 1 and spelt[0].lower() in FUNCTION_WORDS:
            # "The Formula 1 team".
            del spelt[0]
        letters = initials_of(" ".join(spelt))
        for figure in _NUMBERS.get(number, number).split():
            # "FI" may be anything; "WWII" is the Second World War.
            if len(letters) > 1 or figure.isdigit():
                yield (*spelt, number), f"{letters}{figure}"
    for match in _BRACKETED.finditer(text) if "(" in text else ():
        words, short = match[1].split(), match[2].lower()
        capitals = [number for number, word in enumerate(words) if word[0].isupper()]
        if len(capitals) >= len(short):
            spelt = words[capitals[-len(short)] :]
            if initials_of(" ".join(spelt)) == short:
                yield tuple(spelt), short


@cache
def _numbered() -> re.Pattern[str]:
    """A name with a figure. Only drafts need it, so that other runs never compile it."""
    numbers = "|".join(sorted(_NUMBERS, reverse=True))
    return re.compile(rf"\b((?:[A-Z][^\W\d_]+\s){{1,3}})(\d{{1,2}}|{numbers})\b")
