"""What the neighbours of a piece say of it: headline, standfirst, dateline, tags, captions, fields.

Each function takes the pieces of a page with their readings so far and returns the readings that it
changes. `CONTEXT` lists them in the order in which they apply.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from factcheck.model import BlockKind, FurnitureKind
from factcheck.read.captions import repeats_as_caption
from factcheck.read.datelines import read_dateline
from factcheck.read.furniture import is_byline, is_staff_line, is_topic_label
from factcheck.read.headings import is_headline, is_standfirst, is_title_case
from factcheck.read.markers import is_underline
from factcheck.read.mastheads import masthead_day
from factcheck.read.reading import (
    CAPTION,
    PARAGRAPH,
    SECTION,
    TITLE,
    Reading,
    furniture,
    is_prose,
)
from factcheck.read.wrapping import Piece

Readings = Sequence[Reading]
Changes = Mapping[int, Reading]

_WORDS = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CAPTION)
_NAME_LINE = re.compile(r"[A-Z][\w.'’-]+(?:\s(?:[A-Z][\w.'’-]*|de|van|von|der|bin|al)){1,3}")
_FIELD = re.compile(r"([A-Z][\w'’-]*(?:\s[\w'’-]+){0,2}):\s\S")
_TAIL = 4
_SUMMARY = 2
_PLACE_OR_NAME = re.compile(r"[A-Z][\w.'’-]*(?:,?\s[A-Z][\w.'’-]*){0,4}")
_MOST_TAGS = 12
_MOST_WORDS_OF_TAG = 5


def head_end(pieces: Sequence[Piece], readings: Readings) -> int:
    """The index of the first running text, which ends the head of a page."""
    for index, (piece, reading) in enumerate(zip(pieces, readings, strict=True)):
        if is_prose(piece.text, reading):
            return index
    return len(pieces)


def underlined(pieces: Sequence[Piece], readings: Readings) -> Changes:
    """Lines with "====" or "----" right under them are headings."""
    return {
        index: Reading(BlockKind.HEADING, is_underline(after.text))
        for index, (piece, after) in enumerate(pairwise(pieces))
        if is_underline(after.text)
        and not after.gap
        and readings[index].kind in _WORDS
        and is_headline(piece.text)
    }


def bare_dates(pieces: Sequence[Piece], readings: Readings) -> Changes:
    """Lines that hold a date and nothing else: datelines at the head or tail, else headings."""
    dated = [
        index
        for index, piece in enumerate(pieces)
        if readings[index].kind in _WORDS
        and (dateline := read_dateline(piece.text))
        and not dateline.rest
    ]
    head = head_end(pieces, readings)
    # A summary in whole sentences may stand above the date; a row of dates is a timeline.
    if len(dated) == 1:
        head = min(head + _SUMMARY + 1, len(pieces))
    tail = len(pieces) - _TAIL
    changes: dict[int, Reading] = {}
    for index in dated:
        dateline = read_dateline(pieces[index].text)
        on_edge = index < head or (index >= tail and not _prose_after(pieces, readings, index))
        labelled = dateline is not None and bool(dateline.sense)
        changes[index] = furniture(FurnitureKind.DATELINE) if on_edge or labelled else SECTION
    return changes


def headline(pieces: Sequence[Piece], readings: Readings) -> Changes:
    """The first line that can be a headline, before any running text, and its repetitions."""
    for index, (piece, reading) in enumerate(zip(pieces, readings, strict=True)):
        if reading.kind is BlockKind.FURNITURE:
            continue
        if reading.kind is BlockKind.HEADING and reading.level == 1:
            return {}
        if reading.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH):
            return {}
        if reading.kind is BlockKind.PARAGRAPH and not is_headline(piece.text):
            return {}
        return {
            other: TITLE
            for other, twin in enumerate(pieces)
            if other == index or (twin.text == piece.text and readings[other].kind in _WORDS)
        }
    return {}


def authors(pieces: Sequence[Piece], readings: Readings) -> Changes:
    """Staff lines, dates with a name or place, and names beside them, in the head of a page."""
    head = head_end(pieces, readings)
    changes: dict[int, Reading] = {}
    for index in range(head):
        if readings[index].kind not in _WORDS or readings[index].level == 1:
            continue
        text = pieces[index].text
        dateline = read_dateline(text)
        if is_staff_line(text) or (dateline and is_byline(dateline.rest)):
            changes[index] = furniture(FurnitureKind.BYLINE)
        elif dateline and (
            dateline.sense or _PLACE_OR_NAME.fullmatch(dateline.rest) or masthead_day(text)
        ):
            changes[index] = furniture(FurnitureKind.DATELINE)
    dated = {
        index
        for index in range(head)
        if changes.get(index, readings[index]).furniture
        in (FurnitureKind.DATELINE, FurnitureKind.BYLINE)
    }
    for index in range(head):
        beside = index - 1 in dated or index + 1 in dated
        if beside and index not in changes and readings[index].kind in _WORDS:
            name = re.split(r"\s?[|,/]\s?", pieces[index].text, maxsplit=1)[0]
            if readings[index].level != 1 and _NAME_LINE.fullmatch(name):
                changes[index] = furniture(FurnitureKind.BYLINE)
    return changes


def standfirsts(pieces: Sequence[Piece], readings: Readings) -> Changes:
    """Long lines without a full stop between the headline and the first running text."""
    titles = [index for index, reading in enumerate(readings) if reading.level == 1]
    if not titles:
        return {}
    return {
        index: SECTION
        for index in range(titles[0] + 1, head_end(pieces, readings))
        if readings[index].kind is BlockKind.PARAGRAPH and is_standfirst(pieces[index].text)
    }


def captions(pieces: Sequence[Piece], readings: Readings) -> Changes:
    """A line that the caption after it repeats, and twin lines in the head: alternative texts."""
    head = head_end(pieces, readings)
    changes: dict[int, Reading] = {}
    for index, (piece, after) in enumerate(pairwise(pieces)):
        if readings[index].kind not in _WORDS or readings[index].level == 1:
            continue
        twins = piece.text == after.text and index < head and len(piece.text.split()) >= 5
        if repeats_as_caption(piece.text, after.text):
            changes[index] = CAPTION
        elif twins and not is_prose(piece.text, readings[index]):
            changes[index] = changes[index + 1] = CAPTION
    return changes


def tags(pieces: Sequence[Piece], readings: Readings) -> Changes:
    """The list of topics that follows a label such as "Tags"."""
    changes: dict[int, Reading] = {}
    for index, piece in enumerate(pieces):
        if readings[index].furniture is not FurnitureKind.LABEL or not is_topic_label(piece.text):
            continue
        for after in range(index + 1, min(index + 1 + _MOST_TAGS, len(pieces))):
            if not _is_tag(pieces[after], readings[after], first=after == index + 1):
                break
            changes[after] = furniture(FurnitureKind.TAGS)
    return changes


def _is_tag(piece: Piece, reading: Reading, *, first: bool) -> bool:
    if reading.kind not in (*_WORDS, BlockKind.LIST_ITEM) or reading.level == 1:
        return False
    if is_prose(piece.text, reading) or (piece.gap and not first):
        return False
    parts = re.split(r"[,;|•·]\s?", piece.text)
    return all(len(part.split()) <= _MOST_WORDS_OF_TAG for part in parts)


def fields(pieces: Sequence[Piece], readings: Readings) -> Changes:
    """Lines "Label: words" whose label stands on several lines: the fields of a fact box."""
    found = {
        index: match[1]
        for index, piece in enumerate(pieces)
        if readings[index].kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
        and readings[index].level != 1
        and (match := _FIELD.match(piece.text))
        and not is_prose(piece.text, readings[index])
    }
    often = Counter(found.values())
    return {
        index: Reading(BlockKind.LIST_ITEM) for index, label in found.items() if often[label] > 1
    }


def loose_ends(pieces: Sequence[Piece], readings: Readings) -> Changes:
    """A last line that nothing follows heads nothing: it is text, perhaps cut short."""
    for index in range(len(pieces) - 1, 0, -1):
        reading, text = readings[index], pieces[index].text
        if reading.kind is BlockKind.FURNITURE:
            continue
        loose = reading == SECTION and len(text.split()) >= 5 and not is_title_case(text)
        after_prose = is_prose(pieces[index - 1].text, readings[index - 1])
        return {index: PARAGRAPH} if loose and after_prose else {}
    return {}


def _prose_after(pieces: Sequence[Piece], readings: Readings, index: int) -> bool:
    return any(
        is_prose(piece.text, reading)
        for piece, reading in zip(pieces[index + 1 :], readings[index + 1 :], strict=True)
    )


CONTEXT: tuple[Callable[[Sequence[Piece], Readings], Changes], ...] = (
    underlined,
    bare_dates,
    headline,
    captions,
    authors,
    standfirsts,
    tags,
    fields,
    loose_ends,
)
