"""Announced lists: "three priorities: a, b and c". How many are announced, how many follow.

Commas are ambiguous, so a list is counted as a range: the fewest and the most items that its commas
and "and"s allow. A list that may be no list, or not a full one, is not counted at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip

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
# A name, with plain nouns behind it or not: "the Harrow family", "Holt leisure centre".
_NAME = re.compile(
    r"(?:(?:the|of|de|la|le|von|van|upon|on|in) |[A-Z][\w'’.-]* ?){1,6}"
    r"(?:(?<= )[a-z]{3,12}(?: (?=[a-z])|$)){0,2}"
)
# "Friday 5", "12 December".
_DAY = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day ?)?(?:(?:the )?\d{1,2}(?:st|nd|rd|th)? ?)?"
    r"(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)?"
)

_COUNT = "|".join(NUMBERS)
_INTRO = re.compile(
    rf"\b(?P<count>{_COUNT}|[2-9]|1[0-2])\s(?:[a-z][a-z-]{{1,20}}\s){{0,3}}?"
    r"(?P<noun>[a-z]{3,20})(?:\s(?:(?:for|of|in|to|at|on)\s[\w' -]{1,40}|(?:this|next|last)\s\w+))?"
    r"(?P<mark>\s?:|\s?;\s?namely,?|,\snamely,?)(?=\s|$)",
    re.IGNORECASE,
)
_LISTED = _PLURALS | _WORKS
# Some of what was spoken of: "Five will have lifts: Corve, …".
_BARE = re.compile(
    rf"\s*(?P<count>{_COUNT})(?:\s(?:of\sthem|of\sthese|others|more))?\s"
    r"(?:will|would|are|were|have|had|can|could|must|may|might|did|do|[a-z]{2,}ed)\s"
    r"[^.:;?!]{2,90}:\s",
    re.IGNORECASE,
)
# Whose they all are, and then which: "their four children, Ann, Ben and Cleo, survive her".
_APPOSED = re.compile(
    rf"\b(?i:the|his|her|their|its|our|my|whose)\s(?P<count>{_COUNT})\s(?:[a-z][a-z-]{{1,20}}\s){{0,2}}?"
    r"(?P<noun>[a-z]{3,20}),\s(?P<items>(?:[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]+){0,3},\s){1,10}?"
    r"(?:[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]+){0,3},?\s)?and\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3})"
    r"(?=[.;)]|$|\s(?:survive|live|are|were|have|had|will|all)\b|,\s(?:who|which|survive|were|are)\b)"
)
# Places are one each: "four rest centres have been opened, at the leisure centre, ...".
_PLACED = re.compile(
    rf"\b(?P<count>{_COUNT})\s(?:[a-z][a-z-]{{1,20}}\s){{0,2}}?(?P<noun>[a-z]{{3,20}})\s"
    r"(?:have|had|were|are|will)\s[^.:;?!,]{2,60},\s(?:at|in)\s(?P<items>[^.:;?!]{10,300})(?=[.;]|$)",
    re.IGNORECASE,
)
_SITES = frozenset(
    "centres centers shops stores branches schools stations depots hubs clinics hospitals "
    "libraries museums pools hotels sites offices factories plants mills churches pubs shelters".split()
)
# A list between dashes: "three operas - one, two and three - are".
_DASHED = re.compile(
    rf"\b(?P<count>{_COUNT}|[2-9]|1[0-2])\s(?:[a-z][a-z-]{{1,20}}\s){{0,2}}?(?P<noun>[a-z]{{3,20}})"
    r"\s[-–—]+\s(?P<items>[^–—]{10,400}?)\s[-–—]+\s",
    re.IGNORECASE,
)
# What leads in bullets although the sentence ends: "there are four changes you'll notice."
_LEADS_IN = re.compile(
    rf"\b(?:there\s(?:are|were)|here\sare|these\sare|the\sfollowing)\s(?P<count>{_COUNT}|[2-9]|1[0-2])"
    r"\s(?P<words>[^.:;?!]{3,120})[.:]\s*$",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\"[^\"]{1,80}\"(?:\s\(\d{4}\))?")
_TITLES = re.compile(r"Title(?:,\sTitle){0,20},?\s(?:and|or|&)\sTitle")
_COUNTED_ITEM = re.compile(
    rf"(?:and\s)?(?P<count>{_COUNT}|one|[1-9]\d?)\s(?:of|for|in|from|on|against|by)\s",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"(?:\bone of|\b(?:first|second|third|last|latter|any|some|most|each) of|at least|more than"
    r"|up to|over|about|around|nearly|almost|fewer than|less than|or|the other|another|to)"
    r"\s(?:the\s|its\s|their\s|his\s|her\s|these\s|our\s)?$",
    re.IGNORECASE,
)
_NOT_FULL = re.compile(
    r"(?i)\b(?:including|includes?|such as|among them|among others|notably|e\.g|for example"
    r"|for instance|etc|and so on|and more|particularly|especially|either|both|neither|plus"
    r"|as well as|along with|which|who|whose|that|where)\b"
)
_VERB = re.compile(
    r"(?i)\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did"
    r"|says?|said|he|she|they|we|i|you|it)\b|n't\b|'(?:s|re|ve|ll)\s(?:a|an|the|not|been|no)\b"
)
_HARD = re.compile(r"[\"“”()\[\]:?!\ue000]|\s[-–—]+\s|—|\d,\d{3}|\.\s")
_ITEM_WORDS = 9
_NOUN_WITHIN = 4
LONGEST = 600
"""The longest list that is counted, in code points."""


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


@dataclass(frozen=True, slots=True)
class Counted:
    """How many items a list holds, at least and at most, by its separators."""

    fewest: int
    most: int


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
        number = _number(bare["count"])
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
    return Announced(match.start(), match.end(), _number(match["count"]), noun, noun not in _LISTED)


def _is_plural(noun: str) -> bool:
    if noun in SCORED:
        return False
    return noun in _IRREGULAR or (noun.endswith("s") and not noun.endswith(("ss", "us", "is")))


def count_names(listed: str) -> Counted | None:
    """The number of names in a list of names and nothing else; None for any other list.

    "Bell and Orr" may be one firm.
    """
    text = listed.strip().rstrip(".").strip()
    segments = re.split(r",\s(?:and\s|or\s)?", text)
    items = [item for segment in segments for item in re.split(r"\s(?:and|or)\s", segment)]
    joined = re.search(r"\s(?:and|or)\s", text)
    if not joined or len(text) > LONGEST:
        return None
    if all(map(_DAY.fullmatch, items)):
        return Counted(len(items), len(items))
    if not all(map(_NAME.fullmatch, items)):
        return None
    return Counted(len(segments), len(items))


def lead_in(shadow: str) -> Announced | None:
    """What the last sentence of a block announces of the bullets that follow: "there are four
    changes that you will notice." None where it announces no list."""
    match = _LEADS_IN.search(shadow)
    if match is None:
        return None
    words = match["words"].lower().split()[:_NOUN_WITHIN]
    noun = next((word for word in words if word in _PLURALS), "")
    return Announced(match.start(), match.end(), _number(match["count"]), noun) if noun else None


