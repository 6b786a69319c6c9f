"""The probability that nothing in the sources supports a claim of a draft, and what is missing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from factcheck.facts.crimes import accuses
from factcheck.match.evidence import Evidence
from factcheck.match.score import probability
from factcheck.match.support_levels import (
    added_parts,
    align,
    levels_of,
    missing_figures,
    missing_names,
    missing_superlatives,
    missing_words,
    untold,
)
from factcheck.match.wording import Wording
from factcheck.model import Part


@dataclass(frozen=True, slots=True)
class Support:
    """The outcome for one claim: parts in bits, the probability that it is unsupported.

    `names`, `figures`, `superlatives` and `words` are what no source has, as written or as lemma,
    words of crime first; `added` gives the missing part and the whole of each of `names` of which
    a source has another part. `nearest` is the number of the sentence that holds most of the
    claim, -1 where none holds anything.
    """

    parts: tuple[Part, ...]
    probability: float
    names: tuple[str, ...]
    added: tuple[tuple[str, str], ...]
    figures: tuple[str, ...]
    words: tuple[str, ...]
    superlatives: tuple[str, ...]
    nearest: int


@dataclass(frozen=True, slots=True)
class SupportWeights:
    """The prior, the weight of a missing word that tells all it can, and that of each level, in
    bits."""

    prior: float
    word: float
    levels: dict[str, dict[str, float]]


@lru_cache(maxsize=1)
def load_support_weights() -> SupportWeights:
    """The weights of `support_weights.json`."""
    text = resources.files("factcheck.match").joinpath("support_weights.json").read_text("utf-8")
    table: dict[str, Any] = json.loads(text)
    return SupportWeights(table["prior"], table["word"], table["levels"])


def support_for(wording: Wording, evidence: Evidence) -> Support:
    """How far `evidence` supports a claim."""
    aligned = align(wording, evidence)
    weights = load_support_weights()
    missing = untold(aligned)
    parts = (
        Part("prior", "draft and source", weights.prior),
        Part("words", f"{missing:.1f} in no source", round(missing * weights.word, 2)),
        *(
            Part(dimension, level, weights.levels.get(dimension, {}).get(level, 0.0))
            for dimension, level in levels_of(aligned).items()
        ),
    )
    return Support(
        parts=parts,
        probability=probability(sum(part.weight for part in parts)),
        names=missing_names(aligned),
        added=added_parts(aligned),
        figures=missing_figures(aligned),
        words=tuple(sorted(missing_words(aligned), key=lambda word: not accuses(word))),
        superlatives=missing_superlatives(aligned),
        nearest=aligned.best,
    )
