"""RTF: the text by striprtf, a paragraph a line; what is bold or large isn't told."""

from __future__ import annotations

from factcheck.model import Document, Landmark
from factcheck.read.formats.parts import TABLE_ROW, Part, assembled, row
from factcheck.read.formats.source import Source, needs_extra


def read_rtf(data: bytes, source: Source) -> Document:
    """The document in `data`; landmarks are its paragraphs (those with words).

    Raises:
        FactcheckError: striprtf isn't installed, the file can't be read, or it holds no text.
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise needs_extra(source, "RTF documents", "rtf") from error
    if not data.lstrip().startswith(b"{\\rtf"):
        raise source.refusal("this is no RTF document, whatever its name says")
    try:
        # RTF is ASCII; the encoding of what is escaped in it stands in the file.
        text = rtf_to_text(data.decode("cp1252", "replace"), errors="replace")
    except Exception as fault:  # it checks little of what it reads
        raise source.refusal(
            f"the RTF can't be read ({type(fault).__name__}: {fault}); save it as .docx or .txt"
        ) from fault
    lines = [line.strip() for line in text.splitlines()]
    return assembled(
        (
            _part(line, number)
            for number, line in enumerate((line for line in lines if line), start=1)
        ),
        source,
    )


def _part(line: str, number: int) -> Part:
    landmark = Landmark(0, f"paragraph {number}")
    if line.endswith("|"):  # striprtf closes each cell of a table with one
        return Part(row(line[:-1].split("|")), TABLE_ROW, (landmark,))
    return Part(line, None, (landmark,))
