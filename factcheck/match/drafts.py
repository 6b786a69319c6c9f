"""A draft against its sources: which differing value of the draft is a conflict.

Independent articles may count different things; a draft takes its figures from its sources. So in
such a pair the slot counts for less, and what counts most is whether the draft's figure stands
anywhere in the sources at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
# Dimensions that count for a draft's figure, each with a weight of its own in such a pair.
OWN = (
    "unit",
    "measure",
    "subject",
    "event",
    "modifiers",
    "time",
    "place",
    "names",
    "words",
    "attribution",
    "modality",
    "size",
    "contrast",
    "sort",
)


def draft_conflicts(matches: Sequence[Match], context: Context) -> tuple[Match, ...]:
    """For each figure of a draft, its best differing partner in the sources, scored anew."""
    drafts = {
        name for name, document in context.documents.items() if document.role is DocumentRole.DRAFT
    }
    across = [match for match in matches if _of_draft(match, drafts)]
    if not across:
        return ()
    sources = figures_of(
        fact
        for claim in context.claims.values()
        if claim.document not in drafts
        for fact in claim.facts
    )
    agreeing = {
        _draft_side(match, drafts)
        for match in across
        if match.comparison.relation in (Relation.EQUAL, Relation.COMPATIBLE)
    }
    weights = load_draft_weights()
    return tuple(
        _rescored(match, support_of(fact, sources, agrees=fact in agreeing), weights)
        for fact, match in _best_differing(across, drafts).items()
    )


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
        *(
            weights.part(part.dimension, part.level)
            for part in match.parts
            if part.dimension in OWN
        ),
    )
    total = sum(part.weight for part in parts)
    return Match(match.left, match.right, parts, probability(total), match.comparison)
