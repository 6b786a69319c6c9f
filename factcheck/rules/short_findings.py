"""Findings between two short texts on one subject, for the rules they belong to.

What tells such texts apart is imported where two are at hand: most runs have none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.facts.statement_compare import OPPOSITE
from factcheck.model import Finding, Location, Part, Severity
from factcheck.rules.conflicts import SURE
from factcheck.rules.findings import make_finding
from factcheck.rules.rule import Corpus, Rule
from factcheck.rules.short_texts import Side, short_pairs

if TYPE_CHECKING:
    from factcheck.rules.short_kinds import KindClash

_WHY = (Part("subject", "one subject", 4.0),)


def figure_findings(corpus: Corpus, rule: Rule) -> Iterator[Finding]:
    """Figures of the subject."""
    for one, two in short_pairs(corpus):
        from factcheck.rules.short_figures import figure_clashes

        if one.of_another != two.of_another:
            continue
        for clash in figure_clashes(one, two):
            yield _finding(
                corpus,
                rule,
                (clash.left, clash.right),
                f"{clash.left.label} here, {clash.right.label} there, of one subject",
                clash.confidence,
                clash.left.label,
            )


def date_findings(corpus: Corpus, rule: Rule) -> Iterator[Finding]:
    """Dates of one event of the subject."""
    for one, two in short_pairs(corpus):
        from factcheck.rules.short_dates import date_clashes

        if one.of_another != two.of_another:
            continue
        for clash in date_clashes(one, two):
            yield _finding(
                corpus,
                rule,
                (clash.left.place, clash.right.place),
                f"{clash.left.place.label} here, {clash.right.place.label} there, for one "
                f"{clash.event}",
                clash.confidence,
                clash.event,
            )


def place_findings(corpus: Corpus, rule: Rule) -> Iterator[Finding]:
    """Places and countries of the subject."""
    for one, two in short_pairs(corpus):
        yield from _kind_findings(corpus, rule, _kinds(one, two, what_it_is=False))


def statement_findings(corpus: Corpus, rule: Rule) -> Iterator[Finding]:
    """What the subject is, who made it, and what of it is denied."""
    for one, two in short_pairs(corpus):
        from factcheck.rules.short_contrasts import CONTRAST, contrasts
        from factcheck.rules.short_opposites import OPPOSED, opposites
        from factcheck.rules.short_relations import relation_clashes

        yield from _kind_findings(corpus, rule, _kinds(one, two, what_it_is=True))
        for related in relation_clashes(one, two):
            yield _finding(
                corpus,
                rule,
                (related.left, related.right),
                f"another {related.relation}: {related.old} – {related.new}",
                related.confidence,
                related.relation,
            )
        if one.of_another != two.of_another:
            continue
        for contrast in contrasts(one, two):
            yield _finding(
                corpus,
                rule,
                (contrast.left, contrast.right),
                f"another {contrast.sort}: {contrast.left.label} – {contrast.right.label}",
                CONTRAST,
                contrast.sort,
            )
        for pair in opposites(one, two):
            yield _finding(
                corpus,
                rule,
                (pair.left, pair.right),
                f"{OPPOSITE}: “{pair.left.label}” – “{pair.right.label}”",
                OPPOSED,
                OPPOSITE,
            )
        yield from _denied(corpus, rule, one, two)


def _kinds(one: Side, two: Side, *, what_it_is: bool) -> Iterator[KindClash]:
    from factcheck.rules.short_kinds import CALLING, KIND, SEX, kind_clashes

    if one.of_another == two.of_another:
        for clash in kind_clashes(one, two):
            if (clash.reason in (KIND, CALLING, SEX)) is what_it_is:
                yield clash


def _kind_findings(corpus: Corpus, rule: Rule, clashes: Iterable[KindClash]) -> Iterator[Finding]:
    for clash in clashes:
        yield _finding(
            corpus,
            rule,
            (clash.left, clash.right),
            f"{clash.reason}: “{clash.old}” – “{clash.new}”",
            clash.confidence,
            clash.reason,
        )


def _denied(corpus: Corpus, rule: Rule, one: Side, two: Side) -> Iterator[Finding]:
    from factcheck.rules.short_denials import denials

    for denial in denials(one, two):
        yield _finding(
            corpus,
            rule,
            (denial.denied, denial.affirmed),
            "denied here, affirmed there",
            denial.confidence,
            "denial",
        )


def surest(found: Iterable[Finding], short: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of both: of two on one place the surer, of two as sure the first."""
    rivals = list(short)
    kept = [
        finding
        for finding in found
        if not any(
            rival.confidence > finding.confidence and _overlap(rival, _places(finding))
            for rival in rivals
        )
    ]
    yield from kept
    yield from untold(rivals, [place for finding in kept for place in _places(finding)])


def untold(findings: Iterable[Finding], told: Sequence[Location]) -> Iterator[Finding]:
    """The findings that have no place, in any of their documents, which was told before."""
    for finding in findings:
        if not _overlap(finding, told):
            yield finding


def _places(finding: Finding) -> tuple[Location, ...]:
    return (finding.primary, *finding.related)


def _overlap(finding: Finding, told: Sequence[Location]) -> bool:
    """Whether a place of a finding is one of those told, or overlaps it."""
    return any(
        place.document == other.document and place.span.overlaps(other.span)
        for place in _places(finding)
        for other in told
    )


def _finding(
    corpus: Corpus,
    rule: Rule,
    places: tuple[Location, Location],
    message: str,
    confidence: float,
    topic: str,
) -> Finding:
    severity = rule.severity if confidence >= SURE else Severity.WARNING
    return make_finding(
        corpus,
        code=rule.code,
        rule=rule.name,
        severity=severity,
        confidence=confidence,
        message=message,
        primary=places[0],
        related=[places[1]],
        values=tuple(place.label for place in places if place.label),
        why=_WHY,
        topic=topic,
    )
