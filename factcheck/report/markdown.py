"""A comment for a pull request: counts by rule, then the findings of each document, folded.

What articles say stands in code only, where GitHub and GitLab read no markup, links or mentions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from factcheck.model import Finding, Report
from factcheck.report.format import Style
from factcheck.report.summary import by_severity, counted, left_out_line, suppressed_line
from factcheck.report.text import Page
from factcheck.report.visible import visible

# GitHub takes 65,536 characters a comment; bytes are the safe way to count them. The rest is kept
# for the line that says what was left out.
LIMIT = 65_536
_ROOM = LIMIT - 1_536
_WIDTH = 100
_LONGEST_LINE = 300
_MOST_LINES = 40
_LONGEST_NAME = 200
_TICKS = re.compile("`{3,}")


def render(report: Report, _style: Style) -> str:
    """The whole comment, below GitHub's limit however many findings there are; the worst first."""
    head = "".join(f"{line}\n" for line in _head(report))
    page = Page(report, Style(width=_WIDTH))
    shown: dict[str, list[str]] = {}
    own = _by_document(report.findings)
    used, number = _size(head), 0
    for finding in report.findings:
        name = finding.primary.document
        block = _block(page, finding)
        frame = 0 if name in shown else _size(_folded(name, own[name], []))
        if used + frame + _size(block) > _ROOM:
            break
        shown.setdefault(name, []).append(block)
        used, number = used + frame + _size(block), number + 1
    body = "".join(_folded(name, own[name], blocks) for name, blocks in shown.items())
    return head + body + _left_out(report.findings[number:]) + _foot(report)


def _head(report: Report) -> Iterator[str]:
    if not report.findings:
        yield "## factcheck: nothing found"
        yield ""
        return
    yield f"## factcheck: {counted(len(report.findings), 'finding')}"
    yield ""
    yield f"{by_severity(report.findings)}, in {counted(len(report.documents), 'document')}."
    yield ""
    yield "| severity | rule | findings |"
    yield "|---|---|--:|"
    numbers = Counter((one.severity, one.code, one.rule) for one in report.findings)
    order = sorted(numbers.items(), key=lambda item: (-item[0][0].level, item[0][1]))
    for (severity, code, rule), number in order:
        yield f"| {severity.value} | {code} {rule} | {number:,} |"
    yield ""


def _by_document(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    own: dict[str, list[Finding]] = {}
    for finding in findings:
        own.setdefault(finding.primary.document, []).append(finding)
    return own


def _folded(name: str, findings: Sequence[Finding], blocks: Sequence[str]) -> str:
    """A document's findings under its name; a click unfolds them."""
    safe = visible(name)
    safe = safe if len(safe) <= _LONGEST_NAME else f"…{safe[-_LONGEST_NAME:]}"
    told = f"{counted(len(findings), 'finding')} ({by_severity(findings)})"
    summary = f"<summary><code>{escape(safe)}</code>: {told}</summary>"
    return f"<details>\n{summary}\n\n{''.join(blocks)}</details>\n\n"


def _block(page: Page, finding: Finding) -> str:
    """The finding as the terminal shows it, in a fence that nothing in it can close."""
    lines = [line.rstrip() for line in page.finding(finding)]
    if len(lines) > _MOST_LINES:
        lines = [*lines[:_MOST_LINES], f"… {counted(len(lines) - _MOST_LINES, 'more line')}"]
    cut = (line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…" for line in lines)
    body = "\n".join(cut)
    fence = "`" * max(3, *(len(run) + 1 for run in _TICKS.findall(body)), 3)
    return f"{fence}text\n{body}\n{fence}\n\n"


def _left_out(findings: Sequence[Finding]) -> str:
    if not findings:
        return ""
    documents = len({finding.primary.document for finding in findings})
    return (
        f"**{counted(len(findings), 'more finding')}** ({by_severity(findings)}) in "
        f"{counted(documents, 'document')} left out: a comment may have {LIMIT:,} characters. "
        "The other formats have them all.\n\n"
    )


def _foot(report: Report) -> str:
    told = f"{counted(len(report.documents), 'document')} checked by factcheck "
    told += report.tool.version
    if report.hidden:
        told += f"; {counted(report.hidden, 'doubtful finding')} not shown"
    if report.suppressed:
        told += f"; {suppressed_line(report)}"
    if report.left_out:
        told += f"; {left_out_line(report)}"
    return f"{told}.\n"


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
