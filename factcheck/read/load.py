"""One file, stream or address becomes Documents, by the kind of file that it is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from factcheck.model import Document, DocumentRole
from factcheck.read.files import open_stream, read_bytes, read_head, shown
from factcheck.read.formats.source import USUAL_FIELDS, Fields, Source
from factcheck.read.formats.table import (
    EML,
    FEED,
    HEAD,
    HTML,
    JSON,
    JSONL,
    OFFICE,
    PDF,
    RTF,
    TEXT,
    Format,
    format_by_name,
    format_of,
    of_bytes,
)

# What servers call the kinds of file that are read.
_MEDIA_TYPES = {
    "text/html": HTML,
    "application/xhtml+xml": HTML,
    "text/plain": TEXT,
    "text/markdown": TEXT,
    "application/pdf": PDF,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": OFFICE,
    "application/vnd.oasis.opendocument.text": OFFICE,
    "application/rtf": RTF,
    "text/rtf": RTF,
    "application/json": JSON,
    "application/feed+json": JSON,
    "application/jsonl": JSONL,
    "application/x-ndjson": JSONL,
    "application/rss+xml": FEED,
    "application/atom+xml": FEED,
    "application/rdf+xml": FEED,
    "application/xml": FEED,
    "text/xml": FEED,
    "message/rfc822": EML,
}
# What servers say of a file they know nothing of.
_UNTOLD = ("", "application/octet-stream", "binary/octet-stream")


@dataclass(frozen=True, slots=True)
class How:
    """What else decides what a file becomes: the part it plays, and the fields of its records."""

    role: DocumentRole = DocumentRole.ARTICLE
    reference: bool = False
    fields: Fields = USUAL_FIELDS


def load_file(path: str, how: How, note: Callable[[str], None]) -> tuple[Document, ...]:
    """The Documents of a file; `note` takes lines about what was left unread in it.

    Raises FactcheckError for a file that can't be read.
    """
    source = _source(path, how, note)
    chosen = format_of(path, read_head(path, HEAD))
    if chosen.streamed:
        with open_stream(path) as stream:
            return _as(how, chosen.read(stream, source))
    return _as(how, of_bytes(read_bytes(path), source))


def load_bytes(
    data: bytes, name: str, how: How, note: Callable[[str], None]
) -> tuple[Document, ...]:
    """The Documents of what stands in for a file of that name. Raises as `load_file` does."""
    return _as(how, of_bytes(data, _source(name, how, note)))


def load_page(
    address: str, content_type: str, data: bytes, how: How, note: Callable[[str], None]
) -> tuple[Document, ...]:
    """The Documents of what a server gave for `address`, by the media type it gave with it.

    Raises FactcheckError as `load_file` does, and for a media type that isn't read.
    """
    from factcheck.read.formats.warc import charset_of

    source = replace(_source(address, how, note), charset=charset_of(content_type))
    media = content_type.partition(";")[0].strip().lower()
    chosen: Format | None
    if media in _UNTOLD:
        chosen = format_by_name(urlsplit(address).path) or _by_signature(data)
    else:
        chosen = _MEDIA_TYPES.get(media)
    if chosen is None:
        raise source.refusal(
            f"the server gave {shown(media[:60]) or 'no kind of file'}, which isn't read; save the "
            "text and give the file"
        )
    found = of_bytes(data, source, chosen)
    return _as(how, (replace(document, file=address) for document in found))


def _by_signature(data: bytes) -> Format | None:
    found = format_of("", data[:HEAD])
    return None if found is TEXT else found


def _source(path: str, how: How, note: Callable[[str], None]) -> Source:
    return Source(path.replace(os.sep, "/"), shown(path), how.fields, note=note)


def _as(how: How, documents: Iterable[Document]) -> tuple[Document, ...]:
    if how.role is DocumentRole.ARTICLE and not how.reference:
        return tuple(documents)
    return tuple(replace(one, role=how.role, reference=how.reference) for one in documents)


def missing(path: str) -> str:
    """The extra that a file needs, by its name, and that isn't installed; "" for none."""
    found = format_by_name(path)
    return found.extra if found and not found.installed else ""


def left_for_want(paths: Iterable[str], extra: str) -> str:
    """The line about files of folders that were left unread for want of an extra."""
    names = sorted(paths)
    listed = ", ".join(map(shown, names[:3])) + (" …" if len(names) > 3 else "")
    files = "1 file is" if len(names) == 1 else f"{len(names):,} files are"
    return (
        f"{files} left unread for want of the extra {extra} "
        f"(pip install 'factcheck-cli[{extra}]'): {listed}"
    )
