"""Announced lists: "three priorities: a, b and c". How many there are, and where they follow."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from factcheck.rules.listed_items import COUNT, number_of

# Nouns that stand for what a list then spells out ("shell nouns": H.-J. Schmid, English Abstract
# Nouns as Conceptual Shells, 2000), and common collective plurals. Measures of time, sport and
# money are left out: "won by two points: …" announces nothing.
_SHELL = (
    "aim ambition area argument aspect category cause challenge change charge choice commitment "
    "component concern conclusion condition criterion demand difference element example factor "
    "feature finding form goal ground group idea indicator ingredient initiative issue kind lesson "
    "measure message mistake objective obstacle option outcome part pathway phase pillar plan "
    "pledge point principle priority problem project promise proposal purpose question reason "
    "recommendation reform requirement risk role rule scenario section sector sign source stage "
    "step strand strategy strength target task test theme theory thing topic trend type warning way"
)
_PLURALS = frozenset(
    {noun + "s" for noun in _SHELL.split()}
    | {
        noun[:-1] + "ies"
        for noun in _SHELL.split()
        if noun.endswith("y") and noun[-2] not in "aeiou"
    }
    | {"criteria", "countries", "cities", "states", "ministries", "departments", "languages"}
)
# Works, which a list gives by their titles.
_WORKS = frozenset(
    "paintings pictures drawings books novels plays poems films songs albums operas symphonies "
    "works pieces titles".split()
)

SCORED = frozenset("goals tries points wickets runs medals votes titles wins times sets".split())
"""What one player may have several of, so that a list of names says nothing of their number."""
_IRREGULAR = frozenset("people men women children".split())
_INTRO = re.compile(
    rf"\b(?P<count>{COUNT}|[2-9]|1[0-2])\s(?:[a-z][a-z-]{{1,20}}\s){{0,3}}?"
    r"(?P<noun>[a-z]{3,20})(?:\s(?:(?:for|of|in|to|at|on)\s[\w' -]{1,40}|(?:this|next|last)\s\w+))?"
    r"(?P<mark>\s?:|\s?;\s?namely,?|,\snamely,?)(?=\s|$)",
    re.IGNORECASE,
)
_LISTED = _PLURALS | _WORKS
# Some of what was spoken of: "Five will have lifts: Corve, …".
_BARE = re.compile(
    rf"\s*(?P<count>{COUNT})(?:\s(?:of\sthem|of\sthese|others|more))?\s"
    r"(?:will|would|are|were|have|had|can|could|must|may|might|did|do|[a-z]{2,}ed)\s"
    r"[^.:;?!]{2,90}:\s",
    re.IGNORECASE,
)
# Whose they all are, and then which: "their four children, Ann, Ben and Cleo, survive her".
_APPOSED = re.compile(
    rf"\b(?i:the|his|her|their|its|our|my|whose)\s(?P<count>{COUNT})\s(?:[a-z][a-z-]{{1,20}}\s){{0,2}}?"
    r"(?P<noun>[a-z]{3,20}),\s(?P<items>(?:[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]+){0,3},\s){1,10}?"
    r"(?:[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]+){0,3},?\s)?and\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3})"
    r"(?=[.;)]|$|\s(?:survive|live|are|were|have|had|will|all)\b|,\s(?:who|which|survive|were|are)\b)"
)
# Places are one each: "four rest centres have been opened, at the leisure centre, ...".
_PLACED = re.compile(
    rf"\b(?P<count>{COUNT})\s(?:[a-z][a-z-]{{1,20}}\s){{0,2}}?(?P<noun>[a-z]{{3,20}})\s"
    r"(?:have|had|were|are|will)\s[^.:;?!,]{2,60},\s(?:at|in)\s(?P<items>[^.:;?!]{10,300})(?=[.;]|$)",
    re.IGNORECASE,
)
_SITES = frozenset(
    "centres centers shops stores branches schools stations depots hubs clinics hospitals "
    "libraries museums pools hotels sites offices factories plants mills churches pubs "
    "shelters".split()
)
# A list between dashes: "three operas - one, two and three - are".
_DASHED = re.compile(
    rf"\b(?P<count>{COUNT}|[2-9]|1[0-2])\s(?:[a-z][a-z-]{{1,20}}\s){{0,2}}?(?P<noun>[a-z]{{3,20}})"
    r"\s[-–—]+\s(?P<items>[^–—]{10,400}?)\s[-–—]+\s",
    re.IGNORECASE,
)
# What leads in bullets although the sentence ends: "there are four changes you'll notice."
_LEADS_IN = re.compile(
    rf"\b(?:there\s(?:are|were)|here\sare|these\sare|the\sfollowing)\s(?P<count>{COUNT}|[2-9]|1[0-2])"
    r"\s(?P<words>[^.:;?!]{3,120})[.:]\s*$",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"(?:\bone of|\b(?:first|second|third|last|latter|any|some|most|each) of|at least|more than"
    r"|up to|over|about|around|nearly|almost|fewer than|less than|or|the other|another|to)"
    r"\s(?:the\s|its\s|their\s|his\s|her\s|these\s|our\s)?$",
    re.IGNORECASE,
)
_NOUN_WITHIN = 4


@dataclass(frozen=True, slots=True)
class Announced:
    """An announcement: its place in the text, the number, the noun and where the list begins.

    `of_names` where the noun, or a number alone, announces a list only if that is one of names:
    "seven wards: …"; `is_loose` where each is only told to be at a place of the list.
    """

    start: int
    end: int
    count: int
    noun: str
    of_names: bool = False
    is_loose: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether what is listed was named before: "Five will have lifts: …"."""
        return not self.noun


