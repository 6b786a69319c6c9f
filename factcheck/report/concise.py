"""One line a finding, for terminals, editors and grep; counts at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len

from factcheck.model import DocumentRole, Finding, Report
from factcheck.report.brief import sentence
from factcheck.report.format import Style
from factcheck.report.paint import paint
from factcheck.report.places import Place, Places
from factcheck.report.summary import by_severity, counted, left_out_line, suppressed_line
from factcheck.report.visible import visible

# From this many findings on, the last screen also says which rules and documents they come from.
_MANY = 20
_MOST_DOCUMENTS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A finding with its places."""

    finding: Finding
    place: Place
    related: tuple[Place, ...]


def render(report: Report, style: Style) -> str:
    """The findings by document and place, aligned within each document; then what they come to."""
    lines: list[str] = []
    for _, group in groupby(ordered(report), key=lambda line: line.finding.primary.document):
        lines += _aligned(list(group), style)
    if lines:
        lines.append("")
    if len(report.findings) >= _MANY:
        lines += [*_by_rule(report.findings, style), *_by_document(report, style), ""]
    lines += _closing(report)
    return "".join(f"{line}\n" for line in lines)


def ordered(report: Report) -> list[Line]:
    """The findings in order of document and place."""
    places = Places(report)
    lines = [Line(one, places.primary(one), places.related(one)) for one in report.findings]
    return sorted(
        lines, key=lambda line: (line.finding.primary.document, line.place.span, line.finding.code)
    )


def plain(line: Line) -> str:
    """A finding on a line of its own, without colour or alignment; it starts with the severity."""
    finding = line.finding
    return (
        f"{finding.severity.value} {visible(line.place.name)}: {finding.code} {finding.rule} "
        f"{sentence(finding)}{_other(line, ascii_only=False)}"
    )


def _aligned(lines: Sequence[Line], style: Style) -> Iterator[str]:
    names = [visible(line.place.name, ascii_only=style.ascii) + ":" for line in lines]
    column = max(map(cell_len, names))
    rule_column = max(len(line.finding.rule) for line in lines)
    for name, line in zip(names, lines, strict=True):
        finding, color = line.finding, style.color
        severity = finding.severity.value
        other = _other(line, ascii_only=style.ascii)
        yield (
            f"{paint(name, 'place', color=color)}{' ' * (column - cell_len(name))} "
            f"{paint(severity, severity, color=color)}{' ' * (7 - len(severity))} "
            f"{paint(finding.code, 'bold', color=color)} {finding.rule:<{rule_column}} "
            f"{sentence(finding, ascii_only=style.ascii)}{paint(other, 'dim', color=color)}"
        )


def _other(line: Line, *, ascii_only: bool) -> str:
    """The first of the other places, and how many more there are."""
    if not line.related:
        return ""
    more = f" and {len(line.related) - 1} more" if len(line.related) > 1 else ""
    return f" [{visible(line.related[0].name, ascii_only=ascii_only)}{more}]"


def _by_rule(findings: Sequence[Finding], style: Style) -> Iterator[str]:
    rules: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        rules.setdefault((finding.code, finding.rule), []).append(finding)
    column = max(len(rule) for _, rule in rules)
    widest = len(f"{max(map(len, rules.values())):,}")
    for (code, rule), own in sorted(rules.items(), key=lambda item: (-len(item[1]), item[0])):
        number = f"{len(own):>{widest},}"
        told = paint(code, "bold", color=style.color)
        yield f"{told} {rule:<{column}} {number}  {by_severity(own)}"


def _by_document(report: Report, style: Style) -> Iterator[str]:
    numbers = Counter(finding.primary.document for finding in report.findings)
    if len(numbers) <= _MOST_DOCUMENTS:
        return
    most = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))[:_MOST_DOCUMENTS]
    told = (f"{visible(name, ascii_only=style.ascii)} ({number:,})" for name, number in most)
    yield f"most in {', '.join(told)}"


def _closing(report: Report) -> Iterator[str]:
    total = counted(len(report.findings), "finding")
    checked = [one for one in report.documents if one.role is not DocumentRole.SOURCE]
    drafts = any(one.role is DocumentRole.DRAFT for one in checked)
    read = counted(len(checked), "draft" if drafts else "document")
    if report.findings:
        within = len({finding.primary.document for finding in report.findings})
        yield f"{total} ({by_severity(report.findings)}) in {within:,} of {read}"
    else:
        yield f"{total} in {read}"
    if report.hidden:
        yield f"{counted(report.hidden, 'doubtful finding')} not shown; --pedantic shows them all"
    if report.suppressed:
        yield suppressed_line(report)
    if report.left_out:
        yield left_out_line(report)
