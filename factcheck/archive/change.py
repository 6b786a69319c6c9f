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
from factcheck.archive.home import Home, existing, home_of
from factcheck.archive.manifest import UNFINISHED, Manifest, Partition
from factcheck.archive.partition import write_tables
from factcheck.archive.records import article_id
from factcheck.archive.store import Store
from factcheck.archive.tables import DOCUMENTS, KEYS, PASSAGES, read_table
from factcheck.model import FactcheckError
from factcheck.read.files import shown

_TABLES = (DOCUMENTS, KEYS, PASSAGES)


def remove(folder: str, names: Collection[str], *, cache: Path | None = None) -> int:
    """Take the articles called `names` out of the archive in `folder`; how many that were.

    `folder` is a path, or an address in an object store, for which `cache` is as in `open_store`.
    All or none: raises FactcheckError for a name that isn't there.
    """
    require("pyarrow")
    home = home_of(folder, cache=cache)
    existing(home)
    with home.locked():
        manifest = existing(home)
        home.sweep(manifest)
        store = home.store(manifest)
        wanted = {article_id(name): name for name in names}
        missing = set(wanted)
        for partition in manifest.partitions:
            missing -= _held(store, partition)
        if missing:
            name = min(wanted[one] for one in missing)
            raise FactcheckError(f"{shown(folder)}: no article is called {shown(name)!r}")
        home.commit(without(home, manifest, set(wanted)))
    return len(wanted)


def without(home: Home, manifest: Manifest, articles: Collection[int]) -> Manifest:
    """`manifest` with those partitions written anew that hold some of `articles`."""
    store = home.store(manifest)
    following = manifest.next
    kept: list[Partition] = []
    for partition in manifest.partitions:
        gone = _held(store, partition).intersection(articles)
        if not gone:
            kept.append(partition)
        elif len(gone) < partition.articles:
            kept.append(_copied(home, store, partition, gone, following))
            following += 1
    return msgspec.structs.replace(manifest, partitions=tuple(kept), next=following)


def _held(store: Store, partition: Partition) -> set[int]:
    file = store.file(partition, DOCUMENTS)
    return set(read_table(file, ["article"])["article"].to_pylist())


def _copied(
    home: Home, store: Store, partition: Partition, gone: Collection[int], number: int
) -> Partition:
    import pyarrow as pa
    import pyarrow.compute as pc

    leaving = pa.array(sorted(gone), pa.int64())
    tables = {}
    for name in _TABLES:
        table = read_table(store.file(partition, name))
        staying = pc.invert(pc.is_in(table["article"], value_set=leaving))
        tables[name] = table.filter(staying)
    digest = blake2b(f"{partition.name} {sorted(gone)}".encode(), digest_size=4).hexdigest()
    place = home.folder / UNFINISHED / f"{number:06d}-{digest}"
    copy = write_tables(tables, place)
    home.place(copy)
    return copy
