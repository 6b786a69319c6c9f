"""Which configuration file holds for a run."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from factcheck.model import FactcheckError

OWN, SHARED = "factcheck.toml", "pyproject.toml"
_WILD = "*?["


def find_file(paths: Sequence[str]) -> Path | None:
    """The file in the nearest folder upwards from the deepest one that holds all of `paths`.

    Where there is none, upwards from the working folder. A `pyproject.toml` counts only with a
    table `[tool.factcheck]`. The order of `paths` does not matter; "-" is the working folder, and
    a glob counts from the folder before its first wildcard. None when there is no file.

    Raises FactcheckError when one folder holds two, and for one that can't be read.
    """
    here = Path.cwd()
    starts = [start] if (start := _common_folder(paths, here)) else []
    for start in (*starts, here):
        for folder in (start, *start.parents):
            found = file_in(folder)
            if found is not None:
                return found
    return None


def file_in(folder: Path) -> Path | None:
    """The configuration file in `folder` itself. Raises FactcheckError when there are two."""
    own, shared = folder / OWN, folder / SHARED
    has_own, has_shared = own.is_file(), _has_table(shared)
    if has_own and has_shared:
        raise FactcheckError(
            f"{own} and [tool.factcheck] in {shared}: two configurations in one folder; keep one "
            "of them, or name one with --config"
        )
    return own if has_own else shared if has_shared else None


def _has_table(path: Path) -> bool:
    if not path.is_file():
        return False
    from factcheck.configuration.read import load_toml, read_bytes

    # Most don't speak of us, and what is wrong with them is no matter of ours.
    data = read_bytes(path)
    if b"factcheck" not in data:
        return False
    tool = load_toml(path, data).get("tool")
    return isinstance(tool, dict) and "factcheck" in tool


def _common_folder(paths: Sequence[str], here: Path) -> Path | None:
    folders = [_folder(path, here) for path in paths]
    try:
        return Path(os.path.commonpath(folders)) if folders else None
    except ValueError:  # several drives
        return None


def _folder(path: str, here: Path) -> Path:
    wild = min((path.index(mark) for mark in _WILD if mark in path), default=-1)
    if wild >= 0 and not os.path.lexists(path):
        return Path(os.path.abspath(here / path[:wild] / "x")).parent  # noqa: PTH100
    full = Path(os.path.abspath(here / path))  # noqa: PTH100
    return full if full.is_dir() else full.parent
