"""Key figures: a value on one line and what it is the value of on the next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.model import BlockKind, FurnitureKind
from factcheck.read.context import head_end
from factcheck.read.headings import ends_sentence
from factcheck.read.reading import Reading
from factcheck.read.wrapping import Piece

_VALUE = re.compile(
    r"[~≈<>+−–-]?\s?(?:[A-Z]{0,3}[$£€¥₹])?\d[\d,. ]{0,15}"
    r"(?:\s?(?:%|[-–—/]\s?[$£€]?\d[\d,.]{0,10}))?"
    r"(?:[\s‑-]?[A-Za-z/.²³°]{1,14}){0,3}[+%]?"
)
_COUNTS = (FurnitureKind.COUNT, FurnitureKind.NONE)


def key_figure_pairs(pieces: Sequence[Piece], readings: Sequence[Reading]) -> frozenset[int]:
    """The indices of value lines that the next line labels.

    The two stand right under one another, below the head of the page or in a row of such pairs.
    Numbers that only count sections (1, 2, 3) are no values.
    """
    pairs = [
        index
        for index in range(len(pieces) - 1)
        if _is_value(pieces[index], readings[index])
        and _is_label(pieces[index + 1], readings[index + 1])
    ]
    numbers = [pieces[index].text for index in pairs]
    if len(numbers) > 1 and numbers == [str(count + 1) for count in range(len(numbers))]:
        return frozenset()
    titles = [index for index, reading in enumerate(readings) if reading.level == 1]
    top = titles[0] if titles else -1
    first = (
        top if len([index for index in pairs if index > top]) > 1 else head_end(pieces, readings)
    )
    return frozenset(index for index in pairs if index > first)


def _is_value(piece: Piece, reading: Reading) -> bool:
    if reading.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.FURNITURE):
        return False
    if reading.furniture not in _COUNTS or len(piece.text) > 40:
        return False
    return len(piece.text.split()) <= 5 and bool(_VALUE.fullmatch(piece.text))


def _is_label(piece: Piece, reading: Reading) -> bool:
    if piece.gap or reading.level == 1 or ends_sentence(piece.text):
        return False
    if reading.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH):
        return False
    return piece.text[0].isalpha() and len(piece.text.split()) >= 2
