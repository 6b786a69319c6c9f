"""Reading: files, folders, patterns and standard input become Documents with blocks."""

from __future__ import annotations

from factcheck.read.document import document_from_text
from factcheck.read.paths import read_paths

__all__ = ["document_from_text", "read_paths"]
