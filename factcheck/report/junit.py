"""JUnit XML, which most build servers show: a suite a document, a case a finding."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.model import Document, DocumentRole, Finding, Report, Severity
from factcheck.report.brief import elsewhere, sentence
from factcheck.report.format import Style
from factcheck.report.places import Place, Places
from factcheck.report.visible import visible

# What XML 1.0 can't hold, not even escaped, and the characters it gives a meaning.
_INVALID = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def render(report: Report, _style: Style) -> str:
    """Errors and warnings fail, notes pass with their text; what is clean is one case that passes.

    Sources of a draft stand there only when something points at them. No times: equal runs give
    equal bytes.
    """
    places = Places(report)
    found: dict[str, list[Finding]] = {document.name: [] for document in report.documents}
    for finding in report.findings:
        found[finding.primary.document].append(finding)
    lines: list[str] = []
    tests = failures = 0
    for document in report.documents:
        findings = found[document.name]
        if document.role is DocumentRole.SOURCE and not findings:
            continue
        failed = sum(map(_fails, findings))
        tests, failures = tests + max(len(findings), 1), failures + failed
        lines += _suite(document, findings, failed, places)
    head = f'<testsuites name="factcheck" tests="{tests}" failures="{failures}" errors="0">'
    declaration = '<?xml version="1.0" encoding="UTF-8"?>'
    return "".join(f"{line}\n" for line in (declaration, head, *lines, "</testsuites>"))


def _fails(finding: Finding) -> bool:
    return finding.severity is not Severity.INFO


def _suite(
    document: Document, findings: Sequence[Finding], failed: int, places: Places
) -> Iterator[str]:
    name, tests = _escaped(document.name), max(len(findings), 1)
    yield f'<testsuite name="{name}" tests="{tests}" failures="{failed}" errors="0" skipped="0">'
    if not findings:
        yield f'<testcase name="no findings" classname="{name}"/>'
    seen: Counter[str] = Counter()
    for finding in findings:
        yield from _case(finding, name, places, seen)
    yield "</testsuite>"


def _case(finding: Finding, name: str, places: Places, seen: Counter[str]) -> Iterator[str]:
    place, related = places.primary(finding), places.related(finding)
    where = _escaped(place.landmark) or f"{place.line}:{place.column}"
    case = f"{finding.code} {finding.rule} {where}"
    # Readers take cases of one name for one case.
    seen[case] += 1
    case += f" ({seen[case]})" if seen[case] > 1 else ""
    message, body = _escaped(sentence(finding)), _escaped_lines(_body(finding, place, related))
    yield f'<testcase name="{case}" classname="{name}">'
    if _fails(finding):
        yield f'<failure type="{finding.severity.value}" message="{message}">{body}</failure>'
    else:
        yield f"<system-out>{body}</system-out>"
    yield "</testcase>"


def _body(finding: Finding, place: Place, related: Sequence[Place]) -> Iterator[str]:
    yield f"{finding.severity.value}: {sentence(finding)}"
    for each in (place, *related):
        yield elsewhere([each])
    yield f"confidence {finding.confidence:.2f}; factcheck explain {finding.rule}"


def _escaped_lines(lines: Iterator[str]) -> str:
    return "\n".join(map(_escaped, lines))


def _escaped(text: str) -> str:
    """`text` on one line, for an element or an attribute in double quotes."""
    valid = _INVALID.sub(lambda found: f"\\u{ord(found[0]):04x}", visible(text))
    return "".join(_MARKUP.get(character, character) for character in valid)
