"""One file or stream is read whole, and only if it holds still."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from factcheck.model import FactcheckError

LARGEST_FILE = 20_000_000
_TRIES = 2


def shown(path: str) -> str:
    """A path for a message: control characters and bytes that are no text are escaped."""
    escaped = path.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
        for character in escaped
    )


def read_bytes(path: str) -> bytes:
    """The bytes of one file.

    A regular file is looked at before and after; if it changed meanwhile it is read once more. A
    pipe (`<(command)`) is read to its end.

    Raises:
        FactcheckError: the file is missing, may not be read, is larger than `LARGEST_FILE` bytes,
            or keeps changing.
    """
    name = shown(path)
    for _ in range(_TRIES):
        with _told(name), Path(path).open("rb") as stream:
            before = os.fstat(stream.fileno())
            if stat.S_ISREG(before.st_mode) and before.st_size > LARGEST_FILE:
                raise _too_large(name, before.st_size)
            data = capped(stream, name)
            after = os.fstat(stream.fileno())
            if not stat.S_ISREG(before.st_mode) or _same(before, after, len(data), path):
                return data
    raise FactcheckError(
        f"{name}: the file changed while it was read, twice; wait until it is written and run again"
    )


@contextmanager
def open_stream(path: str) -> Iterator[BinaryIO]:
    """A file of any size, to be read bit by bit.

    Raises:
        FactcheckError: the file is missing, may not be read, or changed while it was read.
    """
    name = shown(path)
    with _told(name), Path(path).open("rb") as stream:
        before = os.fstat(stream.fileno())
        yield stream
        after = os.fstat(stream.fileno())
        if stat.S_ISREG(before.st_mode) and not _same(before, after, before.st_size, path):
            raise FactcheckError(
                f"{name}: the file changed while it was read; wait until it is written and run "
                "again"
            )


def read_head(path: str, size: int) -> bytes:
    """The first `size` bytes of a regular file, none of what can be read only once (a pipe).

    Raises FactcheckError as `read_bytes` does.
    """
    with _told(shown(path)):
        if not Path(path).is_file():
            return b""
        with Path(path).open("rb") as stream:
            return stream.read(size)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """What the system says against reading a file, in our words."""
    try:
        yield
    except FileNotFoundError as fault:
        raise FactcheckError(f"{name}: no such file; check the spelling of the path") from fault
    except PermissionError as fault:
        raise FactcheckError(
            f"{name}: no permission to read it; run chmod +r on it or as another user"
        ) from fault
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise FactcheckError(
            f"{name}: can't be read ({reason}); check the file and the disk"
        ) from fault


def read_stdin(name: str) -> bytes:
    """All of standard input as bytes; `name` names it in messages."""
    return capped(sys.stdin.buffer, name)


def capped(stream: BinaryIO, name: str) -> bytes:
    """All that a stream holds. Raises FactcheckError for more than `LARGEST_FILE` bytes."""
    data = stream.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise _too_large(name, None)
    return data


def _too_large(name: str, size: int | None) -> FactcheckError:
    how = f"{size / 1e6:.0f} MB" if size else "more"
    return FactcheckError(
        f"{name}: {how} is over the limit of {LARGEST_FILE / 1e6:.0f} MB for one text; "
        "split the file"
    )


def _same(before: os.stat_result, after: os.stat_result, size: int, path: str) -> bool:
    """Whether the open file kept its size and time, and the path still leads to it."""
    try:
        there = Path(path).stat()
    except OSError:
        return False
    return size == after.st_size and _mark(before) == _mark(after) == _mark(there)


def _mark(status: os.stat_result) -> tuple[int, int, int, int]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
