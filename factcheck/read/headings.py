"""Which lines read as headings: short, without a sentence's end, no list and no fragment."""

from __future__ import annotations

import re

MOST_WORDS = 20
MOST_WORDS_OF_STANDFIRST = 40
_CLOSERS = "\"'”’»)]*_"
# Words that a complete heading does not end with; a line that does has been cut or goes on.
_OPEN_ENDS = frozenset(
    "a an the of and or but nor to in on at by for from with as is are was were be been has "
    "have had that which who whose than into between its their his her our your my this these "
    "will would could should may might can must if when while because although about".split()
)
_ABBREVIATED = re.compile(r"(?:\b(?:[A-Z]\.){2,4}|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|St|vs|etc)\.)$")
_ASKING = re.compile(
    r"(?:who|what|when|where|why|how|which|is|are|was|were|will|would|can|could|should|does|do|did"
    r"|has|have)(?:['’](?:s|re|d|ll))?\b",
    re.IGNORECASE,
)


def ends_sentence(text: str) -> bool:
    """Whether the line closes a sentence with a mark, closing quotes and brackets set aside."""
    bare = text.rstrip(_CLOSERS + " ")
    return bare.endswith((".", "!", "?", "…"))


def is_headline(text: str) -> bool:
    """Whether a line at the top of a page can be its headline (a question mark is allowed)."""
    if not _shaped(text, MOST_WORDS + 5):
        return False
    if not ends_sentence(text):
        return True
    if _ABBREVIATED.search(text) and len(text.split()) <= 12:
        return True
    bare = text.rstrip(_CLOSERS + " ")
    return bare.endswith(("?", "!")) and len(text.split()) <= MOST_WORDS and _one_sentence(bare)


def is_heading(text: str) -> bool:
    """Whether a line inside a page reads as a heading."""
    words = text.split()
    if not _shaped(text, MOST_WORDS):
        return False
    if text[0].islower():
        return False
    if not ends_sentence(text):
        return True
    if text.endswith("?") and len(words) <= 10:
        return bool(_ASKING.match(text)) and _one_sentence(text)
    return bool(_ABBREVIATED.search(text)) and is_title_case(text)


def is_standfirst(text: str) -> bool:
    """Whether a line under the headline, before any prose, is its summary without a full stop."""
    return _shaped(text, MOST_WORDS_OF_STANDFIRST) and not ends_sentence(text)


def is_title_case(text: str) -> bool:
    """Whether most long words of a line are capitalised."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) * 3 >= len(words) * 2


def _shaped(text: str, most: int) -> bool:
    words = text.split()
    if not words or len(words) > most or len(text) > 12 * most:
        return False
    if not any(character.isalpha() for character in text):
        return False
    if text[-1] in ",;:-–—&+=" or text.endswith(("...", "…")):
        return False
    # A short line in quotation marks that ends in a comma inside them is speech that goes on.
    if text.rstrip(_CLOSERS)[-1:] in (",", ";"):
        return False
    return words[-1].strip(_CLOSERS) not in _OPEN_ENDS


def _one_sentence(text: str) -> bool:
    return not re.search(r"[.!?]['\"”’)]{0,2}\s+[A-Z“\"]", text[:-1])
