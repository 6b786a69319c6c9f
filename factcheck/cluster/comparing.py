"""`archive compare` on a cluster: the join as Daft runs its SQL, handfuls of stories as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import msgspec

from factcheck.archive.everything import (
    HANDFUL,
    Scope,
    StoryOutcome,
    in_scope,
    recent_names,
    report_of,
)
from factcheck.archive.retrieve import Candidate, candidates_sql
from factcheck.archive.store import Store, open_store
from factcheck.archive.stories import Story, stories_of
from factcheck.archive.tables import KEYS
from factcheck.cluster.session import SHARE, connected, tasks_for
from factcheck.cluster.stages import Work, check_some, outcomes_of
from factcheck.config import Settings
from factcheck.filters import chosen_rules
from factcheck.model import FactcheckError, Report
from factcheck.read.files import shown
from factcheck.rules import RULES


def compare_on_ray(
    folder: str,
    *,
    settings: Settings,
    scope: Scope | None = None,
    jobs: int = 0,
    progress: Callable[[int, int], None] = lambda done, all_of_them: None,
) -> Report:
    """The report of `everything.compare_archive`, worked out on a Ray cluster; the same bytes."""
    store = open_store(folder, cache=settings.cache_dir)
    outcomes = each_story_on_ray(
        store, settings=settings, scope=scope, jobs=jobs, progress=progress
    )
    return report_of(outcomes, store.manifest.model, settings=settings)


def each_story_on_ray(
    store: Store,
    *,
    settings: Settings,
    scope: Scope | None = None,
    jobs: int = 0,
    progress: Callable[[int, int], None] = lambda done, all_of_them: None,
) -> Iterator[StoryOutcome]:
    """The outcomes of `everything.each_story`, worked out on a Ray cluster, in the same order."""
    chosen_rules(RULES, settings)
    daft = connected(jobs)
    scope = scope or Scope()
    stories = find_stories_on_ray(daft, store, scope)
    yield from _outcomes(daft, store, stories, settings, scope, progress)


def find_stories_on_ray(daft: Any, store: Store, scope: Scope) -> list[Story]:
    """The stories of an archive that are in `scope`, by the same SQL as on one machine."""
    articles = store.places()
    found: list[Candidate] = []
    if len(articles) > scope.largest:
        held = daft.read_parquet(store.addresses(KEYS), io_config=_io_config(daft, store))
        text = candidates_sql(cut=scope.cut, top=scope.top, floor=scope.floor)
        try:
            rows = daft.sql(text, probes=held, held=held).iter_rows()
            found += [Candidate(row["probe"], row["found"], row["score"]) for row in rows]
        except Exception as error:  # Daft's errors have no kind in common
            if store.mirror is None:
                raise
            reason = " ".join(str(error).split())[:200]
            raise FactcheckError(
                f"{shown(store.name)}: the cluster can't join its keys ({shown(reason)}); see that "
                "every machine reaches the store, with the credentials of its environment"
            ) from error
    return in_scope(store, stories_of(articles, found, largest=scope.largest), scope)


def _io_config(daft: Any, store: Store) -> Any:
    """Where Daft finds the store: it asks a machine's own service for a region else, and says so
    at length where there is none."""
    if store.mirror is None:
        return None
    if region := store.mirror.remote.region:
        return daft.io.IOConfig(s3=daft.io.S3Config(region_name=region))
    return None


def _outcomes(
    daft: Any,
    store: Store,
    stories: list[Story],
    settings: Settings,
    scope: Scope,
    progress: Callable[[int, int], None],
) -> Iterator[StoryOutcome]:
    recent = recent_names(store, scope.since)
    folder = store.name if store.mirror else str(store.folder.absolute())
    cache = str(settings.cache_dir or "")
    settings = replace(settings, jobs=1, cache_dir=None, baseline=None)
    places = store.places()
    works = []
    for start in range(0, len(stories), HANDFUL):
        some = tuple(stories[start : start + HANDFUL])
        there = {article: places[article] for story in some for article in story.articles}
        work = Work(folder, store.state, cache, there, some, settings, scope.kinds, recent)
        works.append(msgspec.msgpack.encode(work))
    if not works:
        return
    stage = daft.func.batch(
        return_dtype=daft.DataType.binary(), cpus=SHARE, batch_size=1, use_process=True
    )(_stage)
    columns = {"number": list(range(len(works))), "work": works}
    frame = daft.from_pydict(columns).into_partitions(tasks_for(len(works)))
    waiting: dict[int, bytes] = {}
    following = finished = 0
    for row in frame.select(frame["number"], stage(frame["work"]).alias("done")).iter_rows():
        waiting[row["number"]] = row["done"]
        while following in waiting:
            outcomes = outcomes_of(waiting.pop(following))
            following += 1
            finished += len(outcomes)
            progress(finished, len(stories))
            yield from outcomes


def _stage(works: Any) -> list[bytes]:
    return [check_some(work) for work in works.to_pylist()]
