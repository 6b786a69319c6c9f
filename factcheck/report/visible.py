"""Strangers' text made safe to print: no article may steer the reader's terminal."""

from __future__ import annotations

import unicodedata

# Kept although invisible: they join emoji and shape letters.
_JOINERS = "\u200c\u200d"


def visible(text: str, *, ascii_only: bool = False) -> str:
    """`text` on one line, with control characters, bidi controls and lone surrogates escaped.

    White space of any kind becomes a plain space, so one code point gives one cell. `ascii_only`
    escapes everything that ASCII can't carry.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character, ascii_only) for character in text)


def _shown(character: str, ascii_only: bool) -> str:
    code = ord(character)
    if 0x20 <= code < 0x7F:
        return character
    category = unicodedata.category(character)
    if character in "\t\n\r" or category == "Zs":
        return " "
    # Cc controls, Cf formats (bidi among them), Cs surrogates, Zl and Zp line separators.
    hostile = category in ("Cc", "Cs", "Zl", "Zp") or (
        category == "Cf" and character not in _JOINERS
    )
    return _escape(code) if hostile or ascii_only else character


def _escape(code: int) -> str:
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
