"""What the rules on differing values share: from matches of two facts to findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.facts import KINDS
from factcheck.facts.quantity import PERCENT_FOR_POINTS
from factcheck.facts.statement_compare import OTHER_AGENT, OTHER_GOAL, OTHER_NATION, OTHER_PATIENT
from factcheck.facts.tolerance import DIFFERENT_BOUNDS
from factcheck.match.agreement import BEYOND_BOUND, is_open
from factcheck.match.drafts import NO_PARTNER
from factcheck.match.groups import TOGETHER, slot_label
from factcheck.match.support import NOWHERE
from factcheck.model import (
    DocumentRole,
    Fact,
    FactKind,
    Finding,
    Location,
    Match,
    MomentValue,
    QuantityValue,
    Relation,
    Severity,
)
from factcheck.rules.findings import make_finding
from factcheck.rules.rule import Corpus, Rule

_SHOW = {kind.kind: kind.show for kind in KINDS}
# A finding is an error only where nine in ten are right (design, section 6).
SURE = 0.9
# Bits against one slot from which a finding is never an error, whatever speaks for it: the other
# parts may all tell the same agreement.
AGAINST = -1.0
DOUBTED = 0.89
# Dimensions that say what a value is of, and the levels on which two sides agree there.
TIES = ("unit", "measure", "subject", "event")
ALIKE = ("same", "synonym", "overlap", "at issue", "happens once")
# Levels on which the words around two figures are alike.
_MUCH = ("half", "most", "all")
# What is said of a draft's figure that no source has, where theirs is hardly of the same thing.
_UNTIED = "no source has {left}; nearest to it is {right}"


def show(fact: Fact) -> str:
    """A fact's value for people."""
    return _SHOW[fact.kind](fact)


def place(fact: Fact) -> Location:
    """Where a fact stands, with its value as label."""
    return Location(fact.document, fact.span, show(fact))


def differing(corpus: Corpus, kind: FactKind) -> Iterator[Match]:
    """The matches of one kind of fact whose values exclude each other.

    A headline or summary against the text below it is left to headline-mismatch.
    """
    for match in corpus.matches:
        if match.left.kind is not kind or match.comparison.relation is not Relation.DIFFERENT:
            continue
        if not _of_summary_and_text(corpus, match):
            yield match


def _of_summary_and_text(corpus: Corpus, match: Match) -> bool:
    document = match.left.document
    above = corpus.summaries[document]
    if not above or match.right.document != document:
        return False
    facts = (match.left, match.right)
    return len({corpus.claim_at[document, fact.claim].block in above for fact in facts}) == 2


def from_draft(corpus: Corpus, match: Match) -> bool:
    """Whether a match holds a draft against a source."""
    roles = {corpus.by_name[fact.document].role for fact in (match.left, match.right)}
    return roles == {DocumentRole.DRAFT, DocumentRole.SOURCE}


def conflicts(
    corpus: Corpus, rule: Rule, message: str, matches: Iterable[Match]
) -> Iterator[Finding]:
    """One finding for each set of facts with one slot and values that exclude each other.

    Five sources with two figures make one finding with five places, not six pairs. `message` may
    hold {left} and {right}; a draft's figure that no source has, nor one of its thing, is told as
    such.
    """
    for component in _components(list(matches), corpus):
        best = max(component, key=lambda match: (match.probability, -match.left.span.start))
        yield _finding(corpus, rule, best, _others(best, component), message)


def _components(chosen: Sequence[Match], corpus: Corpus) -> list[list[Match]]:
    """Matches that hang together: by a fact of both, or by facts of one group."""
    if not chosen:
        return []
    group_of = _group_numbers(corpus)
    parts: dict[int, list[Match]] = {}
    singles: list[list[Match]] = []
    for match in chosen:
        number = group_of.get(_key(match.left))
        same = number is not None and number == group_of.get(_key(match.right))
        if same and match.probability >= TOGETHER and not corpus.has_draft:
            parts.setdefault(number or 0, []).append(match)
        else:
            singles.append([match])
    return [*parts.values(), *singles]


def _key(fact: Fact) -> tuple[str, int, int, str]:
    return (fact.document, fact.span.start, fact.span.end, fact.kind.value)


