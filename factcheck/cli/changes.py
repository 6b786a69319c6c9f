"""Changes below the files and folders that a watch is about, told by the file system."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.watching import Watched
from factcheck.configuration.find import OWN, SHARED
from factcheck.model import FactcheckError
from factcheck.read.formats.table import SUFFIXES

if TYPE_CHECKING:
    from watchfiles import Change

_WILD = "*?["
_NAMES = (OWN, SHARED, ".gitignore")
# Two sets of folders are asked in turn, each for this long at most, in milliseconds.
_TURN = 200


def changes(watched: Watched) -> Iterator[None]:
    """One item at once, and one for each burst of changes to a text, a setting or a folder.

    The file system is listened to from the first item on. Raises FactcheckError when it can't be,
    or when watchfiles is not installed, and KeyboardInterrupt on an interrupt.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("watchfiles", "anyio"):
            raise
        raise FactcheckError(
            "watching files needs the extra watch: pip install 'factcheck-cli[watch]'"
        ) from error
    named = _named(watched)

    def counts(change: Change, path: str) -> bool:
        place = Path(path)
        if ".git" in place.parts:
            return False
        # What has no suffix may be a folder that was moved with all that is in it.
        fits = place.suffix.lower() in ("", *SUFFIXES) or place.name in _NAMES
        return fits or os.path.realpath(path) in named

    deep, flat = _folders(watched)
    listeners = [
        watch(
            *sorted(folders),
            watch_filter=counts,
            recursive=recursive,
            rust_timeout=_TURN,
            yield_on_timeout=True,
            ignore_permission_denied=True,
        )
        for folders, recursive in ((deep, True), (flat, False))
        if folders
    ]
    try:
        for listener in listeners:
            next(listener)
        yield None
        while True:
            for listener in listeners:
                if next(listener):
                    yield None
    except OSError as error:
        raise FactcheckError(
            f"can't watch: {error.strerror or error}; WATCHFILES_FORCE_POLLING=1 in the "
            "environment looks again and again instead"
        ) from error


def _folders(watched: Watched) -> tuple[set[str], set[str]]:
    """The folders to listen to with all below them, and those of single files.

    Files are listened to through their folder, since most programs write a new file and give it
    the name of the old one.
    """
    deep, flat = set(), {os.getcwd()}  # noqa: PTH109
    for path in (*watched.paths, *watched.against, *watched.reference):
        if Path(path).is_dir():
            deep.add(os.path.realpath(path))
        elif os.path.lexists(path):
            flat.add(str(Path(os.path.realpath(path)).parent))
            flat.add(os.path.realpath(Path(path).parent))
        else:
            wild = min((path.index(mark) for mark in _WILD if mark in path), default=len(path))
            deep.add(os.path.realpath(Path(f"{path[:wild]}x").parent))
    flat |= {str(Path(file).parent) for file in _settings_files(watched)}
    return deep, flat


def _named(watched: Watched) -> set[str]:
    """Files that count whatever they are called."""
    given = (*watched.paths, *watched.against, *watched.reference)
    return {os.path.realpath(path) for path in given} | _settings_files(watched)


def _settings_files(watched: Watched) -> set[str]:
    files = (watched.configuration, watched.settings.baseline)
    return {os.path.realpath(file) for file in files if file and file.parent.is_dir()}
