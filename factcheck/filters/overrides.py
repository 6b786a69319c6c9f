"""What the user has decided about a rule: its severity, and the files in which it doesn't count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.config import Settings
from factcheck.filters.selection import covers, override
from factcheck.globs import matches_document
from factcheck.model import Finding, Severity
from factcheck.rules.rule import Rule


def overridden(
    findings: Iterable[Finding], *, rules: Sequence[Rule], settings: Settings
) -> Iterator[Finding]:
    """The findings of `rules` with the user's severities, without those left out in their files.

    A rule is left out in a file when the primary place, or every other place, stands in it: what
    other files still disagree about is not hidden.
    """
    by_code = {rule.code: rule for rule in rules}
    left_out: dict[tuple[str, str], bool] = {}

    def is_left_out(document: str, rule: Rule) -> bool:
        known = left_out.get((document, rule.code))
        if known is None:
            words = ignored_in(document, settings)
            known = left_out[document, rule.code] = covers(words, rule)
        return known

    for finding in findings:
        rule = by_code[finding.code]
        if settings.per_file_ignores:
            others = [place.document for place in finding.related]
            if is_left_out(finding.primary.document, rule):
                continue
            if others and all(is_left_out(document, rule) for document in others):
                continue
        yield _with_severity(finding, rule, override(rule, settings.severity))


def ignored_in(document: str, settings: Settings) -> tuple[str, ...]:
    """The words of rules that `settings.per_file_ignores` leave out in a document, by its name."""
    return tuple(
        word
        for pattern, words in settings.per_file_ignores.items()
        if matches_document(pattern, document)
        for word in words
    )


def _with_severity(finding: Finding, rule: Rule, wanted: str) -> Finding:
    """`finding` at the severity that the user wants for the rule.

    What the rule itself holds for less than its usual severity (a doubt, a mere note) is not made
    worse, only milder: "error" for a rule does not make errors of its notes.
    """
    if not wanted:
        return finding
    severity = Severity(wanted)
    if finding.severity.level < rule.severity.level:
        severity = min(severity, finding.severity, key=lambda one: one.level)
    return finding if severity is finding.severity else replace(finding, severity=severity)
