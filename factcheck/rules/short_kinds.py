"""What the subject of a short text is: its kind, its country, its calling, where it lies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.annotate.data.places import country_table
from factcheck.annotate.geography import place_sort
from factcheck.annotate.lemma import lemma_of
from factcheck.facts.callings import fields_of
from factcheck.facts.kinds_of_thing import kind_of_thing, kinds_exclude
from factcheck.facts.nation import exclude
from factcheck.facts.statement_likeness import PRONOUNS
from factcheck.model import Fact, FactKind, Location, Modality, StatementValue
from factcheck.rules.names_in_text import NAME, are_apart
from factcheck.rules.short_texts import Side

KIND, NATION, CALLING, PLACE = (
    "another kind of thing",
    "of another country",
    "another calling",
    "in another place",
)
# Heads whose sense is plain where it is said what the one subject is.
_HEADS = {
    "book": "book",
    "show": "series",
    "documentary": "film",
    "poem": "poem",
    "play": "play",
    "game": "game",
    "genre": "genre",
    "subgenre": "genre",
    "single": "song",
    "hit": "song",
    "track": "song",
    "band": "band",
    "duo": "band",
    "website": "website",
    "planet": "planet",
    "university": "school",
    "college": "school",
    "school": "school",
    "restaurant": "house",
    "hotel": "house",
    "airport": "airport",
    "stadium": "stadium",
    "state": "state",
    "island": "island",
    "person": "person",
}
_TITLED = frozenset("film series song album book painting periodical poem play game".split())
_WHOLE = _TITLED | frozenset("person animal disease vehicle".split())
# Kinds of one thing in two words: a university may be in a company's hands, an airport a stadium's
# neighbour, but none is a film or a person.
_THINGS = frozenset(_HEADS.values()) - _WHOLE - {"state", "island"}
_CONTINENTS = frozenset("africa asia europe antarctica".split())
_PLACED = re.compile(
    r"\b(born|died|buried|located|situated|based|headquartered|lies|lives"
    r"|(?:is|was)(?=\s(?:in|an?|the)\s))\b(?P<between>[^.;,()]{0,60}?)"
    r"\s(?:in|at|near)\s(?:the\s)?(?:[a-z]+\s(?:of|region of|part of)\s(?:the\s)?)?"
    rf"(?P<first>{NAME})"
)
_MORE_PLACES = re.compile(
    rf"(?:,\s|\s(?:[a-z]+\s){{0,2}}(?:in|of)\s)(?:the\s)?(?:[a-z]+\s){{0,3}}(?P<name>{NAME})"
)
_OWN = {"born": "born", "died": "died", "buried": "buried"}


@dataclass(frozen=True, slots=True)
class KindClash:
    """Two things said of what the subject is, of which at most one can hold."""

    reason: str
    left: Location
    right: Location
    old: str
    new: str
    confidence: float


def kind_clashes(one: Side, two: Side) -> Iterator[KindClash]:
    """At most one clash for each reason."""
    told: set[str] = set()
    for mine in _copulas(one):
        for theirs in _copulas(two):
            for reason, confidence in _reasons(mine, theirs):
                if reason not in told:
                    told.add(reason)
                    yield _clash(reason, confidence, one, two, mine, theirs)
    yield from _places(one, two)


def _clash(
    reason: str, confidence: float, one: Side, two: Side, mine: Fact, theirs: Fact
) -> KindClash:
    left, right = (
        side.place(fact.span.start - side.offset, fact.span.end - side.offset)
        for side, fact in ((one, mine), (two, theirs))
    )
    return KindClash(reason, left, right, left.label, right.label, confidence)


def _copulas(side: Side) -> list[Fact]:
    """The statements of what the subject is."""
    found = []
    for fact in side.claim.facts:
        value = fact.value
        if fact.kind is not FactKind.STATEMENT or not isinstance(value, StatementValue):
            continue
        if value.predicate != "be" or value.negated or value.modality is not Modality.FACT:
            continue
        if not value.patient or not value.agent:
            continue
        known = {*side.opening, *(lemma_of(word) for word in side.opening)} | PRONOUNS
        if value.agent[0] in known or not set(value.agent).isdisjoint(known):
            found.append(fact)
    return found


def _reasons(mine: Fact, theirs: Fact) -> Iterator[tuple[str, float]]:
    one, two = mine.value, theirs.value
    assert isinstance(one, StatementValue)
    assert isinstance(two, StatementValue)
    if exclude(one.nations, two.nations):
        yield NATION, 0.85
    kinds = _kind(one), _kind(two)
    if kinds_apart(*kinds):
        # A book and its film have one title, and a band may be called after either.
        yield KIND, 0.85 if set(kinds) <= _TITLED | {"band", "genre"} else 0.92
    if kinds == ("person", "person"):
        ours, others = fields_of(one.patient), fields_of(two.patient)
        if ours and others and ours.isdisjoint(others):
            yield CALLING, 0.75


def _kind(value: StatementValue) -> str:
    if value.nations and len(value.patient) == 1:
        return ""
    if value.kinds:
        return value.kinds[0] if len(value.kinds) == 1 else ""
    return _HEADS.get(value.patient[0], "") or kind_of_thing(value.patient[0])


def kinds_apart(one: str, two: str) -> bool:
    """Whether one subject can't be of both kinds."""
    if not one or not two or one == two:
        return False
    pair = {one, two}
    if pair & _THINGS:
        return bool(pair & (_WHOLE - {"song", "album"})) or pair <= _THINGS
    if pair & {"state", "island"}:
        return bool(pair & (_WHOLE | {"settlement"})) and pair != {"island", "settlement"}
    return kinds_exclude(one, two)


def _places(one: Side, two: Side) -> Iterator[KindClash]:
    if not {"not", "never", "outside", "until", "since", "moved", "former"}.isdisjoint(
        one.lower | two.lower
    ):
        return
    for relation, mine, start in _placed(one):
        for other, theirs, there in _placed(two):
            if relation == other and (confidence := _elsewhere(mine, theirs)):
                yield KindClash(
                    PLACE,
                    one.place(start, start + len(mine[0])),
                    two.place(there, there + len(theirs[0])),
                    mine[0],
                    theirs[0],
                    confidence,
                )
                return


def _placed(side: Side) -> Iterator[tuple[str, list[str], int]]:
    """Where the subject lies or was born: names, narrow to wide, and their start."""
    for match in _PLACED.finditer(side.plain):
        if match.group(1) in ("is", "was") and re.search(r"\b\w+ed\b", match.group("between")):
            continue
        names = [match.group("first").rstrip(".'")]
        at = match.end()
        while more := _MORE_PLACES.match(side.plain, at):
            names.append(more.group("name").rstrip(".'"))
            at = more.end()
        yield _OWN.get(match.group(1), "lies"), names, match.start("first")


def _elsewhere(mine: list[str], theirs: list[str]) -> float:
    """How surely two lists of places, narrow to wide, exclude each other; 0 where they needn't."""
    countries = [{table for name in names if (table := _country(name))} for names in (mine, theirs)]
    if countries[0] and countries[1]:
        if not countries[0] & countries[1]:
            return 0.88
        return _within(mine, theirs)
    continents = [
        {word for name in names for word in name.lower().split() if word in _CONTINENTS}
        for names in (mine, theirs)
    ]
    if continents[0] and continents[1]:
        return 0.0 if continents[0] & continents[1] else 0.88
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
    if place_sort(name) == "state":
        return "United States"
    return country_table().get(name, "") or country_table().get(name.removeprefix("The "), "")
