"""Which kind of office document a zip archive is, by what is in it."""

from __future__ import annotations

from factcheck.model import Document
from factcheck.read.formats.docx import read_docx
from factcheck.read.formats.odt import read_odt
from factcheck.read.formats.source import Source
from factcheck.read.formats.zips import Members


def read_office(data: bytes, source: Source) -> Document:
    """The document in `data`, a Word document or an OpenDocument text.

    Raises FactcheckError for any other archive, and as the readers do.
    """
    names = Members(data, source).names
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return read_docx(data, source)
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return read_odt(data, source)
    raise source.refusal(
        "a zip archive or an office document of a kind that isn't read; save its text as .docx, "
        ".odt, .txt or .md"
    )
