"""The manifest: which partitions an archive consists of. What it doesn't name isn't there.

It is replaced as a whole by a rename, so an archive is always at one state or the next. A partition
is a folder of two or three Parquet files that is complete before the manifest names it.
"""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

import msgspec

from factcheck import __version__
from factcheck.model import FactcheckError
from factcheck.read.files import shown

FORMAT = 1
FILE = "manifest.json"
PARTITIONS = "partitions"
UNFINISHED = "unfinished"
_NAME = re.compile(r"[0-9]{6,9}-[0-9a-f]{8}")
_MOST_BYTES = 1 << 30


class Partition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One partition: its folder, what it holds, and the bytes of each of its files."""

    name: str
    articles: int
    claims: int
    facts: int
    keys: int
    words: int
    files: dict[str, int]


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an archive is: by which version and language model it was read, and its partitions.

    `complete` is False while the first build has not come to its end. `next` numbers the next
    partition.
    """

    format: int
    version: str
    model: str
    complete: bool
    next: int
    partitions: tuple[Partition, ...]


def new_manifest(model: str) -> Manifest:
    """The manifest of an archive with nothing in it yet."""
    return Manifest(FORMAT, __version__, model, False, 0, ())


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of the archive in `folder`, checked against its files; None where none is.

    Raises FactcheckError, which names the remedy, for an archive of another version, for one that
    is damaged, and for a path that is no folder.
    """
    path = folder / FILE
    name = shown(str(folder))
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise FactcheckError(f"{name}: the manifest is too large to be one of an archive")
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise FactcheckError(
            f"{name}: the archive can't be read ({error.strerror or error})"
        ) from error
    manifest = decoded(data, name)
    _check_files(folder, manifest, name)
    return manifest


def open_manifest(folder: Path) -> Manifest:
    """The manifest of the archive in `folder`, as `read_manifest`; an error where none is."""
    manifest = read_manifest(folder)
    if manifest is None:
        raise no_archive(str(folder))
    return manifest


def no_archive(place: str) -> FactcheckError:
    """What is told where an archive is asked for and none is."""
    name = shown(place)
    return FactcheckError(
        f"{name}: there is no archive here; make one with `factcheck archive build {name} PATH`"
    )


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Put `manifest` in place of the one before, whole and on the disk before it counts."""
    replace_file(folder / FILE, encoded(manifest))


def encoded(manifest: Manifest) -> bytes:
    """`manifest` as the bytes of its file."""
    return msgspec.json.encode(manifest)


def replace_file(path: Path, data: bytes) -> None:
    """`data` as the file at `path`: written beside it, synchronised and renamed."""
    handle, temporary = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def decoded(data: bytes, name: str) -> Manifest:
    """The manifest of `encoded`, checked; its partitions' files are not looked at.

    Raises FactcheckError, which calls the archive `name`, for what is none of this version.
    """
    rebuild = f"build it anew with `factcheck archive build`, into another folder than {name}"
    try:
        found = msgspec.json.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise FactcheckError(f"{name}: the manifest is damaged; {rebuild}") from error
    if not isinstance(found, dict) or not isinstance(found.get("format"), int):
        raise FactcheckError(f"{name}: the manifest is not one of an archive; {rebuild}")
    if found["format"] != FORMAT or found.get("version") != __version__:
        raise FactcheckError(
            f"{name}: the archive was made by factcheck {str(found.get('version'))[:20]} "
            f"(format {found['format']}) and this is {__version__} (format {FORMAT}); {rebuild}"
        )
    try:
        manifest = msgspec.convert(found, Manifest)
    except msgspec.ValidationError as error:
        raise FactcheckError(f"{name}: the manifest is damaged ({error}); {rebuild}") from error
    for partition in manifest.partitions:
        files_named = all(re.fullmatch(r"[a-z]+\.parquet", file) for file in partition.files)
        if not _NAME.fullmatch(partition.name) or not files_named:
            raise FactcheckError(f"{name}: the manifest is damaged (a partition's name); {rebuild}")
    return manifest


def _check_files(folder: Path, manifest: Manifest, name: str) -> None:
    for partition in manifest.partitions:
        for file, size in partition.files.items():
            path = folder / PARTITIONS / partition.name / file
            try:
                there = path.stat().st_size
            except OSError:
                there = -1
            if there != size:
                what = "is missing" if there < 0 else f"has {there} bytes, not {size}"
                raise FactcheckError(
                    f"{name}: the archive is damaged: {PARTITIONS}/{partition.name}/{file} {what}; "
                    "put it back from a copy, or build the archive anew"
                )
