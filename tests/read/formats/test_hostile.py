"""Files made to do harm, of every kind: cut off, turned over, nested, far larger than they look.

Whatever is done to a file, it is read or refused in one line that names it.
"""

from __future__ import annotations

import gzip
import random
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Document, FactcheckError, Landmark
from factcheck.read.formats import parts, pdf_lines, pdf_paragraphs
from factcheck.read.formats.source import Source
from factcheck.read.formats.table import FORMATS, format_by_name
from factcheck.read.formats.zips import LARGEST_MEMBER, MOST_MEMBERS

from .makers import archive, docx, odt, packed, page, paragraph, pdf, response, table

Read = Callable[..., tuple[Document, ...]]
Refusal = Callable[..., str]

WORDS = "The bridge cost £33 million and took the builders four years, the council said on Friday. "
WHOLE: dict[str, bytes] = {
    "a.txt": WORDS.encode("utf-16"),
    "a.md": b"---\ntitle: A bridge\n---\n\n# A bridge\n\n" + WORDS.encode(),
    "a.html": page("A bridge", WORDS * 3),
    "a.docx": docx(paragraph(WORDS) + table(("a", "b"))),
    "a.odt": odt(f"<text:p>{WORDS}</text:p>"),
    "a.rtf": rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}} It cost \'a333 million.\par Yes.}",
    "a.eml": b"Subject: A bridge\r\nContent-Type: text/html\r\n\r\n<p>" + WORDS.encode(),
    "a.mbox": b"From x\nSubject: A bridge\n\n" + WORDS.encode(),
    "a.rss": f"<rss><item><title>A</title><description>{WORDS}</description></item></rss>".encode(),
    "a.json": b'[{"id": "a", "title": "A bridge", "text": "It cost 33 million."}]',
    "a.jsonl": b'{"id": "a", "text": "It cost 33 million."}\n{"text": "Yes."}\n',
    "a.warc": response("http://news.example/a", page("A bridge", WORDS * 3)),
    "a.warc.gz": packed(response("http://news.example/a", page("A bridge", WORDS * 3))),
}


def sound(documents: tuple[Document, ...], name: str) -> None:
    """Every span lies in the text, in order, and every landmark too."""
    for document in documents:
        assert document.name.startswith(name)
        end = 0
        for block in document.blocks:
            assert end <= block.span.start < block.span.end <= len(document.text)
            end = block.span.end
        starts = [landmark.start for landmark in document.landmarks]
        assert starts == sorted(set(starts))
        assert all(0 <= start < len(document.text) for start in starts)


def read_or_refused(read: Read, name: str, data: bytes) -> None:
    try:
        documents = read(name, data)
    except FactcheckError as error:
        message = str(error)
        assert message.startswith(name)
        assert message.isprintable()
        assert len(message) < 500
    else:
        sound(documents, name)


def test_every_kind_is_among_them() -> None:
    kinds = {format_by_name(name) for name in WHOLE} | {format_by_name("a.pdf")}
    assert kinds == set(FORMATS)


