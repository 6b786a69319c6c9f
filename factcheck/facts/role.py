"""Roles: who holds which office, of what, and when; read from titles, appositions and lists.

Extraction is in `role_grammar`, the offices are in `annotate.data.offices`.
"""

from __future__ import annotations

from factcheck.annotate.canonical import bare, canonical, name_relation
from factcheck.annotate.data.offices import BROAD, ELSEWHERE, NATIONAL, exclusive
from factcheck.annotate.data.places import countries
from factcheck.annotate.pieces import fold
from factcheck.facts.kind import Kind
from factcheck.facts.role_grammar import roles_in
from factcheck.model import Comparison, Fact, FactKind, Relation, RoleValue

_HOLDING = ("current", "acting", "outgoing")


def keys(fact: Fact) -> tuple[str, ...]:
    """The holder's name; for a bare surname that surname."""
    value = fact.value
    if not isinstance(value, RoleValue):
        return ()
    words = bare(tuple(value.person.split()))
    return (canonical(words[-1:]),)


def compare(left: Fact, right: Fact) -> Comparison:
    """DIFFERENT only for one person, organisation and time, and offices that exclude each other.

    Another country for a national office is DIFFERENT too. A broader word ("leader") or an
    organisation that only one side gives is COMPATIBLE.
    """
    one, two = left.value, right.value
    if not isinstance(one, RoleValue) or not isinstance(two, RoleValue):
        return Comparison(Relation.INCOMPARABLE, "not roles")
    relation = name_relation(tuple(one.person.split()), tuple(two.person.split()))
    if relation in ("other", "unknown"):
        return Comparison(Relation.INCOMPARABLE, "two people")
    if one.period not in _HOLDING or two.period not in _HOLDING:
        same = one.office == two.office and one.organisation == two.organisation
        return _at_other_times(same=same)
    return _offices(one, two)


def _at_other_times(*, same: bool) -> Comparison:
    if same:
        return Comparison(Relation.COMPATIBLE, "one office, perhaps at different times")
    return Comparison(Relation.INCOMPARABLE, "roles at different times")


def _offices(one: RoleValue, two: RoleValue) -> Comparison:
    organisations = _organisations(one, two)
    if one.office == two.office:
        if organisations == "same" and one.organisation:
            return Comparison(Relation.EQUAL, "the same office")
        if organisations != "other":
            return Comparison(Relation.COMPATIBLE, "the same office")
        if one.office in NATIONAL and {one.organisation, two.organisation} <= countries():
            return Comparison(Relation.DIFFERENT, "one office of two countries")
        return Comparison(Relation.INCOMPARABLE, "offices of two organisations")
    if organisations == "other":
        return Comparison(Relation.INCOMPARABLE, "offices of two organisations")
    if exclusive(one.office, two.office):
        return Comparison(Relation.DIFFERENT, "two offices that one person can't hold at once")
    if one.office in BROAD or two.office in BROAD:
        return Comparison(Relation.COMPATIBLE, "a broader word for the office")
    return Comparison(Relation.INCOMPARABLE, "offices that one person may hold together")


def _organisations(one: RoleValue, two: RoleValue) -> str:
    if not one.organisation or not two.organisation or {one.office, two.office} & ELSEWHERE:
        return "unknown"
    if fold(one.organisation) == fold(two.organisation):
        return "same"
    left, right = one.organisation, two.organisation
    if left in countries() and right in countries():
        return "other"
    relation = name_relation(tuple(left.split()), tuple(right.split()))
    return relation if relation in ("same", "other") else "unknown"


def show(fact: Fact) -> str:
    """The office with its organisation: "prime minister of Poland"; a time other than now first."""
    value = fact.value
    if not isinstance(value, RoleValue):
        return fact.surface
    period = f"{value.period} " if value.period not in ("", "current") else ""
    organisation = f" of {value.organisation}" if value.organisation else ""
    return f"{period}{value.office}{organisation}"


KIND = Kind(
    kind=FactKind.ROLE,
    value_type=RoleValue,
    extract=roles_in,
    keys=keys,
    compare=compare,
    show=show,
)
