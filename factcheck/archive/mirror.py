"""The mirror: what was fetched of an archive in an object store, on this machine's disk.

Partitions never change and are named by what they hold, so each is fetched once, when it is first
needed; only the manifest is asked for each time. A mirror may go at any time: it is fetched anew.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from factcheck.archive.manifest import (
    FILE,
    PARTITIONS,
    Manifest,
    Partition,
    decoded,
    no_archive,
)
from factcheck.archive.remote import Remote, remote_of
from factcheck.cache import usual_folder
from factcheck.model import FactcheckError
from factcheck.read.files import shown
from factcheck.whole_files import write_whole

_ARCHIVES, _STATES = "archives-1", "states"
_TOGETHER = 8
_DAY = 86_400.0
# What is read of a mirror, by whoever had it opened before, and mirrors nobody asks for.
_KEEP_REPLACED, _KEEP_UNUSED = 1 * _DAY, 90 * _DAY


@dataclass(frozen=True, slots=True)
class Mirror:
    """What is on this machine of the archive at `remote`, in its state `state` (a digest of the
    manifest). `folder` is laid out as an archive, with those partitions that were needed."""

    remote: Remote
    folder: Path
    state: str

    def fetch(self, partitions: Sequence[Partition], table: str) -> None:
        """Have the files `table` of `partitions` in the folder, each of them whole or not there.

        Raises FactcheckError, which names the object, for one that is missing or damaged.
        """
        missing = [one for one in partitions if not self._has(one, table)]
        if not missing:
            return
        with ThreadPoolExecutor(min(_TOGETHER, len(missing))) as pool:
            running = [pool.submit(self._fetch_one, one, table) for one in missing]
            try:
                for one in running:
                    one.result()
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise

    def _has(self, partition: Partition, table: str) -> bool:
        try:
            file = self.folder / PARTITIONS / partition.name / table
            return file.stat().st_size == partition.files[table]
        except OSError:
            return False

    def _fetch_one(self, partition: Partition, table: str) -> None:
        name = f"{PARTITIONS}/{partition.name}/{table}"
        place = self.folder / PARTITIONS / partition.name
        with keeping(self.folder):
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(suffix=".part", dir=place)
        try:
            with keeping(self.folder), os.fdopen(handle, "wb") as file:
                try:
                    for chunk in self.remote.chunks(name):
                        file.write(chunk)
                except FileNotFoundError as error:
                    raise self._gone(name) from error
            self._check(Path(temporary), name, partition.files[table])
            with keeping(self.folder):
                Path(temporary).replace(place / table)
        finally:
            Path(temporary).unlink(missing_ok=True)

    def _check(self, file: Path, name: str, size: int) -> None:
        """Read a fetched file through: what is damaged never gets into the mirror."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        there = file.stat().st_size
        if there != size:
            raise self._damaged(f"{name} has {there} bytes, not {size}")
        try:
            with pq.ParquetFile(file) as table:
                for number in range(table.num_row_groups):
                    table.read_row_group(number, use_threads=False)
        except (OSError, pa.ArrowException) as error:
            reason = " ".join(str(error).split())[:100]
            raise self._damaged(f"{name} is not as it was written ({reason})") from error

    def _gone(self, name: str) -> FactcheckError:
        data = self.remote.read_replaced(FILE)
        if data is not None and state_of(data) != self.state:
            return FactcheckError(
                f"{shown(self.remote.address)}: the archive was changed twice while it was read; "
                "run it again"
            )
        return self._damaged(f"{name} is missing")

    def _damaged(self, what: str) -> FactcheckError:
        return FactcheckError(
            f"{shown(self.remote.address)}: the archive is damaged: {what}; put it back from a "
            "copy, or build the archive anew"
        )


def open_mirror(address: str, *, cache: Path | None, state: str = "") -> tuple[Mirror, Manifest]:
    """The mirror and the manifest of the archive at `address`, as it is now, or as it was in the
    state `state` for those who go on with what another process began.

    It is below `cache`, or what FACTCHECK_CACHE_DIR names, or the user's folder for caches. Raises
    FactcheckError where there is no archive, one of another version, or none that can be read.
    """
    remote = remote_of(address)
    top = _top(remote, cache)
    known = top / _STATES / f"{state}.json"
    data = known.read_bytes() if state and known.is_file() else remote.read_replaced(FILE)
    name = shown(remote.address)
    if data is None:
        raise no_archive(remote.address)
    if state and state_of(data) != state:
        raise FactcheckError(f"{name}: the archive was changed while it was read; run it again")
    manifest = decoded(data, name)
    mirror = mirror_of(remote, manifest.model, cache=cache, state=state_of(data))
    _remember(top, mirror, manifest, data)
    return mirror, manifest


def mirror_of(remote: Remote, model: str, *, cache: Path | None, state: str) -> Mirror:
    """The mirror of an archive read with `model`; its folder is made where it isn't there."""
    from factcheck import __version__

    # Another archive at the same address would have the same names for its partitions.
    folder = _top(remote, cache) / _digest(f"{__version__}\n{model}".encode())
    with keeping(folder):
        (folder / PARTITIONS).mkdir(mode=0o700, parents=True, exist_ok=True)
    return Mirror(remote, folder, state)


def state_of(data: bytes) -> str:
    """The state of an archive, by the bytes of its manifest."""
    return _digest(data)


@contextmanager
def keeping(folder: Path) -> Iterator[None]:
    """Raise what this machine has against a file of a mirror as FactcheckError."""
    try:
        yield
    except OSError as error:
        raise FactcheckError(
            f"{shown(str(folder))}: what is fetched of the archive can't be kept there "
            f"({error.strerror or error}); make room, or name another folder with --cache-dir"
        ) from error


def _top(remote: Remote, cache: Path | None) -> Path:
    given = os.environ.get("FACTCHECK_CACHE_DIR")  # on a cluster each machine may have its own
    folder = cache or (Path(given) if given else usual_folder())
    return folder / _ARCHIVES / _digest(remote.address.encode())


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=12).hexdigest()


def _remember(top: Path, mirror: Mirror, manifest: Manifest, data: bytes) -> None:
    """Keep a state for the processes of this run, and drop what no one reads any more."""
    file = top / _STATES / f"{mirror.state}.json"
    now = time.time()
    with keeping(top):
        file.parent.mkdir(mode=0o700, exist_ok=True)
        if file.exists():
            os.utime(file)
            return
        write_whole(file, data)
    named = {partition.name for partition in manifest.partitions}
    partitions = (mirror.folder / PARTITIONS).iterdir()
    _drop((one for one in partitions if one.name not in named), now - _KEEP_REPLACED)
    _drop(file.parent.iterdir(), now - _KEEP_REPLACED)
    _drop((one for one in top.parent.iterdir() if one != top), now - _KEEP_UNUSED)


def _drop(paths: Iterator[Path], before: float) -> None:
    """Delete those of `paths` that were last changed before a moment."""
    for path in paths:
        with suppress(OSError):
            last = path.stat().st_mtime
            if (path / _STATES).is_dir():
                states = (one.stat().st_mtime for one in (path / _STATES).iterdir())
                last = max(states, default=last)
            if last >= before:
                continue
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink()
