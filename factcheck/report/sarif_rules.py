"""The rules of a SARIF log, with their pages as help."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from factcheck.model import Finding, Severity
from factcheck.report.page import pages_folder, with_labels
from factcheck.rules import RULES, Rule

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

# How often a finding is right decides how severe its rule is (an error nineteen times in twenty),
# so the one tells the other. The words are those of GitHub's code scanning.
_PRECISION = {Severity.ERROR: "high", Severity.WARNING: "medium", Severity.INFO: "low"}
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}

# Tags by the hundreds of the code.
_TAGS = {
    "0": "comments",
    "1": "numbers",
    "2": "time",
    "3": "names",
    "4": "quotations",
    "5": "contradictions",
    "6": "sources",
    "7": "text",
}
_HEADING = re.compile(r"^## ", re.M)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
# Links to other pages lead nowhere from a log.
_RELATIVE = re.compile(r"\[([^\]]*)\]\((?!https?:)[^)]*\)")
_EMPHASIS = re.compile(r"\*+([^*\n]+)\*+")
_WRAP = re.compile(r"(?<=[^\n])\n(?!\n|- )\s*")


def descriptors(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """A `reportingDescriptor` for each rule that found something, in order of code."""
    found = {finding.code: finding for finding in findings}
    known = {rule.code: rule for rule in RULES}
    return [
        _descriptor(known[code]) if code in known else _unknown(found[code])
        for code in sorted(found)
    ]


def _descriptor(rule: Rule) -> dict[str, Any]:
    descriptor: dict[str, Any] = {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "tags": ["facts", _TAGS[rule.code[2]]],
            "precision": _PRECISION[rule.severity],
            "problem.severity": _PROBLEM[rule.severity],
        },
    }
    page = pages_folder() / f"{rule.name}.md"
    # A page that is missing costs the help, not the report.
    if page.is_file():
        markdown = _RELATIVE.sub(r"\1", with_labels(page.read_text(encoding="utf-8")))
        sections = [_plain(part) for part in _HEADING.split(markdown)]
        descriptor["fullDescription"] = {"text": sections[0].split("\n\n")[1]}
        descriptor["help"] = {"text": "\n\n".join(sections[1:3]), "markdown": markdown}
    return descriptor


def _unknown(finding: Finding) -> dict[str, Any]:
    """What can be said of a finding that no rule of the catalogue made."""
    level = {"level": LEVELS[finding.severity]}
    return {"id": finding.code, "name": finding.rule, "defaultConfiguration": level}


def _plain(markdown: str) -> str:
    """Markdown as text: a line a paragraph or list item, without links, code marks, emphasis."""
    text = _WRAP.sub(" ", markdown.strip())
    return _EMPHASIS.sub(r"\1", _LINK.sub(r"\1", text)).replace("`", "")
