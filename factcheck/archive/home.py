"""Where an archive is written: a folder of this machine, or an object store by its address.

What a writer does is the same for both: partitions are made in a folder, put into their places, and
count once a manifest names them.
"""

from __future__ import annotations

import shutil
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from factcheck.archive.lock import locked
from factcheck.archive.manifest import (
    FILE,
    PARTITIONS,
    UNFINISHED,
    Manifest,
    Partition,
    no_archive,
    read_manifest,
    write_manifest,
)
from factcheck.archive.partition import place_partition
from factcheck.archive.remote import is_address
from factcheck.archive.store import Store
from factcheck.model import FactcheckError
from factcheck.read.files import shown


class Home(Protocol):
    """Where an archive is, for its writers. `home_of` gives one."""

    @property
    def name(self) -> str:
        """What it is called in messages: a path or an address."""

    @property
    def folder(self) -> Path:
        """The folder of this machine in which partitions are made, below `UNFINISHED`."""

    def make(self) -> None:
        """Make room for an archive. Raises FactcheckError where there are other things."""

    def locked(self) -> AbstractContextManager[None]:
        """Be the only writer; what is unfinished when the block fails is removed.

        Raises FactcheckError while another writes, and when it can't be written.
        """

    def read(self) -> Manifest | None:
        """The manifest as it is now; None where there is no archive yet."""

    def place(self, partition: Partition) -> None:
        """Put a partition that was made in the folder where the manifest will look for it."""

    def commit(self, manifest: Manifest) -> None:
        """Put `manifest` in place of the one before: what it names must be in place."""

    def sweep(self, manifest: Manifest) -> None:
        """Remove what writers that were killed, or replaced partitions, left behind."""

    def store(self, manifest: Manifest) -> Store:
        """The archive for reading, in a state that this writer committed."""


@dataclass(frozen=True, slots=True)
class Folder:
    """An archive in a folder that this machine sees."""

    folder: Path

    @property
    def name(self) -> str:
        return str(self.folder)

    def make(self) -> None:
        path = self.folder
        try:
            path.mkdir(parents=True, exist_ok=True)
            if not (path / FILE).exists() and not _only_ours(path):
                raise FactcheckError(
                    f"{shown(self.name)}: the folder holds other files; give one that is empty or "
                    "new"
                )
        except OSError as error:
            raise FactcheckError(
                f"{shown(self.name)}: can't be made ({error.strerror or error})"
            ) from error

    def locked(self) -> AbstractContextManager[None]:
        return locked(self.folder)

    def read(self) -> Manifest | None:
        return read_manifest(self.folder)

    def place(self, partition: Partition) -> None:
        place_partition(self.folder, partition)

    def commit(self, manifest: Manifest) -> None:
        write_manifest(self.folder, manifest)

    def sweep(self, manifest: Manifest) -> None:
        path = self.folder
        shutil.rmtree(path / UNFINISHED, ignore_errors=True)
        (path / PARTITIONS).mkdir(exist_ok=True)
        named = {partition.name for partition in manifest.partitions}
        for one in (path / PARTITIONS).iterdir():
            if one.name not in named:
                shutil.rmtree(one, ignore_errors=True)
        for one in path.glob(".new-*"):
            one.unlink(missing_ok=True)

    def store(self, manifest: Manifest) -> Store:
        return Store(self.folder, manifest)


def home_of(place: str, *, model: str = "", cache: Path | None = None) -> Home:
    """The home of the archive at `place`, a folder's path or an address.

    `model` is that of an archive to be built. `cache` is the folder in which what is fetched from
    an address is kept (None: the user's).
    """
    if is_address(place):
        from factcheck.archive.bucket import bucket_of

        return bucket_of(place, model=model, cache=cache)
    return Folder(Path(place))


def existing(home: Home) -> Manifest:
    """The manifest of an archive that is there. Raises FactcheckError where none is."""
    manifest = home.read()
    if manifest is None:
        raise no_archive(home.name)
    return manifest


def _only_ours(path: Path) -> bool:
    ours = {PARTITIONS, UNFINISHED, "lock"}
    return all(one.name in ours or one.name.startswith(".new-") for one in path.iterdir())
