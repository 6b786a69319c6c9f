"""The kinds of file that are read: by what a file begins with, then by the ending of its name.

A new kind is one file beside this one, and one line in `FORMATS`.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from io import BytesIO
from typing import BinaryIO

from factcheck.model import Document
from factcheck.read.decode import check_text, decode
from factcheck.read.document import document_from_text
from factcheck.read.formats.encodings import text_of
from factcheck.read.formats.source import Source

HEAD = 4096
"""Bytes of a file that tell its kind."""

MARKDOWN_SUFFIXES = (".md", ".markdown")


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. `read` takes all of it, or a stream where `streamed`.

    `in_folders` says that files with one of `suffixes` are read where a folder is given; those of
    other kinds (data, mostly, that may be anything) only where they are named. `extra` brings the
    modules `needs`.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[BinaryIO, Source], Iterable[Document]]
    in_folders: bool = True
    streamed: bool = False
    extra: str = ""
    needs: tuple[str, ...] = ()

    @property
    def installed(self) -> bool:
        """Whether the modules that it needs can be imported."""
        return all(find_spec(module) is not None for module in self.needs)


def _text(stream: BinaryIO, source: Source) -> Iterator[Document]:
    data = stream.read()
    if source.charset and data:
        text = text_of(data, source)
        check_text(text, source.shown)
    else:
        text = decode(data, source.shown)
    yield document_from_text(text, name=source.name, markdown=_ends(source.name, MARKDOWN_SUFFIXES))


def _html(stream: BinaryIO, source: Source) -> Iterator[Document]:
    from factcheck.read.formats.html import read_html

    address = source.name if source.name.startswith(("http://", "https://")) else ""
    yield read_html(stream.read(), source, address=address)


def _pdf(stream: BinaryIO, source: Source) -> Iterator[Document]:
    from factcheck.read.formats.pdf import read_pdf

    yield read_pdf(stream.read(), source)


def _office(stream: BinaryIO, source: Source) -> Iterator[Document]:
    from factcheck.read.formats.office import read_office

    yield read_office(stream.read(), source)


def _rtf(stream: BinaryIO, source: Source) -> Iterator[Document]:
    from factcheck.read.formats.rtf import read_rtf

    yield read_rtf(stream.read(), source)


def _json(stream: BinaryIO, source: Source) -> Iterator[Document]:
    from factcheck.read.formats.json_records import read_json

    return read_json(stream.read(), source)


def _jsonl(stream: BinaryIO, source: Source) -> Iterator[Document]:
    from factcheck.read.formats.json_records import read_jsonl

    return read_jsonl(stream, source)


def _feed(stream: BinaryIO, source: Source) -> Iterator[Document]:
    from factcheck.read.formats.feed import read_feed

    return read_feed(stream.read(), source)


def _eml(stream: BinaryIO, source: Source) -> Iterator[Document]:
    from factcheck.read.formats.mail import read_eml

    return read_eml(stream.read(), source)


def _mbox(stream: BinaryIO, source: Source) -> Iterator[Document]:
    from factcheck.read.formats.mail import read_mbox

    return read_mbox(stream.read(), source)


def _warc(stream: BinaryIO, source: Source) -> Iterator[Document]:
    from factcheck.read.formats.warc import read_warc

    return read_warc(stream, source)


TEXT = Format("text", (".txt", ".text", *MARKDOWN_SUFFIXES), _text)
HTML = Format(
    "a web page", (".html", ".htm", ".xhtml"), _html, extra="html", needs=("trafilatura",)
)
PDF = Format("a PDF", (".pdf",), _pdf, extra="pdf", needs=("pypdfium2",))
OFFICE = Format("an office document", (".docx", ".docm", ".odt"), _office)
RTF = Format("an RTF document", (".rtf",), _rtf, extra="rtf", needs=("striprtf",))
EML = Format("a mail", (".eml",), _eml)
FEED = Format("a feed", (".rss", ".atom", ".rdf", ".xml"), _feed, in_folders=False)
JSON = Format("JSON", (".json",), _json, in_folders=False)
JSONL = Format("JSON Lines", (".jsonl", ".ndjson"), _jsonl, in_folders=False, streamed=True)
MBOX = Format("a mailbox", (".mbox",), _mbox, in_folders=False)
WARC = Format(
    "a web archive",
    (".warc", ".warc.gz"),
    _warc,
    in_folders=False,
    streamed=True,
    extra="warc",
    needs=("fastwarc", "trafilatura"),
)

FORMATS = (TEXT, HTML, PDF, OFFICE, RTF, EML, FEED, JSON, JSONL, MBOX, WARC)

SUFFIXES = tuple(suffix for one in FORMATS if one.in_folders for suffix in one.suffixes)
"""The endings of the files that are read where a folder is given."""


def format_by_name(name: str) -> Format | None:
    """The format that the ending of a file's name says; None for an ending that isn't known."""
    return next((one for one in FORMATS if _ends(name, one.suffixes)), None)


def format_of(name: str, head: bytes) -> Format:
    """The format of a file by its first `HEAD` bytes and its name; text where neither says more."""
    return _by_signature(head) or format_by_name(name) or _by_content(head) or TEXT


def _by_signature(head: bytes) -> Format | None:
    """What only one kind of file begins with, whatever it is called."""
    if head.startswith(b"%PDF-"):
        return PDF
    if head.startswith(b"PK\x03\x04"):
        return OFFICE
    if head.startswith(b"{\\rtf"):
        return RTF
    if head.startswith(b"WARC/") or _unzipped(head).startswith(b"WARC/"):
        return WARC
    return None


def _unzipped(head: bytes) -> bytes:
    if not head.startswith(b"\x1f\x8b"):
        return b""
    try:
        return zlib.decompressobj(31).decompress(head, 16)
    except zlib.error:
        return b""


def _by_content(head: bytes) -> Format | None:
    """What a file with an unknown ending looks like."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:500].lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return HTML
    if start.startswith((b"<rss", b"<feed", b"<rdf:rdf")) or (
        start.startswith(b"<?xml") and any(root in start for root in (b"<rss", b"<feed", b"<rdf"))
    ):
        return FEED
    return HTML if start.startswith(b"<?xml") and b"<html" in start else None


def _ends(name: str, suffixes: tuple[str, ...]) -> bool:
    return name.lower().endswith(suffixes)


def of_bytes(data: bytes, source: Source, format_: Format | None = None) -> Iterator[Document]:
    """The documents of a file given as bytes, read as `format_` or as what it looks like.

    Raises FactcheckError as the readers do.
    """
    chosen = format_ or format_of(source.name, data[:HEAD])
    yield from chosen.read(BytesIO(data), source)
