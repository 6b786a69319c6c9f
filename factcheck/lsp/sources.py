"""The sources of a draft: from disk, or from the editor where it holds them open."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from factcheck.lsp.buffers import Buffer
from factcheck.model import Document, DocumentRole
from factcheck.read import document_from_text, read_paths
from factcheck.read.folders import USUAL, LeaveOut


class Shelf:
    """Sources as read from disk, kept until `clear` says that something there may have changed."""

    def __init__(self) -> None:
        self._read: dict[tuple[tuple[str, ...], LeaveOut], tuple[Document, ...]] = {}

    def clear(self) -> None:
        """Forget everything: the next look reads anew."""
        # A new dictionary: a check under way may be about to put what it read into the old one.
        self._read = {}

    def documents(
        self,
        paths: Sequence[str],
        *,
        leave_out: LeaveOut = USUAL,
        held: Sequence[Buffer] = (),
        reference: bool = False,
    ) -> dict[str, Document]:
        """The sources of `paths` by their real path; a text in `held` counts as the editor has it.

        `paths` are absolute; `leave_out` is what their folders are read without. Raises
        FactcheckError as `read_paths` does.
        """
        if not paths:
            return {}
        wanted = (tuple(paths), leave_out)
        kept = self._read
        if wanted not in kept:
            kept[wanted] = read_paths(paths, role=DocumentRole.SOURCE, leave_out=leave_out)
        open_now = {identity(one.path): one for one in held if one.path}
        sources: dict[str, Document] = {}
        for document in kept[wanted]:
            name = name_of(Path(document.name))
            place = identity(Path(document.name))
            if place in open_now:
                buffer = open_now[place]
                document = document_from_text(buffer.text, name=name, markdown=buffer.markdown)
            sources[place] = replace(
                document, name=name, role=DocumentRole.SOURCE, reference=reference
            )
        return sources


def identity(path: Path) -> str:
    """What a file goes by, however it was reached."""
    return os.path.realpath(path)


def name_of(path: Path) -> str:
    """How reports name a file: as the command line does, by its path from the working folder."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
