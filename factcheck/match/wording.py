"""A claim of a draft as it is looked up in the sources: its words, names and figures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.annotate.pieces import fold
from factcheck.annotate.plain_words import plain_words
from factcheck.facts.spelling import spelling_key
from factcheck.facts.superlatives import superlatives_in
from factcheck.match.evidence import word_key
from factcheck.match.short_forms import short_forms
from factcheck.model import Claim, Fact, FactKind, MomentValue, QuantityValue

_FIGURES = (FactKind.QUANTITY, FactKind.DURATION, FactKind.MOMENT)
_PARTS = re.compile(r"[\s-]+")
_WHERE = re.compile(
    r"\b(?:in|at|into|near|outside)\s(?:the\s)?(?:(?:[a-z]+\s){0,3}of\s|"
    r"(?:north|south|east|west|central|northern|southern|eastern|western)\s)?$"
)
_LEAD = 40
# Fewer content words than this say too little to be looked for.
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """A claim of the draft as it is looked up.

    `words` are the keys of its content words, `spelt` its names in full and `names` the same as
    keys, as far as they stand in it, `opening` is its first word in lower case, and `spoken` are
    all its words so. `short_forms` gives words of names, as keys, and the short form by which a
    source may have them, `placed` the names of `spelt` that tell where ("in Aldham"), and
    `superlatives` the words that set a thing above all others.
    """

    claim: Claim
    words: tuple[str, ...]
    spelt: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]
    opening: str
    spoken: frozenset[str]
    short_forms: tuple[tuple[frozenset[str], str], ...] = ()
    placed: frozenset[str] = frozenset()
    superlatives: frozenset[str] = frozenset()


def wording_of(claim: Claim, shadow: str) -> Wording | None:
    """The wording of a claim in the shadow of its document; None when it says too little."""
    words = tuple(dict.fromkeys(spelling_key(fold(word)) for word in claim.words if _tells(word)))
    text = shadow[claim.span.start : claim.span.end]
    if text.rstrip().endswith("?") or len(words) < _LEAST_WORDS:
        return None
    spoken = [word.text for word in plain_words(shadow, claim.span)]
    keys = frozenset(map(word_key, spoken))
    # "Q3" holds a figure, which is looked for as such.
    named = [name for name in claim.names if not any(map(str.isdigit, name))]
    parts = [tuple(key for key in keys_of_name(name) if key in keys) for name in named]
    names = [(name, some) for name, some in zip(named, parts, strict=True) if some]
    return Wording(
        claim=claim,
        words=words,
        spelt=tuple(name for name, _ in names),
        names=tuple(parts for _, parts in names),
        opening=spoken[0],
        spoken=frozenset(spoken),
        short_forms=tuple(
            (frozenset(map(word_key, spelt)), short) for spelt, short in short_forms(text, named)
        ),
        placed=frozenset(name for name, _ in names if _is_place(name, text)),
        superlatives=superlatives_in(text.lower()),
    )


def keys_of_name(name: str) -> tuple[str, ...]:
    """The keys of the parts of a name."""
    return tuple(map(word_key, _PARTS.split(name)))


def _is_place(name: str, text: str) -> bool:
    """Whether a preposition of place stands before a name: "in Aldham", "near the town of Ask"."""
    at = text.find(name)
    return at > 0 and _WHERE.search(text, max(0, at - _LEAD), at) is not None


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
