"""Quotations of a document: what stands in quotation marks, who says it and with which verb."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from factcheck.annotate.nouns import Entity, Name, Quotation, Sentence
from factcheck.annotate.quote_marks import Marked, pair_marks
from factcheck.annotate.scene import Scene
from factcheck.annotate.speakers import Voice, voice_of
from factcheck.model import Block, BlockKind, Document, Span

_UNQUOTED = (BlockKind.FURNITURE, BlockKind.CODE)
# White space longer than this parts two things; a bound keeps long lines linear.
_NEAR = 80
_QUOTE_MARKS = "\"'“”„«»‘’"


def find_quotations(
    document: Document,
    shadow: str,
    sentences: tuple[Sentence, ...],
    names: tuple[Name, ...],
    entities: tuple[Entity, ...],
) -> tuple[Quotation, ...]:
    """The quotations of `document` in text order, each with its speaker where that can be told.

    A quotation over several paragraphs gives one `Quotation` a paragraph, all with one speaker. One
    that is never closed ends with its block. Linear in the length of the text.
    """
    marked = _marked(document)
    starts = [sentence.span.start for sentence in sentences]
    scene = Scene.of(sentences, names, entities, [Span(m.start, m.end) for _, m in marked])
    found: list[Quotation] = []
    last: tuple[int, Marked, Voice] | None = None
    for index, mark in marked:
        number = bisect_right(starts, mark.start) - 1
        if number < 0 or mark.inner_end <= mark.inner_start:
            continue
        voice = voice_of(scene, mark, number)
        if not voice.verb and mark.depth == 0 and last is not None:
            voice = _continued(document, index, mark, last, voice)
        inner = Span(mark.inner_start, mark.inner_end)
        quotation = Quotation(Span(mark.start, mark.end), inner, number, voice.speaker, voice.verb)
        found.append(quotation)
        if mark.depth == 0 and (voice.verb or voice.speaker):
            last = (index, mark, voice)
            found = _carry_back(document, found, voice)
    return tuple(found)


def _marked(document: Document) -> list[tuple[int, Marked]]:
    return [
        (index, mark)
        for index, block in enumerate(document.blocks)
        if block.kind not in _UNQUOTED
        for mark in pair_marks(document.text, block.span.start, block.span.end)
    ]


def _continued(
    document: Document, index: int, mark: Marked, last: tuple[int, Marked, Voice], voice: Voice
) -> Voice:
    """The voice of the quotation before, when this one goes on with it.

    That is so for a whole sentence in quotation marks later in the same paragraph, and for the next
    paragraph when it is nothing but the quotation or the one before was left open.
    """
    before_block, before, said = last
    block = document.blocks[index]
    if index == before_block:
        lead = document.text[max(before.end, mark.start - _NEAR) : mark.start].rstrip()
        after_sentence = not lead or lead[-1] in ".!?"
        return said if after_sentence and _is_statement(document, mark) else voice
    if _previous_text_block(document, index) != before_block:
        return voice
    lead_length = mark.start - block.span.start
    opens_block = lead_length < _NEAR and not document.text[block.span.start : mark.start].strip()
    rest = block.span.end - mark.end
    whole = opens_block and rest < _NEAR and not document.text[mark.end : block.span.end].strip()
    return said if whole or (opens_block and not before.closed) else voice


def _carry_back(document: Document, found: list[Quotation], voice: Voice) -> list[Quotation]:
    """Give the speaker of the last paragraph of a long quotation to the paragraphs before it."""
    at = len(found) - 2
    while at >= 0 and not found[at].speaker and not found[at].verb:
        text = document.text
        between = text[found[at].span.end : found[at + 1].span.start]
        open_end = text[found[at].span.end - 1] not in _QUOTE_MARKS
        if between.strip() or not open_end:
            break
        found[at] = replace(found[at], speaker=voice.speaker, verb=voice.verb)
        at -= 1
    return found


def _previous_text_block(document: Document, index: int) -> int:
    index -= 1
    while index >= 0 and _is_unread(document.blocks[index]):
        index -= 1
    return index


def _is_unread(block: Block) -> bool:
    return block.kind in _UNQUOTED or block.kind is BlockKind.CAPTION


def _is_statement(document: Document, mark: Marked) -> bool:
    """Whether the words are a sentence of their own: a capital first and a full stop last."""
    inner = document.text[mark.inner_start : mark.inner_end].strip()
    return bool(inner) and (inner[0].isupper() or inner[0].isdigit()) and inner[-1] in ".!?,…"
