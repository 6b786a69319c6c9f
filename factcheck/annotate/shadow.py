"""The shadow copy: the text with typographic variants folded, position by position.

Grammars read the shadow; every offset they find holds for the original, because each code point is
replaced by exactly one code point.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.model import Span

_FOLD = {
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"
        "\u205f\u3000\t\x0b\x0c",
        " ",
    ),
    "\u2044": "/",
    "\u00ad": "-",
}
_NOT_A_BREAK = re.compile(r"[^\n]")


def shadow_of(text: str) -> str:
    """`text` with quotes, dashes and spaces folded; the same length, position by position."""
    # `str.translate` looks up every character that isn't ASCII or stands beside one; most of these
    # variants are nowhere in a text, which a search for each tells fifty times faster.
    for variant, plain in _FOLD.items():
        if variant in text:
            text = text.replace(variant, plain)
    return text


def blanked(shadow: str, spans: Iterable[Span]) -> str:
    """`shadow` with spaces in place of all but the line breaks in `spans`.

    `spans` are in order and don't overlap, as in `Document.markup`.
    """
    pieces: list[str] = []
    end = 0
    for span in spans:
        pieces += (shadow[end : span.start], _NOT_A_BREAK.sub(" ", shadow[span.start : span.end]))
        end = span.end
    return "".join((*pieces, shadow[end:]))
