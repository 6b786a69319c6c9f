"""One office, one surname and two first names: for FC301.

A first name is easily mistaken, and two people of one surname seldom hold one office of one
organisation in one story. Offices that a house or a family fills with several are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from factcheck.annotate.canonical import bare, name_relation
from factcheck.annotate.data.words import HONORIFICS
from factcheck.annotate.pieces import fold
from factcheck.model import Fact, FactKind, Relation, RoleValue
from factcheck.rules.rule import Corpus

# Of these there are many at a time, and relatives among them.
_SEVERAL = frozenset(
    "leader minister spokesperson senator representative judge ambassador professor officer".split()
)
# Names that two texts on one story share at least.
_SHARED = 2
# Holders of one office with one surname; a slip makes two of one.
_MOST_NAMES = 20


@dataclass(frozen=True, slots=True)
class TwoFirstNames:
    """Two facts on the holder of one office; `sure` where both name the organisation."""

    left: Fact
    right: Fact
    names: tuple[str, str]
    sure: bool


def two_first_names(corpus: Corpus) -> Iterator[TwoFirstNames]:
    """Pairs of full names with one surname, said to hold one office, one pair for two names."""
    seen: set[frozenset[str]] = set()
    for held in _by_office_and_surname(corpus).values():
        for left, right in combinations(_first_of_each(held), 2):
            one, two = _name(left), _name(right)
            names = frozenset((" ".join(one), " ".join(two)))
            if names in seen or not _differ(one, two) or _named_together(corpus, one, two):
                continue
            relation = _offices(left, right)
            if not _one_story(corpus, left.document, right.document):
                continue
            if relation in (Relation.EQUAL, Relation.COMPATIBLE):
                seen.add(names)
                sure = relation is Relation.EQUAL
                yield TwoFirstNames(left, right, (" ".join(one), " ".join(two)), sure)


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


def _one_story(corpus: Corpus, one: str, two: str) -> bool:
    """Whether two texts are one or share names, of places or people, besides the holder's."""
    named = [
        {name for claim in corpus.claims_of[document] for name in claim.names}
        for document in (one, two)
    ]
    return one == two or len(named[0] & named[1]) >= _SHARED


def _named_together(corpus: Corpus, one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether one text names both in full: then it tells them apart."""
    names = {" ".join(one), " ".join(two)}
    return any(
        names <= {" ".join(bare(tuple(name.split()))) for claim in claims for name in claim.names}
        for claims in corpus.claims_of.values()
    )
