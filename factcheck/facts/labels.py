"""Designations: numbers that name a thing instead of counting it ("Article 50", "F-16", "5G")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.currency import CODES
from factcheck.facts.function_words import FUNCTION_WORDS
from factcheck.facts.lexemes import Lex, low_at
from factcheck.facts.quantity_context import DESIGNATORS, DOTTED, is_year


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


class Identifier(NamedTuple):
    """A number grown together with letters: lexemes `first` to `last` (exclusive).

    `unit` is the letters with "#" for the number: "COVID#", "#G".
    """

    first: int
    last: int
    number: float
    unit: str


_QUARTERS = frozenset("q h fy cy".split())
_PREFIXED = frozenset(("r", "rm", "rs", "us", *(code.lower() for code in CODES)))
_GENERATIONS = ("D", "G")
_LONGEST = 6


def read_identifier(tokens: Sequence[Lex], index: int) -> Identifier | None:
    """The identifier of capitals and a figure at lexeme `index` ("G20", "COVID-19"), or None.

    In a text all in capitals, capitals say nothing. Quarters, years, sums of money and what is
    longer than letters and one figure (H1N1, SW1A, 1-2-3) are none.
    """
    token = tokens[index]
    if token.kind == "num":
        return _generation(tokens, index)
    if token.kind != "word" or not token.text.isupper() or len(token.text) > _LONGEST:
        return None
    if token.low in _QUARTERS or token.low in _PREFIXED or _inside(tokens, index):
        return None
    at = index + 2 if low_at(tokens, index + 1) == "-" else index + 1
    if at >= len(tokens) or any(not lexeme.glued for lexeme in tokens[index + 1 : at + 1]):
        return None
    figure = tokens[at].text
    if not figure.isdigit() or len(figure) > 4 or is_year(tokens[at]):
        return None
    if _goes_on(tokens, at + 1) or all(one.text.isupper() for one in tokens if one.kind == "word"):
        return None
    return Identifier(index, at + 1, float(figure), f"{token.text}#")


def _generation(tokens: Sequence[Lex], index: int) -> Identifier | None:
    """ "5G", "3D"."""
    letter = tokens[index + 1] if index + 1 < len(tokens) else None
    if letter is None or not letter.glued or letter.text not in _GENERATIONS:
        return None
    if not tokens[index].text.isdigit() or len(tokens[index].text) > 1:
        return None
    if _inside(tokens, index) or _goes_on(tokens, index + 2):
        return None
    return Identifier(index, index + 2, float(tokens[index].text), f"#{letter.text}")


def _inside(tokens: Sequence[Lex], index: int) -> bool:
    """Whether something stands glued before the lexeme, quotation marks and brackets aside."""
    return bool(index) and tokens[index].glued and tokens[index - 1].text not in "\"'([-"


def _goes_on(tokens: Sequence[Lex], index: int) -> bool:
    """Whether letters, figures or marks of a longer code follow without a space."""
    if index >= len(tokens) or not tokens[index].glued:
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    figures = after is not None and after.glued and after.kind == "num"
    return tokens[index].kind != "sym" or (tokens[index].text in "-./:+&@#_" and figures)
