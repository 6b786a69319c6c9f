"""Word documents, OpenDocument texts and RTF."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.model import BlockKind, Document

from .makers import archive, docx, odt, paragraph, run, table

Read = Callable[..., tuple[Document, ...]]


def told(document: Document) -> list[tuple[str, str, str]]:
    """Kind, words and landmark of each block."""
    return [
        (block.kind.value, document.slice(block.span), document.landmark(block.span.start))
        for block in document.blocks
    ]


def test_word_documents_in_the_order_of_the_page(read: Read) -> None:
    body = (
        paragraph("The Lantern Bridge", "T")
        + paragraph("The bridge cost £33 million to build, the council said.")
        + paragraph("")
        + paragraph("What it cost", "Mine")
        + table(("Year", "Cost"), ("2024", "£12 million"))
        + paragraph("Steel from two mills went into it.", "B")
    )
    (document,) = read("bridge.docx", docx(body))
    assert told(document) == [
        ("heading", "The Lantern Bridge", "paragraph 1"),
        ("paragraph", "The bridge cost £33 million to build, the council said.", "paragraph 2"),
        ("heading", "What it cost", "paragraph 3"),
        ("table row", "Year | Cost", "table 1, row 1"),
        ("table row", "2024 | £12 million", "table 1, row 2"),
        ("list item", "Steel from two mills went into it.", "paragraph 4"),
    ]
    assert document.title is not None
    assert document.slice(document.title) == "The Lantern Bridge"
    assert not document.verbatim


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (f"<w:ins>{run('33 pages')}</w:ins>", "33 pages"),
        (f"{run('a')}<w:del><w:r><w:delText>29</w:delText></w:r></w:del>{run('b')}", "ab"),
        (f"<w:moveFrom>{run('29')}</w:moveFrom><w:moveTo>{run('33')}</w:moveTo>", "33"),
        (f"<w:hyperlink>{run('a link')}</w:hyperlink>", "a link"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("x"), "x"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>" + run("x"), "x"),
        ("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>seen</w:t></w:r>", "seen"),
        ("<w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t></w:r>", "coop"),
        ("<w:r><w:t>29</w:t><w:noBreakHyphen/><w:t>page</w:t></w:r>", "29‑page"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb"),
        (f"<w:sdt><w:sdtContent>{run('control')}</w:sdtContent></w:sdt>", "control"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>aid</w:t></w:r></w:rt><w:rubyBase>" + run("base")
         + "</w:rubyBase></w:ruby></w:r>", "base"),
    ],
)  # fmt: skip
def test_what_word_shows_is_what_is_read(read: Read, inside: str, words: str) -> None:
    (document,) = read("a.docx", docx(f"<w:p>{inside}</w:p>"))
    assert document.text == words + "\n"


def test_blocks_in_content_controls_and_boxes(read: Read) -> None:
    box = f"<w:pict><w:txbxContent>{paragraph('In the box.')}</w:txbxContent></w:pict>"
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('In the control.')}</w:sdtContent></w:sdt>"
        f"<w:p>{run('Before the box.')}<w:r>{box}</w:r></w:p>"
    )
    (document,) = read("a.docx", docx(body))
    assert document.text.split("\n\n") == ["In the control.", "Before the box.", "In the box.\n"]


def test_footnotes_stand_at_the_end(read: Read) -> None:
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:footnote w:type="separator">{paragraph("—")}</w:footnote>'
        f"<w:footnote>{paragraph('The council, 7 December 2025.')}</w:footnote></w:footnotes>"
    )
    body = paragraph("The bridge opened on Friday.")
    (document,) = read("a.docx", docx(body, **{"word/footnotes.xml": notes}))
    assert told(document)[-1] == ("paragraph", "The council, 7 December 2025.", "footnote 1")


def test_a_style_that_is_based_on_itself(read: Read) -> None:
    (document,) = read("a.docx", docx(paragraph("Words of the text.", "Loop")))
    assert document.blocks[0].kind is BlockKind.PARAGRAPH


def test_open_documents(read: Read) -> None:
    body = (
        '<text:p text:style-name="Title">The Lantern Bridge</text:p>'
        "<text:p>It cost £33<text:s/>million<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>Says the council.</text:p></text:note-body></text:note> to build."
        "</text:p>"
        "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
        '<text:h text:outline-level="2">Costs</text:h>'
        "<text:list><text:list-item><text:p>Steel from two mills.</text:p></text:list-item>"
        "</text:list><table:table><table:table-row><table:table-cell><text:p>2024</text:p>"
        "</table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    (document,) = read("bridge.odt", odt(body))
    assert told(document) == [
        ("heading", "The Lantern Bridge", "paragraph 1"),
        ("paragraph", "It cost £33 million to build.", "paragraph 2"),
        ("heading", "Costs", "paragraph 3"),
        ("list item", "Steel from two mills.", "paragraph 4"),
        ("table row", "2024 | 12", "table 1, row 1"),
        ("paragraph", "Says the council.", "note 1"),
    ]


def test_rtf(read: Read) -> None:
    data = rb"{\rtf1\ansi\ansicpg1252 It cost \'a333\~million.\par\par It \u8212? the bridge?}"
    (document,) = read("a.rtf", data)
    assert document.text == "It cost £33\u00a0million.\n\nIt — the bridge?\n"
    assert document.landmark(document.text.index("bridge")) == "paragraph 2"


def test_what_a_file_is_counts_more_than_its_name(read: Read) -> None:
    assert read("old.doc", rb"{\rtf1 A text of some words.}")[0].text == "A text of some words.\n"
    assert read("draft.txt", docx(paragraph("A text.")))[0].text == "A text.\n"


def test_archives_that_are_no_texts(refusal: Callable[..., str]) -> None:
    assert "isn't read" in refusal("book.docx", archive({"xl/workbook.xml": "<x/>"}))
    assert "damaged" in refusal("a.docx", b"PK\x03\x04 and no more")
    assert "no text" in refusal("a.docx", docx(paragraph("")))
