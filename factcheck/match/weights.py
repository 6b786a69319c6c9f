"""The weights of the comparison levels, in bits, from a readable file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from factcheck.model import FactKind, Part


@dataclass(frozen=True, slots=True)
class Weights:
    """Weight in bits by dimension and level, and the prior by kind of comparison."""

    prior: dict[str, float]
    levels: dict[str, dict[str, float]]

    def part(self, dimension: str, level: str) -> Part:
        """The part that a level contributes; an unlisted level weighs nothing."""
        return Part(dimension, level, self.levels.get(dimension, {}).get(level, 0.0))


@lru_cache(maxsize=1)
def load_weights() -> dict[str, Weights]:
    """Weights by kind of fact; "default" serves kinds without an entry of their own."""
    text = resources.files("factcheck.match").joinpath("weights.json").read_text("utf-8")
    tables = json.loads(text)["kinds"]
    return {kind: Weights(table["prior"], table["levels"]) for kind, table in tables.items()}


def weights_for(kind: FactKind) -> Weights:
    """The weights of one kind of fact."""
    tables = load_weights()
    return tables.get(kind.value, tables["default"])
