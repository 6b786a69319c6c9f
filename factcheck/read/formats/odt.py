"""OpenDocument texts (.odt, ISO/IEC 26300): body in order, with headings, lists, tables and notes.

The XML is read directly; odfpy, the library for it, saw its last release in 2020. Deletions that
are still tracked, comments, tables of contents, and running heads and feet are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from factcheck.model import Document, Landmark
from factcheck.read.formats.parts import (
    LIST_ITEM,
    TABLE_ROW,
    TITLE,
    Part,
    Reading,
    assembled,
    heading,
    row,
)
from factcheck.read.formats.source import Source
from factcheck.read.formats.xml_tree import xml_tree
from factcheck.read.formats.zips import Members

_CONTENT = "content.xml"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT_BOX = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}text-box"
_LEFT_OUT = frozenset(
    (
        f"{_TEXT}tracked-changes",
        f"{_TEXT}table-of-content",
        f"{_TEXT}ruby-text",
        f"{_OFFICE}annotation",
        f"{_OFFICE}forms",
    )
)
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n", f"{_TEXT}s": " "}
_TITLES = ("Title",)


def read_odt(data: bytes, source: Source) -> Document:
    """The document in `data`; landmarks are paragraphs (those with words), tables and notes.

    Raises:
        FactcheckError: it is damaged, protected, made to do harm, or holds no text.
    """
    root = xml_tree(Members(data, source).read(_CONTENT), source, part=_CONTENT)
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    found = _Found()
    parts = [] if body is None else list(_blocks(body, None, found))
    return assembled([*parts, *found.notes], source)


@dataclass(slots=True)
class _Found:
    paragraphs: int = 0
    tables: int = 0
    notes: list[Part] = field(default_factory=list)


def _blocks(parent: Element, reading: Reading | None, found: _Found) -> Iterator[Part]:
    for element in parent:
        tag = element.tag
        if tag in (f"{_TEXT}p", f"{_TEXT}h"):
            yield from _paragraph(element, reading, found)
        elif tag == f"{_TEXT}list":
            yield from _blocks(element, LIST_ITEM, found)
        elif tag == f"{_TABLE}table":
            found.tables += 1
            yield from _table(element, found.tables, found)
        elif tag not in _LEFT_OUT:
            yield from _blocks(element, reading, found)


def _paragraph(element: Element, reading: Reading | None, found: _Found) -> Iterator[Part]:
    text = "".join(_words(element, found)).strip()
    if text:
        found.paragraphs += 1
        landmark = Landmark(0, f"paragraph {found.paragraphs}")
        yield Part(text, _reading(element) or reading, (landmark,))
    for box in element.iter(_TEXT_BOX):
        yield from _blocks(box, None, found)


def _reading(element: Element) -> Reading | None:
    if element.get(f"{_TEXT}style-name", "") in _TITLES:
        return TITLE
    if element.tag == f"{_TEXT}h":
        level = element.get(f"{_TEXT}outline-level", "1")
        return heading(int(level) if level.isascii() and level.isdigit() and len(level) < 3 else 1)
    return None


def _table(table: Element, number: int, found: _Found) -> Iterator[Part]:
    for index, line in enumerate(table.iter(f"{_TABLE}table-row"), start=1):
        cells = (_cell(cell, found) for cell in line if cell.tag == f"{_TABLE}table-cell")
        yield Part(row(cells), TABLE_ROW, (Landmark(0, f"table {number}, row {index}"),))


def _cell(cell: Element, found: _Found) -> str:
    return " ".join("".join(_words(one, found)) for one in cell.iter(f"{_TEXT}p"))


def _words(element: Element, found: _Found) -> Iterator[str]:
    yield element.text or ""
    for each in element:
        if each.tag == f"{_TEXT}note":
            _note(each, found)
        elif each.tag in _SIGNS:
            yield _SIGNS[each.tag]
        elif each.tag not in _LEFT_OUT and each.tag != _TEXT_BOX:
            yield from _words(each, found)
        yield each.tail or ""


def _note(note: Element, found: _Found) -> None:
    """Keep a footnote or an endnote for the end of the text."""
    body = note.find(f"{_TEXT}note-body")
    if body is not None:
        lines = ("".join(_words(one, found)) for one in body.iter(f"{_TEXT}p"))
        number = len(found.notes) + 1
        found.notes.append(Part(" ".join(lines), None, (Landmark(0, f"note {number}"),)))
