"""One writer at a time: a lock that the system lifts when its holder ends, however it ends."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from factcheck.archive.manifest import UNFINISHED
from factcheck.archive.writing import writing
from factcheck.model import FactcheckError
from factcheck.read.files import shown

_FILE = "lock"


@contextmanager
def locked(folder: Path, *, name: str = "") -> Iterator[None]:
    """Hold the lock of the archive in `folder`, to write there; messages call it `name`.

    What is unfinished when the block fails is removed. Raises FactcheckError while another has it,
    and when the archive can't be written.
    """
    with writing(str(folder)):
        handle = os.open(folder / _FILE, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if not _taken(handle):
            raise FactcheckError(
                f"{shown(name or str(folder))}: another process is writing to this archive; "
                "wait for it"
            )
        try:
            with writing(str(folder)):
                yield
        except BaseException:
            # Whoever is killed leaves it to the writer after.
            shutil.rmtree(folder / UNFINISHED, ignore_errors=True)
            raise
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
