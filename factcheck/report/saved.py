"""A saved `factcheck.report/v1` made a Report again, so that any format can show it.

The file holds no texts: they are read anew, by name. Where a text is gone or has changed since, its
document holds the words of the report's places and blanks between, and `Report.missing` says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import msgspec

from factcheck.model import (
    Document,
    DocumentRole,
    Fact,
    FactcheckError,
    FactGroup,
    FactKind,
    Finding,
    Landmark,
    Location,
    Part,
    Report,
    SavedValue,
    Scope,
    Severity,
    Span,
    Status,
    Suppression,
    SuppressionKind,
    Tool,
)
from factcheck.report.json import SCHEMA
from factcheck.report.patchwork import Patch, patchwork

Reread = Callable[[str], Document | None]
"""Gives the document of a name as it is now; None where there is none."""


class _Place(msgspec.Struct):
    document: str
    start: int
    end: int
    line: int
    column: int
    text: str
    label: str = ""
    place: str = ""


class _Part(msgspec.Struct):
    dimension: str
    level: str
    weight: float


class _Silenced(msgspec.Struct):
    kind: SuppressionKind
    reason: str


class _Finding(msgspec.Struct):
    code: str
    rule: str
    severity: Severity
    confidence: float
    message: str
    scope: Scope
    primary: _Place
    related: list[_Place]
    values: list[str]
    why: list[_Part]
    fingerprint: str
    topic: str = ""
    notes: list[str] = []
    suppression: _Silenced | None = None


class _Member(msgspec.Struct):
    document: str
    start: int
    end: int
    text: str
    value: str
    days: tuple[date, date] | None = None
    side: int | None = None


class _Group(msgspec.Struct):
    kind: FactKind
    slot: str
    status: Status
    members: list[_Member]


class _Document(msgspec.Struct):
    name: str
    sha256: str
    claims: int
    published: date | None
    role: DocumentRole = DocumentRole.ARTICLE
    reference: bool = False


class _Tool(msgspec.Struct):
    name: str
    version: str
    model: str


class _Summary(msgspec.Struct):
    hidden: int
    facts: dict[Status, int]


class _LeftOut(msgspec.Struct):
    name: str
    reason: str


class _Report(msgspec.Struct):
    schema: str
    tool: _Tool
    documents: list[_Document]
    findings: list[_Finding]
    facts: list[_Group]
    summary: _Summary
    suppressed: list[_Finding] = []
    left_out: list[_LeftOut] = []


def report_of(value: Any, reread: Reread) -> Report:
    """The report that `value` (parsed JSON) holds, with the texts that `reread` gives.

    Raises FactcheckError when it is no `factcheck.report/v1`, or its places fit no text.
    """
    saved = _converted(value)
    documents: list[Document] = []
    missing: dict[str, str] = {}
    patches = _patches(saved)
    for one in saved.documents:
        found = reread(one.name)
        if found is None or found.sha256 != one.sha256:
            missing[one.name] = "is gone" if found is None else "has changed"
            text = patchwork(patches.get(one.name, ()), one.name)
            found = Document(one.name, text, landmarks=_landmarks(saved, one.name))
        documents.append(
            Document(
                one.name,
                found.text,
                published=one.published,
                blocks=found.blocks,
                title=found.title,
                role=one.role,
                reference=one.reference,
                markup=found.markup,
                file=found.file,
                landmarks=found.landmarks,
            )
        )
    texts = {document.name: document.text for document in documents}
    _check(patches, texts)
    return Report(
        Tool(saved.tool.name, saved.tool.version, saved.tool.model),
        tuple(documents),
        (),
        tuple(_finding(one) for one in saved.findings),
        tuple(_group(group) for group in saved.facts),
        saved.summary.hidden,
        {one.name: one.claims for one in saved.documents},
        tuple(_finding(one) for one in saved.suppressed),
        status_counts=saved.summary.facts,
        missing=missing,
        left_out={one.name: one.reason for one in saved.left_out},
    )


def _converted(value: Any) -> _Report:
    schema = value.get("schema") if isinstance(value, dict) else None
    if schema != SCHEMA:
        raise FactcheckError(f"not a report of factcheck ({SCHEMA}); `--format json` writes one")
    try:
        saved = msgspec.convert(value, _Report)
    except msgspec.ValidationError as fault:
        raise FactcheckError(f"not a report as `--format json` writes it: {fault}") from fault
    names = [document.name for document in saved.documents]
    if len(set(names)) < len(names):
        raise FactcheckError("not a report as `--format json` writes it: two documents of one name")
    if not all(group.members for group in saved.facts):
        raise FactcheckError("not a report as `--format json` writes it: a fact without members")
    return saved


def _patches(saved: _Report) -> Mapping[str, list[Patch]]:
    """What the report says of each text: its places, and the words that stand there."""
    patches: dict[str, list[Patch]] = {}
    for finding in (*saved.findings, *saved.suppressed):
        for place in (finding.primary, *finding.related):
            patch = Patch(Span(place.start, place.end), place.text, place.line, place.column)
            patches.setdefault(place.document, []).append(patch)
    for group in saved.facts:
        for member in group.members:
            patch = Patch(Span(member.start, member.end), member.text)
            patches.setdefault(member.document, []).append(patch)
    return patches


def _landmarks(saved: _Report, name: str) -> tuple[Landmark, ...]:
    """Where in its file the places of one text stand, as far as the report says so."""
    told = {
        place.start: place.place
        for finding in (*saved.findings, *saved.suppressed)
        for place in (finding.primary, *finding.related)
        if place.document == name and place.place
    }
    return tuple(Landmark(start, words) for start, words in sorted(told.items()))


def _check(patches: Mapping[str, list[Patch]], texts: Mapping[str, str]) -> None:
    for name, found in patches.items():
        if name not in texts:
            raise FactcheckError(f"a place of the report is in {name!r}, none of its documents")
        for patch in found:
            if texts[name][patch.span.start : patch.span.end] != patch.words:
                raise FactcheckError(f"a place of the report doesn't fit the text of {name!r}")


def _finding(saved: _Finding) -> Finding:
    silenced = saved.suppression
    return Finding(
        code=saved.code,
        rule=saved.rule,
        severity=saved.severity,
        confidence=saved.confidence,
        message=saved.message,
        scope=saved.scope,
        primary=_location(saved.primary),
        related=tuple(_location(place) for place in saved.related),
        values=tuple(saved.values),
        why=tuple(Part(part.dimension, part.level, part.weight) for part in saved.why),
        topic=saved.topic,
        notes=tuple(saved.notes),
        fingerprint=saved.fingerprint,
        suppression=None if silenced is None else Suppression(silenced.kind, silenced.reason),
    )


def _location(place: _Place) -> Location:
    return Location(place.document, Span(place.start, place.end), place.label)


def _group(group: _Group) -> FactGroup:
    return FactGroup(group.kind, group.slot, group.status, tuple(_facts(group)))


def _facts(group: _Group) -> Iterator[Fact]:
    for member in group.members:
        start, end = member.days or (None, None)
        value = SavedValue(member.value, start, end, member.side)
        span = Span(member.start, member.end)
        yield Fact(group.kind, member.document, span, member.text, value)
