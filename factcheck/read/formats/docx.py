"""Word documents (.docx, ECMA-376): body in order, with headings, lists, tables and notes.

The XML is read directly: python-docx leaves out tracked insertions, content controls and, in its
list of paragraphs, tables. What Word shows when all changes are accepted is what is read:
insertions are text, deletions, hidden text and field codes are not. Running heads and feet,
comments and the document's properties are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from factcheck.model import Document, Landmark
from factcheck.read.formats.docx_styles import Styles, read_styles
from factcheck.read.formats.parts import TABLE_ROW, Part, assembled, row
from factcheck.read.formats.source import Source
from factcheck.read.formats.word_names import LEFT_OUT, attribute, child, name_of
from factcheck.read.formats.xml_tree import xml_tree
from factcheck.read.formats.zips import Members

_MAIN = "word/document.xml"
_STYLES = "word/styles.xml"
_NOTES = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))
_OFFICE_DOCUMENT = "/officeDocument"


def read_docx(data: bytes, source: Source) -> Document:
    """The document in `data`; landmarks are paragraphs (those with words), tables and notes.

    Raises:
        FactcheckError: it is damaged, protected, made to do harm, or holds no text.
    """
    members = Members(data, source)
    main = _main(members, source)
    styles = read_styles(_tree(members, _STYLES, source)) if _STYLES in members.names else Styles()
    return assembled(_parts(members, main, styles, source), source)


def _main(members: Members, source: Source) -> str:
    """The path of the main part, by the relationships of the package."""
    if "_rels/.rels" in members.names:
        for relation in _tree(members, "_rels/.rels", source):
            if relation.get("Type", "").endswith(_OFFICE_DOCUMENT):
                return relation.get("Target", "").lstrip("/") or _MAIN
    return _MAIN


def _tree(members: Members, name: str, source: Source) -> Element:
    return xml_tree(members.read(name), source, part=name)


def _parts(members: Members, main: str, styles: Styles, source: Source) -> Iterator[Part]:
    body = child(_tree(members, main, source), "body")
    counts = _Counts()
    if body is not None:
        yield from _blocks(body, styles, counts)
    for path, word in _NOTES:
        if path in members.names:
            yield from _notes(_tree(members, path, source), word)


def _notes(root: Element, word: str) -> Iterator[Part]:
    number = 0
    for note in root:
        if attribute(note, "type"):  # the lines that part notes from the text
            continue
        number += 1
        text = " ".join(
            found for one in note.iter() if name_of(one) == "p" and (found := _text(one))
        )
        yield Part(text, None, (Landmark(0, f"{word} {number}"),))


@dataclass(slots=True)
class _Counts:
    paragraphs: int = 0
    tables: int = 0


def _blocks(parent: Element, styles: Styles, counts: _Counts) -> Iterator[Part]:
    """The parts of a body, a content control, or whatever else holds blocks."""
    for element in parent:
        name = name_of(element)
        if name == "p":
            yield from _paragraph(element, styles, counts)
        elif name == "tbl":
            counts.tables += 1
            yield from _table(element, counts.tables)
        elif name == "AlternateContent":
            yield from _blocks(_choice(element), styles, counts)
        elif name not in LEFT_OUT:
            yield from _blocks(element, styles, counts)


def _paragraph(element: Element, styles: Styles, counts: _Counts) -> Iterator[Part]:
    text = _text(element).strip()
    if text:
        counts.paragraphs += 1
        landmark = Landmark(0, f"paragraph {counts.paragraphs}")
        yield Part(text, styles.reading(element), (landmark,))
    # What stands in a box is anchored in a paragraph and no part of its sentence.
    for box in _boxes(element):
        yield from _blocks(box, styles, counts)


def _boxes(element: Element) -> Iterator[Element]:
    for each in element:
        name = name_of(each)
        if name == "txbxContent":
            yield each
        elif name == "AlternateContent":
            yield from _boxes(_choice(each))
        elif name not in LEFT_OUT:
            yield from _boxes(each)


def _choice(element: Element) -> Element:
    """Of several versions of one thing the first, which newer programs show."""
    return next(iter(element), element) if len(element) else element


def _table(table: Element, number: int) -> Iterator[Part]:
    rows = (each for each in _inside(table) if name_of(each) == "tr")
    for index, line in enumerate(rows, start=1):
        cells = (each for each in _inside(line) if name_of(each) == "tc")
        landmark = Landmark(0, f"table {number}, row {index}")
        yield Part(row(map(_cell, cells)), TABLE_ROW, (landmark,))


def _inside(element: Element) -> Iterator[Element]:
    """The children, and those within the content controls and changes around some of them."""
    for each in element:
        if name_of(each) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _inside(each)
        else:
            yield each


def _cell(cell: Element) -> str:
    return " ".join(filter(None, (_text(one) for one in cell.iter() if name_of(one) == "p")))


_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


def _text(element: Element) -> str:
    return "".join(_words(element))


def _words(element: Element) -> Iterator[str]:
    for each in element:
        name = name_of(each)
        if name == "t":
            yield each.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "r":
            if not _is_hidden(each):
                yield from _words(each)
        elif name == "AlternateContent":
            yield from _words(_choice(each))
        elif name not in LEFT_OUT and name not in ("txbxContent", "p", "tbl"):
            yield from _words(each)


def _is_hidden(run: Element) -> bool:
    properties = child(run, "rPr")
    hidden = None if properties is None else child(properties, "vanish")
    return hidden is not None and attribute(hidden, "val") not in ("0", "false", "off")
