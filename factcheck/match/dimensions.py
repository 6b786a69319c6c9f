"""The dimensions on which two facts are compared, each with the function that tells its level."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.match.contrast import contrast_level
from factcheck.match.exchanged import EXCHANGED, are_exchanged
from factcheck.match.levels import Pair
from factcheck.match.sentence_levels import (
    attribution_level,
    company_level,
    days_level,
    names_level,
    rivals_level,
    size_level,
    sort_level,
    words_shared_level,
)
from factcheck.match.slips import NO_SLIP, slip_level
from factcheck.match.slot_levels import (
    event_level,
    measure_level,
    modality_level,
    modifiers_level,
    place_level,
    subject_level,
    time_level,
    unit_level,
)


@dataclass(frozen=True, slots=True)
class Dimension:
    """A named dimension and the function that says which level two facts reach on it."""

    name: str
    level: Callable[[Pair], str]


SLIP = "slip"


def _slip_level(pair: Pair) -> str:
    """The slip of the pen that makes one figure of the other."""
    level = slip_level(pair.left, pair.right)
    return EXCHANGED if level == NO_SLIP and are_exchanged(pair) else level


DIMENSIONS: tuple[Dimension, ...] = (
    # The first, since it can add most and costs least: it tells early which pairs are hopeless.
    Dimension(SLIP, _slip_level),
    Dimension("unit", unit_level),
    Dimension("measure", measure_level),
    Dimension("subject", subject_level),
    Dimension("event", event_level),
    Dimension("modifiers", modifiers_level),
    Dimension("time", time_level),
    Dimension("place", place_level),
    Dimension("names", names_level),
    Dimension("words", words_shared_level),
    Dimension("attribution", attribution_level),
    Dimension("modality", modality_level),
    Dimension("size", size_level),
    Dimension("rivals", rivals_level),
    Dimension("company", company_level),
    Dimension("contrast", contrast_level),
    Dimension("sort", sort_level),
    Dimension("published", days_level),
)
