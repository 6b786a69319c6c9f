"""The part of a document that sums up the rest: headline, standfirst, key points at the top."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.model import Block, BlockKind, Document, FurnitureKind

_LABEL = re.compile(
    r"(?:(?:story |the |article |main |our )?highlights|(?:the )?(?:key|main) "
    r"(?:points|takeaways|facts|findings|messages|developments)|takeaways|in brief|in short"
    r"|at a glance|(?:executive |article |quick )?summary|tl;?dr|abstract|the gist"
    r"|the short version|what (?:we know|you need to know|to know))\s*:?",
    re.IGNORECASE,
)
_LONGEST_LABEL = 60
_MARKS = "#*_ \t"
_SUMMED_UP = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_SIGNED = (FurnitureKind.BYLINE, FurnitureKind.DATELINE)
# A standfirst in whole sentences is short; more is the beginning of the text.
_MOST_OF_STANDFIRST = 2


def summary_blocks(document: Document) -> frozenset[int]:
    """The numbers of the blocks that sum up the text below them; none where no text is below.

    Headings above the first paragraph, a list there, what stands under a label such as "Key
    points", and a paragraph between the headline and the byline.
    """
    blocks = document.blocks
    first = next(
        (number for number, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH),
        len(blocks),
    )
    start, found = _labelled(document, first)
    if not found and document.title is not None:
        start = _signed(blocks, first)
        found = tuple(range(first, start))
    body = range(max(start, first), len(blocks))
    if not any(blocks[number].kind is BlockKind.PARAGRAPH for number in body):
        return frozenset()
    above = (
        number
        for number in range(first)
        if blocks[number].kind in (BlockKind.HEADING, BlockKind.LIST_ITEM)
        and not is_label(document, blocks[number])
    )
    return frozenset((*above, *found))


def _labelled(document: Document, first: int) -> tuple[int, tuple[int, ...]]:
    """The blocks under a label of a summary above the text, and the number after them."""
    blocks = document.blocks
    label = next((n for n in range(first) if is_label(document, blocks[n])), None)
    if label is None:
        return first, ()
    found = tuple(_run(document, label))
    return (found[-1] + 1 if found else first), found


def _run(document: Document, label: int) -> Iterator[int]:
    """The paragraphs or list items behind `label` up to the next blank line or other block."""
    blocks = document.blocks
    for number in range(label + 1, len(blocks)):
        block = blocks[number]
        if block.kind not in _SUMMED_UP:
            return
        later = number > label + 1 and block.kind is BlockKind.PARAGRAPH
        if later and "\n\n" in _between(document, blocks[number - 1], block):
            return
        yield number


def _between(document: Document, before: Block, after: Block) -> str:
    gap = document.text[before.span.end : after.span.start]
    return "\n".join(line.strip() for line in gap.split("\n"))


def is_label(document: Document, block: Block) -> bool:
    """Whether a block is the label of a summary: "Key points", "In brief"."""
    if block.kind not in (BlockKind.HEADING, BlockKind.FURNITURE):
        return False
    if block.span.end - block.span.start > _LONGEST_LABEL:
        return False
    return bool(_LABEL.fullmatch(document.slice(block.span).strip(_MARKS)))


def _signed(blocks: Sequence[Block], first: int) -> int:
    """The first block of the text behind a standfirst that the byline closes; `first` for none."""
    for number in range(first, min(first + _MOST_OF_STANDFIRST + 1, len(blocks))):
        if blocks[number].furniture in _SIGNED:
            return number
        if blocks[number].kind is not BlockKind.PARAGRAPH:
            return first
    return first
