"""What short texts say of works and players: channel, album, whom someone plays in what, team."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.annotate.data.places import country_table
from factcheck.annotate.pieces import fold
from factcheck.facts.calendar_words import CALENDAR_WORDS
from factcheck.model import Location
from factcheck.rules.names_in_text import NAME, names_from
from factcheck.rules.short_texts import Side

_MONTHS = "|".join(word.capitalize() for word in sorted(CALENDAR_WORDS) if word.isalpha())
_CHANNEL = re.compile(
    r"\b(?:aired|airs|ran|runs|broadcast|premiered|shown)\b[^.;()]{0,80}?\son\s(?:the\s)?"
    rf"(?!(?:{_MONTHS})\b)(?=[A-Z])"
)
_NETWORK = re.compile(
    rf"(?:^|\bthe\s)({NAME})\s(?:is|was)\s(?:the|a)\s(?:\w+\s)?(?:network|channel|station|broadcaster)\s"
    r"(?:that|which)\s(?:aired|ran|broadcast|showed|airs)\b"
)
# "… is a song from her second album, Grey Water": which album that is.
_SONG = r"\b(?:is|was)\s(?:an?|the)\s[^.;]{0,60}?\b(?:song|single|track|ballad)s?\b[^.;]{0,120}?"
_FROM_ALBUM = re.compile(
    rf"{_SONG}\b(?:from|for|off|on)\s(?:the|his|her|its|their)\s(?:[\w-]+\s){{0,4}}?"
    r"(?:album|EP|LP|mixtape)(?:,\s|\s)(?:entitled\s|titled\s|called\s)?"
)
_IS_FROM = re.compile(
    r"^[^,;:]{2,60}\s(?:is|was)\s"
    r"(?:an?\s(?:song|single|track)\s)?from\s(?=[A-Z])"
)
# "played Ilse Holt in Grey Water", "as Ilse Holt in Delta's Grey Water".
_CHARACTER = re.compile(
    rf"\b(?:(?:play|portray|voic)(?:ed|s|es)|(?P<as>as))\s(?P<who>{NAME})\s(?:in|on)\s(?:the\s)?"
    rf"(?:{NAME}'s\s)?(?:[a-z]+\s){{0,3}}?(?P<work>{NAME})"
)
# Clubs play clubs in towns; here somebody plays somebody in a work.
_ACTING = re.compile(
    r"\b(?:roles?|actor|actress|film|movie|series|show|drama|soap|sitcom|starr?(?:ed|ing|s)|cast"
    r"|character|episode|musical|theatre)\b"
)
_PART = re.compile(
    r"\b(?:include|includes|including|examples|such as|among|one of|part of|along with|co-)"
)


@dataclass(frozen=True, slots=True)
class Related:
    """A relation of the subject to some names, and where they stand."""

    relation: str
    names: tuple[str, ...]
    place: Location
    partly: bool


def works(side: Side, other: Side) -> Iterator[Related]:
    """On what channel and what album a work is, and whom someone plays in which."""
    text = side.text
    for match in _CHANNEL.finditer(text):
        yield from related(side, "channel", match.end(), match.start())
    network = _NETWORK.search(text)
    if network:
        yield Related("channel", (network[1],), side.place(*network.span(1)), False)
    for match in (*_FROM_ALBUM.finditer(text), *_IS_FROM.finditer(text)):
        yield from _albums(related(side, "album", match.end(), match.start()))
    for match in _CHARACTER.finditer(text) if _ACTING.search(text + other.text) else ():
        if match["as"] and not _ACTING.search(text[: match.start()]):
            # "Worked as Secretary in Lindal".
            continue
        relation = f"character in {fold(match['work'])}"
        yield Related(relation, (match["who"],), side.place(*match.span("who")), False)


def _albums(found: Iterable[Related]) -> Iterator[Related]:
    """Those that are from no country: a song may be from Wales and from an album."""
    for one in found:
        if not any(name in country_table() for name in one.names):
            yield one


def of_one_team(found: Iterable[Related]) -> Iterator[Related]:
    """Clubs and national teams apart: who plays for Harrow may play for Norway too."""
    for one in found:
        national = [name in country_table() for name in one.names]
        if all(national):
            yield Related("national team", one.names, one.place, one.partly)
        elif not any(national):
            yield one


def related(side: Side, relation: str, start: int, head: int) -> Iterator[Related]:
    """The names of a list that begins at `start`, behind wording that begins at `head`."""
    found = names_from(side.text, start)
    if not found:
        return
    partly = bool(_PART.search(side.text[:head])) or side.text[head : head + 3] == "co-"
    names = tuple(name for name, _, _ in found)
    place = side.place(found[0][1], found[-1][2])
    yield Related(relation, names, place, partly)
