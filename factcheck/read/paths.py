"""Paths as given on the command line become Documents.

They are files, folders, patterns, addresses, or standard input.
"""

from __future__ import annotations

import difflib
import glob
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from factcheck.model import Document, DocumentRole, FactcheckError
from factcheck.read.files import read_stdin, shown
from factcheck.read.folders import USUAL, LeaveOut, texts_in
from factcheck.read.formats.source import USUAL_FIELDS, Fields
from factcheck.read.kept import Kept
from factcheck.read.load import How, left_for_want, load_bytes, load_file, load_page, missing
from factcheck.read.network import Network, is_address

STDIN = "-"
_PATTERN = frozenset("*?[")


def read_paths(
    paths: Sequence[str],
    *,
    stdin_filename: str | None = None,
    role: DocumentRole = DocumentRole.ARTICLE,
    reference: bool = False,
    fields: Fields = USUAL_FIELDS,
    network: Network | None = None,
    leave_out: LeaveOut = USUAL,
    left_out: list[str] | None = None,
    failed: dict[str, FactcheckError] | None = None,
    kept: Kept | None = None,
    notes: list[str] | None = None,
) -> tuple[Document, ...]:
    """The Documents of all `paths`, each file once, sorted by name whatever the order given.

    A path is a file (of a kind in `factcheck.read.formats.table`, else text), a folder (its files
    of the kinds that are read in folders, at any depth, without hidden ones, links that lead out of
    it and what `leave_out` names; these last are added to `left_out`), a pattern that the shell did
    not expand, the address of a page, which `network` says how to fetch, or `-` for standard input,
    which takes the name `stdin_filename` (else "<stdin>") and stands in for the file of that name.

    A document's name is the path as given, a folder joined with the path inside it, with forward
    slashes; that of a record in a file is the file's with "#" and what identifies the record.
    `fields` are the names of a record's fields. Where `failed` is given, what can't be read is put
    there, by the name that it would have, and the others are read all the same. What `kept` holds
    is not read again. `notes` takes lines about what was left unread.

    Raises:
        FactcheckError: a path does not exist, a folder or pattern yields nothing, or a file
            can't be read. A mistyped path is never taken as text.
    """
    if not paths:
        raise FactcheckError(
            "nothing to check: give files, folders, patterns, or - for standard input"
        )
    told = [] if notes is None else notes
    out = [] if left_out is None else left_out
    how = How(role, reference, fields)
    lacking: dict[str, list[str]] = {}
    files = _unique(
        file
        for path in paths
        if path != STDIN and not is_address(path)
        for file in _expanded_or_noted(path, leave_out, out, failed, lacking)
    )
    told += (left_for_want(lacking[extra], extra) for extra in sorted(lacking))
    documents: list[Document] = []
    if STDIN in paths:
        name = stdin_filename or "<stdin>"
        files = {real: file for real, file in files.items() if real != os.path.realpath(name)}
        data = read_stdin(shown(name))
        if leave_out.force and stdin_filename and leave_out.excludes(stdin_filename):
            out.append(stdin_filename)
        else:
            documents += load_bytes(data, name, how, told.append)
    for file in files.values():
        with _noted(file, failed):
            read = partial(load_file, file, how, told.append)
            documents += kept.documents(file, how, read) if kept else read()
    for address in sorted({path for path in paths if is_address(path)}):
        with _noted(address, failed):
            documents += _page(address, network, how, told)
    return tuple(sorted(documents, key=lambda document: document.name))


def _page(address: str, network: Network | None, how: How, told: list[str]) -> tuple[Document, ...]:
    if network is None:
        raise FactcheckError(f"{shown(address)}: addresses are not fetched here; give a file")
    # Here, because it needs what most runs don't: sockets, certificates, HTTP.
    from factcheck.read.fetch import fetch

    page = fetch(address, network)
    return load_page(address, page.content_type, page.data, how, told.append)


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
    path: str,
    leave_out: LeaveOut,
    left_out: list[str],
    failed: dict[str, FactcheckError] | None,
    lacking: dict[str, list[str]],
) -> Iterator[str]:
    with _noted(path, failed):
        yield from _expanded(path, leave_out, left_out, lacking)


def _expanded(
    path: str, leave_out: LeaveOut, left_out: list[str], lacking: dict[str, list[str]]
) -> Iterator[str]:
    if os.path.lexists(path):
        yield from _of_path(path, leave_out, left_out, lacking)
    elif _PATTERN & set(path):
        found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 (Path.glob takes no absolute one)
        if not found:
            raise FactcheckError(
                f"{shown(path)}: no file matches the pattern; check it, or give the files by name"
            )
        for one in found:
            yield from _of_path(one, leave_out, left_out, lacking)
    else:
        raise FactcheckError(f"{shown(path)}: no such file or folder; {_remedy(path)}")


def _of_path(
    path: str, leave_out: LeaveOut, left_out: list[str], lacking: dict[str, list[str]]
) -> Iterator[str]:
    if leave_out.force and leave_out.excludes(path):
        left_out.append(path)
    elif Path(path).is_dir():
        yield from _readable(path, texts_in(path, leave_out, left_out), lacking)
    else:
        yield path


def _readable(folder: str, files: Sequence[str], lacking: dict[str, list[str]]) -> Iterator[str]:
    """The files of a folder that can be read with what is installed; others go to `lacking`."""
    wanting = {file: extra for file in files if (extra := missing(file))}
    if len(wanting) == len(files):
        extra = min(wanting.values())
        raise FactcheckError(f"{shown(folder)}: {left_for_want(wanting, extra)}")
    for file, extra in wanting.items():
        lacking.setdefault(extra, []).append(file)
    yield from (file for file in files if file not in wanting)


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
