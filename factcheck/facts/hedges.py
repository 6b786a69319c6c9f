"""Hedges around a number: "about", "more than", "up to", "or so"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.lexemes import Lex
from factcheck.model import Hedge


class Hedged(NamedTuple):
    """A hedge and how many lexemes of it stand before the number."""

    hedge: Hedge
    width: int


_BEFORE: dict[tuple[str, ...], Hedge] = {
    tuple(phrase.split()): hedge
    for hedge, phrases in (
        (
            Hedge.AT_LEAST,
            (
                "at least",
                "more than",
                "greater than",
                "higher than",
                "over",
                "above",
                "in excess of",
                "upwards of",
                "upward of",
                "no fewer than",
                "no less than",
                "not less than",
                "a minimum of",
                "minimum of",
                "north of",
                "exceeding",
                "exceeds",
                "exceeded",
                "exceed",
                "beyond",
                "better than",
                "topped",
                "well over",
                "surpassed",
                "surpassing",
            ),
        ),
        (
            Hedge.AT_MOST,
            (
                "at most",
                "up to",
                "as many as",
                "as much as",
                "as high as",
                "no more than",
                "not more than",
                "fewer than",
                "less than",
                "lower than",
                "under",
                "below",
                "a maximum of",
                "maximum of",
            ),
        ),
        (
            Hedge.ABOUT,
            (
                "about",
                "around",
                "roughly",
                "approximately",
                "approx",
                "some",
                "nearly",
                "almost",
                "close to",
                "nearing",
                "approaching",
                "an estimated",
                "estimated",
                "near",
                "circa",
                "just under",
                "just over",
                "just shy of",
                "just above",
                "just below",
                "slightly more than",
                "slightly less than",
                "slightly over",
                "slightly under",
                "a little over",
                "a little under",
                "a little more than",
                "a little less than",
                "just more than",
                "just less than",
                "more or less",
                "perhaps",
                "maybe",
                "something like",
                "in the region of",
            ),
        ),
    )
    for phrase in phrases
}
_LONGEST = max(len(phrase) for phrase in _BEFORE)
_SIGNS = {"~": Hedge.ABOUT, ">": Hedge.AT_LEAST, "<": Hedge.AT_MOST, "≈": Hedge.ABOUT}


def hedge_before(tokens: Sequence[Lex], index: int) -> Hedged:
    """The hedge that ends right before lexeme `index` (EXACT and width 0 when there is none)."""
    if index and tokens[index - 1].text in _SIGNS:
        return Hedged(_SIGNS[tokens[index - 1].text], 1)
    article = 1 if index > 1 and tokens[index - 1].low in ("a", "an") else 0
    end = index - article
    for width in range(min(_LONGEST, end), 0, -1):
        phrase = tuple(token.low for token in tokens[end - width : end])
        hedge = _BEFORE.get(phrase)
        if hedge is not None:
            if article and phrase[-1] in _SPATIAL:
                return Hedged(Hedge.EXACT, 0)
            return Hedged(hedge, width + article)
    return Hedged(Hedge.EXACT, 0)


_SPATIAL = frozenset("over under above below around near about to".split())
"""Prepositions that don't hedge before an article: "over a 12-month period"."""


def hedge_after(tokens: Sequence[Lex], index: int) -> Hedged:
    """The hedge that begins at lexeme `index`: "or more", "-plus", "+", "or so", "-odd"."""
    words = [token.low for token in tokens[index : index + 3]]
    if not words:
        return Hedged(Hedge.EXACT, 0)
    glued = tokens[index].glued
    if words[0] == "+" and glued:
        return Hedged(Hedge.AT_LEAST, 1)
    if words[:2] == ["-", "plus"] and glued:
        return Hedged(Hedge.AT_LEAST, 2)
    if words[:2] in (["-", "odd"], ["-", "ish"], ["-", "some"]) and glued:
        return Hedged(Hedge.ABOUT, 2)
    if words[:2] in (["or", "more"], ["and", "over"], ["or", "older"], ["or", "above"]):
        return Hedged(Hedge.AT_LEAST, 2)
    if words[:2] in (["or", "less"], ["or", "fewer"], ["or", "under"], ["or", "below"]):
        return Hedged(Hedge.AT_MOST, 2)
    if words[:2] == ["or", "so"]:
        return Hedged(Hedge.ABOUT, 2)
    return Hedged(Hedge.EXACT, 0)
