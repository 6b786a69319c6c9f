"""Lists of names as they stand in a sentence: "Ada Pike, Tom Vale and the Brightwell Trust"."""

from __future__ import annotations

import re

from factcheck.annotate.canonical import name_relation
from factcheck.annotate.data.places import demonyms
from factcheck.annotate.pieces import fold
from factcheck.facts.calendar_words import CALENDAR_WORDS

# With the marks that a letter may be written with apart ("e" and an acute).
_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f])"
_CAPITAL = rf"(?:(?=[^\W\d_a-z])(?:{_LETTER}|[.'’-])+)"
_LINK = r"(?:of|the|de|la|du|von|van|al|bin|ibn|der|den|&)"
_QUOTED = r"\"[^\"]{1,60}\""
NAME = rf"(?:{_CAPITAL}(?:\s(?:{_LINK}\s){{0,2}}(?:{_CAPITAL}|{_QUOTED}(?:\s?{_CAPITAL})?)){{0,7}})"
_NAME = re.compile(NAME)
_JOIN = re.compile(r"\s?,?\s(?:and|or|&)\s(?:by\s)?|\s?,\s")
# Words before a name that say what it is: "American singer", "rock band", "the novelist".
_DESCRIBED = re.compile(
    r"(?:(?:the|a|an|his|her|its|their|then)\s)?(?:(?!by\b)[a-z][\w'-]*\s){0,4}"
)
_NO_NAMES = frozenset("it he she they the a an this in on at i we".split())


def names_from(text: str, start: int) -> list[tuple[str, int, int]]:
    """The names of a list that begins at `start`, each with its place; empty if none does."""
    found: list[tuple[str, int, int]] = []
    at = start
    while True:
        at = _past_description(text, at)
        match = _NAME.match(text, at)
        if match is None or match.group().lower() in CALENDAR_WORDS:
            return found
        name = match.group().rstrip(".'")
        if name.lower() not in _NO_NAMES:
            found.append((name, match.start(), match.start() + len(name)))
        join = _JOIN.match(text, match.end())
        if join is None:
            return found
        at = join.end()


def _past_description(text: str, at: int) -> int:
    """Past "the American rock band " in front of a name."""
    for _ in range(3):
        match = _DESCRIBED.match(text, at)
        if match:
            at = match.end()
        word = re.compile(rf"{_LETTER}+(?:-{_LETTER}+)*\s").match(text, at)
        if word is None or word.group().strip() not in demonyms():
            break
        at = word.end()
    return at


def one_of(name: str, names: list[str]) -> bool:
    """Whether `name` may be one of `names`: not sure to be another than each of them."""
    return any(not are_apart(name, other) for other in names)


def are_apart(one: str, two: str) -> bool:
    """Whether two names can't be of one person or thing."""
    mine, theirs = tuple(one.split()), tuple(two.split())
    ours = {fold(word).strip(".") for word in mine}
    others = {fold(word).strip(".") for word in theirs}
    if ours <= others or others <= ours:
        return False
    if ours & others:
        # One surname or one given name, and the rest of both known and different.
        return len(mine) > 1 and len(theirs) > 1 and name_relation(mine, theirs) == "other"
    return name_relation(mine, theirs) in ("other", "unknown")
