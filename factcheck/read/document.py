"""A text becomes a Document: its blocks, its headline and its day."""

from __future__ import annotations

from datetime import date

from factcheck.model import Block, BlockKind, Document, DocumentRole, Span
from factcheck.read.lines import split_lines


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
    """
    blocks: list[Block] = []
    title: Span | None = None
    for line in split_lines(text):
        if line.blank:
            continue
        heading = len(line.text.split()) <= 20 and line.text[-1] not in ".!?…\"'”’:;,"
        if heading and title is None:
            title = line.span
        kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
        blocks.append(Block(kind, line.span, level=2 if heading else 0))
    return Document(
        name=name,
        text=text,
        published=published,
        blocks=tuple(blocks),
        title=title,
        role=role,
        reference=reference,
    )
