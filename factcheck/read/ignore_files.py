"""What `.gitignore` files leave out, as git reads them (gitignore(5)).

Those of the folder that is read and of the folders in it count, and inside a repository those above
it up to its root, and `.git/info/exclude`. Patterns are matched by pathspec.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec

from factcheck.model import FactcheckError
from factcheck.read.files import shown


@dataclass(frozen=True, slots=True)
class IgnoreFile:
    """The patterns of one file, which count from `folder`."""

    folder: Path
    spec: GitIgnoreSpec


def ignored(path: Path, rules: Sequence[IgnoreFile], *, is_folder: bool) -> bool:
    """Whether `path` is left out by `rules`, which are given from the outermost folder inwards.

    The innermost file with a pattern that fits decides. Folders above `path` are not looked at.
    """
    for one in reversed(rules):
        inside = path.relative_to(one.folder).as_posix() + ("/" if is_folder else "")
        decided = one.spec.check_file(inside).include
        if decided is not None:
            return decided
    return False


def rules_above(folder: Path) -> tuple[IgnoreFile, ...]:
    """The rules of the repository that holds `folder` (a real path), from its root inwards.

    None, if they leave out the folder itself: whoever names it wants what is in it.
    """
    root = next((one for one in (folder, *folder.parents) if (one / ".git").exists()), None)
    if root is None:
        return ()
    rules = _read(root / ".git" / "info" / "exclude", root)
    place = root
    for name in folder.relative_to(root).parts:
        rules += _read(place / ".gitignore", place)
        place /= name
        if ignored(place, rules, is_folder=True):
            return ()
    return rules


def rules_of(folder: Path) -> tuple[IgnoreFile, ...]:
    """The rules of the `.gitignore` in `folder`, if there is one."""
    return _read(folder / ".gitignore", folder)


def _read(path: Path, folder: Path) -> tuple[IgnoreFile, ...]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return ()
    except OSError as fault:
        raise FactcheckError(
            f"{shown(str(path))}: can't be read ({fault.strerror or fault}); mend its permissions, "
            "or use --no-ignore-files"
        ) from fault
    return (IgnoreFile(folder, _spec(text.splitlines())),)


def _spec(lines: Sequence[str]) -> GitIgnoreSpec:
    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        # git passes over a line that is no pattern ("!"), and reads the others.
        return GitIgnoreSpec.from_lines(line for line in lines if _is_pattern(line))


def _is_pattern(line: str) -> bool:
    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