def counted_items(listed: str) -> int | None:
    """The sum of a list whose items each begin with their number, "three of fraud and one of
    theft"; None for any other list."""
    text = listed.strip().rstrip(".").strip()
    if len(listed) > LONGEST or _HARD.search(text) or _NOT_FULL.search(text):
        return None
    items = [
        item for part in text.split(",") for item in re.split(r"\sand\s(?=\w+\s(?:of|for)\s)", part)
    ]
    matches = [_COUNTED_ITEM.match(item.strip()) for item in items if item.strip()]
    if len(matches) < 2:
        return None
    return sum(_number(match["count"]) for match in matches if match) if all(matches) else None


def _number(word: str) -> int:
    lower = word.lower()
    return 1 if lower == "one" else NUMBERS.get(lower) or int(lower)


def count_items(listed: str) -> Counted | None:
    """The number of items in `listed`, the rest of the sentence after the announcement.

    None when it is not cleanly a list of short noun phrases: verbs, brackets, quotations, relative
    clauses, or words that say the list is not full ("including").
    """
    # A title counts as one word, whatever it says.
    text = _TITLE.sub("Title", listed.strip().rstrip(".").strip())
    if _TITLES.fullmatch(text):
        return Counted(text.count("Title"), text.count("Title"))
    if (
        len(listed) > LONGEST
        or not text
        or _HARD.search(text)
        or _NOT_FULL.search(text)
        or _VERB.search(text)
    ):
        return None
    if ";" in text:
        items = [item for item in text.split(";") if item.strip()]
        return Counted(len(items), len(items)) if len(items) > 1 else None
    segments = [segment.strip() for segment in text.split(",")]
    if len(segments) < 2 or not all(segments):
        return None
    last = segments[-1]
    oxford = re.match(r"(?:and|or|&)\s", last)
    if any(len(segment.split()) > _ITEM_WORDS for segment in segments):
        return None
    inner = [len(re.findall(r"\s(?:and|or|&)\s", segment)) for segment in segments]
    if not oxford and inner[-1] == 0:
        # A list without "and" may be cut, or an apposition.
        return None
    if oxford:
        # "a, b, and c": each comma separates, unless an item holds an apposition.
        return Counted(len(segments), len(segments) + sum(inner))
    # "a, b and c": the last segment holds two items, or one with "and" inside.
    return Counted(len(segments), len(segments) + sum(inner))
