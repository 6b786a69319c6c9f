"""PDFs with a text layer, by PDFium: lines become paragraphs, each place a page and a line.

The words are those of the text layer in its order. A word that a hyphen breaks at the end of a line
is put together again; `Document.landmarks` keep the line on which each stretch stands, so nothing
is lost by it. Page numbers and running heads are left out.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from factcheck.model import Document, FactcheckError
from factcheck.read.formats import pdf_child
from factcheck.read.formats.parts import assembled
from factcheck.read.formats.pdf_child import MOST_CHARACTERS, MOST_PAGES, MOST_SECONDS
from factcheck.read.formats.pdf_lines import PdfLine, body_lines
from factcheck.read.formats.pdf_paragraphs import paragraphs
from factcheck.read.formats.source import Source, needs_extra

# Time on the clock, on a machine that has much else to do.
_PATIENCE = 4 * MOST_SECONDS


def read_pdf(data: bytes, source: Source) -> Document:
    """The document in `data`; landmarks are "page 3, line 12", every line of a page counted.

    PDFium runs in a process of its own, within bounds of memory and time.

    Raises:
        FactcheckError: pypdfium2 isn't installed; the file is damaged, protected or too long, takes
            too much to read, or has no text layer (a scan).
    """
    if find_spec("pypdfium2") is None:
        raise needs_extra(source, "PDFs", "pdf")
    found = _from_child(data, source)
    if "fault" in found:
        raise _refusal(str(found["fault"]), int(found["page"]), source)
    pages: list[list[PdfLine]] = []
    for line in found["lines"]:
        read = PdfLine(*line)
        while len(pages) < read.page:
            pages.append([])
        pages[-1].append(read)
    if not pages:
        raise source.refusal(
            "the PDF has no text layer (a scan, perhaps); recognise its text first, with OCR"
        )
    return assembled(paragraphs(body_lines(pages)), source)


def _from_child(data: bytes, source: Source) -> Any:
    # -P: what lies beside the script, or in the working folder, is not imported.
    command = [sys.executable, "-P", str(Path(pdf_child.__file__))]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=_PATIENCE, check=False
        )
        if done.returncode == 0:
            return json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        pass
    except (OSError, ValueError) as fault:
        raise source.refusal(f"the process that reads PDFs did not work ({fault})") from fault
    raise source.refusal(
        f"the PDF takes more than {MOST_SECONDS} seconds or "
        f"{pdf_child.MOST_MEMORY // 1024**3} GB to read; it may be made to do harm: save it again "
        "with the program that wrote it, or save its text"
    )


def _refusal(fault: str, number: int, source: Source) -> FactcheckError:
    again = "save it again with the program that wrote it"
    if fault == "password":
        return source.refusal("the PDF is protected by a password; save it without one")
    if fault == "pages":
        return source.refusal(f"the PDF has {number:,} pages, more than {MOST_PAGES:,}; split it")
    if fault == "characters":
        return source.refusal(f"the PDF holds more than {MOST_CHARACTERS:,} characters; split it")
    if fault == "page":
        return source.refusal(f"page {number} of the PDF is damaged; {again}")
    return source.refusal(f"the PDF is damaged or no PDF at all; {again}")
