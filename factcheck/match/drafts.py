"""A draft against its sources: which differing value of the draft is a conflict.

Independent articles may count different things; a draft takes its figures from its sources. So in
such a pair the slot counts for less, and what counts most is whether the draft's figure stands
anywhere in the sources at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.match.context import Context
from factcheck.match.score import probability
from factcheck.match.support import figures_of, support_of
from factcheck.match.weights import DraftWeights, load_draft_weights
from factcheck.model import (
    DocumentRole,
    Fact,
    FactKind,
    Match,
    Part,
    Relation,
)

FIGURES = (FactKind.QUANTITY, FactKind.DURATION, FactKind.MOMENT)
# Dimensions with a weight of their own for a draft's figure; the weights of the others are scaled.
OWN = ("unit", "words", "size", "sort")
# Dimensions that tell of independent articles only.
LEFT_OUT = ("prior", "rivals", "published")


def draft_conflicts(
    matches: Sequence[Match], context: Context, *, unscaled: bool = False
) -> tuple[Match, ...]:
    """For each figure of a draft, its best differing partner in the sources, scored anew.

    `unscaled` leaves the weights of the slot as they are, for fitting their scale.
    """
    drafts = {
        name for name, document in context.documents.items() if document.role is DocumentRole.DRAFT
    }
    across = [match for match in matches if _of_draft(match, drafts)]
    if not across:
        return ()
    told = [claim for claim in context.claims.values() if claim.document not in drafts]
    sources = figures_of(
        (fact for claim in told for fact in claim.facts),
        dict.fromkeys(word for claim in told for word in claim.words),
    )
    agreeing = _best_agreement(across, drafts)
    weights = load_draft_weights()
    if unscaled:
        weights = replace(weights, slot=1.0)
    return tuple(
        _rescored(
            match,
            support_of(fact, sources, margin=_margin(match, agreeing.get(fact))),
            weights,
        )
        for fact, match in _best_differing(across, drafts).items()
    )


def _best_agreement(matches: Sequence[Match], drafts: set[str]) -> dict[Fact, float]:
    """For each figure that a source has too, the weight of the likest slot, without the value's."""
    best: dict[Fact, float] = {}
    for match in matches:
        if match.comparison.relation in (Relation.EQUAL, Relation.COMPATIBLE):
            fact = _draft_side(match, drafts)
            slot = match.weight - sum(p.weight for p in match.parts if p.dimension == "value")
            best[fact] = max(best.get(fact, slot), slot)
    return best


def _margin(match: Match, agreement: float | None) -> float | None:
    """Bits by which the differing slot is likelier than the likest agreeing one."""
    return None if agreement is None else match.weight - agreement


def _of_draft(match: Match, drafts: set[str]) -> bool:
    return match.left.kind in FIGURES and (
        (match.left.document in drafts) != (match.right.document in drafts)
    )


def _draft_side(match: Match, drafts: set[str]) -> Fact:
    return match.left if match.left.document in drafts else match.right


def _best_differing(matches: Sequence[Match], drafts: set[str]) -> Mapping[Fact, Match]:
    best: dict[Fact, Match] = {}
    for match in matches:
        if match.comparison.relation is Relation.DIFFERENT:
            fact = _draft_side(match, drafts)
            if fact not in best or match.weight > best[fact].weight:
                best[fact] = match
    return best


def _rescored(match: Match, support: str, weights: DraftWeights) -> Match:
    parts = (
        Part("prior", "draft and source", weights.prior),
        weights.part("support", support),
        *(_weighed(part, weights) for part in match.parts if part.dimension not in LEFT_OUT),
    )
    total = sum(part.weight for part in parts)
    return Match(match.left, match.right, parts, probability(total), match.comparison)


def _weighed(part: Part, weights: DraftWeights) -> Part:
    if part.dimension in OWN:
        return weights.part(part.dimension, part.level)
    return Part(part.dimension, part.level, round(part.weight * weights.slot, 4))
