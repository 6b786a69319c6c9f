"""An archive opened for reading: its tables by SQL, and whole articles by their numbers."""

from __future__ import annotations

import os
import tempfile
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.archive.extra import require
from factcheck.archive.manifest import PARTITIONS, Manifest, Partition, open_manifest
from factcheck.archive.records import unpack_claims, unpack_document
from factcheck.archive.remote import is_address
from factcheck.archive.tables import DOCUMENTS, KEYS, ROWS_TOGETHER, read_table
from factcheck.model import Claim, Document, DocumentRole, FactcheckError
from factcheck.read.files import shown

if TYPE_CHECKING:
    from factcheck.archive.mirror import Mirror

_WHOLE = ["article", "name", "published", "text", "layout", "claims"]
# Row groups kept in memory, of about 32 articles each.
_KEPT = 64
# Bytes of keys kept in memory: those of a million claims take about 140 MB.
_KEYS_KEPT = 256 * 1024 * 1024


@dataclass
class Store:
    """The partitions of an archive and what is kept of them in memory. `open_store` makes one.

    `places` gives the partition and the row of each article. With a `mirror` the archive is in an
    object store and `folder` holds what was fetched of it. Not to be shared between threads.
    """

    folder: Path
    manifest: Manifest
    memory_limit: str = ""
    threads: int = 0
    mirror: Mirror | None = None
    _places: dict[int, tuple[int, int]] = field(default_factory=dict)
    _groups: OrderedDict[tuple[int, int], Any] = field(default_factory=OrderedDict)
    _files: dict[int, Any] = field(default_factory=dict)
    _keys: dict[int, Any] = field(default_factory=dict)
    _connection: Any = None

    @property
    def articles(self) -> int:
        """How many articles there are."""
        return sum(partition.articles for partition in self.manifest.partitions)

    @property
    def name(self) -> str:
        """What `open_store` opens this archive by, in other processes too."""
        return self.mirror.remote.address if self.mirror else str(self.folder)

    @property
    def state(self) -> str:
        """The state of an archive that may change meanwhile, for `open_store`; "" of a folder."""
        return self.mirror.state if self.mirror else ""

    def files(self, table: str) -> list[str]:
        """The paths of one table's files, in the order of the partitions."""
        return self._files_of(self.manifest.partitions, table)

    def file(self, partition: Partition, table: str) -> str:
        """The path of one table's file of one partition."""
        return self._files_of([partition], table)[0]

    def _files_of(self, partitions: Sequence[Partition], table: str) -> list[str]:
        if self.mirror is not None:
            self.mirror.fetch(partitions, table)
        top = self.folder / PARTITIONS
        return [str(top / partition.name / table) for partition in partitions]

    def addresses(self, table: str) -> list[str]:
        """What `files` gives, as every machine of a cluster sees it."""
        if self.mirror is None:
            return self.files(table)
        names = (f"{PARTITIONS}/{one.name}/{table}" for one in self.manifest.partitions)
        return [self.mirror.remote.address_of(name) for name in names]

    @property
    def connection(self) -> Any:
        """A DuckDB connection that holds to the limits given; nothing is loaded from anywhere."""
        if self._connection is None:
            require("duckdb")
            import duckdb

            try:
                temporary = tempfile.gettempdir()
            except OSError as error:
                raise FactcheckError(
                    "no folder for temporary files can be written to; make room on the disk, or "
                    "name another folder in TMPDIR"
                ) from error
            limits: dict[str, Any] = {
                "temp_directory": temporary,
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
                "preserve_insertion_order": False,
            }
            if self.memory_limit:
                limits["memory_limit"] = self.memory_limit
            if self.threads:
                limits["threads"] = self.threads
            try:
                self._connection = duckdb.connect(":memory:", config=limits)
            except duckdb.Error as error:
                raise FactcheckError(f"--memory-limit {self.memory_limit}: {error}") from error
        return self._connection

    def places(self) -> dict[int, tuple[int, int]]:
        """The partition and row of each article by its number."""
        if not self._places and self.manifest.partitions:
            for number, path in enumerate(self.files(DOCUMENTS)):
                column = read_table(path, ["article"])["article"]
                for row, article in enumerate(column.to_pylist()):
                    self._places[article] = (number, row)
        return self._places

    def told(self, places: dict[int, tuple[int, int]]) -> None:
        """Where some articles are, for one who asks for no others: it isn't looked up then."""
        self._places.update(places)

    def load(
        self, articles: Iterable[int], *, role: DocumentRole
    ) -> list[tuple[Document, tuple[Claim, ...]]]:
        """Articles by their numbers with their claims, sorted by name; unknown ones left out."""
        places = self.places()
        found = []
        for place in sorted(places[one] for one in set(articles) if one in places):
            row = self._row(*place)
            name = row["name"]
            document = unpack_document(name, row["text"], row["published"], row["layout"], role)
            found.append((document, unpack_claims(name, row["claims"])))
        return sorted(found, key=lambda one: one[0].name)

    def rows(self, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
        """The rows of all documents, partition by partition, a row group at a time."""
        for number in range(len(self.manifest.partitions)):
            for batch in self._file(number).iter_batches(
                batch_size=ROWS_TOGETHER, columns=list(columns)
            ):
                yield from batch.to_pylist()

    def key_tables(self) -> Iterator[Any]:
        """The table of keys of each partition, kept in memory as far as they are small."""
        for number, path in enumerate(self.files(KEYS)):
            table = self._keys.get(number)
            if table is None:
                table = read_table(path)
                if sum(one.nbytes for one in self._keys.values()) + table.nbytes <= _KEYS_KEPT:
                    self._keys[number] = table
            yield table

    def _row(self, partition: int, row: int) -> dict[str, Any]:
        key = (partition, row // ROWS_TOGETHER)
        group = self._groups.get(key)
        if group is None:
            group = self._file(partition).read_row_group(key[1], columns=_WHOLE)
            self._groups[key] = group
            if len(self._groups) > _KEPT:
                self._groups.popitem(last=False)
        else:
            self._groups.move_to_end(key)
        one: dict[str, Any] = group.slice(row % ROWS_TOGETHER, 1).to_pylist()[0]
        return one

    def _file(self, partition: int) -> Any:
        import pyarrow as pa
        import pyarrow.parquet as pq

        if partition not in self._files:
            path = self.file(self.manifest.partitions[partition], DOCUMENTS)
            try:
                self._files[partition] = pq.ParquetFile(path)
            except (OSError, pa.ArrowException) as error:
                reason = " ".join(str(error).split())[:200]
                raise FactcheckError(f"{shown(path)}: the archive is damaged ({reason})") from error
        return self._files[partition]


def open_store(
    folder: str,
    *,
    memory_limit: str = "",
    threads: int = 0,
    cache: Path | None = None,
    state: str = "",
) -> Store:
    """The archive in `folder`. Raises FactcheckError when there is none or it can't be read.

    `memory_limit` is DuckDB's, such as "1GB"; what doesn't fit goes to the folder for temporary
    files. `threads` is how many it may use (0: all). `folder` may be the address of one in an
    object store: what is fetched of it is kept below `cache` (None: the user's folder for caches),
    and with `state` it is opened as it was when another process opened it.
    """
    require("pyarrow", "duckdb")
    if is_address(os.fspath(folder)):
        from factcheck.archive.mirror import open_mirror

        mirror, manifest = open_mirror(folder, cache=cache, state=state)
        return Store(mirror.folder, manifest, memory_limit, threads, mirror)
    path = Path(os.fspath(folder))
    return Store(path, open_manifest(path), memory_limit, threads)
