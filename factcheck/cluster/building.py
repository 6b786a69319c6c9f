"""`archive build` on a cluster: batches of articles are rows, workers make partitions of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from factcheck.archive.batches import ARTICLES, chunks
from factcheck.archive.build import Tally, open_for_build, sweep
from factcheck.archive.inputs import Columns, Failed, check_inputs, each_article, each_record
from factcheck.archive.manifest import UNFINISHED, Manifest, write_manifest
from factcheck.archive.partition import place_partition
from factcheck.archive.records import Raw
from factcheck.cluster.session import SHARE, connected, tasks_for
from factcheck.cluster.stages import Done, packed, read_batch
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
    progress: Callable[[Tally], None] = lambda tally: None,
) -> Tally:
    """Make an archive in `folder` of the articles at `paths` on a Ray cluster, or go on with one.

    `paths` are those of `archive.inputs`, and the addresses of Parquet or JSON Lines files that
    Daft reads ("s3://…", "gs://…"), for which `io_config` is Daft's. Raises FactcheckError as
    `archive.build.build` does.
    """
    daft = connected(jobs)
    here = [path for path in paths if "://" not in path]
    if here or not paths:
        check_inputs(here)
    path = Path(folder)
    with open_for_build(path, model) as manifest:
        sweep(path, manifest)
        (path / UNFINISHED).mkdir()
        run = _Run(path, manifest, Tally(), progress)
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
        write_manifest(path, msgspec.structs.replace(run.manifest, complete=True))
        shutil.rmtree(path / UNFINISHED, ignore_errors=True)
    return run.tally


class _Run(msgspec.Struct):
    folder: Path
    manifest: Manifest
    tally: Tally
    progress: Callable[[Tally], None]


def _afar(
    daft: Any, address: str, columns: Columns, failed: Failed, io_config: Any
) -> Iterator[Raw]:
    """The articles of a table at an address that Daft reads, a row at a time."""
    read = daft.read_parquet if address.endswith(".parquet") else daft.read_json
    frame = read(address, io_config=io_config)
    wanted = [columns.text, columns.name, columns.published]
    rows = frame.select(*(name for name in wanted if name in frame.column_names)).iter_rows()
    for number, record in enumerate(rows, start=1):
        yield from each_record(record, f"{shown(address)}:{number}", columns, failed)


def _read_in(daft: Any, run: _Run, articles: Iterator[Raw], size: int) -> None:
    stage = daft.func.batch(
        return_dtype=daft.DataType.binary(), cpus=SHARE, batch_size=1, use_process=True
    )(partial_stage(str(run.folder), run.manifest.model))
    names: set[int] = set()
    wave: list[bytes] = []
    for raws in chunks(articles, size):
        fresh = []
        for raw in raws:
            if raw.id in names:
                run.tally.failures.append(
                    f"{shown(raw.name)}: another article of this name came before it"
                )
            else:
                names.add(raw.id)
                fresh.append(raw)
        wave.append(msgspec.msgpack.encode([packed(raw) for raw in fresh]))
        if len(wave) == _WAVE:
            _work_off(daft, run, stage, wave)
            wave = []
    if wave:
        _work_off(daft, run, stage, wave)


def partial_stage(folder: str, model: str) -> Callable[[Any], list[bytes]]:
    """`read_batch` over a column of batches, as Daft calls it."""

    def stage(batches: Any) -> list[bytes]:
        return [read_batch(batch, folder=folder, model=model) for batch in batches.to_pylist()]

    return stage


def _work_off(daft: Any, run: _Run, stage: Any, wave: list[bytes]) -> None:
    """Have a wave of batches read and commit what comes."""
    frame = daft.from_pydict({"batch": wave}).into_partitions(tasks_for(len(wave)))
    for row in frame.select(stage(frame["batch"]).alias("done")).iter_rows():
        done, place = msgspec.msgpack.decode(row["done"], type=tuple[Done, str])
        _commit(run, done, place)


def _commit(run: _Run, done: Done, place: str) -> None:
    tally, partition = run.tally, done.partition
    tally.failures += done.failures
    tally.known += done.known
    if partition is not None:
        made = run.folder / UNFINISHED / place / partition.name
        made.rename(run.folder / UNFINISHED / partition.name)
        place_partition(run.folder, partition)
        every = sorted((*run.manifest.partitions, partition), key=lambda one: one.name)
        run.manifest = msgspec.structs.replace(run.manifest, partitions=tuple(every))
        write_manifest(run.folder, run.manifest)
        tally.added += partition.articles
        tally.words += partition.words
        tally.claims += partition.claims
    run.progress(tally)
