"""Strangers' text in HTML: escaped, and what can't be seen made a mark of its code point."""

from __future__ import annotations

import re
import unicodedata

from markupsafe import Markup, escape

# Kept although invisible: they join emoji and shape letters.
_JOINERS = "\u200c\u200d"
# All that may have to be marked; most texts have none of it.
_SUSPECT = re.compile(r"[^\t\n\r\x20-\x7e\xa1-\xac\xae-\u024f]")

# Letters that are written from right to left, and what is above them.
_TURNING = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U0001efff]")


def shown(text: str) -> Markup:
    """`text` as HTML: control, format and bidi characters, surrogates and non-characters marked.

    A mark reads `U+202E`, in an element of its own, so that no such character is in the page.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    pieces: list[Markup] = []
    start = 0
    for found in _SUSPECT.finditer(text):
        if _is_hidden(found.group()):
            pieces += [escape(text[start : found.start()]), _mark(found.group())]
            start = found.end()
    if not pieces:
        return escape(text)
    return Markup("").join([*pieces, escape(text[start:])])


def isolated(text: str) -> Markup:
    """`text` as `shown`, kept from turning the direction of its surroundings where it could."""
    html = shown(text)
    return Markup("<bdi>{}</bdi>").format(html) if _TURNING.search(text) else html


def _is_hidden(character: str) -> bool:
    category = unicodedata.category(character)
    if category == "Cn":
        return ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF
    return category in ("Cc", "Cs", "Zl", "Zp") or (category == "Cf" and character not in _JOINERS)


def _mark(character: str) -> Markup:
    return Markup('<b class="cp">U+{:04X}</b>').format(ord(character))
