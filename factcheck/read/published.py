"""The day a text appeared, from its own datelines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.model import Block, BlockKind, FurnitureKind
from factcheck.read.datelines import Dateline, read_dateline

_DATED = (FurnitureKind.DATELINE, FurnitureKind.BYLINE)
# What "yesterday" is counted from: the day of publication before that of an update.
_ORDER = ("published", "", "updated")


def published_day(text: str, blocks: Sequence[Block]) -> date | None:
    """The day that the datelines and bylines of a text give, None where none has a whole date.

    Lines at the head of the page come before those after the first paragraph, a day of publication
    before a bare day, and that before the day of an update.
    """
    first = next(
        (index for index, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH),
        len(blocks),
    )
    return _best(text, blocks[:first]) or _best(text, blocks[first:])


def _best(text: str, blocks: Sequence[Block]) -> date | None:
    found = [dateline for block in blocks if (dateline := _dateline(text, block))]
    for sense in _ORDER:
        for dateline in found:
            if dateline.sense == sense and dateline.day:
                return dateline.day
    return None


def _dateline(text: str, block: Block) -> Dateline | None:
    if block.furniture not in _DATED:
        return None
    return read_dateline(text[block.span.start : block.span.end])
