"""Drafts against an archive: each is compared with the articles that tell its story.

What comes out is what `compare` gives for the draft and those articles, as far as it touches the
draft: an archive is not what a draft was written from, so nothing is held against a draft that its
sources would settle. The rules see no other articles, so a finding does not change because copy on
other stories is added.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.annotate import resolve_model
from factcheck.archive.keys import keys_of
from factcheck.archive.records import article_id
from factcheck.archive.retrieve import CUT, FLOOR, TOP, candidates
from factcheck.archive.store import Store
from factcheck.config import Settings
from factcheck.draft_outcome import DraftOutcome, pack
from factcheck.drafts import drafts_report, run_drafts
from factcheck.extraction import NO_MEMORY
from factcheck.filters import (
    chosen_rules,
    in_order,
    merge,
    pointing_at,
    reported,
    with_baseline,
)
from factcheck.match.context import SAME_STORY, alike
from factcheck.model import Claim, Document, DocumentRole, FactcheckError, Report
from factcheck.pipeline import check, read_claims, without
from factcheck.read.files import shown
from factcheck.rules import RULES
from factcheck.timing import Timing

# Drafts looked up by one run of the SQL, and held in memory.
_TOGETHER = 64


@dataclass(frozen=True, slots=True)
class Retrieval:
    """What of an archive a draft is checked against.

    `top`, `cut` and `floor` are those of the join; of what it finds, only articles whose likeness
    to the draft makes them the same story count, since a figure of another story contradicts
    nothing. (60 articles of ../shared/bench/ecbplus_clusters against the other 416: of the findings
    across articles, 70 of 105 lay within a cluster without that, 55 of 58 with it.)
    """

    top: int = TOP
    cut: int = CUT
    floor: int = FLOOR
    likeness: float = SAME_STORY


def check_drafts(
    store: Store,
    drafts: Sequence[Document],
    sources: Sequence[Document] = (),
    *,
    settings: Settings,
    timing: Timing | None = None,
    retrieval: Retrieval | None = None,
) -> Report:
    """Check each draft with itself, with what the archive has on its story, and against `sources`.

    The report has the articles retrieved among its documents. It is the same for any order of
    drafts and sources. What there is not enough memory for is left out, as the report says. Raises
    FactcheckError when the archive was read with another language model than `settings` ask for,
    and what `drafts.run_drafts` raises.
    """
    timing = timing or Timing()
    retrieval = retrieval or Retrieval()
    model = archive_model(store, settings)
    settings, accepted = replace(settings, model=model.split(" ")[0], baseline=None), settings
    checked = _sorted(drafts, DocumentRole.DRAFT)
    outcomes: list[DraftOutcome] = []
    left_out: dict[str, str] = {}
    used: dict[str, Document] = {}
    counts: dict[str, int] = {}
    for start in range(0, len(checked), _TOGETHER):
        some = checked[start : start + _TOGETHER]
        claims = read_claims(some, model=model, settings=settings, timing=timing, left_out=left_out)
        some = tuple(draft for draft in some if draft.name not in left_out)
        own = _by_document(some, claims)
        with timing.stage("retrieve"):
            retrieved = list(_retrieved(store, some, own, retrieval))
        for draft, there in zip(some, retrieved, strict=True):
            with timing.document(draft.name):
                try:
                    outcomes.append(_check_one(draft, own[draft.name], there, settings, timing))
                except MemoryError:
                    left_out[draft.name] = NO_MEMORY
                    continue
            # For readers of the report they are what the draft was held against.
            used |= {
                document.name: replace(document, role=DocumentRole.SOURCE) for document, _ in there
            }
            counts |= {document.name: len(claims) for document, claims in there}
    checked = without(checked, left_out)
    report = drafts_report(
        checked,
        tuple(used.values()),
        outcomes,
        counts,
        model,
        settings=settings,
        timing=timing,
        left_out=left_out,
    )
    if sources:
        report = _both(report, run_drafts(checked, sources, settings=settings, timing=timing))
    return with_baseline(report, rules=chosen_rules(RULES, settings), settings=accepted)


def _check_one(
    draft: Document,
    own: tuple[Claim, ...],
    there: Sequence[tuple[Document, tuple[Claim, ...]]],
    settings: Settings,
    timing: Timing,
) -> DraftOutcome:
    """What `compare` makes of a draft and the articles on its story, as far as it touches the
    draft."""
    article = replace(draft, role=DocumentRole.ARTICLE)
    every = sorted([*there, (article, own)], key=lambda one: one[0].name)
    outcome = check(
        tuple(document for document, _ in every),
        tuple(claim for _, claims in every for claim in claims),
        chosen_rules(RULES, settings),
        settings=replace(settings, pedantic=True),
        timing=timing,
    )
    found = in_order(pointing_at(outcome.findings, {draft.name}))
    shown = tuple(
        one for one in found if settings.pedantic or one.confidence >= settings.min_confidence
    )
    hidden = sum(one.suppression is None for one in found) - sum(
        one.suppression is None for one in shown
    )
    groups = [
        group
        for group in outcome.groups
        if any(fact.document == draft.name for fact in group.facts)
    ]
    return DraftOutcome(shown, hidden, pack(groups), len(own))


def _both(archive: Report, sources: Report) -> Report:
    """One report of the checks against an archive and against sources, each finding told once.

    Of a document in both it is the source. The groups are those of the sources.
    """
    documents = {one.name: one for one in (*archive.documents, *sources.documents)}
    found = merge((*archive.findings, *archive.suppressed, *sources.findings, *sources.suppressed))
    findings, suppressed = reported(found)
    return replace(
        sources,
        documents=tuple(documents[name] for name in sorted(documents)),
        findings=findings,
        suppressed=suppressed,
        hidden=archive.hidden + sources.hidden,
        claim_counts={**archive.claim_counts, **sources.claim_counts},
        left_out={**archive.left_out, **sources.left_out},
    )


def archive_model(store: Store, settings: Settings) -> str:
    """The identity of the model the archive was read with, which has to be that of `settings`.

    With "auto" the archive's own is taken where it is installed. Raises FactcheckError elsewhere.
    """
    theirs = store.manifest.model
    wanted = settings.model
    if wanted == "auto":
        wanted = theirs.split(" ")[0]
    mine = resolve_model(wanted)
    if mine != theirs:
        raise FactcheckError(
            f"{shown(store.name)}: the archive was read with the model {theirs}, not "
            f"{mine}: claims of two models are not compared; use --model {theirs.split(' ')[0]}"
        )
    return mine


def _retrieved(
    store: Store,
    drafts: Sequence[Document],
    claims: dict[str, tuple[Claim, ...]],
    retrieval: Retrieval,
) -> Iterator[list[tuple[Document, tuple[Claim, ...]]]]:
    """For each draft the articles of the archive that tell its story, with their claims."""
    numbers = {draft.name: article_id(draft.name) for draft in drafts}
    probes = [(numbers[draft.name], keys_of(claims[draft.name])) for draft in drafts]
    found: dict[int, list[int]] = {number: [] for number in numbers.values()}
    limits = {"cut": retrieval.cut, "top": retrieval.top, "floor": retrieval.floor}
    for one in candidates(store, probes, **limits):
        found[one.probe].append(one.found)
    for draft in drafts:
        own = _words(claims[draft.name])
        there = store.load(found[numbers[draft.name]], role=DocumentRole.ARTICLE)
        yield [
            (document, its_claims)
            for document, its_claims in there
            if document.name != draft.name and alike(own, _words(its_claims)) >= retrieval.likeness
        ]


def _words(claims: Sequence[Claim]) -> frozenset[str]:
    return frozenset(word for claim in claims for word in claim.words)


def _sorted(documents: Sequence[Document], role: DocumentRole) -> tuple[Document, ...]:
    ordered = sorted(documents, key=lambda document: document.name)
    return tuple(replace(document, role=role) for document in ordered)


def _by_document(
    documents: Sequence[Document], claims: Sequence[Claim]
) -> dict[str, tuple[Claim, ...]]:
    found: dict[str, list[Claim]] = {document.name: [] for document in documents}
    for claim in claims:
        found[claim.document].append(claim)
    return {name: tuple(own) for name, own in found.items()}
