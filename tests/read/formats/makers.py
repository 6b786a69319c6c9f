"""Small files of every kind, made by hand so that each byte of them is known."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"

_STYLE = '<w:style w:type="paragraph" w:styleId'
STYLES = f"""<w:styles xmlns:w="{W}">
{_STYLE}="T"><w:name w:val="Title"/></w:style>
{_STYLE}="H2"><w:name w:val="heading 2"/></w:style>
{_STYLE}="Mine"><w:name w:val="Mine"/><w:basedOn w:val="H2"/></w:style>
{_STYLE}="B"><w:name w:val="List Bullet"/></w:style>
{_STYLE}="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
</w:styles>"""


def archive(members: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of files by name."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return stream.getvalue()


def docx(body: str, **more: str | bytes) -> bytes:
    """A Word document with this XML in its body; further members by name ("word/footnotes.xml")."""
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": word_xml(body),
            "word/styles.xml": STYLES,
            **more,
        }
    )


def word_xml(body: str) -> bytes:
    """The main part of a Word document."""
    return f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()


def paragraph(text: str, style: str = "") -> str:
    """A paragraph of a Word document."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{run(text)}</w:p>"


def run(text: str) -> str:
    """A run of a Word document."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def table(*rows: Sequence[str]) -> str:
    """A table of a Word document."""
    lines = (
        f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"
        for cells in rows
    )
    return f"<w:tbl>{''.join(lines)}</w:tbl>"


def odt(body: str) -> bytes:
    """An OpenDocument text with this XML in its body."""
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": open_xml(body),
        }
    )


def open_xml(body: str) -> bytes:
    """The content of an OpenDocument text."""
    return (
        f'<office:document-content xmlns:office="{_OFFICE}" xmlns:text="{_TEXT}" '
        f'xmlns:table="{_TABLE}" xmlns:draw="{_DRAW}"><office:body><office:text>{body}'
        "</office:text></office:body></office:document-content>"
    ).encode()


Placed = tuple[int, int, str] | tuple[int, int, str, int]


def pdf(pages: Iterable[Iterable[Placed]]) -> bytes:
    """A PDF of lines placed by hand: x and y in points, the words, the type size (else 11)."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        content = b"BT " + b"".join(_shown(*line) for line in lines) + b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return pdf_of(objects)


def _shown(x: int, y: int, words: str, size: int = 11) -> bytes:
    text = words.encode("cp1252")
    for sign in b"\\()":
        text = text.replace(bytes([sign]), b"\\" + bytes([sign]))
    return b"/F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj " % (size, x, y, text)


def pdf_of(objects: Sequence[bytes]) -> bytes:
    """A PDF of objects numbered from 1, the first its catalogue."""
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table_ = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table_)
        + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, len(data))
    )


def page(title: str, *paragraphs: str, day: str = "2025-12-07") -> bytes:
    """A web page with furniture round its article."""
    body = "".join(f"<p>{escape(words)}</p>" for words in paragraphs)
    return (
        f"<!doctype html><html><head><meta charset='utf-8'><title>{escape(title)} | Harbour News"
        f"</title><meta property='og:title' content='{escape(title)}'>"
        f"<meta property='article:published_time' content='{day}T10:00:00Z'>"
        "<meta name='author' content='Ada Poe'></head><body>"
        "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>"
        f"<article><h1>{escape(title)}</h1>{body}</article>"
        "<footer>Copyright Harbour News. All rights reserved.</footer></body></html>"
    ).encode()


def response(address: str, body: bytes, *fields: str, kind: str = "text/html") -> bytes:
    """A record of a web archive: the answer of a server."""
    lines = ["HTTP/1.1 200 OK", f"Content-Type: {kind}", *fields, "", ""]
    answer = "\r\n".join(lines).encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Date: 2025-12-07T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """Records of a web archive, each packed by itself as archives are."""
    return b"".join(gzip.compress(record, mtime=0) for record in records)