def _group_numbers(corpus: Corpus) -> dict[tuple[str, int, int, str], int]:
    return {
        _key(fact): number for number, group in enumerate(corpus.groups) for fact in group.facts
    }


def _others(best: Match, matches: Sequence[Match]) -> list[Fact]:
    """The facts of the other matches, one a document and value, in text order."""
    told = {(fact.document, show(fact)) for fact in (best.left, best.right)}
    found: dict[tuple[str, str], Fact] = {}
    for match in matches:
        for fact in (match.left, match.right):
            key = (fact.document, show(fact))
            if key not in told:
                found.setdefault(key, fact)
    return sorted(found.values(), key=lambda fact: (fact.document, fact.span))


def _confidence(corpus: Corpus, match: Match) -> float:
    """The match's probability, kept below `SURE` where something of weight speaks against it."""
    if match.comparison.reason in (OTHER_NATION, OTHER_GOAL, PERCENT_FOR_POINTS):
        # Some films are of two countries, some of the passengers go to another place, and to some
        # writers a point is a per cent.
        return min(match.probability, DOUBTED)
    doubted = _is_loose(match) if from_draft(corpus, match) else _has_against(match)
    doubted = doubted or _leaves_room(match)
    return min(match.probability, DOUBTED) if doubted else match.probability


def _leaves_room(match: Match) -> bool:
    """Whether a bound leaves room for both values: more than 940 and more than 950, or 960."""
    one, two = match.left, match.right
    if not is_open(one) and not is_open(two):
        return False
    return match.comparison.reason.startswith((DIFFERENT_BOUNDS, BEYOND_BOUND))


def _has_against(match: Match) -> bool:
    """Whether a dimension weighs against one slot."""
    return any(part.weight <= AGAINST for part in match.parts if part.dimension != "prior")


def _is_loose(match: Match) -> bool:
    """Whether a draft's side is tied to the source's by nothing that names what it is about.

    The weights of a draft's figures are fitted together, so there no single one decides; but that
    no source has a figure is not enough to call another figure its counterpart. A name in another's
    place may be one of several.
    """
    if match.comparison.reason in (OTHER_AGENT, OTHER_PATIENT):
        return True
    levels = {part.dimension: part.level for part in match.parts}
    if _in_series(match.left):
        # Years and ranks come in series: of one thing, a twelfth before a thirteenth.
        close = levels.get("around") in _MUCH
        return not close and levels.get("event") not in ALIKE
    return not any(levels.get(name) in ALIKE for name in TIES)


def _wording(corpus: Corpus, match: Match, message: str) -> str:
    """How a finding is put: two values are not said to be of one thing where that is not why."""
    if not from_draft(corpus, match):
        return message
    levels = {part.dimension: part.level for part in match.parts}
    absent = levels.get("support") in (NOWHERE, NO_PARTNER)
    tied = any(levels.get(name) in ALIKE for name in TIES) or levels.get("around") in _MUCH
    return _UNTIED if absent and not tied else message


def _in_series(fact: Fact) -> bool:
    value = fact.value
    return isinstance(value, MomentValue) or (
        isinstance(value, QuantityValue) and value.dimension == "ordinal"
    )


def _finding(
    corpus: Corpus, rule: Rule, best: Match, others: Sequence[Fact], message: str
) -> Finding:
    """The finding of a match; in a run with a draft, the draft's side comes first.

    Severity is the rule's where the match is sure, one step lower elsewhere.
    """
    left, right = best.left, best.right
    if corpus.by_name[right.document].role is DocumentRole.DRAFT:
        left, right = right, left
    facts = (left, right, *others)
    confidence = _confidence(corpus, best)
    lower = Severity.WARNING if rule.severity is Severity.ERROR else Severity.INFO
    return make_finding(
        corpus,
        code=rule.code,
        rule=rule.name,
        severity=rule.severity if round(confidence, 2) >= SURE else lower,
        confidence=confidence,
        message=_wording(corpus, best, message).format(left=show(left), right=show(right)),
        primary=place(left),
        related=tuple(place(fact) for fact in facts[1:]),
        values=tuple(dict.fromkeys(show(fact) for fact in facts)),
        why=best.parts,
        topic=slot_label(left, corpus.claim_at[left.document, left.claim].names),
    )
