"""Many drafts, each checked on its own and against the same sources, in one report.

Drafts are not compared with one another. One that hasn't changed, with sources and settings that
haven't, costs a look into the cache; the others go through `pipeline.check` one by one, by one
process or several, so that no more is held of each than what it came to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from factcheck.annotate import resolve_model
from factcheck.cache import open_cache
from factcheck.config import Settings
from factcheck.draft_outcome import DraftOutcome, KeptGroups, pack, recall, remember
from factcheck.extraction import DIED, NO_MEMORY, processes_for
from factcheck.filters import chosen_rules, merge, reported, with_baseline
from factcheck.model import (
    Claim,
    Document,
    DocumentRole,
    FactGroup,
    OutOfMemoryError,
    Report,
)
from factcheck.outcome import document_key, outcome_key
from factcheck.pipeline import check, provable, read_claims, tool, without
from factcheck.rules import RULES
from factcheck.timing import Timing
from factcheck.workers import in_order

# Drafts that a process is handed at once: the sources and their claims go with each handful.
_HANDFUL = 16


# What the checks of some drafts came to, or why one came to nothing, and what they took.
_Checks = tuple[list[DraftOutcome | str], Timing]


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources, sorted by name, and the claims of each; `whole` when none was left out."""

    documents: tuple[Document, ...]
    claims: Mapping[str, tuple[Claim, ...]]
    whole: bool = True


def run_drafts(
    drafts: Sequence[Document],
    sources: Sequence[Document] = (),
    *,
    settings: Settings,
    timing: Timing | None = None,
    passing: bool = False,
) -> Report:
    """Check each of `drafts` with itself and against `sources`; a draft is no source for itself.

    A source of the same name as a draft is taken to be that draft. The report is the same for any
    order of both. `passing` says that the drafts will not be seen again as they are, since someone
    is typing: nothing of them is kept in the cache. What it took is added to `timing`. Drafts and
    sources that there is not enough memory for are left out, as the report says. Raises
    FactcheckError as `pipeline.run` does.
    """
    timing = timing or Timing()
    left_out: dict[str, str] = {}
    chosen_rules(RULES, settings)  # one that doesn't exist is told before anything is read
    model = resolve_model(settings.model)
    checked = _sorted(drafts, DocumentRole.DRAFT)
    known = _sorted(sources, DocumentRole.SOURCE)
    outcomes, counts = _outcomes(
        checked, known, model, settings, timing, passing=passing, left_out=left_out
    )
    return drafts_report(
        without(checked, left_out),
        [source for source in known if source.name not in left_out],
        outcomes,
        counts,
        model,
        settings=settings,
        timing=timing,
        left_out=left_out,
    )


def drafts_report(
    drafts: tuple[Document, ...],
    sources: Sequence[Document],
    outcomes: Sequence[DraftOutcome],
    counts: Mapping[str, int],
    model: str,
    *,
    settings: Settings,
    timing: Timing,
    left_out: Mapping[str, str],
) -> Report:
    """The report of `drafts` (sorted by name) that the checks came to, one outcome for each.

    `counts` are the numbers of claims of drafts and `sources` by name, `left_out` says why others
    are not among them.
    """
    with timing.stage("filter"):
        merged = merge(finding for outcome in outcomes for finding in outcome.findings)
        findings, suppressed = reported(merged)
    names = {draft.name for draft in drafts}
    groups = KeptGroups(tuple(outcome.groups for outcome in outcomes))
    others = (source for source in sources if source.name not in names)
    counts = {**counts, **{d.name: o.claims for d, o in zip(drafts, outcomes, strict=True)}}
    report = Report(
        tool(model),
        tuple(sorted((*drafts, *others), key=lambda document: document.name)),
        (),
        findings,
        groups,
        sum(outcome.hidden for outcome in outcomes),
        counts,
        suppressed,
        status_counts=groups.statuses(),
        left_out=left_out,
    )
    return with_baseline(report, rules=chosen_rules(RULES, settings), settings=settings)


def _sorted(documents: Sequence[Document], role: DocumentRole) -> tuple[Document, ...]:
    ordered = sorted(documents, key=lambda document: document.name)
    return tuple(replace(document, role=role) for document in ordered)


