"""A record with named fields (an item of a list, an entry of a feed) becomes a Document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from factcheck.model import Block, BlockKind, Document, FurnitureKind, Landmark, Span
from factcheck.read.decode import check_text
from factcheck.read.formats.dates import stated_day
from factcheck.read.formats.fragment import is_html, parts_of_html
from factcheck.read.formats.parts import BYLINE, TITLE, Part, assembled, squeezed
from factcheck.read.formats.source import Fields, Source
from factcheck.read.markup import markup_spans
from factcheck.read.plain import blocks_of_plain
from factcheck.read.published import published_day

TEXTS = (
    "text",
    "body",
    "content",
    "article",
    "articleBody",
    "maintext",
    "content_text",
    "content_html",
)
TITLES = ("title", "headline", "name")
DAYS = (
    "published",
    "date",
    "datePublished",
    "date_published",
    "date_publish",
    "published_at",
    "publishedAt",
    "pubDate",
    "created",
)
IDENTITIES = ("id", "guid", "url", "link", "slug")
_LONGEST_IDENTITY = 200
# Seconds and milliseconds since 1970, for days from 1973 to 2200.
_SECONDS = range(100_000_000, 7_258_118_400)


@dataclass(frozen=True, slots=True)
class Record:
    """What a record says: its words, and what is said of them."""

    text: str
    title: str = ""
    author: str = ""
    published: date | None = None
    identity: str = ""


@dataclass(slots=True)
class Names:
    """Names for the documents of one file: by what identifies each, else by its number."""

    source: Source
    _given: set[str] = field(default_factory=set)

    def of(self, identity: str, number: int) -> str:
        """The name of the record `number` (from 1), never given before."""
        words = squeezed(identity).replace("#", "%23")
        if not words.isprintable() or len(words) > _LONGEST_IDENTITY:
            words = ""
        name = f"{self.source.name}#{words or number}"
        while name in self._given:
            name += f"({number})"
        self._given.add(name)
        return name


def record_of(value: Mapping[str, Any], fields: Fields) -> Record:
    """The record in a JSON object, by the names in `fields` and those that are usual."""
    return Record(
        _string(value, fields.text, TEXTS),
        _string(value, fields.title, TITLES),
        "",
        _day(value, fields.published),
        _string(value, fields.identity, IDENTITIES),
    )


def document_of(record: Record, source: Source, *, name: str, first: str = "") -> Document:
    """The Document of a record; where `name` is "" it is called as the file.

    Landmarks are its paragraphs, after `first` ("line 12, paragraph 3"). Plain text is kept to the
    letter, with the title on a line before it; of HTML the words are.

    Raises:
        FactcheckError: the text is blank, full of control characters, or in a line too long.
    """
    if is_html(record.text):
        parts = parts_of_html(record.text)
        document = assembled(
            _with_head(record, parts), source, name=name, published=record.published
        )
        landmarks: Iterable[Landmark] = document.landmarks
    else:
        document = _plain(record, source, name)
        landmarks = _paragraphs(document.blocks)
    before = f"{first}, " if first else ""
    told = tuple(Landmark(one.start, before + one.words) for one in landmarks)
    return replace(document, landmarks=told)


def _with_head(record: Record, parts: list[Part]) -> Iterator[Part]:
    title, author = squeezed(record.title), squeezed(record.author)
    if title and not (parts and squeezed(parts[0].text).casefold() == title.casefold()):
        yield Part(title, TITLE, (Landmark(0, "title"),))
    if author:
        yield Part(author, BYLINE, (Landmark(0, "author"),))
    yield from parts


def _plain(record: Record, source: Source, name: str) -> Document:
    """Title, author and text, each as given, with blank lines between."""
    head: list[Block] = []
    text = ""
    title, author = squeezed(record.title), squeezed(record.author)
    if title and not record.text.lstrip().casefold().startswith(title.casefold()):
        head.append(Block(BlockKind.HEADING, Span(0, len(title)), 1))
        text = f"{title}\n\n"
    if author:
        span = Span(len(text), len(text) + len(author))
        head.append(Block(BlockKind.FURNITURE, span, furniture=FurnitureKind.BYLINE))
        text += f"{author}\n\n"
    blocks = (*head, *_shifted(blocks_of_plain(record.text), len(text)))
    text += record.text
    check_text(text, source.shown)
    heading = next((one.span for one in blocks if one.level == 1), None)
    return Document(
        name=name or source.name,
        text=text,
        published=record.published or published_day(text, blocks),
        blocks=blocks,
        title=heading,
        markup=markup_spans(text, blocks, markdown=False),
        file=source.name if name else "",
    )


def _shifted(blocks: Iterable[Block], by: int) -> Iterator[Block]:
    for block in blocks:
        span = Span(block.span.start + by, block.span.end + by)
        yield Block(block.kind, span, block.level, block.furniture)


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Landmark]:
    number = 0
    for block in blocks:
        if block.level == 1:
            yield Landmark(block.span.start, "title")
        elif block.kind is BlockKind.FURNITURE:
            yield Landmark(block.span.start, block.furniture.value)
        else:
            number += 1
            yield Landmark(block.span.start, f"paragraph {number}")


def _string(value: Mapping[str, Any], wanted: str, usual: Iterable[str]) -> str:
    """The first of the fields that holds words; a number stands for its digits."""
    for name in (wanted,) if wanted else usual:
        found = _within(value, name)
        if isinstance(found, str) and found.strip():
            return found
        if isinstance(found, int) and not isinstance(found, bool) and abs(found) < 10**18:
            return str(found)
        if isinstance(found, list) and found and all(isinstance(one, str) for one in found):
            return "\n\n".join(found)
    return ""


def _within(value: Mapping[str, Any], name: str) -> Any:
    """The field `name`; a dot in it leads into a record within the record."""
    if name in value:
        return value[name]
    found: Any = value
    for step in name.split("."):
        if not isinstance(found, Mapping):
            return None
        found = found.get(step)
    return found


def _day(value: Mapping[str, Any], wanted: str) -> date | None:
    for name in (wanted,) if wanted else DAYS:
        found = _within(value, name)
        if isinstance(found, str) and (day := stated_day(found)):
            return day
        if isinstance(found, int | float) and not isinstance(found, bool):
            seconds = found if found in _SECONDS else found / 1000
            if _SECONDS[0] <= seconds <= _SECONDS[-1]:
                return datetime.fromtimestamp(seconds, UTC).date()
    return None
