"""Articles taken out of an archive: the partitions that hold them are written anew without them.

Rows are copied as they are, nothing is read or parsed again. The partitions before stay on the disk
until the next writer sweeps them away, so that one who reads meanwhile isn't left without.
"""

from __future__ import annotations

from collections.abc import Collection
from hashlib import blake2b
from pathlib import Path

import msgspec

from factcheck.archive.extra import require
from factcheck.archive.lock import locked
from factcheck.archive.manifest import (
    PARTITIONS,
    UNFINISHED,
    Manifest,
    Partition,
    open_manifest,
    write_manifest,
)
from factcheck.archive.partition import place_partition, write_tables
from factcheck.archive.records import article_id
from factcheck.archive.tables import DOCUMENTS, KEYS, PASSAGES, read_table
from factcheck.model import FactcheckError
from factcheck.read.files import shown

_TABLES = (DOCUMENTS, KEYS, PASSAGES)


def remove(folder: str, names: Collection[str]) -> int:
    """Take the articles called `names` out of the archive in `folder`; how many that were.

    All or none: raises FactcheckError for a name that isn't there.
    """
    from factcheck.archive.build import sweep

    require("pyarrow")
    path = Path(folder)
    open_manifest(path)
    with locked(path):
        manifest = open_manifest(path)
        sweep(path, manifest)
        wanted = {article_id(name): name for name in names}
        missing = set(wanted)
        for partition in manifest.partitions:
            missing -= _held(path, partition)
        if missing:
            name = min(wanted[one] for one in missing)
            raise FactcheckError(f"{shown(folder)}: no article is called {shown(name)!r}")
        write_manifest(path, without(path, manifest, set(wanted)))
    return len(wanted)


def without(path: Path, manifest: Manifest, articles: Collection[int]) -> Manifest:
    """`manifest` with those partitions written anew that hold some of `articles`."""
    following = manifest.next
    kept: list[Partition] = []
    for partition in manifest.partitions:
        gone = _held(path, partition).intersection(articles)
        if not gone:
            kept.append(partition)
        elif len(gone) < partition.articles:
            kept.append(_copied(path, partition, gone, following))
            following += 1
    return msgspec.structs.replace(manifest, partitions=tuple(kept), next=following)


def _held(path: Path, partition: Partition) -> set[int]:
    file = path / PARTITIONS / partition.name / DOCUMENTS
    return set(read_table(file, ["article"])["article"].to_pylist())


def _copied(path: Path, partition: Partition, gone: Collection[int], number: int) -> Partition:
    import pyarrow as pa
    import pyarrow.compute as pc

    leaving = pa.array(sorted(gone), pa.int64())
    tables = {}
    for name in _TABLES:
        table = read_table(path / PARTITIONS / partition.name / name)
        staying = pc.invert(pc.is_in(table["article"], value_set=leaving))
        tables[name] = table.filter(staying)
    digest = blake2b(f"{partition.name} {sorted(gone)}".encode(), digest_size=4).hexdigest()
    place = path / UNFINISHED / f"{number:06d}-{digest}"
    copy = write_tables(tables, place)
    place_partition(path, copy)
    return copy
