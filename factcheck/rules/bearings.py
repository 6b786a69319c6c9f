"""Where a place lies from another: "18 km north of the city" here, "south of the city" there.

Two texts that give one place's bearing from one other place can't give opposite ones, nor two
distances. With a distance that is the same, a mile upstream is not a mile downstream.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.annotate.shadow import shadow_of
from factcheck.facts.quantity import KIND as QUANTITY
from factcheck.facts.units import convert
from factcheck.model import (
    BlockKind,
    Claim,
    Fact,
    Location,
    QuantityValue,
    Relation,
    Span,
)
from factcheck.rules.one_story import Stories
from factcheck.rules.patterns import compiled
from factcheck.rules.rule import Corpus

OTHER_WAY, OTHER_DISTANCE = "the other way", "another distance"
_WAYS = {"north": (0, 1), "south": (0, -1), "east": (1, 0), "west": (-1, 0)}
_STREAM = {"upstream": (0, 1), "downstream": (0, -1), "uphill": (0, 1), "downhill": (0, -1)}
_WAY = r"(?:north|south)(?:[- ]?(?:east|west))?|east|west"
_BEARING = (
    rf"\b(?:(?:to the )?(?P<way>{_WAY})\s(?:of|from)\s(?P<of>(?:the\s)?[A-Za-z][\w'-]*"
    rf"(?:\s[A-Z][\w'-]*)*)|(?P<stream>upstream|downstream|uphill|downhill))\b"
)
# Between a distance and the bearing: "60 km (37 miles) east of", "away,".
_BETWEEN = r"\s?(?:\([^)]{1,20}\)\s?)?(?:away,?\s|to the\s)?"
_REACH = 40
_FAR = 1.2
# What a bearing has; to look for words costs less than for the whole.
_POINTING = ("north", "south", "east", "west", "stream", "hill")
_KINDS = (BlockKind.CODE, BlockKind.FURNITURE)


@dataclass(frozen=True, slots=True)
class _Bearing:
    """A place (its name in lower case, or ""), its way from another, and its distance if given."""

    place: str
    way: tuple[int, int]
    of: str
    distance: Fact | None
    at: Location


@dataclass(frozen=True, slots=True)
class TwoBearings:
    """Two places that give one thing bearings which exclude each other."""

    left: Location
    right: Location
    reason: str
    confidence: float


def two_bearings(corpus: Corpus) -> Iterator[TwoBearings]:
    """At most one pair for each two texts and reason."""
    told = {name: list(_told(corpus, name)) for name in corpus.by_name}
    stories = Stories(corpus)
    for one, two in combinations([name for name in sorted(told) if told[name]], 2):
        if stories.comparable(one, two):
            yield from _between(told[one], told[two])


def _between(ones: Sequence[_Bearing], twos: Sequence[_Bearing]) -> Iterator[TwoBearings]:
    seen: set[str] = set()
    for left in ones:
        for right in twos:
            found = _conflict(left, right)
            if found is None or found[0] in seen:
                continue
            if any(_conflict(left, other) is None and _alike(left, other) for other in twos):
                continue  # the other text has it so too
            seen.add(found[0])
            yield TwoBearings(left.at, right.at, *found)


def _alike(left: _Bearing, right: _Bearing) -> bool:
    return left.of == right.of and left.way == right.way and not _apart(left, right)


def _apart(left: _Bearing, right: _Bearing) -> bool:
    """Whether two names are given that are not one."""
    return bool(left.place and right.place and left.place != right.place)


def _conflict(left: _Bearing, right: _Bearing) -> tuple[str, float] | None:
    if left.of != right.of or _apart(left, right):
        return None
    one, two = left.distance, right.distance
    relation = None if one is None or two is None else QUANTITY.compare(one, two).relation
    agree = relation in (Relation.EQUAL, Relation.COMPATIBLE)
    opposite = left.way[0] * right.way[0] < 0 or left.way[1] * right.way[1] < 0
    same_place = bool(left.place) and left.place == right.place
    if opposite and (agree or (same_place and bool(left.of))):
        return OTHER_WAY, 0.85 if same_place else 0.75
    named = left.of[:1].isupper()
    if left.way == right.way and named and relation is Relation.DIFFERENT and _is_far(one, two):
        return OTHER_DISTANCE, 0.85 if same_place else 0.7
    return None


def _is_far(left: Fact | None, right: Fact | None) -> bool:
    """Whether two distances differ by more than their measuring would explain."""
    lengths = [
        convert(fact.value.low, fact.value.unit, "kilometre")
        for fact in (left, right)
        if fact is not None and isinstance(fact.value, QuantityValue)
    ]
    if len(lengths) < 2 or None in lengths:
        return False
    short, long = sorted(length for length in lengths if length is not None)
    return long > _FAR * short


def _told(corpus: Corpus, name: str) -> Iterator[_Bearing]:
    document = corpus.by_name[name]
    shadow = shadow_of(document.text)
    for claim in corpus.claims_of[name]:
        if claim.block_kind in _KINDS:
            continue
        text = shadow[claim.span.start : claim.span.end]
        if not any(word in text for word in _POINTING):
            continue
        for match in compiled(_BEARING).finditer(shadow, claim.span.start, claim.span.end):
            bearing = _bearing(shadow, claim, match)
            if bearing is not None:
                yield bearing


def _bearing(shadow: str, claim: Claim, match: re.Match[str]) -> _Bearing | None:
    distance = next(
        (
            fact
            for fact in claim.facts
            if isinstance(fact.value, QuantityValue)
            and fact.value.dimension == "length"
            and fact.span.end <= match.start()
            and compiled(_BETWEEN).fullmatch(shadow, fact.span.end, match.start())
        ),
        None,
    )
    way = match["way"]
    if way is None and distance is None:
        return None
    start = match.start() if distance is None else distance.span.start
    place = _name_before(shadow, claim, start)
    at = Location(
        claim.document, Span(start, match.end()), " ".join(shadow[start : match.end()].split())
    )
    if way is None:
        return _Bearing("", _STREAM[match["stream"]], "", distance, at)
    parts = [_WAYS[part] for part in _WAYS if part in way]
    vector = (sum(part[0] for part in parts), sum(part[1] for part in parts))
    return _Bearing(place, vector, match["of"].removeprefix("the "), distance, at)


def _name_before(shadow: str, claim: Claim, start: int) -> str:
    """The name that a bearing follows, nothing but a comma and a few words between."""
    lead = shadow[max(claim.span.start, start - _REACH) : start]
    names = sorted(set(claim.names), key=lambda name: lead.rfind(name))
    for name in reversed(names):
        at = lead.rfind(name)
        if at >= 0 and "." not in lead[at + len(name) :]:
            return name.lower()
    return ""
