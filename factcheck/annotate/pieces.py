"""Words for the name grammar, cut from the shadow so that names don't hang on any tokenizer."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from factcheck.annotate.data.words import HONORIFICS, OPENERS, TITLE_HEADS
from factcheck.annotate.nouns import Sentence

_DOTTED = HONORIFICS | TITLE_HEADS | {"Jr", "Sr", "St", "Inc", "Ltd", "Corp", "Co"}
_STROKES = str.maketrans("ıłøđßæœ", "ilodsao")
# After these marks a capital may be that of a first word.
_OPENING = ':"“‘.!?;•|'
_WORD = re.compile(
    r"(?P<abbr>(?:[^\W\d_]\.){2,6})"
    r"|(?P<word>[^\W_]{1,60}(?:'[^\W_]{1,60}){0,3})"
    r"|(?P<other>[^\s])"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or a mark: its text without a possessive ending, its place, and the parser's tag."""

    text: str
    start: int
    end: int
    pos: str = ""
    possessive: bool = False
    initial: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter and is more than the pronoun "I"."""
        return self.text[:1].isupper() and self.text != "I" and not self.text.startswith("I'")

    @property
    def word(self) -> str:
        """The text without a full stop that belongs to an abbreviation ("Mr.")."""
        dotted = self.text.endswith(".") and len(self.text) > 2 and "." not in self.text[:-1]
        return self.text[:-1] if dotted else self.text


def pieces_of(shadow: str, sentence: Sentence) -> tuple[Piece, ...]:
    """The pieces of one sentence in order. `initial` marks words where any word has a capital."""
    tags = {token.start: token.pos for token in sentence.tokens} if sentence.parsed else {}
    found: list[Piece] = []
    opening = True
    position, limit = sentence.span.start, sentence.span.end
    while match := _WORD.search(shadow, position, limit):
        start, end = match.span()
        text, possessive = match.group(), False
        if match.lastgroup == "word":
            if text[-2:] in ("'s", "'S") and len(text) > 2:
                text, possessive = text[:-2], True
            elif shadow.startswith(".", end) and _takes_dot(text, shadow, end):
                text, end = text + ".", end + 1
        stop = start + len(text)
        found.append(Piece(text, start, stop, tags.get(start, ""), possessive, opening))
        if possessive:
            end = match.end()
        quote = text == "'" and (start == 0 or not shadow[start - 1].isalnum())
        opening = quote or (not text[0].isalnum() and (text in _OPENING or opening))
        position = end
    return tuple(found)


def _takes_dot(text: str, shadow: str, end: int) -> bool:
    if text in _DOTTED:
        return True
    follows = shadow[end + 1 : end + 3].lstrip(" ")
    return len(text) == 1 and text.isupper() and follows[:1].isupper()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without diacritics: "Erdoğan" gives "erdogan", "Łódź" gives "lodz"."""
    if text.isascii():
        return text.lower()
    stripped = unicodedata.normalize("NFKD", text.lower()).translate(_STROKES)
    return "".join(char for char in stripped if not unicodedata.combining(char))


def is_display(pieces: tuple[Piece, ...], *, heading: bool) -> bool:
    """Whether capitals say nothing here: ALL CAPS, or Title Case as in headlines and labels."""
    words = [piece for piece in pieces if piece.text[0].isalpha()]
    content = [piece for piece in words if piece.text.lower() not in OPENERS]
    if not content:
        return True
    letters = "".join(piece.text for piece in words)
    if len(words) > 1 and len(letters) > 7 and letters.upper() == letters:
        return True
    capitals = sum(piece.capital for piece in content)
    # "Officer." and "Inc." hold the full stop of their sentence.
    ended = pieces[-1].text[-1] in ".!?\"'" and not heading
    if ended:
        return False
    if len(content) < 2:
        return len(words) < 4
    return capitals >= (0.7 if len(content) > 4 else 0.99) * len(content)
