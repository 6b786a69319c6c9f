"""The documents that a command line names."""

from __future__ import annotations

import os
from collections.abc import Sequence

from factcheck.model import Document
from factcheck.read import read_paths


def read_inputs(
    paths: Sequence[str], *, reference: Sequence[str] = (), stdin_filename: str | None = None
) -> tuple[Document, ...]:
    """The documents of `paths` and of `reference`, sorted by name, each file once.

    A file that both name counts as a reference. Raises FactcheckError for what can't be read.
    """
    documents = read_paths(paths, stdin_filename=stdin_filename)
    if not reference:
        return documents
    primary = read_paths(reference, reference=True)
    named = {os.path.realpath(document.name) for document in primary}
    others = (one for one in documents if os.path.realpath(one.name) not in named)
    return tuple(sorted((*primary, *others), key=lambda document: document.name))
