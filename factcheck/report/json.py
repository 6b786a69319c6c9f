"""The report as JSON, schema `factcheck.report/v1` (docs/schema/report-v1.json)."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from typing import Any

from factcheck.model import (
    Document,
    Fact,
    FactGroup,
    Finding,
    Location,
    Report,
    Severity,
    Span,
    Status,
    Suppression,
    SuppressionKind,
)
from factcheck.report.format import Style
from factcheck.report.positions import Lines
from factcheck.report.summary import status_counts
from factcheck.report.values import days_of, show_value, sides_of

SCHEMA = "factcheck.report/v1"

Documents = dict[str, Document]

# Line breaks to Unicode and to many a reader of lines, and controls to some terminals; JSON leaves
# them as they are.
_STEERING = re.compile("[\x7f-\x9f\u2028\u2029]")


def render(report: Report, _style: Style) -> str:
    """The report as an indented JSON text that ends with a line break."""
    return encode(as_dict(report), indent=2) + "\n"


def encode(value: object, *, indent: int | None = None) -> str:
    """JSON text of `value`: as written where UTF-8 can carry it, escaped where it can't.

    A lone surrogate (half a character, from broken input) has no UTF-8 form; JSON can escape it.
    """
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True, indent=indent, separators=separators)
    return _STEERING.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def as_dict(report: Report) -> dict[str, Any]:
    """The report as the plain values of `factcheck.report/v1`."""
    lines = {document.name: Lines.of(document.text) for document in report.documents}
    documents = {document.name: document for document in report.documents}
    whole = {
        "schema": SCHEMA,
        "tool": {
            "name": report.tool.name,
            "version": report.tool.version,
            "model": report.tool.model,
        },
        "documents": [
            _document(document, report.claim_counts.get(document.name, 0))
            for document in report.documents
        ],
        "findings": [_finding(finding, documents, lines) for finding in report.findings],
        "suppressed": [
            {**_finding(finding, documents, lines), "suppression": _suppression(finding)}
            for finding in report.suppressed
        ],
        "facts": [_group(group) for group in report.groups],
        "summary": summary(report),
    }
    if report.left_out:
        whole["left_out"] = [
            {"name": name, "reason": reason} for name, reason in report.left_out.items()
        ]
    return whole


def summary(report: Report) -> dict[str, Any]:
    """Counts of the run: documents, claims, findings by severity, hidden ones, facts by status."""
    severities = Counter(finding.severity for finding in report.findings)
    statuses = status_counts(report)
    return {
        "documents": len(report.documents),
        "claims": sum(report.claim_counts.values()),
        "findings": {
            "error": severities[Severity.ERROR],
            "warning": severities[Severity.WARNING],
            "info": severities[Severity.INFO],
        },
        "hidden": report.hidden,
        "suppressed": len(report.suppressed),
        "facts": {
            "disputed": statuses[Status.DISPUTED],
            "corroborated": statuses[Status.CORROBORATED],
            "single": statuses[Status.SINGLE],
        },
    }


def _document(document: Document, claims: int) -> dict[str, Any]:
    return {
        "name": document.name,
        "sha256": document.sha256,
        "title": None if document.title is None else document.slice(document.title),
        "published": None if document.published is None else document.published.isoformat(),
        "words": len(document.text.split()),
        "claims": claims,
        "role": document.role.value,
        "reference": document.reference,
    }


def _finding(finding: Finding, documents: Documents, lines: dict[str, Lines]) -> dict[str, Any]:
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "confidence": finding.confidence,
        "message": finding.message,
        "topic": finding.topic,
        "scope": finding.scope.value,
        "primary": _location(finding.primary, documents, lines),
        "related": [_location(place, documents, lines) for place in finding.related],
        "values": list(finding.values),
        "why": [
            {"dimension": part.dimension, "level": part.level, "weight": round(part.weight, 3)}
            for part in finding.why
        ],
        "notes": list(finding.notes),
        "fingerprint": finding.fingerprint,
        "help": f"factcheck explain {finding.rule}",
    }


def _suppression(finding: Finding) -> dict[str, str]:
    silenced = finding.suppression or Suppression(SuppressionKind.COMMENT)
    return {"kind": silenced.kind.value, "reason": silenced.reason}


def _location(place: Location, documents: Documents, lines: dict[str, Lines]) -> dict[str, Any]:
    line, column = lines[place.document].position(place.span.start)
    return {
        "document": place.document,
        "start": place.span.start,
        "end": place.span.end,
        "line": line,
        "column": column,
        "text": documents[place.document].slice(place.span),
        "label": place.label,
        **told(documents[place.document], place.span),
    }


def told(document: Document, span: Span) -> dict[str, str]:
    """Where in its file a place of a text that was taken out of it is; nothing for other texts."""
    landmark = document.landmark(span.start)
    return {"place": landmark} if landmark else {}


def _group(group: FactGroup) -> dict[str, Any]:
    values: dict[str, dict[str, None]] = {}
    for fact in group.facts:
        values.setdefault(show_value(fact), {})[fact.document] = None
    return {
        "id": _group_id(group),
        "kind": group.kind.value,
        "slot": group.label,
        "status": group.status.value,
        "values": [
            {"value": value, "documents": list(documents)} for value, documents in values.items()
        ],
        "members": _members(group),
    }


def _members(group: FactGroup) -> list[dict[str, Any]]:
    members = [_member(fact) for fact in group.facts]
    if group.status is Status.DISPUTED:
        for member, side in zip(members, sides_of(group.facts), strict=True):
            member["side"] = side
    return members


def _member(fact: Fact) -> dict[str, Any]:
    member: dict[str, Any] = {
        "document": fact.document,
        "start": fact.span.start,
        "end": fact.span.end,
        "text": fact.surface,
        "value": show_value(fact),
    }
    days = days_of(fact)
    if days:
        member["days"] = [day.isoformat() for day in days]
    return member


def _group_id(group: FactGroup) -> str:
    """Hex digest that stays the same while the slot and its members' words and places do."""
    parts = [group.kind.value, group.label]
    parts += [f"{fact.document}\x1e{fact.span.start}\x1e{fact.surface}" for fact in group.facts]
    material = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(material).hexdigest()[:16]
