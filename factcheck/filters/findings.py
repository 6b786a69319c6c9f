"""Findings on their way out: doubles dropped, doubtful ones hidden, the worst first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.config import Settings
from factcheck.filters.suppression import silence
from factcheck.model import DocumentRole, Finding, Location
from factcheck.rules.rule import Corpus, Rule


def keep(
    findings: Iterable[Finding],
    *,
    corpus: Corpus,
    settings: Settings,
    rules: Sequence[Rule] = (),
) -> tuple[tuple[Finding, ...], int]:
    """The findings to show, worst first, and how many were hidden for want of confidence.

    In a run that checks a draft only findings that touch the draft count, and they point at it. A
    finding that an equal or better one of the same rule covers place by place is dropped, and is
    not counted as hidden. Findings that their text silences come with the others, marked;
    `reported` tells them apart. `rules` are those that ran. `settings.pedantic` hides none.
    """
    ranked = drop_doubles(in_order(about_draft(findings, corpus)))
    ranked = in_order(silence(ranked, corpus=corpus, rules=rules, settings=settings))
    if settings.pedantic:
        return ranked, 0
    shown = tuple(one for one in ranked if one.confidence >= settings.min_confidence)
    hidden = [one for one in ranked if one.confidence < settings.min_confidence]
    return shown, sum(one.suppression is None for one in hidden)


def reported(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings to report, and those that are silenced."""
    every = tuple(findings)
    return (
        tuple(one for one in every if one.suppression is None),
        tuple(one for one in every if one.suppression is not None),
    )


def about_draft(findings: Iterable[Finding], corpus: Corpus) -> Iterable[Finding]:
    """The findings with a place in a draft, that place first; all where no document is a draft."""
    if not corpus.has_draft:
        return findings
    drafts = {one.name for one in corpus.documents if one.role is DocumentRole.DRAFT}
    return pointing_at(findings, drafts)


def pointing_at(findings: Iterable[Finding], names: set[str]) -> Iterable[Finding]:
    """The findings with a place in one of the documents `names`, that place first."""
    return (
        _draft_first(finding, names)
        for finding in findings
        if any(place.document in names for place in _places(finding))
    )


def _draft_first(finding: Finding, drafts: set[str]) -> Finding:
    """The finding with a place in a draft as its primary one; the fingerprint stays (it knows no
    order of places)."""
    if finding.primary.document in drafts:
        return finding
    number = next(n for n, place in enumerate(finding.related) if place.document in drafts)
    rest = (*finding.related[:number], *finding.related[number + 1 :])
    return replace(finding, primary=finding.related[number], related=(finding.primary, *rest))


def merge(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of several checks, worst first, those told twice (from both sides) once.

    One that either side silences is silenced.
    """
    ranked = in_order(findings)
    return in_order(drop_doubles(sorted(ranked, key=lambda one: one.suppression is None)))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by severity, then confidence, then place: the same whatever order they came in."""
    return tuple(sorted(findings, key=_rank))


def drop_doubles(ranked: Iterable[Finding]) -> tuple[Finding, ...]:
    """`ranked` (best first) without those whose every place overlaps one finding kept before.

    Only findings of one rule are held against each other: two rules that point at one passage say
    two things.
    """
    kept: list[Finding] = []
    by_document: dict[tuple[str, str], list[Finding]] = {}
    for finding in ranked:
        rivals = by_document.get((finding.code, finding.primary.document), [])
        if any(_covers(rival, finding) for rival in rivals):
            continue
        kept.append(finding)
        for document in sorted({place.document for place in _places(finding)}):
            by_document.setdefault((finding.code, document), []).append(finding)
    return tuple(kept)


def _rank(finding: Finding) -> tuple[object, ...]:
    return (
        -finding.severity.level,
        -finding.confidence,
        -len(finding.related),
        finding.primary.document,
        finding.primary.span,
        finding.code,
        [(place.document, place.span) for place in finding.related],
        finding.message,
        finding.fingerprint,
    )


def _covers(better: Finding, finding: Finding) -> bool:
    places = _places(better)
    return all(any(_meet(place, other) for other in places) for place in _places(finding))


def _meet(left: Location, right: Location) -> bool:
    return left.document == right.document and left.span.overlaps(right.span)


def _places(finding: Finding) -> tuple[Location, ...]:
    return (finding.primary, *finding.related)
