"""`archive build` on a cluster: batches of articles are rows, workers make partitions of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from factcheck.archive.batches import ARTICLES, all_digests, chunks
from factcheck.archive.build import Tally, open_for_build
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
    progress: Callable[[Tally], None] = lambda tally: None,
) -> Tally:
    """Make an archive in `folder` of the articles at `paths` on a Ray cluster, or go on with one.

    `paths` are those of `archive.inputs`, and the addresses of Parquet or JSON Lines files that
    Daft reads ("s3://…", "gs://…"), for which `io_config` is Daft's. `folder` is one that every
    machine sees, or an address in an object store, for which `cache` is as in `open_store`.

    Raises FactcheckError as `archive.build.build` does, and where a worker can't write there.
    """
    daft = connected(jobs)
    here = [path for path in paths if "://" not in path]
    if here or not paths:
        check_inputs(here)
    home = home_of(folder, model=model, cache=cache)
    with open_for_build(home, model) as manifest:
        home.sweep(manifest)
        (home.folder / UNFINISHED).mkdir()
        run = _Run(home, manifest, Tally(), progress)
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


class _Run(msgspec.Struct):
    home: Home
    manifest: Manifest
    tally: Tally
    progress: Callable[[Tally], None]


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
    known = all_digests(home.store(run.manifest))
    names: set[int] = set()
    wave: list[bytes] = []
    for raws in chunks(articles, size):
        fresh = [raw for raw in raws if _is_new(run, raw, known, names)]
        if fresh:
            wave.append(msgspec.msgpack.encode([packed(raw) for raw in fresh]))
        if len(wave) == _WAVE:
            _work_off(daft, run, stage, wave)
            wave = []
    if wave:
        _work_off(daft, run, stage, wave)


def _is_new(run: _Run, raw: Raw, known: dict[int, int], names: set[int]) -> bool:
    """Whether an article is neither in the archive nor has another of its name come before it."""
    if raw.id in names or known.get(raw.id, raw.digest) != raw.digest:
        run.tally.failures.append(f"{shown(raw.name)}: another article of this name came before it")
        return False
    names.add(raw.id)
    run.tally.known += raw.id in known
    return raw.id not in known


def partial_stage(folder: str, model: str) -> Callable[[Any], list[bytes]]:
    """`read_batch` over a column of batches, as Daft calls it."""

    def stage(batches: Any) -> list[bytes]:
        return [read_batch(batch, folder=folder, model=model) for batch in batches.to_pylist()]

    return stage


def _work_off(daft: Any, run: _Run, stage: Any, wave: list[bytes]) -> None:
    """Have a wave of batches read and commit what comes."""
    frame = daft.from_pydict({"batch": wave}).into_partitions(tasks_for(len(wave)))
    for row in frame.select(stage(frame["batch"]).alias("done")).iter_rows():
        _commit(run, msgspec.msgpack.decode(row["done"], type=Done))


def _commit(run: _Run, done: Done) -> None:
    if done.trouble:
        raise FactcheckError(done.trouble)
    tally, partition = run.tally, done.partition
    tally.failures += done.failures
    if partition is not None:
        if done.place:
            made = run.home.folder / UNFINISHED / done.place / partition.name
            made.rename(run.home.folder / UNFINISHED / partition.name)
            run.home.place(partition)
        every = sorted((*run.manifest.partitions, partition), key=lambda one: one.name)
        run.manifest = msgspec.structs.replace(run.manifest, partitions=tuple(every))
        run.home.commit(run.manifest)
        tally.added += partition.articles
        tally.words += partition.words
        tally.claims += partition.claims
    run.progress(tally)
