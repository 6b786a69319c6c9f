"""Files that hold several articles: JSON, JSON Lines, feeds, mailboxes, web archives; and mails."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from datetime import date

import pytest

from factcheck.model import Document, DocumentRole, FurnitureKind
from factcheck.read.formats.source import Fields

from .makers import packed, page, response

Read = Callable[..., tuple[Document, ...]]

A = {
    "id": "a12",
    "title": "The bridge",
    "text": "It cost £33m.\n\nIt is open.",
    "date": "2025-12-07",
}
B = {"headline": "The mill", "body": "It burnt down on Friday.", "publishedAt": 1765065600000}


def test_one_article_a_record(read: Read) -> None:
    second, first = read("wire.jsonl", f"{json.dumps(A)}\n\n{json.dumps(B)}\n")
    assert (first.name, second.name) == ("wire.jsonl#a12", "wire.jsonl#3")
    assert first.text == "The bridge\n\nIt cost £33m.\n\nIt is open."
    assert first.published == second.published == date(2025, 12, 7)
    assert first.landmark(first.text.index("open")) == "line 1, paragraph 2"
    assert second.landmark(second.text.index("Friday")) == "line 3, paragraph 1"
    assert first.path == "wire.jsonl"
    assert first.title is not None
    assert first.slice(first.title) == "The bridge"


@pytest.mark.parametrize("value", [A, [A], {"articles": [A]}, {"status": "ok", "data": [A]}])
def test_the_shapes_of_json(read: Read, value: object) -> None:
    (document,) = read("a.json", json.dumps(value))
    assert document.name == "a.json#a12"
    assert "It cost £33m." in document.text


def test_the_names_of_fields_can_be_given(read: Read) -> None:
    record = {"meta": {"head": "The mill", "key": "m1"}, "story": "It burnt.", "text": "No."}
    fields = Fields(text="story", title="meta.head", identity="meta.key")
    (document,) = read("a.json", json.dumps(record), fields=fields)
    assert document.name == "a.json#m1"
    assert document.text == "The mill\n\nIt burnt."


def test_text_in_html_is_read_as_such(read: Read) -> None:
    (document,) = read("a.json", json.dumps({"content": "<p>One &amp; two.</p><p>Three.</p>"}))
    assert document.text == "One & two.\n\nThree.\n"


def test_names_stay_apart(read: Read) -> None:
    records = [A, A, {"id": "x\x1b[31m", "text": "One."}, {"id": "p#q", "text": "Two."}]
    names = {one.name for one in read("a.json", json.dumps(records))}
    assert names == {"a.json#a12", "a.json#a12(2)", "a.json#3", "a.json#p%23q"}


def test_the_part_that_a_file_plays_is_that_of_its_records(read: Read) -> None:
    documents = read("a.json", json.dumps([A, B]), role=DocumentRole.SOURCE, reference=True)
    assert all(one.role is DocumentRole.SOURCE and one.reference for one in documents)


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("a.json", "{", "a.json:1: not JSON"),
        ("a.json", "[" * 100_000, "nested too deeply"),
        ("a.json", '{"text": ' + "1" * 5000 + "}", "can't be read"),
        ("a.json", "[]", "neither a record nor a list"),
        ("a.json", '{"name": "package"}', "--text-field"),
        ("a.json", '[{"text": "One."}, {"x": 1}]', "record 2: it has no field"),
        ("a.json", '[{"text": "\\u0000"}]', "binary data"),
        ("a.jsonl", '{"text": "One."}\n[1]\n', "a.jsonl:2: it is no JSON object"),
        ("a.jsonl", '{"text": "One."}\n{"text"', "a.jsonl:2: not JSON"),
        ("a.jsonl", "\n\n", "holds no record"),
    ],
)
def test_records_that_cannot_be_read(
    refusal: Callable[..., str], name: str, data: str, part: str
) -> None:
    assert part in refusal(name, data)


RSS = """<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News</title>
<item><title>The bridge</title><guid>b1</guid><pubDate>Sun, 07 Dec 2025 10:00:00 GMT</pubDate>
<dc:creator>Ada Poe</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>It cost &pound;33m.</p><p>It is open.</p>]]></content:encoded></item>
<item><title>No text</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id><title>The mill</title>
<updated>2025-12-07T10:00:00Z</updated><content type="xhtml"><div
xmlns="http://www.w3.org/1999/xhtml"><p>It burnt &amp; fell.</p></div></content></entry></feed>"""


def test_the_items_of_a_feed(read: Read) -> None:
    notes: list[str] = []
    (document,) = read("feed.rss", RSS, notes=notes)
    assert document.name == "feed.rss#b1"
    assert document.published == date(2025, 12, 7)
    assert document.text == "The bridge\n\nAda Poe\n\nIt cost £33m.\n\nIt is open.\n"
    assert notes == ["feed.rss: 1 of 2 items hold no text"]
    (document,) = read("feed.xml", ATOM)
    assert (document.name, document.text) == ("feed.xml#urn:1", "The mill\n\nIt burnt & fell.\n")


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><rss><item>&b;</item></rss>'


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (BOMB, "entities of its own"),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>', "entities"),
        ("<rss>" + "<a>" * 5000, "nested deeper"),
        ("<rss><item></rss>", "feed.xml:1: not well-formed"),
        ("<html/>", "isn't read (its root is html)"),
        ("<rss><item/></rss>", "no item of the feed holds text"),
    ],
)
def test_feeds_that_cannot_be_read(refusal: Callable[..., str], data: str, part: str) -> None:
    assert part in refusal("feed.xml", data)


EML = (
    b"From: Ada Poe <ada@desk.example>\r\nSubject: =?utf-8?q?The_bridge_=E2=80=93_open?=\r\n"
    b"Date: Sun, 07 Dec 2025 23:30:00 -0500\r\nMessage-ID: <m1@desk.example>\r\n"
    b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    b"--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\nIt cost =A333m.\r\n\r\nIt is open.\r\n"
    b"--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=p.pdf\r\n"
    b"\r\nxx\r\n--b--\r\n"
)


def test_a_mail(read: Read) -> None:
    notes: list[str] = []
    (document,) = read("a.eml", EML, notes=notes)
    assert document.name == "a.eml"
    assert document.text == "The bridge – open\n\nAda Poe\n\nIt cost £33m.\n\nIt is open."
    assert document.published == date(2025, 12, 7)
    assert document.blocks[1].furniture is FurnitureKind.BYLINE
    assert document.landmark(document.text.index("open.")) == "paragraph 2"
    assert notes == ["a.eml: attachments are not read (p.pdf); save them as files"]


def test_the_mails_of_a_mailbox(read: Read) -> None:
    box = b"From x Sun Dec 7\n" + EML + b"\nFrom y Sun Dec 7\nSubject: B\n\n>From the start.\n"
    documents = read("desk.mbox", box)
    assert [one.name for one in documents] == ["desk.mbox#2", "desk.mbox#m1@desk.example"]
    assert documents[0].text.rstrip() == "B\n\nFrom the start."


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.eml", b"No mail at all."), ("a.eml", b"Subject: x\n\n"), ("a.mbox", b"Subject: x\n\ny")],
)
def test_mails_that_cannot_be_read(refusal: Callable[..., str], name: str, data: bytes) -> None:
    refusal(name, data)


STORY = (
    "The bridge cost £33 million and took the builders four years, the council said on Friday.",
    "It will open to the public on 12 December, with a walk from the lighthouse to the old mill.",
    "Nobody had thought that the lamps of the old bridge would be kept, but they were.",
)
RECORDS = (
    response("http://news.example/a", page("A bridge", *STORY)),
    response(
        "http://news.example/b",
        gzip.compress(page("B bridge", *STORY), mtime=0),
        "Content-Encoding: gzip",
    ),
    response(
        "http://news.example/c",
        b"%x\r\n%s\r\n0\r\n\r\n" % (len(page("C bridge", *STORY)), page("C bridge", *STORY)),
        "Transfer-Encoding: chunked",
    ),
    response("http://news.example/d", b"<html><body></body></html>"),
    response("http://news.example/e.png", b"\x89PNG", kind="image/png"),
)


@pytest.mark.parametrize("data", [b"".join(RECORDS), packed(*RECORDS)], ids=["plain", "gzip"])
def test_the_pages_of_a_web_archive(read: Read, data: bytes) -> None:
    notes: list[str] = []
    documents = read("crawl.warc.gz", data, notes=notes)
    assert [one.name for one in documents] == [
        f"crawl.warc.gz#http://news.example/{letter}" for letter in "abc"
    ]
    assert documents[1].text.startswith("B bridge\n\n")
    assert notes == ["crawl.warc.gz: 1 of 4 pages hold no article"]


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"".join(RECORDS[:1])[:-200], "cut off"),
        (packed(*RECORDS[:2])[:-100], "cut off"),
        (RECORDS[0] + b"and something else\r\n" * 5, "damaged one after 1 articles"),
        (b"no archive" * 100, "no web archive"),
        (RECORDS[3], "no article was found"),
    ],
)
def test_archives_that_cannot_be_read(refusal: Callable[..., str], data: bytes, part: str) -> None:
    assert part in refusal("crawl.warc", data)


def test_a_page_that_unpacks_to_too_much_is_told(read: Read) -> None:
    bomb = response("http://x.example/", gzip.compress(b" " * 30_000_000), "Content-Encoding: gzip")
    notes: list[str] = []
    (document,) = read("crawl.warc", RECORDS[0] + bomb, notes=notes)
    assert document.name.endswith("/a")
    assert notes == ["crawl.warc: page 2 left unread: it is over the limit of 20 MB for one text"]
