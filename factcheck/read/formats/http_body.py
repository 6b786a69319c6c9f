"""The body of an HTTP response as it was sent: put together, unpacked, and never too large."""

from __future__ import annotations

import zlib
from collections.abc import Iterator


class BodyError(Exception):
    """A body that can't be had; the message says why."""


def unchunked(body: bytes) -> bytes:
    """What a body in chunks holds (RFC 9112, section 7.1). Raises BodyError for a broken one."""
    return b"".join(_chunks(body))


def _chunks(body: bytes) -> Iterator[bytes]:
    position = 0
    while True:
        end = body.find(b"\r\n", position, position + 200)
        size = body[position:end].partition(b";")[0].strip() if end >= 0 else b""
        try:
            length = int(size, 16)
        except ValueError as fault:
            raise BodyError("its chunks are broken") from fault
        if length <= 0:
            return
        start = end + 2
        if start + length > len(body):
            raise BodyError("it is cut off")
        yield body[start : start + length]
        position = start + length + 2


def unpacked(body: bytes, encoding: str, *, largest: int) -> bytes:
    """`body` without its content encoding ("gzip", "deflate", "identity" or "").

    Raises:
        BodyError: another encoding, a broken body, or one of more than `largest` bytes.
    """
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        found = body
    elif encoding in ("gzip", "x-gzip"):
        found = _inflated(body, 31, largest)
    elif encoding == "deflate":
        # By the standard with a header of zlib's, by some servers without.
        raw = not body or body[0] & 15 != 8
        found = _inflated(body, -15 if raw else 15, largest)
    else:
        raise BodyError(f"it is packed in a way that isn't read ({encoding[:40]})")
    if len(found) > largest:
        raise BodyError(f"it is over the limit of {largest / 1e6:.0f} MB for one text")
    return found


def _inflated(body: bytes, window: int, largest: int) -> bytes:
    machine = zlib.decompressobj(window)
    try:
        found = machine.decompress(body, largest + 1)
    except zlib.error as fault:
        raise BodyError("it is damaged") from fault
    if len(found) <= largest and not machine.eof:
        raise BodyError("it is cut off")
    return found
