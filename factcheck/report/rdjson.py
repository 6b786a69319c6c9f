"""Reviewdog's diagnostic format, `rdjson`: columns are bytes of UTF-8, ends are exclusive."""

from __future__ import annotations

from typing import Any

from factcheck.model import Finding, Report, Severity
from factcheck.report.brief import passage, with_elsewhere, with_landmark
from factcheck.report.format import Style
from factcheck.report.json import encode
from factcheck.report.paths import relative
from factcheck.report.places import Place, Places

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(report: Report, _style: Style) -> str:
    """A `DiagnosticResult` with one diagnostic a finding, in the report's order."""
    places = Places(report)
    diagnostics = (encode(_diagnostic(finding, places)) for finding in report.findings)
    body = ",\n".join(diagnostics)
    return f'{{"source":{{"name":"factcheck"}},"diagnostics":[\n{body}\n]}}\n'


def _diagnostic(finding: Finding, places: Places) -> dict[str, Any]:
    primary, related = places.primary(finding), places.related(finding)
    diagnostic: dict[str, Any] = {
        # Reviewdog posts the message; the related places reach only some of its reporters.
        "message": with_landmark(with_elsewhere(finding, related), primary),
        "location": _location(primary, places),
        "severity": SEVERITIES[finding.severity],
        "code": {"value": f"{finding.code} {finding.rule}"},
    }
    if related:
        diagnostic["related_locations"] = [
            {"message": passage(place), "location": _location(place, places)} for place in related
        ]
    return diagnostic


def _location(place: Place, places: Places) -> dict[str, Any]:
    if not place.verbatim:
        # Lines and columns of the text are not those of the file.
        return {"path": relative(place.path)}
    start, end = places.byte_columns(place)
    return {
        "path": relative(place.path),
        "range": {
            "start": {"line": place.line, "column": start},
            "end": {"line": place.end_line, "column": end},
        },
    }
