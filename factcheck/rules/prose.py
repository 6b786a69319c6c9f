"""What the rules on text defects need to know of blocks: body, sentence ends, excerpts."""

from __future__ import annotations

import re

from factcheck.model import Block, BlockKind, Document

BODY = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)
"""Blocks of running text."""
BODY_OR_LINE = (*BODY, BlockKind.HEADING)
"""The same with headings: a sentence with a stray digit at its end can be read as one."""

# Full stop, question or exclamation mark or ellipsis, then at most closing marks and a note.
_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}(?:\[?[0-9]{1,3}\]?|[*†‡¹²³⁴-⁹]{1,2})?$")
_EXCERPT = 60
_MARKUP_NAMES = (".md", ".markdown", ".mdx", ".html", ".htm")


def body_blocks(document: Document) -> tuple[Block, ...]:
    """Paragraphs, list items and block quotes, in order."""
    return tuple(block for block in document.blocks if block.kind in BODY)


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does (a footnote mark may follow)."""
    return bool(_END.search(text.rstrip()[-12:]))


def excerpt(text: str) -> str:
    """`text` on one line, cut to about 60 characters at a word."""
    line = " ".join(text.split())
    if len(line) <= _EXCERPT:
        return line
    return line[:_EXCERPT].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def is_markup(document: Document) -> bool:
    """Whether the document's name says that tags and entities belong in its text.

    They don't in what was taken out of a page.
    """
    return document.verbatim and document.name.lower().endswith(_MARKUP_NAMES)
