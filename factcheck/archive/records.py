"""Documents and claims as they are kept: text and layout as read, claims packed, no pickles."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cache

import msgspec

from factcheck.cache_codec import decode, encode
from factcheck.model import (
    Block,
    BlockKind,
    Claim,
    Document,
    DocumentRole,
    FactcheckError,
    FurnitureKind,
    Landmark,
    Span,
)


@dataclass(frozen=True, slots=True)
class Raw:
    """An article as it comes in: its text or bytes, its day if the input says so.

    `as_file` says that `data` are those of a file, of the kind that its name tells.
    """

    name: str
    data: bytes | str
    published: date | None = None
    as_file: bool = False

    @property
    def id(self) -> int:
        """The number under which an article is kept: it follows from its name alone."""
        return article_id(self.name)

    @property
    def digest(self) -> int:
        """64 bits of all that decides what is read: an article of the same digest is the same."""
        data = self.data if isinstance(self.data, bytes) else self.data.encode("utf-8", "replace")
        digest = hashlib.blake2b(data, digest_size=8)
        digest.update(f"\0{self.published}\0{self.as_file}".encode())
        return int.from_bytes(digest.digest(), "big", signed=True)

    @property
    def size(self) -> int:
        """Characters or bytes."""
        return len(self.data)


class _Layout(msgspec.Struct, array_like=True):
    blocks: list[tuple[BlockKind, int, int, int, FurnitureKind]]
    title: tuple[int, int] | None
    markup: list[tuple[int, int]]
    file: str = ""
    landmarks: list[tuple[int, str]] = []


def article_id(name: str) -> int:
    """A positive number of 62 bits for a name, the same in every archive and on every machine."""
    digest = hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 2


def pack_layout(document: Document) -> bytes:
    """The blocks, headline and marks of a document."""
    title = document.title
    return msgspec.msgpack.encode(
        _Layout(
            [
                (block.kind, block.span.start, block.span.end, block.level, block.furniture)
                for block in document.blocks
            ],
            None if title is None else (title.start, title.end),
            [(mark.start, mark.end) for mark in document.markup],
            document.file,
            [(landmark.start, landmark.words) for landmark in document.landmarks],
        )
    )


def unpack_document(
    name: str, text: str, published: date | None, layout: bytes, role: DocumentRole
) -> Document:
    """The document of a row. Raises FactcheckError when its layout isn't one."""
    try:
        found = _layouts().decode(layout)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise FactcheckError(f"{name}: damaged in the archive; add it anew") from error
    return Document(
        name=name,
        text=text,
        published=published,
        blocks=tuple(
            Block(kind, Span(start, end), level, furniture)
            for kind, start, end, level, furniture in found.blocks
        ),
        title=None if found.title is None else Span(*found.title),
        role=role,
        markup=tuple(Span(*mark) for mark in found.markup),
        file=found.file,
        landmarks=tuple(Landmark(*landmark) for landmark in found.landmarks),
    )


def pack_claims(name: str, claims: tuple[Claim, ...]) -> bytes:
    """The claims of one document as bytes. Raises FactcheckError where they can't be written."""
    payload = encode(claims)
    if payload is None:
        raise FactcheckError(f"{name}: holds half of a surrogate pair; mend the text's encoding")
    return payload


def unpack_claims(name: str, payload: bytes) -> tuple[Claim, ...]:
    """The claims of a row. Raises FactcheckError when the bytes aren't ours."""
    claims = decode(payload, name)
    if claims is None:
        raise FactcheckError(f"{name}: damaged in the archive; add it anew")
    return claims


@cache
def _layouts() -> msgspec.msgpack.Decoder[_Layout]:
    return msgspec.msgpack.Decoder(_Layout)
