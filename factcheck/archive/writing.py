"""What the system says against writing an archive, in one clear line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from factcheck.model import FactcheckError
from factcheck.read.files import shown


@contextmanager
def writing(folder: str) -> Iterator[None]:
    """Raise an OSError of the block (a full disk, mostly) as FactcheckError that names `folder`."""
    try:
        yield
    except OSError as error:
        raise FactcheckError(
            f"{shown(folder)}: can't write: {error.strerror or error}; the archive is as it was "
            "after the last articles that were added whole; make room and run it again"
        ) from error
