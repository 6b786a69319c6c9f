"""A text becomes a Document: its blocks, its headline and its day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from factcheck.model import Block, BlockKind, Document, DocumentRole, Span
from factcheck.read.lines import split_lines
from factcheck.read.markers import heading_marker
from factcheck.read.markup import markup_spans
from factcheck.read.plain import blocks_of_plain
from factcheck.read.published import published_day

if TYPE_CHECKING:
    from factcheck.read.front_matter import FrontMatter


def document_from_text(
    text: str,
    *,
    name: str,
    published: date | None = None,
    role: DocumentRole = DocumentRole.ARTICLE,
    reference: bool = False,
    markdown: bool = False,
) -> Document:
    """The Document of `text`, which is kept exactly as given.

    `published` given by the caller wins over what the text says. `markdown` reads the text by the
    rules of Markdown, otherwise as plain text (or the text of a scraped page).

    Raises FactcheckError for front matter of a Markdown text that can't be read.
    """
    front = _front_matter(text, name) if markdown else None
    blocks = _blocks(text, front, markdown=markdown)
    headline = title_span(blocks)
    return Document(
        name=name,
        text=text,
        published=published or (front and front.published) or published_day(text, blocks),
        blocks=blocks,
        title=headline and _without_hashes(text, headline),
        role=role,
        reference=reference,
        markup=markup_spans(text, blocks, markdown=markdown),
    )


def _front_matter(text: str, name: str) -> FrontMatter | None:
    if text.lstrip("\ufeff")[:1] not in ("-", "+", "{"):
        return None
    from factcheck.read.front_matter import read_front_matter

    return read_front_matter(text, split_lines(text, markdown=True), name=name)


def _blocks(text: str, front: FrontMatter | None, *, markdown: bool) -> tuple[Block, ...]:
    if not markdown:
        return blocks_of_plain(text)
    from factcheck.read.markdown import blocks_of_markdown

    return blocks_of_markdown(text, front)


def _without_hashes(text: str, span: Span) -> Span:
    """The headline without the hashes of a Markdown heading."""
    body = text[span.start : span.end]
    level, length = heading_marker(body)
    if not level:
        return span
    return Span(span.start + length, span.start + len(body.rstrip("# \t")))


def title_span(blocks: Sequence[Block]) -> Span | None:
    """The span of the headline: the first heading of level 1 that comes before any paragraph."""
    for block in blocks:
        if block.kind is BlockKind.HEADING and block.level == 1:
            return block.span
        if block.kind is BlockKind.PARAGRAPH:
            return None
    return None
