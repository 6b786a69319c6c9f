"""The documents that a command line names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.model import Document, FactcheckError


def read_inputs(
    paths: Sequence[str], *, reference: Sequence[str] = (), stdin_filename: str | None = None
) -> list[Document]:
    """The documents of `paths` and `reference` (interim: plain files and folders)."""
    from factcheck.read import document_from_text

    files: list[tuple[Path, bool]] = []
    for given, is_reference in [(p, False) for p in paths] + [(p, True) for p in reference]:
        path = Path(given)
        if not path.exists():
            raise FactcheckError(f"{path}: no such file or folder")
        found = sorted([*path.rglob("*.txt"), *path.rglob("*.md")]) if path.is_dir() else [path]
        files += [(file, is_reference) for file in found]
    return [
        document_from_text(file.read_text(encoding="utf-8"), name=str(file), reference=ref)
        for file, ref in files
    ]
