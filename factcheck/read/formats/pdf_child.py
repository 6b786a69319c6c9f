"""The lines of a PDF, read by a process of its own: `python pdf_child.py < file.pdf`.

PDFium is native code, and a file of a few hundred bytes can make it take all the memory there is
(a form that shows itself twice). So it runs apart, with limits, and what it finds comes back as
JSON. This file is run by its path and imports nothing of ours, so that it starts quickly.

Output: {"lines": [[text, page, line, left, right, top, bottom, size, broken], …]}, pages and lines
from 1, boxes in points from the page's lower left corner, or {"fault": word, "page": number}.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

MOST_PAGES = 3_000
MOST_CHARACTERS = 10_000_000
MOST_MEMORY = 2 * 1024**3
MOST_SECONDS = 60
_HYPHEN = "\x02"  # what PDFium gives for a hyphen that breaks a word at the end of a line


class FaultError(Exception):
    """Why a PDF can't be read: damaged, password, pages, characters, or page (of that number)."""

    def __init__(self, word: str, page: int = 0) -> None:
        super().__init__(word)
        self.word, self.page = word, page


def main() -> None:
    """Read standard input, write standard output."""
    _limit()
    data = sys.stdin.buffer.read()
    try:
        found: dict[str, Any] = {"lines": list(lines_of(data))}
    except FaultError as fault:
        found = {"fault": fault.word, "page": fault.page}
    sys.stdout.buffer.write(json.dumps(found).encode())


def _limit() -> None:
    """Keep memory, time and core dumps within bounds, where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (bound, hard))


def lines_of(data: bytes) -> Iterator[tuple[str | int | float | bool, ...]]:
    """The lines of the text layer, page by page in its order. Raises FaultError."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        raise FaultError("password" if "password" in str(fault).lower() else "damaged") from fault
    if len(document) > MOST_PAGES:
        raise FaultError("pages", len(document))
    total = 0
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError as fault:
            raise FaultError("page", number) from fault
        count = text_page.count_chars()
        total += count
        if total > MOST_CHARACTERS:
            raise FaultError("characters")
        yield from _page(text_page, count, number)
        text_page.close()
        page.close()


def _page(page: Any, count: int, number: int) -> Iterator[tuple[str | int | float | bool, ...]]:
    import pypdfium2.raw as pdfium

    place = first = 0
    characters: list[str] = []
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
            broken = sign == _HYPHEN
            left, bottom, _, top = page.get_charbox(first, loose=True)
            right = page.get_charbox(index - 1, loose=True)[2]
            size = pdfium.FPDFText_GetFontSize(page, first)
            box = (round(one, 2) for one in (left, right, top, bottom, size))
            yield (text + ("-" if broken else ""), number, place, *box, broken)


def _clean(text: str) -> str:
    """A line without the control characters and the noncharacters of broken fonts."""
    return "".join(one for one in text if one.isprintable() or one in "\t\u00ad").strip()


if __name__ == "__main__":
    main()
