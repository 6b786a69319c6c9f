"""GitLab's Code Quality report: a JSON list that a merge request shows beside the changed lines."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any

from factcheck.model import Finding, Report, Severity
from factcheck.report.brief import with_elsewhere, with_landmark
from factcheck.report.format import Style
from factcheck.report.json import encode
from factcheck.report.paths import relative
from factcheck.report.places import Places

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, _style: Style) -> str:
    """One issue a finding, in the report's order."""
    places = Places(report)
    seen: Counter[str] = Counter()
    issues = [_issue(finding, places, seen) for finding in report.findings]
    # An issue a line: as quick to write as one long line, and it can be read and compared.
    return "[\n" + ",\n".join(map(encode, issues)) + "\n]\n" if issues else "[]\n"


def _issue(finding: Finding, places: Places, seen: Counter[str]) -> dict[str, Any]:
    place = places.primary(finding)
    return {
        "description": with_landmark(with_elsewhere(finding, places.related(finding)), place),
        "check_name": f"{finding.code} {finding.rule}",
        "fingerprint": _fingerprint(finding, seen),
        "severity": SEVERITIES[finding.severity],
        "location": {
            "path": relative(place.path),
            # GitLab wants a line; a file whose text was taken out of it has none to give.
            "lines": {
                "begin": place.line if place.verbatim else 1,
                "end": place.end_line if place.verbatim else 1,
            },
        },
    }


def _fingerprint(finding: Finding, seen: Counter[str]) -> str:
    """GitLab drops issues with a fingerprint it has seen: equal findings are numbered."""
    key = f"{finding.fingerprint}\x1f{finding.primary.document}"
    seen[key] += 1
    material = f"{key}\x1f{seen[key]}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(material).hexdigest()[:32]
