"""`archive build` and `add` on a cluster: batches of articles are rows, of which workers make
partitions."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from factcheck.archive.batches import ARTICLES, all_digests, chunks
from factcheck.archive.build import Tally, open_for_adding, open_for_build
from factcheck.archive.change import without
from factcheck.archive.home import Home, home_of
from factcheck.archive.inputs import Columns, Failed, check_inputs, each_article, each_record
from factcheck.archive.manifest import UNFINISHED, Manifest
from factcheck.archive.records import Raw
from factcheck.archive.remote import is_address
from factcheck.cluster.session import SHARE, connected, tasks_for
from factcheck.cluster.stages import Done, packed, read_batch
from factcheck.model import FactcheckError
from factcheck.read.files import shown
from factcheck.read.folders import USUAL, LeaveOut

# Batches that are handed to the cluster at once: what the driver holds of a stream.
_WAVE = 64
# Seconds between two commits, at least: what a driver that is killed has to have done again.
_BETWEEN = 1.0


def build_on_ray(
    folder: str,
    paths: Sequence[str],
    *,
    columns: Columns,
    model: str,
    jobs: int = 0,
    size: int = ARTICLES,
    leave_out: LeaveOut = USUAL,
    io_config: Any = None,
    cache: Path | None = None,
    adding: bool = False,
    progress: Callable[[Tally], None] = lambda tally: None,
) -> Tally:
    """Make an archive in `folder` of the articles at `paths` on a Ray cluster, or go on with one;
    with `adding`, add them to the one that is there.

    `paths` are those of `archive.inputs`, and the addresses of Parquet or JSON Lines files that
    Daft reads ("s3://…", "gs://…"), for which `io_config` is Daft's. `folder` is one that every
    machine sees, or an address in an object store, for which `cache` is as in `open_store`.

    Raises FactcheckError as `archive.build.build` and `add` do, and where a worker can't write
    there.
    """
    daft = connected(jobs)
    here = [path for path in paths if "://" not in path]
    if here or not paths:
        check_inputs(here)
    home = home_of(folder, model=model, cache=cache)
    opened = open_for_adding if adding else open_for_build
    with opened(home, model) as manifest:
        home.sweep(manifest)
        (home.folder / UNFINISHED).mkdir()
        run = _Run(home, manifest, adding, progress, all_digests(home.store(manifest)))
        run.there.update(run.known)
        articles = chain(
            each_article(here, columns=columns, failed=run.tally.failures.append,
                         leave_out=leave_out),
            *(
                _afar(daft, one, columns, run.tally.failures.append, io_config)
                for one in paths
                if "://" in one
            ),
        )  # fmt: skip
        _read_in(daft, run, articles, size)
        home.commit(msgspec.structs.replace(run.manifest, complete=True))
        shutil.rmtree(home.folder / UNFINISHED, ignore_errors=True)
    return run.tally


@dataclass(slots=True)
class _Run:
    """`known` are the digests of articles that are in the archive or underway, by number, `there`
    those in the archive, `underway` those of the wave that is being put together."""

    home: Home
    manifest: Manifest
    replace: bool
    progress: Callable[[Tally], None]
    known: dict[int, int]
    there: set[int] = field(default_factory=set)
    underway: set[int] = field(default_factory=set)
    tally: Tally = field(default_factory=Tally)
    committed: float = 0.0


def _afar(
    daft: Any, address: str, columns: Columns, failed: Failed, io_config: Any
) -> Iterator[Raw]:
    """The articles of a table at an address that Daft reads, a row at a time.

    Raises FactcheckError for whatever Daft has against it.
    """
    read = daft.read_parquet if address.endswith(".parquet") else daft.read_json
    wanted = [columns.text, columns.name, columns.published]
    try:
        frame = read(address, io_config=io_config)
        rows = frame.select(*(name for name in wanted if name in frame.column_names)).iter_rows()
        for number, record in enumerate(rows, start=1):
            yield from each_record(record, f"{shown(address)}:{number}", columns, failed)
    except Exception as error:  # Daft's errors have no kind in common
        reason = " ".join(str(error).split())[:200]
        raise FactcheckError(
            f"{shown(address)}: can't be read ({shown(reason)}); check the address, the "
            "credentials of the environment and the network"
        ) from error


def _read_in(daft: Any, run: _Run, articles: Iterator[Raw], size: int) -> None:
    home = run.home
    folder = home.name if is_address(home.name) else str(home.folder.absolute())
    stage = daft.func.batch(
        return_dtype=daft.DataType.binary(), cpus=SHARE, batch_size=1, use_process=True
    )(partial_stage(folder, run.manifest.model))
    wave: list[bytes] = []
    for raws in chunks(articles, size):
        fresh = _fresh(run, raws)
        # Batches of a wave come in any order, and of one name the last has to stay.
        if len(wave) == _WAVE or not run.underway.isdisjoint(raw.id for raw in fresh):
            _work_off(daft, run, stage, wave)
            wave = []
        if fresh:
            run.underway.update(raw.id for raw in fresh)
            wave.append(msgspec.msgpack.encode([packed(raw) for raw in fresh]))
    if wave:
        _work_off(daft, run, stage, wave)


def _fresh(run: _Run, raws: Sequence[Raw]) -> list[Raw]:
    """Those of `raws` that the archive doesn't have, as `archive.build` takes them."""
    fresh: dict[int, Raw] = {}
    for raw in raws:
        there = run.known.get(raw.id)
        if there == raw.digest:
            run.tally.known += 1
        elif there is not None and not run.replace:
            run.tally.failures.append(
                f"{shown(raw.name)}: another article of this name came before it"
            )
        else:
            run.known[raw.id] = raw.digest
            fresh.pop(raw.id, None)
            fresh[raw.id] = raw
    return list(fresh.values())


