"""Which facts speak of the same thing: blocking, comparison levels, weights, groups."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts import KINDS
from factcheck.match.assign import FLOOR, best_partners
from factcheck.match.blocking import candidate_pairs
from factcheck.match.context import Context, context_of
from factcheck.match.copies import Passage, copies, shared_passages
from factcheck.match.drafts import draft_conflicts
from factcheck.match.groups import group_matches, voices_of
from factcheck.match.score import score_pair
from factcheck.model import Claim, Document, DocumentRole, Fact, FactGroup, Match

KIND_OF = {kind.kind: kind for kind in KINDS}

__all__ = ["find_matches", "group_facts", "shared_passages"]


def find_matches(documents: Sequence[Document], claims: Sequence[Claim]) -> tuple[Match, ...]:
    """Scored pairs of facts that may have one slot, best partners only, in text order."""
    context = context_of(documents, claims)
    drafts = any(document.role is DocumentRole.DRAFT for document in documents)
    # A draft's figures are scored anew whatever they come to here.
    matches = scored_pairs(claims, context, floor=0.0 if drafts else FLOOR)
    return (*best_partners(matches, context), *draft_conflicts(matches, context))


def scored_pairs(claims: Sequence[Claim], context: Context, *, floor: float = 0.0) -> list[Match]:
    """All pairs of facts that share a blocking key and can be compared, scored by slot.

    Pairs sure to be less probable than `floor` may be left out.
    """
    sources = {
        name for name, document in context.documents.items() if document.role is DocumentRole.SOURCE
    }
    scored = (
        score_pair(left, right, KIND_OF[left.kind].compare(left, right), context, floor=floor)
        for left, right in candidate_pairs(claims, KIND_OF, apart=sources)
        if _comparable(left, right)
    )
    return [match for match in scored if match is not None]


def _comparable(left: Fact, right: Fact) -> bool:
    """Facts of one sentence aren't compared."""
    return left.document != right.document or left.claim != right.claim


def group_facts(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    matches: Sequence[Match],
    passages: Sequence[Passage] | None = None,
) -> tuple[FactGroup, ...]:
    """The fact groups of a run. `passages` are those that `documents` share, where at hand."""
    facts = tuple(fact for claim in claims for fact in claim.facts)
    names = {(claim.document, claim.index): claim.names for claim in claims}
    voices = voices_of(documents, copies(documents, passages))
    return group_matches(facts, matches, KIND_OF, voices, names)
