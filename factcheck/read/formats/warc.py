"""Web archives (.warc, .warc.gz, ISO 28500), read as a stream: one page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from factcheck.model import Document, FactcheckError
from factcheck.read.files import LARGEST_FILE
from factcheck.read.formats.html import read_html
from factcheck.read.formats.http_body import BodyError, unchunked, unpacked
from factcheck.read.formats.records import Names
from factcheck.read.formats.source import Source, needs_extra

PAGES = ("text/html", "application/xhtml+xml")


@dataclass(slots=True)
class _Count:
    """What became of the pages of an archive."""

    read: int = 0
    without: int = 0
    unread: int = 0


def read_warc(stream: BinaryIO, source: Source) -> Iterator[Document]:
    """The articles among the pages that were answered with 200, named by their addresses.

    Lines tell how many pages hold no article and how many could not be read.

    Raises:
        FactcheckError: fastwarc isn't installed, it is no web archive or is cut off, or none of
            its pages holds an article.
    """
    try:
        from fastwarc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise needs_extra(source, "web archives", "warc") from error
    names = Names(source)
    count = _Count()
    archive = iter(ArchiveIterator(stream, record_types=WarcRecordType.response))
    while (record := _next(archive, source, count)) is not None:
        if not _is_page(record):
            continue
        address = str(record.headers.get("WARC-Target-URI", ""))
        number = count.read + count.without + count.unread + 1
        try:
            content = _content(record, source, count)
        except BodyError as error:
            count.unread += 1
            source.note(f"{source.shown}: page {number} left unread: {error}")
            continue
        page = Source(source.name, f"{source.shown}: page {number}", charset=_charset(record))
        try:
            document = read_html(content, page, name=names.of(address, number), address=address)
        except FactcheckError as error:
            if "the extra html" in str(error):
                raise
            count.without += 1
            continue
        count.read += 1
        yield document
    _tell(source, count)


def _tell(source: Source, count: _Count) -> None:
    pages = count.read + count.without + count.unread
    if not count.read:
        raise source.refusal(f"no article was found in the {pages:,} pages of the archive")
    if count.without:
        source.note(f"{source.shown}: {count.without:,} of {pages:,} pages hold no article")


def _next(archive: Iterator[Any], source: Source, count: _Count) -> Any:
    try:
        return next(archive, None)
    except (OSError, ValueError) as fault:
        after = f" after {count.read:,} articles" if count.read else ""
        raise source.refusal(
            f"this is no web archive, or a damaged one{after} ({fault}); fetch it again"
        ) from fault


def _is_page(record: Any) -> bool:
    head = record.http_headers
    if head is None or head.status_code != 200:
        return False
    return _field(record, "Content-Type").partition(";")[0].strip().lower() in PAGES


def _field(record: Any, name: str) -> str:
    return str(record.http_headers.get(name, "") or "").strip()


def _charset(record: Any) -> str:
    return charset_of(_field(record, "Content-Type"))


def charset_of(content_type: str) -> str:
    """The encoding that a media type names; "" for none."""
    for parameter in content_type.split(";")[1:]:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset":
            return value.strip().strip("\"'")[:40]
    return ""


def _content(record: Any, source: Source, count: _Count) -> bytes:
    length = record.content_length
    if length > LARGEST_FILE:
        raise BodyError(f"it is over the limit of {LARGEST_FILE / 1e6:.0f} MB for one text")
    body: bytes = record.reader.read()
    if len(body) < length:
        after = f" after {count.read:,} articles" if count.read else ""
        raise source.refusal(f"the archive is cut off{after}; fetch it again")
    if _field(record, "Transfer-Encoding").lower() == "chunked":
        body = unchunked(body)
    return unpacked(body, _field(record, "Content-Encoding"), largest=LARGEST_FILE)
