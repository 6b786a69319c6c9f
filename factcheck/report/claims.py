"""The claims and facts of documents, for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

from factcheck.model import Claim, Document, Fact, Slot
from factcheck.report.format import Style
from factcheck.report.json import encode, told
from factcheck.report.paint import paint
from factcheck.report.positions import Lines
from factcheck.report.values import show_value
from factcheck.report.visible import visible
from factcheck.report.wrap import wrapped

SCHEMA = "factcheck.claims/v1"


def render_text(documents: Sequence[Document], claims: Sequence[Claim], style: Style) -> str:
    """Each claim with its place and, beneath it, its facts: kind, value and slot."""
    lines: list[str] = []
    for document in documents:
        starts = Lines.of(document.text)
        name = visible(document.name, ascii_only=style.ascii)
        for claim in claims:
            if claim.document != document.name:
                continue
            line, column = starts.position(claim.span.start)
            landmark = document.landmark(claim.span.start)
            where = f" ({landmark})" if landmark else f":{line}:{column}"
            lines.append(paint(f"{name}{where}", "place", color=style.color))
            lines += _claim(document, claim, style)
    return "".join(f"{line}\n" for line in lines)


def _claim(document: Document, claim: Claim, style: Style) -> Iterator[str]:
    text = visible(" ".join(document.slice(claim.span).split()), ascii_only=style.ascii)
    yield from wrapped(f"  {text}", style.width, indent="  ")
    if claim.attribution:
        said = visible(claim.attribution, ascii_only=style.ascii)
        yield from wrapped(f"    said by {said}", style.width, indent="      ")
    for fact in claim.facts:
        value = paint(_safe(show_value(fact), style), "bold", color=style.color)
        slot = _slot_words(fact.slot)
        tail = f" ({_safe(slot, style)})" if slot else ""
        yield from wrapped(f"    {fact.kind.value}: {value}{tail}", style.width, indent="      ")


def _parts(told: tuple[str, ...] | str) -> tuple[str, ...]:
    """A part of a slot as words; the modality is one word."""
    return (told,) if isinstance(told, str) and told else tuple(told)


def _slot_words(slot: Slot) -> str:
    told = ((field.name, _parts(getattr(slot, field.name))) for field in fields(slot))
    return "; ".join(f"{name} {' '.join(words)}" for name, words in told if words)


def _safe(text: str, style: Style) -> str:
    return visible(" ".join(text.split()), ascii_only=style.ascii)


def render_json(documents: Sequence[Document], claims: Sequence[Claim]) -> str:
    """Documents with their claims and facts; offsets are code points into the text as read."""
    texts = {document.name: document for document in documents}
    listed = {document.name: [] for document in documents}  # type: dict[str, list[dict[str, Any]]]
    for claim in claims:
        listed[claim.document].append(_claim_dict(texts[claim.document], claim))
    return (
        encode(
            {
                "schema": SCHEMA,
                "documents": [
                    {"name": document.name, "claims": listed[document.name]}
                    for document in documents
                ],
            },
            indent=2,
        )
        + "\n"
    )


def _claim_dict(document: Document, claim: Claim) -> dict[str, Any]:
    return {
        "start": claim.span.start,
        "end": claim.span.end,
        "text": document.slice(claim.span),
        **told(document, claim.span),
        "block": claim.block_kind.value,
        "attribution": claim.attribution,
        "modality": claim.modality.value,
        "negated": claim.negated,
        "facts": [_fact_dict(fact) for fact in claim.facts],
    }


def _fact_dict(fact: Fact) -> dict[str, Any]:
    return {
        "kind": fact.kind.value,
        "start": fact.span.start,
        "end": fact.span.end,
        "text": fact.surface,
        "value": show_value(fact),
        "hedge": fact.hedge.value,
        "slot": {
            field.name: list(_parts(getattr(fact.slot, field.name)))
            for field in fields(fact.slot)
            if getattr(fact.slot, field.name)
        },
    }
