"""How far the sources support a claim of a draft: evidence by level, in bits, and what is missing.

What counts is lexical and can be shown: names, figures and content words that no source has, a
pronoun for nobody. A claim made of the sources' own words put together wrongly is beyond this.
Other evidence was measured and left out, as it added nothing on unseen articles: how much of the
claim one sentence holds, how far its words stand apart there, parts of a name never side by side.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from factcheck.annotate.entities import is_personal
from factcheck.annotate.pieces import fold
from factcheck.annotate.plain_words import plain_words
from factcheck.annotate.worth import NUMBER_WORDS
from factcheck.facts.spelling import spelling_key
from factcheck.match.context import sort_of
from factcheck.match.evidence import NOWHERE, Evidence, word_key
from factcheck.match.score import probability
from factcheck.match.support import DERIVED, support_of
from factcheck.match.support import NOWHERE as NO_FIGURE
from factcheck.model import Claim, Fact, FactKind, MomentValue, Part, QuantityValue

_FIGURES = (FactKind.QUANTITY, FactKind.DURATION, FactKind.MOMENT)
_PARTS = re.compile(r"[\s-]+")
# Fewer content words than this say too little to be looked for.
LEAST_WORDS = 3
NO_PRONOUN = "none"
# Up to this a count may be one of things that the source names one by one.
_COUNTED_OUT = 10
_NAME_BOUNDS = (0.03, 0.15, 0.25)
_NAME_LEVELS = ("none", "some", "large", "very large")


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


@dataclass(frozen=True, slots=True)
class Support:
    """The outcome for one claim: parts in bits, the probability that it is unsupported.

    `names`, `figures` and `words` are what no source has, as written or as lemma; `nearest` is the
    number of the sentence that holds most of the claim, -1 where none holds anything.
    """

    parts: tuple[Part, ...]
    probability: float
    names: tuple[str, ...]
    figures: tuple[str, ...]
    words: tuple[str, ...]
    nearest: int


def wording_of(claim: Claim, shadow: str) -> Wording | None:
    """The wording of a claim in the shadow of its document; None when it says too little."""
    words = tuple(dict.fromkeys(spelling_key(fold(word)) for word in claim.words if _tells(word)))
    if len(words) < LEAST_WORDS or shadow[claim.span.start : claim.span.end].rstrip().endswith("?"):
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


# ── the levels ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Aligned:
    """A wording held against the evidence: `rows` are the sentences with each word, `scores` how
    much of the claim each sentence holds, with its neighbours, in nats."""

    wording: Wording
    evidence: Evidence
    rows: dict[str, dict[int, float]]
    scores: dict[int, float]
    total: float

    @property
    def best(self) -> int:
        """The sentence that holds most; -1 for none. The first of equals."""
        if not self.scores:
            return -1
        return max(sorted(self.scores), key=lambda number: round(self.scores[number], 9))

    @property
    def share(self) -> float:
        """The share (0 to 1) of the claim that the best sentence holds."""
        return self.scores[self.best] / self.total if self.scores else 0.0


def align(wording: Wording, evidence: Evidence) -> Aligned:
    """Where the words of a claim stand in the sources."""
    rows: dict[str, dict[int, float]] = {}
    scores: dict[int, float] = {}
    for word in wording.words:
        row = rows[word] = evidence.spread(evidence.row(word))
        for number, share in row.items():
            scores[number] = scores.get(number, 0.0) + share * evidence.weight(word)
    total = math.fsum(map(evidence.weight, wording.words))
    return Aligned(wording, evidence, rows, scores, total)


def levels_of(aligned: Aligned) -> dict[str, str]:
    """The level that a claim reaches on each dimension."""
    return {
        "names": _names_level(aligned),
        "share of names": _name_share(aligned),
        "words": _count(len(_missing_words(aligned))),
        "figures": _figure_level(aligned),
        "pronoun": _pronoun_level(aligned),
    }


def _standings(aligned: Aligned, name: Sequence[str]) -> list[str]:
    return [aligned.evidence.standing(part) for part in name]


def _names_level(aligned: Aligned) -> str:
    wording = aligned.wording
    standings = [_standings(aligned, name) for name in wording.names]
    if any(all(standing == NOWHERE for standing in each) for each in standings):
        return "new"
    if any(
        is_personal(tuple(text.split())) and each[0] == NOWHERE and each[-1] != NOWHERE
        for text, each in zip(wording.spelt, standings, strict=True)
    ):
        return "first name added"
    if any(NOWHERE in each for each in standings):
        return "part added"
    return "known" if standings else "none"


def _name_share(aligned: Aligned) -> str:
    parts = dict.fromkeys(part for name in aligned.wording.names for part in name)
    missing = [part for part in parts if aligned.evidence.standing(part) == NOWHERE]
    weight = math.fsum(map(aligned.evidence.weight, missing))
    return _bound(weight / aligned.total, _NAME_BOUNDS, _NAME_LEVELS)


def _missing_words(aligned: Aligned) -> list[str]:
    """Content words that no source has, nor one akin to them; names and numbers aside."""
    parts = {part for name in aligned.wording.names for part in name}
    return [
        word
        for word in aligned.wording.words
        if word not in parts
        and word not in NUMBER_WORDS
        and not any(character.isdigit() for character in word)
        and aligned.evidence.standing(word) == NOWHERE
    ]


def _count(number: int) -> str:
    return ("none", "one", "two", "three", "more")[min(number, 4)]


def _bound(share: float, bounds: Sequence[float], levels: Sequence[str]) -> str:
    return levels[sum(share >= bound for bound in bounds)]


def _figure_level(aligned: Aligned) -> str:
    found = [_figure(fact, aligned.evidence) for fact in figures_in(aligned.wording.claim)]
    for level in (
        "nowhere",
        "date nowhere",
        "round number",
        "small count",
        "by arithmetic",
        "stands",
    ):
        if level in found:
            return level
    return "none"


def figures_in(claim: Claim) -> list[Fact]:
    """The figures of a claim; times told from the day of writing aside."""
    return [
        fact
        for fact in claim.facts
        if fact.kind in _FIGURES
        and not (isinstance(fact.value, MomentValue) and fact.value.relative)
    ]


def _figure(fact: Fact, evidence: Evidence) -> str:
    support = support_of(fact, evidence.figures, agrees=False)
    if support == DERIVED:
        return "by arithmetic"
    if support != NO_FIGURE:
        return "stands"
    value = fact.value
    if isinstance(value, MomentValue):
        return "year nowhere" if value.granularity == "year" else "date nowhere"
    if isinstance(value, QuantityValue) and not any(map(str.isdigit, fact.surface)):
        if value.low <= _COUNTED_OUT or sort_of(fact) == "ordinal":
            return "small count"
        return "round number"
    return "nowhere"


def _pronoun_level(aligned: Aligned) -> str:
    wording, evidence = aligned.wording, aligned.evidence
    if (wording.spoken & {"she", "her", "hers"} and not evidence.has_women) or (
        wording.spoken & {"he", "him", "his"} and not evidence.has_men
    ):
        return "that no source uses"
    first = wording.claim.index == 0
    if first and wording.opening in ("he", "she", "they", "it"):
        return "that opens the text"
    return NO_PRONOUN


# ── the sum ───────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class SupportWeights:
    """The prior and the weight of each level, in bits."""

    prior: float
    levels: dict[str, dict[str, float]]


@lru_cache(maxsize=1)
def load_support_weights() -> SupportWeights:
    """The weights of `support_weights.json`."""
    text = resources.files("factcheck.match").joinpath("support_weights.json").read_text("utf-8")
    table: dict[str, Any] = json.loads(text)
    return SupportWeights(table["prior"], table["levels"])


def support_for(wording: Wording, evidence: Evidence) -> Support:
    """How far `evidence` supports a claim."""
    aligned = align(wording, evidence)
    weights = load_support_weights()
    parts = (
        Part("prior", "draft and source", weights.prior),
        *(
            Part(dimension, level, weights.levels.get(dimension, {}).get(level, 0.0))
            for dimension, level in levels_of(aligned).items()
        ),
    )
    return Support(
        parts=parts,
        probability=probability(sum(part.weight for part in parts)),
        names=tuple(_missing_names(aligned)),
        figures=tuple(
            fact.surface
            for fact in figures_in(wording.claim)
            if _figure(fact, evidence) not in ("stands", "by arithmetic")
        ),
        words=tuple(_missing_words(aligned)),
        nearest=aligned.best,
    )


def _missing_names(aligned: Aligned) -> list[str]:
    """The names, in full, of which a part stands in no source."""
    wording = aligned.wording
    return [
        text
        for text, name in zip(wording.spelt, wording.names, strict=True)
        if NOWHERE in _standings(aligned, name)
    ]
