"""One surname and two first names that are one person's: for FC301.

A first name is easily mistaken, and two people of one surname seldom hold one office of one
organisation in one story. Offices that a house or a family fills with several are left alone. Nor
do two texts on one story, each with one person of a surname, often speak of two whose first names
are nearly alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from factcheck.annotate.canonical import bare, distance, name_relation
from factcheck.annotate.data.given import given_names
from factcheck.annotate.data.places import places
from factcheck.annotate.data.words import HONORIFICS
from factcheck.annotate.entities import is_personal
from factcheck.annotate.pieces import fold
from factcheck.annotate.shadow import shadow_of
from factcheck.model import Fact, FactKind, PersonValue, Relation, RoleValue
from factcheck.rules.one_story import one_story
from factcheck.rules.rule import Corpus

# Of these there are many at a time, and relatives among them.
_SEVERAL = frozenset(
    "leader minister spokesperson senator representative judge ambassador professor officer".split()
)
_QUARTERS = frozenset("north south east west northern southern eastern western central".split())
# Holders of one office with one surname; a slip makes two of one.
_MOST_NAMES = 20


# First names that differ by so many letters, and are so long, are easily taken for one another.
_EDITS, _LONG = 2, 4
IN_ONE_OFFICE, NEARLY_ALIKE = "in one office", "nearly alike and else the same"


@dataclass(frozen=True, slots=True)
class TwoFirstNames:
    """Two places that name one person, the names, what tells that it is one, and how surely."""

    left: Fact
    right: Fact
    names: tuple[str, str]
    reason: str
    confidence: float


def two_first_names(corpus: Corpus) -> Iterator[TwoFirstNames]:
    """Pairs of full names with one surname that are one person's, one pair for two names."""
    seen: set[frozenset[str]] = set()
    for found in (*_in_one_office(corpus), *_surnames(corpus), *_nearly_alike(corpus)):
        if frozenset(found.names) not in seen:
            seen.add(frozenset(found.names))
            yield found


def _nearly_alike(corpus: Corpus) -> Iterator[TwoFirstNames]:
    """First names taken for one another: one letter is name-spelling's own business."""
    offices = _offices_of(corpus)
    for facts in _by_surname(corpus).values():
        for left, right in combinations(facts, 2):
            one, two = _person(left), _person(right)
            if left.document == right.document or not _differ(one, two):
                continue
            if not _are_easily_mistaken(one[0], two[0]):
                continue
            if _is_named(corpus, left.document, two[0]) or _is_named(
                corpus, right.document, one[0]
            ):
                # The text knows that person too, by the first name alone.
                continue
            held = [offices.get((fact.document, _person(fact)), set()) for fact in (left, right)]
            apart = all(held) and held[0].isdisjoint(held[1])
            if apart and distance(fold(one[0]), fold(two[0])) > _EDITS:
                # Two offices, two people.
                continue
            if min(len(one[0]), len(two[0])) >= _LONG and one_story(
                corpus, left.document, right.document
            ):
                names = (" ".join(one), " ".join(two))
                yield TwoFirstNames(left, right, names, NEARLY_ALIKE, 0.7)


def _is_named(corpus: Corpus, document: str, word: str) -> bool:
    """Whether a text has a word among its names."""
    names = (name for claim in corpus.claims_of[document] for name in claim.names)
    return any(word in name.split() for name in names)


def _offices_of(corpus: Corpus) -> dict[tuple[str, tuple[str, ...]], set[tuple[str, str, str]]]:
    """What each text calls a person: period, office and organisation.

    An office that several hold at a time is told with the name, as no one else's.
    """
    found: dict[tuple[str, tuple[str, ...]], set[tuple[str, str, str]]] = {}
    for claim in corpus.claims:
        for fact in claim.facts:
            value = fact.value
            if isinstance(value, RoleValue):
                name = _name(fact)
                whose = " ".join(name) if value.office in _SEVERAL else fold(value.organisation)
                found.setdefault((fact.document, name), set()).add(
                    (value.period, value.office, whose)
                )
    return found


def _are_easily_mistaken(one: str, two: str) -> bool:
    """Whether two first names differ by two letters, or begin alike and are of one stock: Stephen
    and Stuart, Guido and Giulio."""
    left, right = fold(one), fold(two)
    if distance(left, right) <= _EDITS:
        return True
    known = {name.title() in given_names() for name in (left, right)}
    return left[0] == right[0] and len(known) == 1


def _by_surname(corpus: Corpus) -> dict[str, list[Fact]]:
    """The first full mention of a person in each document, where it has one of that surname."""
    found: dict[str, dict[str, list[Fact]]] = {}
    for claim in corpus.claims:
        for fact in claim.facts:
            name = _person(fact)
            if len(name) == 2:
                of_one = found.setdefault(fold(name[-1]), {}).setdefault(fact.document, [])
                if name not in [_person(other) for other in of_one]:
                    of_one.append(fact)
    return {
        surname: [facts[0] for facts in documents.values() if len(facts) == 1]
        for surname, documents in found.items()
    }


