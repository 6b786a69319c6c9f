"""The files that `factcheck init` writes: which are needed, and all of them or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from factcheck import __version__
from factcheck.configuration.find import OWN, SHARED, file_in
from factcheck.configuration.read import read_bytes
from factcheck.model import FactcheckError
from factcheck.read.files import shown

PRE_COMMIT = ".pre-commit-config.yaml"
WORKFLOW = ".github/workflows/factcheck.yml"


@dataclass(frozen=True, slots=True)
class Starter:
    """A file to write, or, where `there` says which one is there already, to leave.

    `path` is counted from the folder, `paste` is what a file that is there lacks, with where to
    put it; "" when it lacks nothing.
    """

    path: str
    text: str
    there: str = ""
    paste: str = ""


def plan(folder: Path) -> tuple[Starter, ...]:
    """What `folder` needs. Raises FactcheckError when it is no folder or can't be looked into."""
    if not folder.is_dir():
        what = "not a folder" if folder.exists() else "no such folder; make it first"
        raise FactcheckError(f"{shown(str(folder))}: {what}")
    return (_settings(folder), _hook(folder), _workflow(folder))


def write(starters: Sequence[Starter], folder: Path) -> None:
    """Write those that are not there. Raises FactcheckError, with nothing left, when one can't be.

    Nothing is written through a link that leads out of `folder`.
    """
    made: list[Path] = []
    path = folder
    try:
        for starter in starters:
            if starter.there:
                continue
            path = folder / starter.path
            for parent in _missing_folders(path):
                parent.mkdir()
                made.append(parent)
            if not path.parent.resolve().is_relative_to(folder.resolve()):
                raise FactcheckError(f"{shown(str(path.parent))}: leads out of the folder")
            # "x" refuses a file that someone else has just made.
            with path.open("x", encoding="utf-8", newline="\n") as file:
                made.append(path)
                file.write(starter.text)
    except BaseException as error:
        _remove(made)
        if isinstance(error, OSError):
            reason = error.strerror or error
            raise FactcheckError(
                f"{shown(str(path))}: can't write: {reason}; nothing was written"
            ) from error
        raise


def told(starters: Sequence[Starter], *, dry_run: bool) -> str:
    """What was done, or would be, for people."""
    lines = []
    for one in starters:
        if one.there:
            lines.append(f"left {one.there} as it is" + (f"; {one.paste}" if one.paste else ""))
        elif dry_run:
            lines += [f"would write {one.path}:", *(f"  {line}" for line in one.text.splitlines())]
        else:
            lines.append(f"wrote {one.path}")
    return "".join(f"{line.rstrip()}\n" for line in lines)


def notes(starters: Sequence[Starter], folder: Path) -> Iterator[str]:
    """What the user may not expect of files in just this folder."""
    if not (folder / ".git").exists():
        yield (
            "this is not the top folder of a git repository, and pre-commit and GitHub look for "
            "their files only there"
        )
    # The nearest configuration holds alone; nothing is taken from those above it.
    above = next(filter(None, map(file_in, folder.resolve().parents)), None)
    if above and any(one.path == OWN and not one.there for one in starters):
        yield f"here {OWN} goes before {shown(str(above))}, whose settings don't count any more"


def _settings(folder: Path) -> Starter:
    there = file_in(folder)
    name = there.name if there else ""
    if name == SHARED:
        name = f"[tool.factcheck] in {SHARED}"
    return Starter(OWN, _template("factcheck.toml"), name)


def _hook(folder: Path) -> Starter:
    text = _template("pre-commit.yaml")
    # A file that names us has an entry, written by hand or by us.
    lacks = _lacks_us(folder / PRE_COMMIT)
    there = PRE_COMMIT if lacks is not None else ""
    entry = text[text.index("repos:\n") + len("repos:\n") :]
    paste = f"to check before commits, paste this below its `repos:`\n{entry}" if lacks else ""
    return Starter(PRE_COMMIT, text, there, paste)


def _workflow(folder: Path) -> Starter:
    there = WORKFLOW if _lacks_us(folder / WORKFLOW) is not None else ""
    return Starter(WORKFLOW, _template("workflow.yml"), there)


def _lacks_us(path: Path) -> bool | None:
    """Whether a file doesn't speak of us; None where there is none."""
    if not path.exists():
        # A link to nowhere is the user's all the same.
        return False if path.is_symlink() else None
    return b"factcheck" not in read_bytes(path)


def _template(name: str) -> str:
    text = files("factcheck.cli").joinpath("starters", name).read_text(encoding="utf-8")
    return text.replace("@VERSION@", __version__)


def _missing_folders(path: Path) -> Iterator[Path]:
    """The folders above `path` that aren't there, from the top down."""
    missing = []
    for parent in path.parents:
        if parent.exists():
            break
        missing.append(parent)
    return reversed(missing)


def _remove(made: Sequence[Path]) -> None:
    for path in reversed(made):
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()
