"""The texts of a folder: by their suffix, without what is hidden, ignored or excluded."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.globs import matches
from factcheck.model import FactcheckError
from factcheck.read.files import shown
from factcheck.read.formats.table import SUFFIXES

if TYPE_CHECKING:
    from factcheck.read.ignore_files import IgnoreFile


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """What is left out of the folders that are read.

    `exclude` are patterns of files (`factcheck.globs`); `ignore_files` says that `.gitignore` files
    count. A file that is named itself is read all the same, unless `force` holds it against
    `exclude` too, which hooks want that name the files they check.
    """

    exclude: tuple[str, ...] = ()
    ignore_files: bool = True
    force: bool = False

    def excludes(self, path: str) -> bool:
        """Whether a pattern of `exclude` fits `path`."""
        return any(matches(pattern, path) for pattern in self.exclude)


USUAL = LeaveOut()


def texts_in(folder: str, leave_out: LeaveOut, left_out: list[str]) -> list[str]:
    """The paths of the texts in `folder` at any depth, sorted folder by folder.

    What `leave_out` leaves out is added to `left_out`, a folder as one. Links that lead out of the
    folder are not followed.

    Raises:
        FactcheckError: the folder can't be read, or yields nothing.
    """
    before = len(left_out)
    found = list(each_text(folder, leave_out, left_out))
    if not found:
        gone = len(left_out) - before
        raise FactcheckError(
            f"{shown(folder)}: the folder has no readable text; it needs files that end in "
            f"{', '.join(SUFFIXES)}"
            + (f" (left out: {gone} by .gitignore or exclude; --no-ignore-files)" if gone else "")
        )
    return found


def each_text(folder: str, leave_out: LeaveOut, left_out: list[str]) -> Iterator[str]:
    """As `texts_in`, one at a time, and none from a folder that yields nothing."""
    root = Path(os.path.realpath(folder))
    rules = {root: _rules(root, leave_out, above=True)}
    for place, folders, names in os.walk(folder, onerror=_refuse, followlinks=False):
        inside = Path(place).relative_to(folder).parts
        real = root.joinpath(*inside)
        here = rules.pop(real)
        kept = []
        for name in sorted(folders):
            path = "/".join((folder.rstrip("/" + os.sep), *inside, name))
            if name.startswith(".") or Path(path).is_symlink():
                continue
            if _is_left_out(path, real / name, here, leave_out, is_folder=True):
                left_out.append(path + "/")
                continue
            kept.append(name)
            rules[real / name] = (*here, *_rules(real / name, leave_out, above=False))
        folders[:] = kept
        for name in sorted(names):
            if name.startswith(".") or not name.lower().endswith(SUFFIXES):
                continue
            path = "/".join((folder.rstrip("/" + os.sep), *inside, name))
            if not _is_file_within(path, root):
                continue
            if _is_left_out(path, real / name, here, leave_out, is_folder=False):
                left_out.append(path)
                continue
            yield path


def _rules(place: Path, leave_out: LeaveOut, *, above: bool) -> tuple[IgnoreFile, ...]:
    if not leave_out.ignore_files:
        return ()
    if not above and not (place / ".gitignore").exists():
        return ()
    # Here, because most runs name their files.
    from factcheck.read.ignore_files import rules_above, rules_of

    return (*(rules_above(place) if above else ()), *rules_of(place))


def _is_left_out(
    path: str, real: Path, rules: Sequence[IgnoreFile], leave_out: LeaveOut, *, is_folder: bool
) -> bool:
    if leave_out.excludes(path):
        return True
    if not rules:
        return False
    from factcheck.read.ignore_files import ignored

    return ignored(real, rules, is_folder=is_folder)


def _is_file_within(path: str, root: Path) -> bool:
    real = os.path.realpath(path)
    return Path(real).is_file() and os.path.commonpath([real, root]) == str(root)


def _refuse(fault: OSError) -> None:
    reason = (fault.strerror or str(fault)).lower()
    raise FactcheckError(
        f"{shown(str(fault.filename))}: the folder can't be read ({reason}); mend its permissions "
        "or leave it out"
    ) from fault
