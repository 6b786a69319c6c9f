"""Making an archive and adding to it: batches of articles become partitions, one commit each.

Partitions are committed in the order of the input, so an archive that was killed holds what came
first, and the same run again goes on from there: what is in the archive already is not read again.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from factcheck.archive.batches import ARTICLES, chunks, digests
from factcheck.archive.change import without
from factcheck.archive.extra import require
from factcheck.archive.home import Home, existing, home_of
from factcheck.archive.manifest import UNFINISHED, Manifest, new_manifest
from factcheck.archive.partition import Batch, Written, write_partition
from factcheck.archive.records import Raw
from factcheck.archive.tables import DOCUMENTS, read_table
from factcheck.model import FactcheckError
from factcheck.read.files import shown
from factcheck.workers import Done, work_through

Told = Callable[[str], None]


@dataclass(slots=True)
class Tally:
    """What a run came to so far. `failures` are lines for people."""

    added: int = 0
    replaced: int = 0
    known: int = 0
    words: int = 0
    claims: int = 0
    failures: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Run:
    home: Home
    manifest: Manifest
    replace: bool
    tally: Tally
    progress: Callable[[Tally], None]
    # Articles of batches that are being read, by number, and those that batches replace.
    underway: dict[int, int] = field(default_factory=dict)
    changed: dict[int, set[int]] = field(default_factory=dict)


def build(
    folder: str,
    articles: Iterable[Raw],
    *,
    model: str,
    jobs: int = 1,
    size: int = ARTICLES,
    cache: Path | None = None,
    progress: Callable[[Tally], None] = lambda tally: None,
    note: Told = lambda line: None,
) -> Tally:
    """Make an archive of `articles` in `folder`, or go on where a build there was stopped.

    `folder` is a path, or an address in an object store, for which `cache` is as in `open_store`.
    Raises FactcheckError when a finished archive is there already.
    """
    require("pyarrow", "duckdb", "rensa")
    home = home_of(folder, model=model, cache=cache)
    with open_for_build(home, model) as manifest:
        return _read_in(home, manifest, articles, jobs, size, progress, note, replace=False)


@contextmanager
def open_for_build(home: Home, model: str) -> Iterator[Manifest]:
    """The manifest of an archive that is being built, new or left unfinished, under its lock.

    Raises FactcheckError when a finished archive is there already, or one of another model.
    """
    home.make()
    with home.locked():
        manifest = home.read()
        if manifest is not None and manifest.complete:
            raise FactcheckError(
                f"{shown(home.name)}: there is an archive already; "
                "`factcheck archive add` adds to it"
            )
        manifest = manifest or _started(home, model)
        _same_model(manifest, model, home.name)
        yield manifest


def add(
    folder: str,
    articles: Iterable[Raw],
    *,
    model: str,
    jobs: int = 1,
    size: int = ARTICLES,
    cache: Path | None = None,
    progress: Callable[[Tally], None] = lambda tally: None,
    note: Told = lambda line: None,
) -> Tally:
    """Add `articles` to the archive in `folder`; one of a name that is there takes its place.

    Of several with one name the last stays. Raises FactcheckError when there is no archive, or one
    read with another language model.
    """
    require("pyarrow", "duckdb", "rensa")
    home = home_of(folder, cache=cache)
    with open_for_adding(home, model) as manifest:
        return _read_in(home, manifest, articles, jobs, size, progress, note, replace=True)


@contextmanager
def open_for_adding(home: Home, model: str) -> Iterator[Manifest]:
    """The manifest of an archive that is added to, under its lock.

    Raises FactcheckError when there is none, or one of another model.
    """
    existing(home)
    with home.locked():
        manifest = existing(home)
        _same_model(manifest, model, home.name)
        yield manifest


def _started(home: Home, model: str) -> Manifest:
    manifest = new_manifest(model)
    home.commit(manifest)
    return manifest


def _same_model(manifest: Manifest, model: str, folder: str) -> None:
    if manifest.model != model:
        wanted = manifest.model.split(" ")[0]
        raise FactcheckError(
            f"{shown(folder)}: the archive was read with the model {manifest.model}, not {model}; "
            f"use --model {wanted} (pip install it if need be) or build another archive"
        )


def _read_in(
    home: Home,
    manifest: Manifest,
    articles: Iterable[Raw],
    jobs: int,
    size: int,
    progress: Callable[[Tally], None],
    note: Told,
    *,
    replace: bool,
) -> Tally:
    home.sweep(manifest)
    run = _Run(home, manifest, replace, Tally(), progress)

    def died(batch: Batch) -> None:
        note(f"a process died on the articles from {shown(batch.articles[0].name)}; trying again")

    work = partial(write_partition, folder=str(home.folder), model=manifest.model)
    batches = _batches(run, articles, size)
    done: Iterator[Done[Batch, Written]]
    if jobs == 1:
        done = (Done(number, one, work(one)) for number, one in enumerate(batches))
    else:
        done = work_through(work, batches, jobs=jobs, on_death=died)
    for one in _in_order(done):
        if one.result is None:
            _piece_by_piece(run, one.item, work, note)
        else:
            _commit(run, one.item, one.result)
    home.commit(msgspec.structs.replace(run.manifest, complete=True))
    shutil.rmtree(home.folder / UNFINISHED, ignore_errors=True)
    return run.tally


def _batches(run: _Run, articles: Iterable[Raw], size: int) -> Iterator[Batch]:
    """The articles that are not in the archive yet, in batches numbered for their partitions."""
    number = run.manifest.next
    for raws in chunks(articles, size):
        known = digests(run.home.store(run.manifest), [raw.id for raw in raws])
        fresh: dict[int, Raw] = {}
        for raw in raws:
            article, digest = raw.id, raw.digest
            there = run.underway.get(article, known.get(article))
            if article in fresh:
                there = fresh[article].digest
            if there == digest:
                run.tally.known += 1
            elif there is not None and not run.replace:
                run.tally.failures.append(
                    f"{shown(raw.name)}: another article of this name came before it"
                )
            else:
                if there is not None and article not in fresh:
                    run.changed.setdefault(number, set()).add(article)
                fresh.pop(article, None)
                fresh[article] = raw
        run.progress(run.tally)
        if fresh:
            run.underway.update((article, raw.digest) for article, raw in fresh.items())
            yield Batch(number, tuple(fresh.values()))
            number += 1


def _in_order(done: Iterator[Done[Any, Any]]) -> Iterator[Done[Any, Any]]:
    waiting: dict[int, Done[Any, Any]] = {}
    following = 0
    for one in done:
        waiting[one.number] = one
        while following in waiting:
            yield waiting.pop(following)
            following += 1


def _commit(run: _Run, batch: Batch, written: Written) -> None:
    tally = run.tally
    changed = run.changed.pop(batch.number, set())
    failed = len(written.failures)
    tally.failures += written.failures
    manifest = run.manifest
    if written.partition is not None:
        if changed and failed:
            # What could not be read again stays as it was.
            changed &= _articles_in(run.home.folder / UNFINISHED / written.partition.name)
        run.home.place(written.partition)
        kept = without(run.home, manifest, changed) if changed else manifest
        following = max(batch.number, kept.next - 1) + 1
        manifest = msgspec.structs.replace(
            kept, partitions=(*kept.partitions, written.partition), next=following
        )
        run.home.commit(manifest)
        run.manifest = manifest
        tally.added += written.partition.articles - len(changed)
        tally.replaced += len(changed)
        tally.words += written.partition.words
        tally.claims += written.partition.claims
    for raw in batch.articles:
        if run.underway.get(raw.id) == raw.digest:
            del run.underway[raw.id]
    run.progress(tally)


def _articles_in(place: Path) -> set[int]:
    return set(read_table(place / DOCUMENTS, ["article"])["article"].to_pylist())


def _piece_by_piece(run: _Run, batch: Batch, work: Callable[[Batch], Written], note: Told) -> None:
    """A batch that killed its process twice: halved until the article is found that does it."""
    if len(batch.articles) == 1:
        name = shown(batch.articles[0].name)
        failure = f"{name}: the process that read it died, perhaps for want of memory"
        _commit(run, batch, Written(None, (failure,)))
        return
    note(f"looking for the article that kills its process, from {shown(batch.articles[0].name)}")
    half = len(batch.articles) // 2
    changed = run.changed.pop(batch.number, set())
    for part in (batch.articles[:half], batch.articles[half:]):
        piece = Batch(batch.number, part)
        run.changed[batch.number] = changed & {raw.id for raw in part}
        for one in work_through(work, [piece], jobs=1):
            if one.result is None:
                _piece_by_piece(run, piece, work, note)
            else:
                _commit(run, piece, one.result)
