"""The last lines of a report: what it comes to, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factcheck.model import DocumentRole, Finding, Report, Severity, Status, SuppressionKind
from factcheck.report.format import Style
from factcheck.report.paint import paint


def summary_lines(report: Report, style: Style) -> list[str]:
    """Facts by status; articles, claims and findings. No times: equal runs give equal bytes."""
    statuses = status_counts(report)
    facts = " · ".join(
        paint(f"{word} {statuses[status]}", status, color=style.color)
        for word, status in (
            ("Disputed", Status.DISPUTED),
            ("corroborated", Status.CORROBORATED),
            ("single source", Status.SINGLE),
        )
    )
    findings = counted(len(report.findings), "finding")
    if report.findings:
        findings += f" ({by_severity(report.findings)})"
    lines = [
        facts,
        f"{_read(report)} · {counted(sum(report.claim_counts.values()), 'claim')} · {findings}",
    ]
    if report.hidden:
        lines.append(
            f"{counted(report.hidden, 'doubtful finding')} not shown; --pedantic shows them all"
        )
    if report.suppressed:
        lines.append(suppressed_line(report))
    if report.left_out:
        lines.append(left_out_line(report))
    return lines


def status_counts(report: Report) -> dict[Status, int]:
    """The number of fact groups by status, for each status."""
    found = report.status_counts
    if found is None:
        found = Counter(group.status for group in report.groups)
    return {status: found.get(status, 0) for status in Status}


def _read(report: Report) -> str:
    """What was read: articles, or drafts and sources."""
    drafts = sum(document.role is DocumentRole.DRAFT for document in report.documents)
    if not drafts:
        return counted(len(report.documents), "article")
    sources = len(report.documents) - drafts
    return counted(drafts, "draft") + (f" · {counted(sources, 'source')}" if sources else "")


def suppressed_line(report: Report) -> str:
    """How many findings are silenced, and by what."""
    kinds = Counter(one.suppression.kind for one in report.suppressed if one.suppression)
    by_kind = ", ".join(
        f"{kinds[kind]:,} {words}"
        for kind, words in (
            (SuppressionKind.COMMENT, "by comments in the text"),
            (SuppressionKind.SIC, "by [sic]"),
            (SuppressionKind.BASELINE, "by the baseline"),
        )
        if kinds[kind]
    )
    return f"{counted(len(report.suppressed), 'finding')} suppressed: {by_kind}"


def left_out_line(report: Report) -> str:
    """How many texts could not be checked."""
    return f"{counted(len(report.left_out), 'text')} left out for want of memory"


def by_severity(findings: Iterable[Finding]) -> str:
    """ "2 errors, 1 note"; "" for none."""
    severities = Counter(finding.severity for finding in findings)
    return ", ".join(
        counted(severities[severity], noun)
        for severity, noun in (
            (Severity.ERROR, "error"),
            (Severity.WARNING, "warning"),
            (Severity.INFO, "note"),
        )
        if severities[severity]
    )


def counted(number: int, noun: str) -> str:
    """ "1 finding", "2 findings"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
