"""Which of a fact's possible partners is its partner: the best one in each other document.

A value that stands in the other document in a slot at least as likely is no conflict, whatever else
that document counts; so a difference survives only when each side is the other's best partner.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from factcheck.match.context import Context
from factcheck.match.drafts import FIGURES
from factcheck.match.exchanged import EXCHANGED
from factcheck.match.levels import ONCE
from factcheck.match.support import numbers_in
from factcheck.match.told_apart import are_told_apart
from factcheck.model import DurationValue, FactKind, Match, QuantityValue, Relation

AGREE = (Relation.EQUAL, Relation.COMPATIBLE)
# A pair below this is no candidate for one slot; nothing is reported or grouped on it.
FLOOR = 0.05
# An agreement that is likelier than not settles what a fact's counterpart in that document is.
SETTLED = 0.5
# By so many bits a difference is likelier than an agreement that is one of rounding alone.
_LIKELIER = 4.0


def best_partners(matches: Sequence[Match], context: Context) -> tuple[Match, ...]:
    """Matches worth keeping: agreements, and differences that are best for both of their sides.

    A draft's figures against its sources are left to `drafts`.
    """
    # Facts are told apart by identity: hashing one means hashing its slot and value each time.
    live = [match for match in matches if match.probability >= FLOOR]
    best = _best_weights(_disputed(live), least=0.0)
    # Two dates of one birth clash in one text, however often it gives the one of them.
    once = _best_weights([match for match in live if _happens_once(match)], least=0.0)
    agreed = _agreed(live)
    return tuple(
        match
        for match in live
        if match.comparison.relation in AGREE
        or (
            not _figure_of_draft(match, context)
            and not _is_settled(match, agreed)
            and not _side_by_side(match, context)
            and _is_best(match, once if _happens_once(match) else best)
            and not are_told_apart(match, context)
        )
    )


def _disputed(matches: Sequence[Match]) -> list[Match]:
    """The matches of facts that differ from any other fact; the rest need no best partner."""
    facts = {
        id(fact)
        for match in matches
        if match.comparison.relation not in AGREE
        for fact in (match.left, match.right)
    }
    return [match for match in matches if id(match.left) in facts or id(match.right) in facts]


def _best_weights(
    matches: Sequence[Match], *, least: float = -math.inf
) -> dict[tuple[int, str], float]:
    """The weight of the best match of each fact in each document, `least` at the least."""
    best: dict[tuple[int, str], float] = {}
    for match in matches:
        weight = max(least, match.weight)
        for fact, other in ((match.left, match.right), (match.right, match.left)):
            key = (id(fact), other.document)
            if weight > best.get(key, -math.inf):
                best[key] = weight
    return best


def _happens_once(match: Match) -> bool:
    """Whether the two differ, in one text, on what happens but once to its subject."""
    within = match.left.document == match.right.document
    differ = match.comparison.relation is Relation.DIFFERENT
    return within and differ and any(part.level == ONCE for part in match.parts)


def _side_by_side(match: Match, context: Context) -> bool:
    """Whether one sentence has the other's number too: two girls, of 12 and of 15, are in both.

    Not where the two have changed places with what they are of.
    """
    if any(part.level == EXCHANGED for part in match.parts):
        return False
    for fact, other in ((match.left, match.right), (match.right, match.left)):
        numbers = numbers_in(fact)
        if not isinstance(fact.value, (QuantityValue, DurationValue)) or not numbers:
            continue
        there = {
            number
            for told in context.claim(other).facts
            if told.span != other.span and told.kind in FIGURES
            for number in numbers_in(told)
        }
        if there.issuperset(numbers):
            return True
    return False


def _agreed(matches: Sequence[Match]) -> dict[tuple[int, str], float]:
    """The weight from which on a difference is not settled by an agreement, by fact and document.

    An equal value settles whatever else; one that only rounds to it must not be much less likely,
    nor one that is equal and has a likelier counterpart: who closed in 2019 was not elected then.
    """
    agreements = [
        match
        for match in matches
        if match.comparison.relation in AGREE and match.probability >= SETTLED
    ]
    likeliest = _best_weights(agreements)
    agreed: dict[tuple[int, str], float] = {}
    for match in agreements:
        weight = match.weight
        for fact, other in ((match.left, match.right), (match.right, match.left)):
            key = (id(fact), other.document)
            own = weight >= likeliest[id(other), fact.document] - _LIKELIER
            equal = match.comparison.relation is Relation.EQUAL and own
            most = math.inf if equal else weight + _LIKELIER
            agreed[key] = max(agreed.get(key, -math.inf), most)
    return agreed


def _is_settled(match: Match, agreed: Mapping[tuple[int, str], float]) -> bool:
    """Whether the other document agrees with one side: earned 1.32 where 1.27 was expected.

    Statements are left out: who opposes a plan may well be said to be against it elsewhere.
    """
    if match.left.kind is FactKind.STATEMENT or match.left.document == match.right.document:
        return False
    sides = ((match.left, match.right), (match.right, match.left))
    return any(
        match.weight < agreed.get((id(fact), other.document), -math.inf) for fact, other in sides
    )


def _figure_of_draft(match: Match, context: Context) -> bool:
    standing = context.standing(match.left.document, match.right.document)
    return standing == "draft and source" and match.left.kind in FIGURES


def _is_best(match: Match, best: dict[tuple[int, str], float]) -> bool:
    left = best[(id(match.left), match.right.document)]
    right = best[(id(match.right), match.left.document)]
    return match.weight >= max(left, right) - 1e-9
