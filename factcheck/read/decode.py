"""Bytes become text, or a clear refusal."""

from __future__ import annotations

import codecs
import re

from factcheck.model import FactcheckError

LONGEST_LINE = 1_000_000
_LONG_LINE = re.compile(r"[^\n\r\x85\u2028\u2029]{1000001}")
# The four-byte marks stand first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"PK\x03\x04", "a zip archive or an office document of a kind that isn't read"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
)
_CONTROLS = re.compile(r"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_VALID_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_WESTERN = re.compile(
    r"(?<=[A-Za-z\u00c0-\u00ff’])[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ffŠšŽžŒœŸ]"
    r"|[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ffŠšŽžŒœŸ](?=[A-Za-z\u00c0-\u00ff])"
    r"|[‘’“”‚„–—…•€£¥§©®°™«»·½¼¾×²†‰‹›\u00ad\u00a0]"
)
_MOST_HIGH = 0.25
_HEAD = 4096
_ZEROS = 0.7
_LEAST_WESTERN = 0.9


def decode(data: bytes, name: str) -> str:
    """The text of `data`; `name` names the file in messages.

    A byte order mark decides, or the zeros of UTF-16 without one; else UTF-8; else Windows-1252,
    when the bytes outside ASCII are few and stand where Western letters and punctuation stand. The
    mark itself is no part of the text.

    Raises:
        FactcheckError: the bytes are empty, are no text, or are text of an unknown encoding; or a
            line is longer than `LONGEST_LINE` code points.
    """
    if not data:
        raise FactcheckError(f"{name}: the file is empty; give a file with text in it")
    text = decoded(data, name)
    check_text(text, name)
    return text


def check_text(text: str, name: str) -> None:
    """Refuse what is no text to be read, wherever it came from; `name` names it in messages.

    Raises:
        FactcheckError: the text is only white space or full of control characters, or a line is
            longer than `LONGEST_LINE` code points.
    """
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise FactcheckError(
            f"{name}: the file holds only white space; give a file with text in it"
        )
    _refuse_controls(text, name)
    _refuse_long_lines(text, name)


def decoded(data: bytes, name: str) -> str:
    """As `decode`, without a look at what the text is: what holds it may be in long lines.

    Raises:
        FactcheckError: the bytes are no text, or are text of an unknown encoding.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise FactcheckError(
                f"{name}: this is {what}, not text; save its text as .txt or .md first"
            )
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _by_mark(data, encoding, name)
    if encoding := _unmarked(data):
        return data.decode(encoding)
    if b"\x00" in data:
        place = data.index(b"\x00")
        raise FactcheckError(
            f"{name}: binary data (a zero byte at byte {place}), not text; save the text as UTF-8"
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return _as_western(data, fault, name)


def _unmarked(data: bytes) -> str:
    """UTF-16 without its mark: in Western text every other byte is zero, and none between."""
    head = data[:_HEAD]
    half = len(head) // 2
    for encoding, zeros, others in (
        ("utf-16-le", head[1::2], head[::2]),
        ("utf-16-be", head[::2], head[1::2]),
    ):
        if half and zeros.count(0) > _ZEROS * half and not others.count(0):
            try:
                data.decode(encoding)
            except UnicodeDecodeError:
                return ""
            return encoding
    return ""


def _by_mark(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        shown = encoding.removesuffix("-sig").upper()
        raise FactcheckError(
            f"{name}: its byte order mark says {shown}, but byte {fault.start} does not fit; "
            "save the file as UTF-8"
        ) from fault


def _as_western(data: bytes, fault: UnicodeDecodeError, name: str) -> str:
    high = len(_HIGH.findall(data))
    damaged = len(_VALID_SEQUENCE.findall(data)) * 2 > high
    if not damaged and high <= len(data) * _MOST_HIGH:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            text = ""
        if len(_WESTERN.findall(text)) >= high * _LEAST_WESTERN and text:
            return text
    line = data.count(b"\n", 0, fault.start) + 1
    raise FactcheckError(
        f"{name}:{line}: byte 0x{data[fault.start]:02X} at byte {fault.start} is not UTF-8 and the "
        "encoding can't be told; save the file as UTF-8"
    ) from fault


def _refuse_controls(text: str, name: str) -> None:
    found = _CONTROLS.search(text)
    if found and ("\x00" in text or len(_CONTROLS.findall(text)) * 200 > len(text)):
        raise FactcheckError(
            f"{name}: binary data (control character U+{ord(found.group()):04X} at character "
            f"{found.start()}), not text; save the text as UTF-8"
        )


def _refuse_long_lines(text: str, name: str) -> None:
    found = _LONG_LINE.search(text) if len(text) > LONGEST_LINE else None
    if found:
        line = text.count("\n", 0, found.start()) + 1
        raise FactcheckError(
            f"{name}:{line}: the line is longer than {LONGEST_LINE:,} characters; "
            "break the text into paragraphs"
        )