def _person(fact: Fact) -> tuple[str, ...]:
    value = fact.value
    if not isinstance(value, PersonValue) or value.entity_kind not in ("person", "unknown"):
        return ()
    name = bare(tuple(shadow_of(fact.surface).split()))
    return name if value.entity_kind == "person" or _may_be_person(name) else ()


def _may_be_person(name: tuple[str, ...]) -> bool:
    """Whether nothing in a name tells that it is a place's or an organisation's: "North Florida",
    "Holm RCMP"."""
    return is_personal(name) and not any(
        word in places() or word.isupper() or fold(word) in _QUARTERS for word in name
    )


def _in_one_office(corpus: Corpus) -> Iterator[TwoFirstNames]:
    """Two first names for the holder of one office."""
    seen: set[frozenset[str]] = set()
    for held in _by_office_and_surname(corpus).values():
        for left, right in combinations(_first_of_each(held), 2):
            one, two = _name(left), _name(right)
            names = frozenset((" ".join(one), " ".join(two)))
            if names in seen or not _differ(one, two) or _named_together(corpus, one, two):
                continue
            relation = _offices(left, right)
            if not one_story(corpus, left.document, right.document):
                continue
            if relation in (Relation.EQUAL, Relation.COMPATIBLE):
                seen.add(names)
                confidence = 0.85 if relation is Relation.EQUAL else 0.75
                both = (" ".join(one), " ".join(two))
                yield TwoFirstNames(left, right, both, IN_ONE_OFFICE, confidence)


def _surnames(corpus: Corpus) -> Iterator[TwoFirstNames]:
    """Surnames that differ in their first letter, of holders of one office with one first name.

    Where another letter differs, name-spelling sees it.
    """
    held: dict[tuple[str, str], list[Fact]] = {}
    for claim in corpus.claims:
        for fact in claim.facts:
            if isinstance(fact.value, RoleValue) and len(_name(fact)) == 2:
                held.setdefault((fact.value.office, fold(_name(fact)[0])), []).append(fact)
    for facts in held.values():
        for left, right in combinations(_first_of_each(facts), 2):
            one, two = fold(_name(left)[1]), fold(_name(right)[1])
            if one == two or one[1:] != two[1:] or len(one) < _LONG:
                continue
            if left.document != right.document and one_story(corpus, left.document, right.document):
                names = (" ".join(_name(left)), " ".join(_name(right)))
                yield TwoFirstNames(left, right, names, IN_ONE_OFFICE, 0.75)


def _first_of_each(held: list[Fact]) -> list[Fact]:
    """The first fact of each name, organisation and text: all that the comparison looks at.

    A text says it many times over. Of more names than anyone mistakes, none is taken for another.
    """
    found: dict[tuple[tuple[str, ...], str, str], Fact] = {}
    for fact in held:
        assert isinstance(fact.value, RoleValue)
        found.setdefault((_name(fact), fold(fact.value.organisation), fact.document), fact)
    names = {name for name, _, _ in found}
    return list(found.values()) if len(names) <= _MOST_NAMES else []


def _by_office_and_surname(corpus: Corpus) -> dict[tuple[str, str], list[Fact]]:
    found: dict[tuple[str, str], list[Fact]] = {}
    for claim in corpus.claims:
        for fact in claim.facts:
            value = fact.value
            if fact.kind is not FactKind.ROLE or not isinstance(value, RoleValue):
                continue
            name = _name(fact)
            if len(name) > 1 and value.period == "current" and value.office not in _SEVERAL:
                found.setdefault((value.office, fold(name[-1])), []).append(fact)
    return found


def _name(fact: Fact) -> tuple[str, ...]:
    assert isinstance(fact.value, RoleValue)
    return bare(tuple(fact.value.person.split()))


def _differ(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two first names are two names, neither of them an initial or a title."""
    if len(one) != 2 or len(two) != 2 or min(len(one[0]), len(two[0])) < 3:
        return False
    if {one[0], two[0]} & HONORIFICS:
        return False
    return name_relation(one, two) == "other"


def _offices(left: Fact, right: Fact) -> Relation:
    """How the two offices compare when one person holds both."""
    one, two = left.value, right.value
    assert isinstance(one, RoleValue)
    assert isinstance(two, RoleValue)
    if one.organisation and two.organisation:
        same = fold(one.organisation) == fold(two.organisation)
        return Relation.EQUAL if same else Relation.DIFFERENT
    return Relation.COMPATIBLE


def _named_together(corpus: Corpus, one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether one text names both in full: then it tells them apart."""
    names = {" ".join(one), " ".join(two)}
    return any(
        names <= {" ".join(bare(tuple(name.split()))) for claim in claims for name in claim.names}
        for claims in corpus.claims_of.values()
    )
