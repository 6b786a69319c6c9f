"""The parts that readers take out of files of other kinds become one Document.

Each part stands on a line of its own (or on several) with a blank line behind it. Its kind is what
the file says it is, else what its words say, as in plain text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.model import Block, BlockKind, Document, FurnitureKind, Landmark, Span
from factcheck.read.comments import find_comments, uncommented
from factcheck.read.decode import check_text
from factcheck.read.document import title_span
from factcheck.read.formats.source import Source
from factcheck.read.lines import split_lines
from factcheck.read.markup import markup_spans
from factcheck.read.plain import blocks_of_pieces
from factcheck.read.published import published_day
from factcheck.read.reading import TITLE, Reading, furniture, read_alone
from factcheck.read.wrapping import Piece

__all__ = ["BYLINE", "DATELINE", "TITLE", "Part", "Reading", "assembled", "heading", "squeezed"]

BYLINE = furniture(FurnitureKind.BYLINE)
DATELINE = furniture(FurnitureKind.DATELINE)
LIST_ITEM = Reading(BlockKind.LIST_ITEM)
QUOTE = Reading(BlockKind.QUOTE)
TABLE_ROW = Reading(BlockKind.TABLE_ROW)
CAPTION = Reading(BlockKind.CAPTION)
_COMMENT = furniture(FurnitureKind.COMMENT)
_SEPARATOR = "\n\n"
CELL_SEPARATOR = " | "


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a text: its words and, where the file says so, what it is.

    `landmarks` count from the start of the part.
    """

    text: str
    reading: Reading | None = None
    landmarks: tuple[Landmark, ...] = ()


def heading(level: int) -> Reading:
    """The reading of a heading; level 1 is the title."""
    return Reading(BlockKind.HEADING, min(max(level, 1), 6))


def squeezed(text: str) -> str:
    """`text` on one line: every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def squeezed_lines(text: str) -> str:
    """`text` with each of its lines squeezed, and without the blank ones."""
    lines = (squeezed(line) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def row(cells: Iterable[str]) -> str:
    """The cells of a table's row on one line; "" where all are empty."""
    words = [squeezed(cell) for cell in cells]
    return CELL_SEPARATOR.join(words) if any(words) else ""


def assembled(
    parts: Iterable[Part],
    source: Source,
    *,
    name: str = "",
    published: date | None = None,
    first: str = "",
) -> Document:
    """The Document of `parts`, those without words left out.

    `name` is that of the document where it isn't the file's. `published` wins over what the text
    says. `first` is the landmark of what stands before all others.

    Raises:
        FactcheckError: nothing but white space is left, or a line is too long.
    """
    kept = [part for part in parts if part.text.strip()]
    text = _SEPARATOR.join(part.text for part in kept) + "\n" if kept else ""
    if not text:
        raise source.refusal("no text was found in it; give a file with text in it")
    check_text(text, source.shown)
    blocks = _blocks(text, kept)
    return Document(
        name=name or source.name,
        text=text,
        published=published or published_day(text, blocks),
        blocks=blocks,
        title=title_span(blocks),
        markup=markup_spans(text, blocks, markdown=False),
        file=source.name if name else "",
        landmarks=_landmarks(kept, first),
    )


def _blocks(text: str, parts: Sequence[Part]) -> tuple[Block, ...]:
    lines = iter(line for line in split_lines(text) if not line.blank)
    comments = find_comments(text, Span(0, len(text)), markdown=False)
    pieces: list[Piece] = []
    readings: list[Reading] = []
    end = 0
    line = next(lines, None)
    for part in parts:
        end += len(part.text)
        own = []
        while line is not None and line.margin < end:
            own.append(line)
            line = next(lines, None)
        end += len(_SEPARATOR)
        if own:
            bare = [uncommented(each, text, comments) for each in own]
            pieces.append(Piece(tuple(own), gap=True))
            words = " ".join(each.text for each in bare if not each.blank)
            readings.append((part.reading or read_alone(words)) if words else _COMMENT)
    return blocks_of_pieces(text, pieces, readings)


def _landmarks(parts: Sequence[Part], first: str) -> tuple[Landmark, ...]:
    return tuple(_without_repeats(_all_landmarks(parts, first)))


def _all_landmarks(parts: Sequence[Part], first: str) -> Iterator[Landmark]:
    if first:
        yield Landmark(0, first)
    start = 0
    for part in parts:
        for landmark in part.landmarks:
            yield Landmark(start + landmark.start, landmark.words)
        start += len(part.text) + len(_SEPARATOR)


def _without_repeats(landmarks: Iterable[Landmark]) -> Iterator[Landmark]:
    last: Landmark | None = None
    for landmark in landmarks:
        if last is not None and landmark.start == last.start:
            last = landmark
            continue
        if last is not None:
            yield last
        last = landmark
    if last is not None:
        yield last
