"""The weights of the comparison levels, in bits, from a readable file."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

from factcheck.model import FactKind, Part


@dataclass(frozen=True, slots=True)
class Weights:
    """Weight in bits by dimension and level, and the prior by how the documents stand.

    `least` is the least that a dimension weighs where something else tells that the slot is one,
    `terse` the same where a side has too few words to share any ("Attendance: 4,817"), `telling`
    the same beside a slip of many digits, which says that one figure was taken from the other.
    """

    prior: dict[str, float]
    levels: dict[str, dict[str, float]]
    least: dict[str, float] = field(default_factory=dict)
    terse: dict[str, float] = field(default_factory=dict)
    telling: dict[str, float] = field(default_factory=dict)
    # Parts made before: millions of pairs share a few hundred of them.
    _parts: dict[tuple[str, str], Part] = field(default_factory=dict, repr=False)

    def part(self, dimension: str, level: str) -> Part:
        """The part that a level contributes; an unlisted level weighs nothing."""
        known = self._parts.get((dimension, level))
        if known is None:
            known = Part(dimension, level, self.levels.get(dimension, {}).get(level, 0.0))
            self._parts[dimension, level] = known
        return known

    def bounded(self, part: Part) -> Part:
        """The part, weighing no less than `least` has it for its dimension."""
        return _no_less(part, self.least)

    def spared(self, part: Part) -> Part:
        """The part, weighing no less than `terse` has it for its dimension."""
        return _no_less(part, self.terse)

    def outweighed(self, part: Part) -> Part:
        """The part, weighing no less than `telling` has it for its dimension."""
        return _no_less(part, self.telling)

    def most(self, dimension: str) -> float:
        """The most that a level of a dimension can add."""
        return max(0.0, *self.levels.get(dimension, {}).values())


def _no_less(part: Part, least: dict[str, float]) -> Part:
    bound = least.get(part.dimension)
    if bound is None or part.weight >= bound:
        return part
    return Part(part.dimension, part.level, bound)


@dataclass(frozen=True, slots=True)
class DraftWeights:
    """Weights of a draft's figure against its sources, in bits by dimension and level.

    `slots` tell how likely a figure of a source is the one that the draft's was taken from; they
    choose the counterpart, and count `scale` times in the sum. `levels` are those of the sum.
    """

    prior: float
    scale: float
    slots: dict[str, dict[str, float]]
    levels: dict[str, dict[str, float]]

    def slot_bits(self, dimension: str, level: str) -> float:
        """What a level says of the slot; an unlisted level says nothing."""
        return self.slots.get(dimension, {}).get(level, 0.0)

    def part(self, dimension: str, level: str) -> Part:
        """The part that a level contributes to the sum."""
        own = self.levels.get(dimension, {}).get(level, 0.0)
        return Part(dimension, level, round(own + self.scale * self.slot_bits(dimension, level), 4))


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    text = resources.files("factcheck.match").joinpath("weights.json").read_text("utf-8")
    table: dict[str, Any] = json.loads(text, parse_int=float)
    return table


@lru_cache(maxsize=16)
def weights_for(kind: FactKind) -> Weights:
    """The weights of one kind of fact; "default" serves kinds without an entry of their own."""
    kinds = _table()["kinds"]
    own, default = kinds.get(kind.value, {}), kinds["default"]
    levels = {
        dimension: {**table, **own.get("levels", {}).get(dimension, {})}
        for dimension, table in default["levels"].items()
    }
    return Weights({**default["prior"], **own.get("prior", {})}, levels, default["least"])


@lru_cache(maxsize=1)
def load_article_weights() -> Weights:
    """The weights for a figure of a draft that is an article of its own, on top of its kind's."""
    table = _table()["article"]
    return Weights(
        table["prior"], table["levels"], table["least"], table["terse"], table["telling"]
    )


@lru_cache(maxsize=1)
def load_draft_weights() -> DraftWeights:
    """The weights for a draft's figures."""
    table = _table()["draft"]
    return DraftWeights(table["prior"], table["scale"], table["slots"], table["levels"])
