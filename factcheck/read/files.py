"""One file or stream is read whole, and only if it holds still."""

from __future__ import annotations

import os
import stat
import sys
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
        try:
            with Path(path).open("rb") as stream:
                before = os.fstat(stream.fileno())
                if stat.S_ISREG(before.st_mode) and before.st_size > LARGEST_FILE:
                    raise _too_large(name, before.st_size)
                data = _capped(stream, name)
                after = os.fstat(stream.fileno())
            if not stat.S_ISREG(before.st_mode) or _same(before, after, len(data), path):
                return data
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
    raise FactcheckError(
        f"{name}: the file changed while it was read, twice; wait until it is written and run again"
    )


def read_stdin(name: str) -> bytes:
    """All of standard input as bytes; `name` names it in messages."""
    return _capped(sys.stdin.buffer, name)


def _capped(stream: BinaryIO, name: str) -> bytes:
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
