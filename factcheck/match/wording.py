"""A claim of a draft as it is looked up in the sources: its words, names and figures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.annotate.pieces import fold
from factcheck.annotate.plain_words import plain_words
from factcheck.facts.spelling import spelling_key
from factcheck.match.evidence import word_key
from factcheck.model import Claim, Fact, FactKind, MomentValue, QuantityValue

_FIGURES = (FactKind.QUANTITY, FactKind.DURATION, FactKind.MOMENT)
_PARTS = re.compile(r"[\s-]+")
# Fewer content words than this say too little to be looked for.
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """A claim of the draft as it is looked up.

    `words` are the keys of its content words, `spelt` its names in full and `names` the same as
    keys, as far as they stand in it, `opening` is its first word in lower case, and `spoken` are
    all its words so.
    """

    claim: Claim
    words: tuple[str, ...]
    spelt: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]
    opening: str
    spoken: frozenset[str]


def wording_of(claim: Claim, shadow: str) -> Wording | None:
    """The wording of a claim in the shadow of its document; None when it says too little."""
    words = tuple(dict.fromkeys(spelling_key(fold(word)) for word in claim.words if _tells(word)))
    asked = shadow[claim.span.start : claim.span.end].rstrip().endswith("?")
    if asked or len(words) < _LEAST_WORDS:
        return None
    spoken = [word.text for word in plain_words(shadow, claim.span)]
    keys = frozenset(map(word_key, spoken))
    # "Q3" and "Formula 1" hold a figure, which is looked for as such.
    named = [name for name in claim.names if not any(map(str.isdigit, name))]
    parts = [
        tuple(key for key in map(word_key, _PARTS.split(name)) if key in keys) for name in named
    ]
    names = [(name, some) for name, some in zip(named, parts, strict=True) if some]
    return Wording(
        claim=claim,
        words=words,
        spelt=tuple(name for name, _ in names),
        names=tuple(parts for _, parts in names),
        opening=spoken[0],
        spoken=frozenset(spoken),
    )


def _tells(word: str) -> bool:
    return len(word) > 1 or word.isdigit()


def figures_in(claim: Claim) -> list[Fact]:
    """The figures of a claim; times told from the day of writing and identifiers aside.

    "COVID-19" is a name and looked for as one.
    """
    return [
        fact
        for fact in claim.facts
        if fact.kind in _FIGURES
        and not (isinstance(fact.value, MomentValue) and fact.value.relative)
        and not (isinstance(fact.value, QuantityValue) and fact.value.dimension == "identifier")
    ]
