"""Captions of pictures: lines with a credit, and the lines that repeat them as alternative text."""

from __future__ import annotations

import re

_CREDIT_WORDS = (
    r"(?i:(?:photo(?:graph)?|picture|image|illustration|graphic|video|file photo|pic)s?"
    r"(?:\s(?:credit|by|courtesy(?: of)?|source))?|(?:image |picture )?credits?|courtesy(?: of)?)"
)
# "… Credit: Jane Doe/Agency" at the end of a line: the credit itself is short, no sentence.
_CREDIT = re.compile(rf"\b{_CREDIT_WORDS}\s?:\s[A-Z©@(][^.!?:]{{0,80}}\.?$")
_PAREN = re.compile(
    r"[(\[](?:(?:file )?(?:photo(?:graph)?|picture|image|pic|ap photo|reuters|afp|getty|file)\b)"
    r"[^()\[\]]{0,80}[)\]]\.?$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:file(?: photo)?|in this (?:file |undated )?(?:photo|image|picture)|image(?: caption)?"
    r"|picture|photo|pictured|caption|media caption)\s?(?::|[-–—]{1,2}\s|,)",
    re.IGNORECASE,
)
_STOCK = re.compile(
    r"[|/©]\s?(?:Getty(?: Images)?|Shutterstock|Reuters|AP|AFP|EPA|PA|Alamy|iStock|Unsplash)\)?\.?$"
)
_MOST_WORDS = 70


def is_caption(text: str) -> bool:
    """Whether a line has the credit or the opening of a picture's caption."""
    if len(text.split()) > _MOST_WORDS:
        return False
    tail = text[-160:]
    return bool(
        _OPENING.match(text) or _CREDIT.search(tail) or _PAREN.search(tail) or _STOCK.search(tail)
    )


def repeats_as_caption(text: str, following: str) -> bool:
    """Whether the next line is a caption that begins with the whole of this one."""
    return len(text) >= 8 and following.startswith(text) and is_caption(following)
