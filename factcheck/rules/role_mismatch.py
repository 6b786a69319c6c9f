"""FC302 role-mismatch: one person with two offices that exclude each other, both held now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.annotate.canonical import bare, canonical
from factcheck.facts.role import KIND as ROLE
from factcheck.model import Fact, FactKind, Finding, Location, Relation, RoleValue, Severity
from factcheck.rules.findings import make_finding
from factcheck.rules.rule import Corpus, Rule

# Articles further apart than this may both be right: offices change hands.
DAYS_APART = 60
SURE = 0.9
# How many further places of one conflict a finding lists.
_MOST_PLACES = 6
_AMBIGUOUS = frozenset(("president", "vice president", "spokesperson"))


@dataclass(frozen=True, slots=True)
class _Holding:
    fact: Fact
    value: RoleValue
    key: str


@dataclass(frozen=True, slots=True)
class _Conflict:
    left: _Holding
    right: _Holding
    confidence: float
    reason: str


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each person and pair of offices."""
    for holdings in _by_person(corpus):
        best: dict[tuple[str, ...], list[_Conflict]] = {}
        for left, right in _pairs(holdings):
            conflict = _conflict(corpus, left, right, holdings)
            if conflict is not None:
                sides = (f"{item.value.office}/{item.value.organisation}" for item in (left, right))
                same = left.value.office == right.value.office
                offices = sides if same else (left.value.office, right.value.office)
                best.setdefault(tuple(sorted(offices)), []).append(conflict)
        for conflicts in best.values():
            yield _finding(corpus, conflicts)


def _by_person(corpus: Corpus) -> Iterator[list[_Holding]]:
    people: dict[str, list[_Holding]] = {}
    for claim in corpus.claims:
        for fact in claim.facts:
            if fact.kind is FactKind.ROLE and isinstance(fact.value, RoleValue):
                words = bare(tuple(fact.value.person.split()))
                holding = _Holding(fact, fact.value, canonical(words))
                people.setdefault(canonical(words[-1:]), []).append(holding)
    yield from people.values()


def _pairs(holdings: list[_Holding]) -> Iterator[tuple[_Holding, _Holding]]:
    """Pairs of different statements, each kind of statement of a document once."""
    seen: dict[tuple[str, str, str, str, str], _Holding] = {}
    for item in holdings:
        value = item.value
        key = (item.fact.document, item.key, value.office, value.organisation, value.period)
        seen.setdefault(key, item)
    distinct = list(seen.values())
    for position, left in enumerate(distinct):
        for right in distinct[position + 1 :]:
            yield left, right


def _conflict(
    corpus: Corpus, left: _Holding, right: _Holding, holdings: list[_Holding]
) -> _Conflict | None:
    one, two = left.fact, right.fact
    if corpus.has_draft and not _of_draft(corpus, one, two):
        return None
    comparison = ROLE.compare(one, two)
    if comparison.relation is not Relation.DIFFERENT:
        return None
    within = one.document == two.document
    if within and (left.key != right.key or one.claim == two.claim):
        return None
    if not within and (_is_bare(left) or _is_bare(right) or not _near_in_time(corpus, one, two)):
        return None
    if _explained(left, right, holdings, within=within):
        return None
    confidence = _confidence(left.value, right.value)
    if confidence is None:
        return None
    return _Conflict(left, right, confidence, comparison.reason)


def _of_draft(corpus: Corpus, *facts: Fact) -> bool:
    return any(corpus.by_name[fact.document].role == "draft" for fact in facts)


def _is_bare(holding: _Holding) -> bool:
    return len(bare(tuple(holding.value.person.split()))) < 2


def _near_in_time(corpus: Corpus, left: Fact, right: Fact) -> bool:
    one, two = (corpus.by_name[fact.document].published for fact in (left, right))
    return one is None or two is None or abs((one - two).days) <= DAYS_APART


def _explained(left: _Holding, right: _Holding, holdings: list[_Holding], *, within: bool) -> bool:
    """Whether one of the documents tells of a change of office, or gives the person both."""
    documents = {left.fact.document, right.fact.document}
    offices = {left.value.office, right.value.office}
    told: dict[str, set[str]] = {}
    for item in holdings:
        if item.fact.document not in documents or item.value.office not in offices:
            continue
        if item.value.period not in ("current", "acting", "outgoing") and item.key == left.key:
            return True
        if item.key in (left.key, right.key):
            told.setdefault(item.fact.document, set()).add(item.value.office)
    return not within and len(offices) > 1 and any(len(both) > 1 for both in told.values())


def _confidence(left: RoleValue, right: RoleValue) -> float | None:
    stated = [value.organisation for value in (left, right) if value.organisation]
    offices = {left.office, right.office}
    if left.period != right.period:
        return 0.6 if len(stated) == 2 else None
    if len(stated) == 2:
        return 0.93
    # "President" alone may be that of a club: without an organisation it says too little.
    if offices <= _AMBIGUOUS:
        return None
    return 0.75 if stated else 0.65


def _finding(corpus: Corpus, conflicts: list[_Conflict]) -> Finding:
    best = max(conflicts, key=lambda conflict: conflict.confidence)
    left, right = best.left, best.right
    if _of_draft(corpus, right.fact) and not _of_draft(corpus, left.fact):
        left, right = right, left
    values = (ROLE.show(left.fact), ROLE.show(right.fact))
    places = [_place(left), _place(right)]
    for conflict in conflicts:
        for side in (conflict.left, conflict.right):
            if _place(side) not in places and len(places) < _MOST_PLACES:
                places.append(_place(side))
    return make_finding(
        corpus,
        code=RULE.code,
        rule=RULE.name,
        severity=RULE.severity if best.confidence >= SURE else Severity.WARNING,
        confidence=best.confidence,
        message=f"{left.value.person} is “{values[0]}” here and “{values[1]}” there",
        primary=places[0],
        related=places[1:],
        values=values,
        topic=f"{left.value.person}: office",
        notes=(best.reason,),
    )


def _place(holding: _Holding) -> Location:
    return Location(holding.fact.document, holding.fact.span, ROLE.show(holding.fact))


RULE = Rule(
    code="FC302",
    name="role-mismatch",
    summary="One person with incompatible offices at one time.",
    severity=Severity.ERROR,
    check=check,
)
