"""Designations: numbers that name a thing instead of counting it ("Article 50", "Channel 4")."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.function_words import FUNCTION_WORDS
from factcheck.facts.lexemes import Lex
from factcheck.facts.quantity_context import DESIGNATORS, DOTTED


def read_label(tokens: Sequence[Lex], index: int, after: int) -> str | None:
    """The word that the number at lexemes `index` to `after` designates ("prop"), or None.

    A known designator before a bare figure always makes a label. Any other capitalised word does
    when the sentence is not in title case, the word does not open it, and no lower-case plural
    follows that the number could count.
    """
    token = tokens[index]
    if index == 0 or after != index + 1 or "," in token.text:
        return None
    if token.kind != "num":
        return _worded_label(tokens, index)
    dotted = tokens[index - 1].text == "." and tokens[index - 1].glued and index > 1
    before = tokens[index - 2] if dotted else tokens[index - 1]
    if dotted and before.low not in DOTTED:
        return None
    if before.kind != "word" or (token.glued and not dotted):
        return None
    following = tokens[after] if after < len(tokens) else None
    counted = (
        following is not None
        and following.kind == "word"
        and following.text.islower()
        and following.low.endswith("s")
    ) or (following is not None and following.low in ("people", "men", "women", "children"))
    if before.low in DESIGNATORS and (before.text[0].isupper() or not counted):
        return before.low
    if dotted or (before.text == "No" and not counted):
        return before.low.replace("nos", "no")
    if counted or index - 1 == 0 or not before.text[:1].isupper():
        return None
    if before.low in FUNCTION_WORDS or title_case(tokens):
        return None
    if before.low.endswith(("s", "ed", "ing")) and before.text not in ("Series", "Windows"):
        return None  # a verb of a headline ("Kills 12") or a plural
    return before.low


def _worded_label(tokens: Sequence[Lex], index: int) -> str | None:
    """ "Chapter Two", "Phase One": both words capitalised, the first a known designator."""
    before, token = tokens[index - 1], tokens[index]
    both = before.text[:1].isupper() and token.text[:1].isupper()
    named = both and before.low in DESIGNATORS
    return before.low if named or before.low == "top" else None


def title_case(tokens: Sequence[Lex]) -> bool:
    """Whether most longer words are capitalised, as in a headline: capitals then say nothing."""
    words = [token.text for token in tokens if token.kind == "word" and len(token.text) > 3]
    return len(words) > 1 and sum(word[0].isupper() for word in words) * 10 > len(words) * 6