@pytest.mark.parametrize("name", WHOLE)
def test_files_cut_off_anywhere(read: Read, name: str) -> None:
    data = WHOLE[name]
    sound(read(name, data), name)
    for length in sorted({*range(0, 40, 3), *range(0, len(data), max(len(data) // 40, 1))}):
        read_or_refused(read, name, data[:length])


@pytest.mark.parametrize("name", WHOLE)
def test_files_with_bytes_turned_over(read: Read, name: str) -> None:
    chance = random.Random(name)
    for _ in range(60):
        data = bytearray(WHOLE[name])
        for _ in range(chance.choice((1, 2, 8))):
            data[chance.randrange(len(data))] = chance.choice((0, 10, 34, 60, 92, 123, 255))
        read_or_refused(read, name, bytes(data))


def test_pdfs_cut_off_or_turned_over(read: Read) -> None:
    """Fewer, since each is read by a process of its own."""
    data = pdf([[(72, 700, "One line of words-"), (72, 686, "and more of them.")]])
    chance = random.Random(1)
    for length in (0, 9, 300, len(data) - 30):
        read_or_refused(read, "a.pdf", data[:length])
    for _ in range(6):
        harmed = bytearray(data)
        for _ in range(8):
            harmed[chance.randrange(9, len(data))] = chance.randrange(256)
        read_or_refused(read, "a.pdf", bytes(harmed))


@pytest.mark.parametrize("name", WHOLE)
def test_one_kind_under_the_name_of_another(read: Read, name: str) -> None:
    for other in WHOLE:
        read_or_refused(read, f"x{Path(other).name}", WHOLE[name])


ENTITIES = (
    "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9))
    + "]>"
)


@pytest.mark.parametrize("member", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
def test_entities_in_a_word_document(refusal: Refusal, member: str) -> None:
    bomb = f"{ENTITIES}<d>&j;</d>"
    assert "entities of its own" in refusal("a.docx", docx(paragraph("x"), **{member: bomb}))


def test_deep_nesting(refusal: Refusal) -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000
    assert "deeper than 200" in refusal("a.docx", docx(deep))
    assert "deeper than 200" in refusal("a.odt", odt("<text:section>" * 5000))


def test_an_archive_that_unpacks_to_a_hundred_times_a_hundred(refusal: Refusal) -> None:
    bomb = docx("<w:p/>" * 20_000_000)
    assert len(bomb) < 400_000
    assert "made to do harm" in refusal("a.docx", bomb)


def test_an_open_document_that_unpacks_to_a_hundred_times_a_hundred(refusal: Refusal) -> None:
    bomb = odt("<text:p/>" * 14_000_000)
    assert len(bomb) < 600_000
    assert "made to do harm" in refusal("a.odt", bomb)


def test_an_archive_that_lies_about_its_size(refusal: Refusal) -> None:
    data = docx("<w:p/>" * 200_000)
    with zipfile.ZipFile(BytesIO(data)) as made:
        size = made.getinfo("word/document.xml").file_size
    assert size < LARGEST_MEMBER
    refusal("a.docx", data.replace(size.to_bytes(4, "little"), (99).to_bytes(4, "little")))


def test_an_archive_of_too_many_files(refusal: Refusal) -> None:
    many = archive({f"word/{number}.xml": b"" for number in range(MOST_MEMBERS + 1)})
    assert "more than 10,000" in refusal("a.docx", many)


def test_an_archive_with_a_password(refusal: Refusal) -> None:
    data = bytearray(docx(paragraph("x")))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := data.find(sign, start)) >= 0:
            data[start + place] |= 1
            start += 4
    assert "password" in refusal("a.docx", bytes(data))


def test_a_page_of_too_many_tags(refusal: Refusal) -> None:
    assert "more than 200,000 tags" in refusal("a.html", b"<p>x" * 200_001)


def test_a_gzip_archive_of_nothing_but_zeros(refusal: Refusal) -> None:
    refusal("a.warc.gz", gzip.compress(b"\0" * 50_000_000))


def test_a_mail_of_too_many_parts(refusal: Refusal) -> None:
    body = b"--b\r\n\r\nx\r\n" * 501
    head = b"Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    assert "501 parts" in refusal("a.eml", head + body + b"--b--\r\n")


@pytest.mark.parametrize("field", ["Subject", "From", "Content-Type", "Date"])
def test_a_mail_with_an_endless_field(refusal: Refusal, field: str) -> None:
    words = "=?punycode?q?aaaa?= (" * 100_000
    assert "longer than 10,000" in refusal("a.eml", f"{field}: {words}\r\n\r\nx")


def test_mails_within_mails(read: Read) -> None:
    head = b"Content-Type: message/rfc822\r\n\r\n"
    read_or_refused(read, "a.eml", b"Subject: x\r\n" + head * 2000 + b"\r\nx")


def test_files_over_the_limit(refusal: Refusal) -> None:
    streamed = {".jsonl", ".mbox", ".warc", ".warc.gz"}
    whole = {name for name in WHOLE if name.removeprefix("a") not in streamed}
    for name in (*sorted(whole), "a.pdf"):
        assert "over the limit of 20 MB" in refusal(name, b" " * 20_000_001)
    record = b'{"text": "' + b"a" * 20_000_000 + b'"}'
    assert "over the limit of 20 MB" in refusal("a.jsonl", record)


def test_records_over_the_limit(read: Read) -> None:
    """Of a stream, the record alone is left out or refused, in one line."""
    long = b"words " * 4_000_000
    read_or_refused(read, "a.mbox", b"From x\nSubject: A\n\n" + long)
    read_or_refused(read, "a.warc", response("http://news.example/a", b"<p>" + long))
    read_or_refused(read, "a.warc.gz", packed(response("http://news.example/a", b"<p>" + long)))


DEEP = 20_000
NESTED = {
    "a.md": b"> " * DEEP + b"Words.",
    "b.md": "".join(f"{' ' * n}- a\n" for n in range(1000)).encode(),
    "c.md": b"---\na: " + b"[" * DEEP + b"\n---\n\nWords.",
    "d.md": b"[" * DEEP + b"a" + b"](b)" * DEEP,
    "a.html": b"<html><body>" + b"<div>" * DEEP + b"<p>Words of a page that goes on.",
    "b.html": b"<table><tr><td>" * 3000 + b"Words.",
    "a.rss": b"<rss>" + b"<item>" * DEEP + b"<title>Words.",
    "b.rss": b"<feed>" + b"<entry><content>" * DEEP,
    "a.json": b"[" * DEEP * 10,
    "b.json": b'{"text": ' * DEEP + b'"Words."' + b"}" * DEEP,
    "a.jsonl": b'{"text": ' + b"[" * DEEP * 10 + b"\n",
    "a.rtf": rb"{\rtf1 " + b"{" * DEEP + b"Words." + b"}" * DEEP,
    "a.docx": docx("<w:tbl><w:tr><w:tc>" * 1000),
    "a.odt": odt("<text:list><text:list-item>" * 1000),
    "a.eml": b"Subject: x\r\n" + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" * 600,
    "a.mbox": b"From x\nSubject: x\n" + b"Content-Type: message/rfc822\n\n" * 2000 + b"\nWords.",
    "a.warc": response("http://news.example/a", b"<div>" * DEEP + b"<p>Words."),
    "a.warc.gz": packed(packed(packed(response("http://news.example/a", b"<p>Words.")))),
    "a.txt": b"(" * DEEP + b"Words." + b")" * DEEP,
}


def test_every_kind_is_nested() -> None:
    assert {format_by_name(name) for name in NESTED} == {format_by_name(name) for name in WHOLE}


@pytest.mark.parametrize("name", NESTED)
def test_files_nested_deeply(read: Read, name: str) -> None:
    read_or_refused(read, name, NESTED[name])


SOURCE = Source("fuzz", "fuzz")


@settings(deadline=None)
@given(st.lists(st.tuples(st.text(max_size=40), st.integers(0, 9)), max_size=8))
def test_parts_of_any_words(given_: list[tuple[str, int]]) -> None:
    """Every part with words is found again at its landmark, whatever the words are."""
    made = [
        parts.Part(words, None, (Landmark(0, f"part {number}"),))
        for number, (words, _) in enumerate(given_)
    ]
    try:
        document = parts.assembled(made, SOURCE)
    except FactcheckError:
        return
    sound((document,), "fuzz")
    for landmark in document.landmarks:
        words = given_[int(landmark.words.removeprefix("part "))][0]
        assert document.text.startswith(words, landmark.start)


LINES = st.builds(
    pdf_lines.PdfLine,
    text=st.text(st.characters(exclude_categories=["Cc", "Cs", "Z"]), min_size=1, max_size=20),
    page=st.integers(1, 3),
    number=st.integers(1, 30),
    left=st.floats(0, 500),
    right=st.floats(0, 500),
    top=st.floats(0, 800),
    bottom=st.floats(0, 800),
    size=st.floats(0, 40),
    broken=st.booleans(),
)


@settings(deadline=None)
@given(st.lists(LINES, min_size=1, max_size=12))
def test_lines_of_any_shape_become_parts(lines: list[pdf_lines.PdfLine]) -> None:
    """No letter is lost between lines and paragraphs, and each line has its landmark."""
    made = list(pdf_paragraphs.paragraphs(lines))
    letters = [one for line in lines for one in line.text if one.isalnum()]
    assert [one for part in made for one in part.text if one.isalnum()] == letters
    assert sum(len(part.landmarks) for part in made) == len(lines)