def partial_stage(folder: str, model: str) -> Callable[[Any], list[bytes]]:
    """`read_batch` over a column of batches, as Daft calls it."""

    def stage(batches: Any) -> list[bytes]:
        return [read_batch(batch, folder=folder, model=model) for batch in batches.to_pylist()]

    return stage


def _work_off(daft: Any, run: _Run, stage: Any, wave: list[bytes]) -> None:
    """Have a wave of batches read and commit what comes."""
    frame = daft.from_pydict({"batch": wave}).into_partitions(tasks_for(len(wave)))
    for row in frame.select(stage(frame["batch"]).alias("done")).iter_rows():
        _take(run, msgspec.msgpack.decode(row["done"], type=Done))
    run.underway.clear()


def _take(run: _Run, done: Done) -> None:
    """Take a batch that was read into the archive."""
    if done.trouble:
        raise FactcheckError(done.trouble)
    tally, partition = run.tally, done.partition
    tally.failures += done.failures
    for article in done.lost:
        run.known.pop(article, None)
    if partition is not None:
        if done.place:
            made = run.home.folder / UNFINISHED / done.place / partition.name
            made.rename(run.home.folder / UNFINISHED / partition.name)
            run.home.place(partition)
        changed = run.there & done.read
        run.there |= done.read
        kept = without(run.home, run.manifest, changed) if changed else run.manifest
        every = sorted((*kept.partitions, partition), key=lambda one: one.name)
        run.manifest = msgspec.structs.replace(kept, partitions=tuple(every))
        _commit_now_and_then(run)
        tally.added += partition.articles - len(changed)
        tally.replaced += len(changed)
        tally.words += partition.words
        tally.claims += partition.claims
    run.progress(tally)


def _commit_now_and_then(run: _Run) -> None:
    """Many workers finish more batches a second than a store takes manifests."""
    if time.monotonic() - run.committed >= _BETWEEN:
        run.home.commit(run.manifest)
        run.committed = time.monotonic()
