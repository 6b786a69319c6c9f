"""Reading: files, folders, globs and standard input become Documents with blocks."""

from __future__ import annotations

from factcheck.read.document import document_from_text

__all__ = ["document_from_text"]
