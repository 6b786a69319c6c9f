"""The report for people (skeleton)."""

from __future__ import annotations

from factcheck.model import Report
from factcheck.report.format import Format, Style


def render(report: Report, _style: Style) -> str:
    """The report as lines for people."""
    return "".join(f"{f.severity} {f.code} {f.message}\n" for f in report.findings)


FORMAT = Format(("text",), "for people (default)", render)
