"""All of an archive against all of it: story by story, each through the `check` of `compare`.

A story's findings are those that `compare` gives for its articles. Stories are worked through by
one process or several and come out in one order; no more than a few are held at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from factcheck.archive.retrieve import (
    CUT,
    FLOOR,
    TOP_ALL,
    Candidate,
    all_candidates,
)
from factcheck.archive.store import Store, open_store
from factcheck.archive.stories import LARGEST, Story, since, stories_of
from factcheck.config import Settings
from factcheck.filters import chosen_rules, merge, reported, with_baseline
from factcheck.match.context import RELATED, alike
from factcheck.model import (
    Claim,
    Document,
    DocumentRole,
    FactKind,
    Finding,
    Report,
    Status,
)
from factcheck.pipeline import check, tool
from factcheck.rules import RULES
from factcheck.timing import Timing
from factcheck.workers import in_order

HANDFUL = 24
STORY_LEFT_OUT = "its story was not compared, for want of memory; try fewer --jobs"


@dataclass(frozen=True, slots=True)
class Scope:
    """What is compared: articles from the day `since` on with all others, facts of `kinds`.

    `largest` is the most articles of one story, `top`, `cut` and `floor` are those of the join.
    """

    since: date | None = None
    kinds: tuple[FactKind, ...] = ()
    largest: int = LARGEST
    top: int = TOP_ALL
    cut: int = CUT
    floor: int = FLOOR


@dataclass(frozen=True, slots=True)
class StoryOutcome:
    """What the check of one story came to.

    `documents` are those that the findings stand in, `counts` the claims of each article that
    counts here, `statuses` the number of fact groups by status. `left_out` are the names of the
    articles of a story that there is not enough memory for, of which there is nothing else.
    """

    findings: tuple[Finding, ...]
    hidden: int
    documents: tuple[Document, ...]
    counts: dict[str, int]
    statuses: dict[Status, int]
    left_out: tuple[str, ...] = ()


def each_story(
    store: Store,
    *,
    settings: Settings,
    scope: Scope | None = None,
    progress: Callable[[int, int], None] = lambda done, all_of_them: None,
) -> Iterator[StoryOutcome]:
    """The outcomes of all stories of an archive, in order of the stories.

    `progress` is told how many stories are done, of how many. A story that kills its process twice
    is left out, as its outcome says. Raises FactcheckError for what `check` raises.
    """
    scope = scope or Scope()
    chosen_rules(RULES, settings)
    stories = find_stories(store, scope)
    handfuls = [stories[start : start + HANDFUL] for start in range(0, len(stories), HANDFUL)]
    work = partial(
        check_stories,
        folder=store.name,
        state=store.state,
        settings=replace(settings, jobs=1),
        kinds=scope.kinds,
        recent=recent_names(store, scope.since),
    )
    finished = 0
    for outcomes in _ordered(work, handfuls, settings.jobs, store):
        finished += len(outcomes)
        progress(finished, len(stories))
        yield from outcomes


def find_stories(store: Store, scope: Scope) -> list[Story]:
    """The stories of an archive that are in `scope`."""
    articles = store.places()
    found: list[Candidate] = []
    if len(articles) > scope.largest:
        found = all_candidates(store, cut=scope.cut, top=scope.top, floor=scope.floor)
    return in_scope(store, stories_of(articles, found, largest=scope.largest), scope)


def in_scope(store: Store, stories: list[Story], scope: Scope) -> list[Story]:
    """Those of `stories` that hold an article of the days that `scope` is about."""
    if scope.since is None:
        return stories
    return list(since(stories, frozenset(_recent(store, scope.since))))


def recent_names(store: Store, day: date | None) -> frozenset[str] | None:
    """The names of the articles from `day` on; None where all count."""
    return None if day is None else frozenset(_recent(store, day).values())


def _recent(store: Store, day: date) -> dict[int, str]:
    rows = store.rows(["article", "name", "published"])
    return {
        row["article"]: row["name"] for row in rows if row["published"] and row["published"] >= day
    }


def compare_archive(
    store: Store,
    *,
    settings: Settings,
    scope: Scope | None = None,
    progress: Callable[[int, int], None] = lambda done, all_of_them: None,
) -> Report:
    """The report of all stories: its documents are those that a finding stands in."""
    outcomes = each_story(store, settings=settings, scope=scope, progress=progress)
    return report_of(outcomes, store.manifest.model, settings=settings)


def report_of(outcomes: Iterator[StoryOutcome], model: str, *, settings: Settings) -> Report:
    """The report that the outcomes of stories come to, whatever their order."""
    found: list[Finding] = []
    documents: dict[str, Document] = {}
    counts: dict[str, int] = {}
    statuses = dict.fromkeys(Status, 0)
    hidden = 0
    left_out: set[str] = set()
    for outcome in outcomes:
        left_out.update(outcome.left_out)
        found += outcome.findings
        hidden += outcome.hidden
        counts |= outcome.counts
        documents |= {document.name: document for document in outcome.documents}
        for status, number in outcome.statuses.items():
            statuses[status] += number
    shown, suppressed = reported(merge(found))
    report = Report(
        tool(model),
        tuple(documents[name] for name in sorted(documents)),
        (),
        shown,
        (),
        hidden,
        dict(sorted(counts.items())),
        suppressed,
        status_counts=statuses,
        left_out=dict.fromkeys(sorted(left_out), STORY_LEFT_OUT),
    )
    return with_baseline(report, rules=chosen_rules(RULES, settings), settings=settings)


def check_stories(
    stories: Sequence[Story],
    *,
    folder: str,
    settings: Settings,
    kinds: tuple[FactKind, ...] = (),
    recent: frozenset[str] | None = None,
    state: str = "",
    places: dict[int, tuple[int, int]] | None = None,
) -> list[StoryOutcome]:
    """The outcomes of some stories of the archive in `folder`: the stage that every engine runs.

    `state` is that of the store in which the stories were found. `places` says where their articles
    are, so that this process doesn't have to look through all of the archive for it.
    """
    store = _opened(folder, state, settings.cache_dir)
    store.told(places or {})
    outcomes = []
    for story in stories:
        try:
            outcomes.append(check_story(store, story, settings, kinds, recent))
        except MemoryError:
            outcomes.append(_lost(store, story))
    return outcomes


def check_story(
    store: Store,
    story: Story,
    settings: Settings,
    kinds: tuple[FactKind, ...] = (),
    recent: frozenset[str] | None = None,
) -> StoryOutcome:
    """What the comparison of one story's articles comes to.

    With `recent`, only findings that have a place in one of those articles count.
    """
    articles = store.load(story.articles, role=DocumentRole.ARTICLE)
    if story.bridge and not _related(*(own for _, own in articles)):
        return StoryOutcome((), 0, (), {}, {})
    documents = tuple(document for document, _ in articles)
    claims = tuple(_only(claim, kinds) for _, own in articles for claim in own)
    rules = chosen_rules(RULES, settings)
    outcome = check(documents, claims, rules, settings=settings, timing=Timing())
    findings = outcome.findings
    if story.bridge:
        findings = tuple(one for one in findings if len(_names(one)) > 1)
    if recent is not None:
        findings = tuple(one for one in findings if not recent.isdisjoint(_names(one)))
    statuses: dict[Status, int] = {}
    for group in () if story.bridge else outcome.groups:
        statuses[group.status] = statuses.get(group.status, 0) + 1
    told = {name for finding in findings for name in _names(finding)}
    return StoryOutcome(
        findings,
        0 if story.bridge or recent is not None else outcome.hidden,
        tuple(document for document in documents if document.name in told),
        {} if story.bridge else {document.name: len(own) for document, own in articles},
        statuses,
    )


def _related(one: Sequence[Claim], two: Sequence[Claim]) -> bool:
    """Whether two articles of two stories are alike enough to be compared all the same."""
    words = [frozenset(word for claim in own for word in claim.words) for own in (one, two)]
    return alike(*words) >= RELATED


def _only(claim: Claim, kinds: tuple[FactKind, ...]) -> Claim:
    if not kinds:
        return claim
    return replace(claim, facts=tuple(fact for fact in claim.facts if fact.kind in kinds))


def _names(finding: Finding) -> set[str]:
    return {place.document for place in (finding.primary, *finding.related)}


def _ordered(
    work: Callable[[Sequence[Story]], list[StoryOutcome]],
    handfuls: Sequence[Sequence[Story]],
    jobs: int,
    store: Store,
) -> Iterator[list[StoryOutcome]]:
    if jobs == 1 or len(handfuls) < 2:
        yield from map(work, handfuls)
    else:
        yield from _by_processes(work, handfuls, min(jobs, len(handfuls)), store)


def _by_processes(
    work: Callable[[Sequence[Story]], list[StoryOutcome]],
    handfuls: Sequence[Sequence[Story]],
    jobs: int,
    store: Store,
) -> Iterator[list[StoryOutcome]]:
    """`work` on each handful; on one that kills its process, on each story by itself."""
    for done in in_order(work, handfuls, jobs=jobs):
        if done.result is not None:
            yield done.result
        elif len(done.item) == 1:
            yield [_lost(store, done.item[0])]
        else:
            alone = _by_processes(work, [[story] for story in done.item], 1, store)
            yield [outcome for outcomes in alone for outcome in outcomes]


def _lost(store: Store, story: Story) -> StoryOutcome:
    """What comes of a story that there is not enough memory for: the names of its articles."""
    articles = frozenset(story.articles)
    rows = store.rows(["article", "name"])
    names = sorted(row["name"] for row in rows if row["article"] in articles)
    return StoryOutcome((), 0, (), {}, {}, tuple(names))


@lru_cache(maxsize=1)
def _opened(folder: str, state: str, cache: Path | None) -> Store:
    return open_store(folder, state=state, cache=cache)
