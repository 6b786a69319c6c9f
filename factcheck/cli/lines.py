"""The lines of a file or of standard input, one at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from factcheck.model import FactcheckError


@contextmanager
def open_lines(path: str) -> Iterator[Iterator[bytes]]:
    """The lines of the file at `path`, or of standard input for "-", with their line breaks.

    Raises FactcheckError when the file can't be opened or stops being readable.
    """
    if path == "-":
        yield iter(sys.stdin.buffer)
        return
    with ExitStack() as stack:
        try:
            file = stack.enter_context(Path(path).open("rb"))
        except OSError as error:
            raise _unreadable(path, error) from error
        yield _guarded(file, path)


def _guarded(file: Iterable[bytes], path: str) -> Iterator[bytes]:
    try:
        yield from file
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: str, error: OSError) -> FactcheckError:
    return FactcheckError(f"{path}: {error.strerror or error}")
