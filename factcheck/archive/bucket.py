"""An archive in an object store, for its writers: made here, uploaded whole, the manifest last."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from factcheck.archive.lease import WRITERS, Lease, leased
from factcheck.archive.lock import locked
from factcheck.archive.manifest import (
    FILE,
    PARTITIONS,
    UNFINISHED,
    Manifest,
    Partition,
    decoded,
    encoded,
)
from factcheck.archive.mirror import Mirror, keeping, mirror_of, state_of
from factcheck.archive.partition import place_partition
from factcheck.archive.remote import Remote, remote_of
from factcheck.archive.store import Store
from factcheck.model import FactcheckError
from factcheck.read.files import shown
from factcheck.whole_files import write_whole


@dataclass(slots=True)
class Bucket:
    """An archive in an object store; see `home.Home`.

    Partitions are made in the mirror of this machine, which keeps what it wrote. `seen` is the
    manifest as it was read or written last.
    """

    mirror: Mirror
    seen: bytes | None = None
    lease: Lease | None = None

    @property
    def name(self) -> str:
        return self.mirror.remote.address

    @property
    def folder(self) -> Path:
        return self.mirror.folder

    def make(self) -> None:
        remote = self.mirror.remote
        remote.require_bucket()
        ours = (FILE, PARTITIONS, WRITERS, "lock")
        there = remote.listed("")
        if FILE not in there and not all(one.startswith(ours) for one in there):
            raise FactcheckError(
                f"{shown(self.name)}: other things are there; give an address where nothing is yet"
            )

    @contextmanager
    def locked(self) -> Iterator[None]:
        # Among the processes of this machine its own lock decides: what the store has of a writer
        # of this mirror is then of one that was killed.
        with (
            locked(self.folder, name=self.name),
            leased(self.mirror.remote, self._writer()) as lease,
        ):
            self.lease = lease
            yield

    def read(self) -> Manifest | None:
        self.seen = self.mirror.remote.read_replaced(FILE)
        return None if self.seen is None else decoded(self.seen, shown(self.name))

    def place(self, partition: Partition) -> None:
        upload(self.mirror.remote, self.folder / UNFINISHED, partition)
        place_partition(self.folder, partition)

    def commit(self, manifest: Manifest) -> None:
        remote, data = self.mirror.remote, encoded(manifest)
        if data == self.seen:
            return
        if self.lease is not None:
            self.lease.check()
        if remote.read_replaced(FILE) != self.seen:
            raise FactcheckError(
                f"{shown(self.name)}: another process has changed the archive meanwhile; what it "
                "wrote stays, run this again"
            )
        remote.replace(FILE, data)
        self.seen = data

    def sweep(self, manifest: Manifest) -> None:
        shutil.rmtree(self.folder / UNFINISHED, ignore_errors=True)
        named = {partition.name for partition in manifest.partitions}
        there = self.mirror.remote.listed(PARTITIONS)
        for one in sorted({name.split("/")[0] for name in there} - named):
            self.mirror.remote.delete_folder(f"{PARTITIONS}/{one}")

    def store(self, manifest: Manifest) -> Store:
        state = state_of(self.seen or b"")
        return Store(self.folder, manifest, mirror=replace(self.mirror, state=state))

    def _writer(self) -> str:
        """The name by which other writers know those of this mirror."""
        file = self.folder / "writer"
        with keeping(self.folder):
            if not file.is_file():
                write_whole(file, uuid4().hex.encode())
            return file.read_text()


def bucket_of(address: str, *, model: str, cache: Path | None) -> Bucket:
    """The archive at `address`, or what `model` will be read with if there is none yet.

    Raises FactcheckError when the store can't be reached or refuses, or there is no such bucket.
    """
    remote = remote_of(address)
    data = remote.read_replaced(FILE)
    if data is not None:
        model = decoded(data, shown(address)).model
    state = state_of(data or b"")
    return Bucket(mirror_of(remote, model, cache=cache, state=state), data)


def upload(remote: Remote, folder: Path, partition: Partition) -> None:
    """Upload a partition that was made in `folder`: it counts once the manifest names it."""
    for file in partition.files:
        name = f"{PARTITIONS}/{partition.name}/{file}"
        remote.put_file(name, folder / partition.name / file)
