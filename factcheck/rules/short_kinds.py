"""What the subject of a short text is: its kind, its country, its calling, where it lies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.annotate.lemma import lemma_of
from factcheck.facts.callings import fields_of
from factcheck.facts.kinds_of_thing import kind_of_thing, kinds_exclude
from factcheck.facts.nation import exclude
from factcheck.facts.statement_likeness import PRONOUNS
from factcheck.model import Fact, FactKind, Location, Modality, StatementValue
from factcheck.rules.names_in_text import NAME
from factcheck.rules.short_places import places_apart
from factcheck.rules.short_texts import Side

KIND, NATION, CALLING, SEX, PLACE = (
    "another kind of thing",
    "of another country",
    "another calling",
    "of the other sex",
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
    "place": "place",
    "club": "club",
}
_SPORTS = frozenset(
    "football soccer rugby cricket tennis golf basketball baseball hockey volleyball handball "
    "squash badminton polo snooker billiards darts lacrosse softball netball bowls".split()
)
_SEX = dict.fromkeys("man boy king prince duke emperor father son brother uncle".split(), "m")
_SEX |= dict.fromkeys(
    "woman girl queen princess duchess empress mother daughter sister aunt".split(), "f"
)
_TITLED = frozenset("film series song album book painting periodical poem play game".split())
_WHOLE = _TITLED | frozenset("person animal disease vehicle".split())
# Kinds of one thing in two words: a university may be in a company's hands, an airport a stadium's
# neighbour, but none is a film or a person.
_THINGS = frozenset(_HEADS.values()) - _WHOLE - {"state", "island", "place"}

_TITLE = re.compile(
    rf"\"?{NAME}(?:\s(?:with|in|on|for|to|at|a|an|the|of|from|by|{NAME}))*\"?(?:,\s{NAME})?,?\s+(?:is|was)\s"
)


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
    for place in places_apart(one, two):
        yield KindClash(
            PLACE, place.left, place.right, place.left.label, place.right.label, place.confidence
        )


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
        if not value.patient:
            continue
        if _of_title(side, fact):
            found.append(fact)
            continue
        if not value.agent:
            continue
        known = {*side.opening, *(lemma_of(word) for word in side.opening)} | PRONOUNS
        if value.agent[0] in known or not set(value.agent).isdisjoint(known):
            found.append(fact)
    return found


def _of_title(side: Side, fact: Fact) -> bool:
    """Whether a statement is the first of a sentence that opens with a title or with a town and
    what it lies in: "Down by the Lake is", "Brightwell, Kent is"."""
    first = next(each for each in side.claim.facts if isinstance(each.value, StatementValue))
    return fact is first and bool(_TITLE.match(side.plain))


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
    if "person" in kinds and set(kinds) <= {"person", ""}:
        # "Model" and "speaker" name things too; beside a person's calling they name one.
        ours, others = _fields(one, mine), _fields(two, theirs)
        if ours and others and ours.isdisjoint(others):
            yield CALLING, 0.75
        sexes = {_SEX.get(one.patient[0], ""), _SEX.get(two.patient[0], "")}
        if sexes == {"m", "f"}:
            yield SEX, 0.85


def _fields(value: StatementValue, fact: Fact) -> frozenset[str]:
    """The fields of the callings that a statement names."""
    if not value.kinds and re.search(rf"\b{re.escape(value.patient[0])}\sof\b", fact.surface):
        # "A model of restraint", "a leader of men".
        return frozenset()
    if value.patient[0] == "player":
        # Of music and of sports, as the word before it says.
        return frozenset({"sport"}) if _SPORTS & set(value.patient) else frozenset()
    known = fields_of(value.patient[:1])
    return fields_of(value.patient) if known else frozenset()


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
    if "place" in pair:
        return bool(pair & _WHOLE)
    if pair & _THINGS:
        # A night club is a house, and a college may mean its team.
        return bool(pair & (_WHOLE - {"song", "album"})) or (
            pair <= _THINGS and pair not in ({"club", "house"}, {"club", "school"})
        )
    if pair & {"state", "island"}:
        return bool(pair & (_WHOLE | {"settlement"})) and pair != {"island", "settlement"}
    return kinds_exclude(one, two)