def _outcomes(
    drafts: tuple[Document, ...],
    sources: tuple[Document, ...],
    model: str,
    settings: Settings,
    timing: Timing,
    *,
    passing: bool,
    left_out: dict[str, str],
) -> tuple[list[DraftOutcome], dict[str, int]]:
    """What the check of each draft came to, in order, and the number of claims by source.

    Of those that are put into `left_out` there is nothing.
    """
    cache = None if passing else open_cache(settings)
    found: list[DraftOutcome | None] = [None] * len(drafts)
    keys = [""] * len(drafts)
    if cache:
        with timing.stage("cache"):
            keys = _keys(drafts, sources, model=model, settings=settings)
            found = [recall(cache, key) for key in keys]
    missing = [number for number, outcome in enumerate(found) if outcome is None]
    timing.count("drafts checked before", len(drafts) - len(missing))
    # For their number alone when all outcomes are known; they are in the cache then.
    claims = read_claims(sources, model=model, settings=settings, timing=timing, left_out=left_out)
    if left_out:
        # The keys speak of all sources.
        cache = None
        sources = tuple(source for source in sources if source.name not in left_out)
    known = Sources(sources, _by_document(sources, claims), whole=not left_out)
    settings = replace(settings, use_cache=settings.use_cache and not passing)
    fresh = _checked([drafts[number] for number in missing], known, model, settings, timing)
    for number, outcome in zip(missing, fresh, strict=True):
        if isinstance(outcome, str):
            left_out[drafts[number].name] = outcome
            continue
        if cache:
            remember(cache, keys[number], outcome)
        found[number] = outcome
    outcomes = [outcome for outcome in found if outcome is not None]
    return outcomes, {name: len(claims) for name, claims in known.claims.items()}


def _keys(
    drafts: Sequence[Document], sources: Sequence[Document], *, model: str, settings: Settings
) -> list[str]:
    """The key of the outcome of each draft: the draft, its sources and the settings."""
    by_name = {
        source.name: document_key(source, model=model, settings=settings) for source in sources
    }
    everything = outcome_key(list(by_name.values()), settings=settings)
    keys = []
    for draft in drafts:
        mine = document_key(draft, model=model, settings=settings)
        left_out = by_name.get(draft.name, "")
        keys.append(outcome_key([everything, mine, left_out], settings=settings))
    return keys


def _by_document(
    documents: Sequence[Document], claims: Sequence[Claim]
) -> dict[str, tuple[Claim, ...]]:
    found: dict[str, list[Claim]] = {document.name: [] for document in documents}
    for claim in claims:
        found[claim.document].append(claim)
    return {name: tuple(claims) for name, claims in found.items()}


def _checked(
    drafts: Sequence[Document], sources: Sources, model: str, settings: Settings, timing: Timing
) -> Iterator[DraftOutcome | str]:
    """The outcomes of `drafts` in their order, by `settings.jobs` processes where that pays.

    For want of memory, the reason that there is none.
    """
    processes = processes_for(drafts, jobs=settings.jobs)
    check_some = partial(_check_some, sources=sources, model=model, settings=settings)
    size = min(_HANDFUL, max(1, len(drafts) // (4 * processes)))
    handfuls = [drafts[start : start + size] for start in range(0, len(drafts), size)]
    done: Iterator[_Checks]
    if processes == 1:
        done = map(check_some, handfuls)
    else:
        check_some = partial(check_some, settings=replace(settings, jobs=1))
        done = _by_processes(check_some, handfuls, processes)
    for outcomes, taken in done:
        timing.add(taken)
        yield from outcomes


def _by_processes(
    check_some: Callable[[Sequence[Document]], _Checks],
    handfuls: Sequence[Sequence[Document]],
    processes: int,
) -> Iterator[_Checks]:
    """`check_some` of each handful; of one that kills its process, of each draft by itself."""
    for done in in_order(check_some, handfuls, jobs=processes):
        if done.result is not None:
            yield done.result
        elif len(done.item) == 1:
            yield [DIED], Timing()
        else:
            yield from _by_processes(check_some, [[draft] for draft in done.item], 1)


def _check_some(
    drafts: Sequence[Document], *, sources: Sources, model: str, settings: Settings
) -> _Checks:
    taken = Timing()
    outcomes: list[DraftOutcome | str] = []
    for draft in drafts:
        with taken.document(draft.name):
            try:
                outcomes.append(_check_one(draft, sources, model, settings, taken))
            except (MemoryError, OutOfMemoryError):
                outcomes.append(NO_MEMORY)
    return outcomes, taken


def _check_one(
    draft: Document, sources: Sources, model: str, settings: Settings, timing: Timing
) -> DraftOutcome:
    # The time that reading takes is the draft's here, whatever document `read_claims` says.
    reading = Timing()
    own = read_claims((draft,), model=model, settings=settings, timing=reading)
    timing.add(replace(reading, documents={}))
    others = [source for source in sources.documents if source.name != draft.name]
    documents = tuple(sorted((draft, *others), key=lambda document: document.name))
    claims = {**sources.claims, draft.name: own}
    rules = chosen_rules(RULES, settings)
    outcome = check(
        documents,
        tuple(claim for document in documents for claim in claims[document.name]),
        rules if sources.whole else provable(rules),
        settings=settings,
        timing=timing,
    )
    groups = [group for group in outcome.groups if _holds(group, draft.name)]
    return DraftOutcome(outcome.findings, outcome.hidden, pack(groups), len(own))


def _holds(group: FactGroup, name: str) -> bool:
    return any(fact.document == name for fact in group.facts)
