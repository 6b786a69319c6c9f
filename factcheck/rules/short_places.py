"""Where the subject of a short text lies, lives or was born: places that exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from factcheck.annotate.data.continents import continent_named, continents_of
from factcheck.annotate.data.places import country_table
from factcheck.annotate.geography import place_sort
from factcheck.facts.nation import exclude
from factcheck.model import Location
from factcheck.rules.names_in_text import NAME, are_apart
from factcheck.rules.short_texts import Side

# "is a landlocked state of …", "is the football championship of …": what has its place behind "of".
_OF = (
    r"(?:state|city|town|village|region|province|district|municipality|capital|suburb|island"
    r"|championship|competition|tournament|league)\sof"
)
_WITHIN = r"(?:[a-z]+\s(?:of|region of|part of)\s(?:the\s)?)?"
_PLACED = re.compile(
    r"\b((?i:born)|died|buried|located|situated|based|headquartered|lies|lives|sits|stretches"
    r"|(?:is|was)(?=\s(?:in|an?|the)\s))\b(?P<between>[^.;,()]{0,100}?)"
    rf"\s(?P<behind>in|at|near|{_OF})\s(?:the\s)?{_WITHIN}(?P<first>{NAME})"
)
_WHERE = re.compile(
    rf"(?P<first>{NAME}),?\swhere\s(?:he|she|it|they)\s(?:currently\s|now\s|still\s)?"
    r"(lives?|resides?)\b"
)
_OUTSIDE = re.compile(
    rf"\b(born|died|buried|located|situated|based|lies|lives)\soutside\s(?:of\s)?(?P<first>{NAME})"
)
_MORE_PLACES = re.compile(
    rf"(?:,\s|\s(?:[a-z]+\s){{0,2}}(?:in|of)\s)(?:the\s)?(?:[a-z]+\s){{0,3}}(?P<name>{NAME})"
)
_OWN = {"born": "born", "died": "died", "buried": "buried"}
# Words that make a place one of another time or none.
_ELSEWHEN = frozenset("not never until since moved former formerly".split())
# What lies in one of these lies in no other.
_DIVISIONS = frozenset("County Province Prefecture Oblast Parish Canton Voivodeship".split())
_LONG = frozenset(
    "river road route highway motorway street railway line canal trail range mountains valley lake "
    "forest park border stream creek path wall flows runs".split()
)
_CLAUSE = re.compile(
    r"\b(?:\w+ed(?=$|\s(?:in|by|to|from|as)\b)|that|which|who|whose|where|when|while|with|for|by|at|on)\b"
)


@dataclass(frozen=True, slots=True)
class PlaceClash:
    """Two places of one thing."""

    left: Location
    right: Location
    confidence: float


@dataclass(frozen=True, slots=True)
class _Placed:
    """Where the subject lies or was born: names, narrow to wide, and their place."""

    relation: str
    names: list[str]
    place: Location


def places_apart(one: Side, two: Side) -> Iterator[PlaceClash]:
    """The places of two sentences on one subject that exclude each other; at most one pair."""
    if not _ELSEWHEN.isdisjoint(one.lower | two.lower):
        return
    ours, others = list(_placed(one)), list(_placed(two))
    for side, theirs in ((one, others), (two, ours)):
        for here, there in _outside(side, theirs):
            yield PlaceClash(*((here, there) if side is one else (there, here)), 0.85)
            return
    if "outside" in one.lower | two.lower:
        return
    for left, right in product(ours, others):
        if left.relation == right.relation and not _is_on_both(one, left, right):
            confidence = _elsewhere(left.names, right.names, reaches=_reaches(one, two))
            if confidence:
                yield PlaceClash(left.place, right.place, confidence)
                return


def _outside(side: Side, theirs: list[_Placed]) -> Iterator[tuple[Location, Location]]:
    """ "Born outside Lindal" beside "born in Lindal"."""
    for match in _OUTSIDE.finditer(side.plain):
        name = match["first"].rstrip(".'")
        start = match.start("first")
        for other in theirs:
            if other.relation == _relation(match[1]) and name in other.names:
                yield side.place(start, start + len(name)), other.place


def _relation(word: str) -> str:
    return _OWN.get(word.lower(), "lies")


def _placed(side: Side) -> Iterator[_Placed]:
    for match in (*_clauses(side.plain), *_WHERE.finditer(side.plain)):
        names = [match.group("first").rstrip(".'")]
        at = match.end()
        while more := _MORE_PLACES.match(side.plain, at):
            names.append(more.group("name").rstrip(".'"))
            at = more.end()
        relation = "lies" if match.re is _WHERE else _relation(match.group(1))
        start = match.start("first")
        yield _Placed(relation, names, side.place(start, start + len(names[0])))


def _clauses(plain: str) -> Iterator[re.Match[str]]:
    """The places of a sentence with their verbs, each within one clause."""
    at = 0
    while match := _PLACED.search(plain, at):
        at = match.end()
        # "Is a town founded in …" is none in it; "is a landlocked state of …" lies there.
        between = match["between"] + (" noun" if match["behind"].endswith("of") else "")
        if match[1] in ("is", "was") and _CLAUSE.search(between):
            at = match.end(1)
        else:
            yield match


def _is_on_both(side: Side, left: _Placed, right: _Placed) -> bool:
    """Whether the subject is a country that lies on the continents of both places: Turkey."""
    if any(_country(name) for name in (*left.names, *right.names)):
        return False
    country = _country(" ".join(word.capitalize() for word in side.opening))
    known = continents_of(country)
    return bool(known & _continents(left.names) and known & _continents(right.names))


def _reaches(one: Side, two: Side) -> bool:
    """Whether the subject may lie in several of the parts of a country: a river, a road."""
    return not _LONG.isdisjoint(one.lower | two.lower)


def _elsewhere(mine: list[str], theirs: list[str], *, reaches: bool) -> float:
    """How surely two lists of places, narrow to wide, exclude each other; 0 where they needn't.

    `reaches`: the subject may lie in two counties.
    """
    countries = [{table for name in names if (table := _country(name))} for names in (mine, theirs)]
    if countries[0] and countries[1]:
        if exclude(tuple(sorted(countries[0])), tuple(sorted(countries[1]))):
            return 0.88
        if not countries[0] & countries[1]:
            return 0.0
        return _within(mine, theirs) or (0.0 if reaches else _divided(mine, theirs))
    continents = [_continents(names) for names in (mine, theirs)]
    if continents[0] and continents[1]:
        return 0.0 if continents[0] & continents[1] else 0.88
    return 0.0 if reaches else _divided(mine, theirs)


def _continents(names: list[str]) -> set[str]:
    """The continents that are named, or that a country named lies on."""
    named = {continent for name in names if (continent := continent_named(name))}
    return named | {each for name in names for each in continents_of(_country(name))}


def _divided(mine: list[str], theirs: list[str]) -> float:
    """Two counties, or the like."""
    for sort in sorted(_DIVISIONS):
        pair = [{name for name in names if name.split()[-1] == sort} for names in (mine, theirs)]
        if pair[0] and pair[1] and all(are_apart(one, two) for one in pair[0] for two in pair[1]):
            return 0.8
    return 0.0


def _within(mine: list[str], theirs: list[str]) -> float:
    """Two towns of one country, each given with what lies around it."""
    if len(mine) < 2 or len(theirs) < 2:
        return 0.0
    pairs = [(one.replace("-", " "), two.replace("-", " ")) for one in mine for two in theirs]
    if any(not are_apart(*pair) for pair in pairs if pair != (mine[-1], theirs[-1])):
        return 0.0
    return 0.75


def _country(name: str) -> str:
    if continent_named(name):
        return ""
    if place_sort(name) == "state":
        return "United States"
    return country_table().get(name, "") or country_table().get(name.removeprefix("The "), "")
