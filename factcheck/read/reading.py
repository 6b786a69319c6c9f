"""What a piece of a page is, judged by itself; `factcheck.read.context` then looks around it."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import BlockKind, FurnitureKind
from factcheck.read.captions import is_caption
from factcheck.read.furniture import furniture_kind
from factcheck.read.headings import MOST_WORDS_OF_STANDFIRST, ends_sentence, is_heading
from factcheck.read.markers import (
    heading_marker,
    is_rule,
    is_table_row,
    list_marker,
    quote_marker,
)

SECTION_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """The kind given to one piece; `level` for headings, `furniture` for furniture."""

    kind: BlockKind
    level: int = 0
    furniture: FurnitureKind = FurnitureKind.NONE


PARAGRAPH = Reading(BlockKind.PARAGRAPH)
CAPTION = Reading(BlockKind.CAPTION)
SECTION = Reading(BlockKind.HEADING, SECTION_LEVEL)
TITLE = Reading(BlockKind.HEADING, 1)


def furniture(kind: FurnitureKind) -> Reading:
    """The reading of a piece of furniture."""
    return Reading(BlockKind.FURNITURE, furniture=kind)


def read_alone(text: str) -> Reading:
    """The kind of a piece by its own shape and words; a piece of nothing known is a paragraph."""
    if is_rule(text):
        return furniture(FurnitureKind.LABEL)
    level, _ = heading_marker(text)
    if level:
        return Reading(BlockKind.HEADING, level)
    if quote_marker(text):
        return Reading(BlockKind.QUOTE)
    if is_table_row(text):
        return Reading(BlockKind.TABLE_ROW)
    if list_marker(text):
        return Reading(BlockKind.LIST_ITEM)
    return read_words(text)


def read_words(text: str) -> Reading:
    """As `read_alone`, for words whose layout marks are already accounted for."""
    kind = furniture_kind(text)
    if kind is not FurnitureKind.NONE:
        return furniture(kind)
    if is_caption(text):
        return CAPTION
    unworded = len(text) <= 24 and not any(character.isalpha() for character in text)
    return SECTION if unworded or is_heading(text) else PARAGRAPH


def is_prose(text: str, reading: Reading) -> bool:
    """Whether a paragraph is running text (it ends a sentence, or is long): the head ends there."""
    if reading.kind is not BlockKind.PARAGRAPH:
        return False
    return (
        ends_sentence(text)
        or text.endswith((":", ",", ";"))
        or len(text.split()) > MOST_WORDS_OF_STANDFIRST
    )
