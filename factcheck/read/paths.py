"""Paths as given on the command line become Documents: files, folders, patterns, standard input."""

from __future__ import annotations

import difflib
import glob
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePath

from factcheck.model import Document, DocumentRole, FactcheckError
from factcheck.read.decode import decode
from factcheck.read.document import document_from_text
from factcheck.read.files import read_bytes, read_stdin, shown
from factcheck.read.folders import MARKDOWN_SUFFIXES, USUAL, LeaveOut, texts_in
from factcheck.read.kept import Kept

STDIN = "-"
_PATTERN = frozenset("*?[")


def read_paths(
    paths: Sequence[str],
    *,
    stdin_filename: str | None = None,
    role: DocumentRole = DocumentRole.ARTICLE,
    reference: bool = False,
    leave_out: LeaveOut = USUAL,
    left_out: list[str] | None = None,
    failed: dict[str, FactcheckError] | None = None,
    kept: Kept | None = None,
) -> tuple[Document, ...]:
    """The Documents of all `paths`, each file once, sorted by name whatever the order given.

    A path is a file (read whatever its suffix), a folder (its .txt, .text, .md and .markdown files
    at any depth, without hidden ones, links that lead out of it and what `leave_out` names; these
    last are added to `left_out`), a pattern that the shell did not expand, or `-` for standard
    input, which takes the name `stdin_filename` (else "<stdin>") and stands in for the file of that
    name. A document's name is the path as given, a folder joined with the path inside it, with
    forward slashes. Where `failed` is given, what can't be read is put there, by the name that it
    would have, and the others are read all the same. What `kept` holds is not read again.

    Raises:
        FactcheckError: a path does not exist, a folder or pattern yields nothing, or a file
            can't be read as text. A mistyped path is never taken as text.
    """
    if not paths:
        raise FactcheckError(
            "nothing to check: give files, folders, patterns, or - for standard input"
        )
    out = [] if left_out is None else left_out
    files = _unique(
        file
        for path in paths
        if path != STDIN
        for file in _expanded_or_noted(path, leave_out, out, failed)
    )
    documents: list[Document] = []
    if STDIN in paths:
        name = stdin_filename or "<stdin>"
        files = {real: file for real, file in files.items() if real != os.path.realpath(name)}
        data = read_stdin(shown(name))
        if leave_out.force and stdin_filename and leave_out.excludes(stdin_filename):
            out.append(stdin_filename)
        else:
            documents.append(_document(data, name, role, reference))
    for file in files.values():
        with _noted(file, failed):
            read = partial(_read, file, role, reference)
            documents.append(kept.document(file, (role, reference), read) if kept else read())
    return tuple(sorted(documents, key=lambda document: document.name))


def _read(path: str, role: DocumentRole, reference: bool) -> Document:
    return _document(read_bytes(path), path, role, reference)


def _document(data: bytes, path: str, role: DocumentRole, reference: bool) -> Document:
    return document_from_text(
        decode(data, shown(path)),
        name=path.replace(os.sep, "/"),
        role=role,
        reference=reference,
        markdown=PurePath(path).suffix.lower() in MARKDOWN_SUFFIXES,
    )


def _unique(files: Iterator[str]) -> dict[str, str]:
    """Each file by its real path; of several spellings the shortest stays, then the first."""
    chosen: dict[str, str] = {}
    for file in sorted(files, key=lambda file: (len(file), file)):
        chosen.setdefault(os.path.realpath(file), file)
    return chosen


@contextmanager
def _noted(path: str, failed: dict[str, FactcheckError] | None) -> Iterator[None]:
    """Trouble with `path` is put into `failed` where that is given."""
    try:
        yield
    except FactcheckError as error:
        if failed is None:
            raise
        failed[path.replace(os.sep, "/")] = error


def _expanded_or_noted(
    path: str, leave_out: LeaveOut, left_out: list[str], failed: dict[str, FactcheckError] | None
) -> Iterator[str]:
    with _noted(path, failed):
        yield from _expanded(path, leave_out, left_out)


def _expanded(path: str, leave_out: LeaveOut, left_out: list[str]) -> Iterator[str]:
    if os.path.lexists(path):
        yield from _of_path(path, leave_out, left_out)
    elif _PATTERN & set(path):
        found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 (Path.glob takes no absolute one)
        if not found:
            raise FactcheckError(
                f"{shown(path)}: no file matches the pattern; check it, or give the files by name"
            )
        for one in found:
            yield from _of_path(one, leave_out, left_out)
    else:
        raise FactcheckError(f"{shown(path)}: no such file or folder; {_remedy(path)}")


def _of_path(path: str, leave_out: LeaveOut, left_out: list[str]) -> Iterator[str]:
    if leave_out.force and leave_out.excludes(path):
        left_out.append(path)
    elif Path(path).is_dir():
        yield from texts_in(path, leave_out, left_out)
    else:
        yield path


def _remedy(path: str) -> str:
    """A file of nearly the same name, if there is one, else what to do."""
    parent, name = Path(path).parent, Path(path).name
    try:
        near = difflib.get_close_matches(name, sorted(os.listdir(parent)), n=1)  # noqa: PTH208
    except OSError:
        near = []
    if near:
        return f"did you mean {shown(str(parent / near[0]))}?"
    return "check the spelling of the path"
