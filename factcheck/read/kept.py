"""Documents kept between two looks at the same files, for whoever looks again and again."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Hashable

from factcheck.model import Document

# A file may change twice in one tick of its file system's clock, two seconds at the coarsest (FAT):
# one that changed so lately before it was read is read again the next time.
_COARSEST = 2_000_000_000


class Kept:
    """Documents by where they came from, each as long as its file stays as it was."""

    def __init__(self) -> None:
        self._documents: dict[Hashable, tuple[tuple[int, ...], tuple[Document, ...]]] = {}

    def documents(
        self, path: str, how: Hashable, read: Callable[[], tuple[Document, ...]]
    ) -> tuple[Document, ...]:
        """What `read` makes of the file `path`, or made of it before; `how` says what else counts.

        Raises what `read` raises.
        """
        stamp = _stamp(path)
        held = self._documents.pop((path, how), None)
        documents = held[1] if held and held[0] == stamp else read()
        if stamp and time.time_ns() - stamp[0] > _COARSEST:
            self._documents[path, how] = (stamp, documents)
        return documents


def _stamp(path: str) -> tuple[int, ...]:
    """What changes with a file's content; empty where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return ()
    return (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
