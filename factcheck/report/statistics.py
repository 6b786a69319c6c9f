"""How often each rule fired: what `--statistics` prints in place of the findings."""

from __future__ import annotations

from collections import Counter

from factcheck.model import Report, Severity
from factcheck.report.format import Style
from factcheck.report.paint import paint
from factcheck.report.summary import counted


def render(report: Report, style: Style) -> str:
    """One line a rule, the most frequent first: number, code, name, severities."""
    numbers = Counter((finding.code, finding.rule) for finding in report.findings)
    if not numbers:
        return "no findings\n"
    severities = Counter((finding.code, finding.severity) for finding in report.findings)
    widths = [
        max(map(len, column))
        for column in zip(
            *((f"{number:,}", code, rule) for (code, rule), number in numbers.items()), strict=True
        )
    ]
    lines = []
    for (code, rule), number in sorted(numbers.items(), key=lambda item: (-item[1], item[0])):
        name = paint(f"{rule:<{widths[2]}}", "bold", color=style.color)
        by_severity = ", ".join(
            paint(counted(severities[code, severity], noun), severity, color=style.color)
            for severity, noun in (
                (Severity.ERROR, "error"),
                (Severity.WARNING, "warning"),
                (Severity.INFO, "note"),
            )
            if severities[code, severity]
        )
        lines.append(f"{number:>{widths[0]},}  {code:<{widths[1]}}  {name}  {by_severity}")
    return "\n".join(lines) + "\n"
