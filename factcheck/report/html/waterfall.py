"""The weights of a match as a waterfall: each bar starts where the one before it ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.model import Part
from factcheck.report.waterfall import WEIGHS, probability
from factcheck.report.why import phrase

WIDTH = 100.0
"""Units of the drawing from left to right."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One dimension: its words, bits, running total, probability there, and its bar."""

    dimension: str
    level: str
    words: str
    bits: float
    total: float
    probability: float
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Waterfall:
    """The bars, where zero bits lie, what they come to, and the parts that weigh nothing."""

    bars: tuple[Bar, ...]
    zero: float
    total: float
    probability: float
    others: tuple[Part, ...]


def waterfall(parts: Sequence[Part]) -> Waterfall | None:
    """The waterfall of a finding; None where none of its parts has a weight."""
    # As a saved report has them, so that its page is the same.
    parts = [replace(part, weight=round(part.weight, 3)) for part in parts]
    weighed = [part for part in parts if abs(part.weight) >= WEIGHS]
    if not weighed:
        return None
    totals = [0.0]
    for part in weighed:
        totals.append(totals[-1] + part.weight)
    low, high = min(totals), max(totals)
    scale = (WIDTH - 2) / ((high - low) or 1.0)

    def place(bits: float) -> float:
        return round(1 + (bits - low) * scale, 1)

    bars = []
    for number, part in enumerate(weighed):
        start, end = sorted((place(totals[number]), place(totals[number + 1])))
        total = totals[number + 1]
        bars.append(
            Bar(
                part.dimension,
                part.level,
                phrase(part),
                part.weight,
                total,
                probability(total),
                start,
                round(max(end - start, 0.5), 1),
            )
        )
    return Waterfall(
        tuple(bars),
        place(0.0),
        totals[-1],
        probability(totals[-1]),
        tuple(part for part in parts if abs(part.weight) < WEIGHS),
    )