def announcements(shadow: str) -> tuple[Announced, ...]:
    """The announcements of lists in a sentence: "three key goals:", "two issues, namely"."""
    found = []
    for match in _INTRO.finditer(shadow):
        announced = _announced(shadow, match)
        before = shadow[max(0, match.start() - 1) : match.start()]
        if announced is not None and before not in ("-", ".", ",", "/"):
            found.append(announced)
    bare = None if found else _BARE.match(shadow)
    if bare is not None:
        number = number_of(bare["count"])
        found.append(Announced(bare.start("count"), bare.end(), number, "", of_names=True))
    return tuple(found)


def dashed_lists(shadow: str) -> tuple[tuple[Announced, str], ...]:
    """The announcements of lists between dashes, each with its list."""
    found = []
    for match in _DASHED.finditer(shadow):
        announced = _announced(shadow, match)
        if announced is not None:
            found.append((announced, match["items"]))
    return tuple(found)


def listed_in_place(shadow: str) -> tuple[tuple[Announced, str], ...]:
    """Announcements whose list follows behind a comma, each with its list of names."""
    found = []
    for form in (_APPOSED, _PLACED):
        for match in form.finditer(shadow):
            announced = _announced(shadow, match)
            if announced is None or (form is _PLACED and announced.noun not in _SITES):
                continue
            start = match.start("count")
            loose = form is _PLACED
            listing = replace(announced, start=start, of_names=True, is_loose=loose)
            found.append((listing, match["items"]))
    return tuple(found)


def _announced(shadow: str, match: re.Match[str]) -> Announced | None:
    """What a number and a noun announce, None where the noun stands for no list or the number for
    a part of it."""
    noun = match["noun"].lower()
    before = shadow[max(0, match.start() - 24) : match.start()]
    if _PART_OF.search(before) or (noun not in _LISTED and not _is_plural(noun)):
        return None
    return Announced(
        match.start(), match.end(), number_of(match["count"]), noun, noun not in _LISTED
    )


def _is_plural(noun: str) -> bool:
    if noun in SCORED:
        return False
    return noun in _IRREGULAR or (noun.endswith("s") and not noun.endswith(("ss", "us", "is")))


def lead_in(shadow: str) -> Announced | None:
    """What the last sentence of a block announces of the bullets that follow: "there are four
    changes that you will notice." None where it announces no list."""
    match = _LEADS_IN.search(shadow)
    if match is None:
        return None
    words = match["words"].lower().split()[:_NOUN_WITHIN]
    noun = next((word for word in words if word in _PLURALS), "")
    return Announced(match.start(), match.end(), number_of(match["count"]), noun) if noun else None
