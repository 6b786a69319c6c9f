"""PDFs with a text layer, by PDFium: lines become paragraphs, each place a page and a line.

The words are those of the text layer in its order. A word that a hyphen breaks at the end of a line
is put together again; `Document.landmarks` keep the line on which each stretch stands, so nothing
is lost by it. Page numbers and running heads are left out.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from factcheck.model import Document
from factcheck.read.formats.parts import assembled
from factcheck.read.formats.pdf_lines import PdfLine, body_lines
from factcheck.read.formats.pdf_paragraphs import paragraphs
from factcheck.read.formats.source import Source, needs_extra

MOST_PAGES = 3_000
MOST_CHARACTERS = 10_000_000
_HYPHEN = "\x02"  # what PDFium gives for a hyphen that breaks a word at the end of a line


def read_pdf(data: bytes, source: Source) -> Document:
    """The document in `data`; landmarks are "page 3, line 12", every line of a page counted.

    Raises:
        FactcheckError: pypdfium2 isn't installed; the file is damaged, protected or too long, or
            has no text layer (a scan).
    """
    try:
        import pypdfium2
    except ImportError as error:
        raise needs_extra(source, "PDFs", "pdf") from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        if "password" in str(fault).lower():
            raise source.refusal(
                "the PDF is protected by a password; save it without one"
            ) from fault
        raise source.refusal(
            "the PDF is damaged or no PDF at all; save it again with the program that wrote it"
        ) from fault
    with contextlib.closing(document):
        if len(document) > MOST_PAGES:
            raise source.refusal(
                f"the PDF has {len(document):,} pages, more than {MOST_PAGES:,}; split it"
            )
        pages = list(_pages(document, source))
    if not any(pages):
        raise source.refusal(
            "the PDF has no text layer (a scan, perhaps); recognise its text first, with OCR"
        )
    return assembled(paragraphs(body_lines(pages)), source)


def _pages(document: Any, source: Source) -> Iterator[list[PdfLine]]:
    import pypdfium2

    total = 0
    for number in range(len(document)):
        try:
            page = document[number]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError as fault:
            raise source.refusal(
                f"page {number + 1} of the PDF is damaged; save it again with the program that "
                "wrote it"
            ) from fault
        with contextlib.closing(page), contextlib.closing(text_page):
            count = text_page.count_chars()
            total += max(count, 0)
            if total > MOST_CHARACTERS:
                raise source.refusal(
                    f"the PDF holds more than {MOST_CHARACTERS:,} characters; split it"
                )
            yield list(_lines(text_page, count, number + 1))


def _lines(page: Any, count: int, number: int) -> Iterator[PdfLine]:
    """The lines of a page, top to bottom as the text layer has them; empty ones don't count."""
    import pypdfium2.raw as pdfium

    place = 0
    characters: list[str] = []
    first = 0
    for index in range(count + 1):
        code = pdfium.FPDFText_GetUnicode(page, index) if index < count else 10
        sign = chr(code) if 0 < code < 0x110000 else ""
        if sign not in ("\n", "\r", _HYPHEN):
            if not characters:
                first = index
            characters.append(sign)
            continue
        text = _clean("".join(characters))
        characters = []
        if text:
            place += 1
            left, bottom, right, top = _box(page, first, index - 1)
            yield PdfLine(
                text + ("-" if sign == _HYPHEN else ""),
                number,
                place,
                left=left,
                right=right,
                top=top,
                bottom=bottom,
                size=pdfium.FPDFText_GetFontSize(page, first),
                broken=sign == _HYPHEN,
            )


def _box(page: Any, first: int, last: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a line, by its first and its last character."""
    opening, closing = page.get_charbox(first, loose=True), page.get_charbox(last, loose=True)
    return opening[0], opening[1], closing[2], opening[3]


def _clean(text: str) -> str:
    """A line without the control characters and the noncharacters of broken fonts."""
    return "".join(one for one in text if one.isprintable() or one in "\t\u00ad").strip()
