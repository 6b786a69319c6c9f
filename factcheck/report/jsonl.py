"""One finding a line, schema `factcheck.finding/v1` (docs/schema/finding-v1.json).

Each line can be used alone: every place says which document it is in, what that document is, and
the words around it.
"""

from __future__ import annotations

from typing import Any

from factcheck.model import Finding, Report
from factcheck.report.format import Style
from factcheck.report.json import encode, told
from factcheck.report.places import Place, Places

SCHEMA = "factcheck.finding/v1"

# How much of the line stands before and after the marked words, in code points.
_AROUND = 120


def render(report: Report, _style: Style) -> str:
    """A line of JSON for each finding, in the report's order; nothing where nothing was found."""
    places = Places(report)
    tool = {"name": report.tool.name, "version": report.tool.version, "model": report.tool.model}
    digests: dict[str, str] = {}
    lines: list[str] = []
    for finding in report.findings:
        record = {"schema": SCHEMA, "tool": tool, **_finding(finding, places, digests)}
        lines.append(encode(record) + "\n")
    return "".join(lines)


def _finding(finding: Finding, places: Places, digests: dict[str, str]) -> dict[str, Any]:
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "confidence": finding.confidence,
        "message": finding.message,
        "topic": finding.topic,
        "scope": finding.scope.value,
        "primary": _place(places.primary(finding), places, digests),
        "related": [_place(place, places, digests) for place in places.related(finding)],
        "values": list(finding.values),
        "why": [
            {"dimension": part.dimension, "level": part.level, "weight": round(part.weight, 3)}
            for part in finding.why
        ],
        "notes": list(finding.notes),
        "fingerprint": finding.fingerprint,
        "help": f"factcheck explain {finding.rule}",
    }


def _place(place: Place, places: Places, digests: dict[str, str]) -> dict[str, Any]:
    document = place.document
    if document.name not in digests:
        digests[document.name] = document.sha256
    before, after = places.around(place, _AROUND)
    return {
        "document": {
            "name": document.name,
            "sha256": digests[document.name],
            "title": None if document.title is None else document.slice(document.title),
            "published": None if document.published is None else document.published.isoformat(),
            "role": document.role.value,
            "reference": document.reference,
        },
        "start": place.span.start,
        "end": place.span.end,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        **told(document, place.span),
        "before": before,
        "text": place.words,
        "after": after,
        "label": place.label,
    }
