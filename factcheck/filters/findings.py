"""Findings on their way out: doubles dropped, doubtful ones hidden, the worst first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.config import Settings
from factcheck.filters.suppression import silence
from factcheck.model import DocumentRole, Finding, Location, Severity
from factcheck.rules.rule import Corpus, Rule

# Code points that a name, a figure or a date takes at the most.
_WORDS = 40


def keep(
    findings: Iterable[Finding],
    *,
    corpus: Corpus,
    settings: Settings,
    rules: Sequence[Rule] = (),
) -> tuple[tuple[Finding, ...], int]:
    """The findings to show, worst first, and how many were hidden for want of confidence.

    In a run that checks a draft only findings that touch the draft count, and they point at it. A
    finding that an equal or better one of the same rule covers place by place is dropped, as is one
    of a rule that yields where others that are shown say all that it says; neither is counted as
    hidden. Findings that their text silences come with the others, marked; `reported` tells them
    apart. `rules` are those that ran. `settings.pedantic` hides none.
    """
    ranked = drop_doubles(in_order(about_draft(findings, corpus)))
    ranked = in_order(silence(ranked, corpus=corpus, rules=rules, settings=settings))
    least = 0.0 if settings.pedantic else settings.min_confidence
    shown = tuple(one for one in ranked if one.confidence >= least)
    hidden = [one for one in ranked if one.confidence < least]
    yielding = frozenset(rule.code for rule in rules if rule.yields)
    told = drop_told(shown, yielding=yielding, corpus=corpus)
    told = drop_worded(told, worded=frozenset(rule.code for rule in rules if rule.of_words))
    return told, sum(one.suppression is None for one in hidden)


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


def drop_told(
    findings: Sequence[Finding], *, yielding: frozenset[str], corpus: Corpus
) -> tuple[Finding, ...]:
    """`findings` without those of the rules `yielding` whose every value others point at.

    "No source gives 412,000 passengers" adds nothing beside "412,000 here, 421,000 there".
    """
    pointed: dict[str, list[Location]] = {}
    for finding in findings:
        if finding.code not in yielding and finding.severity is not Severity.INFO:
            for place in _places(finding):
                pointed.setdefault(place.document, []).append(place)
    return tuple(
        finding
        for finding in findings
        if finding.code not in yielding
        or not _is_told(finding, pointed.get(finding.primary.document, ()), corpus)
    )


def drop_worded(findings: Sequence[Finding], *, worded: frozenset[str]) -> tuple[Finding, ...]:
    """`findings` without those of the rules `worded` on a word or two that another rule tells.

    "November" for "September" is a date, and says it with more behind it.
    """
    others: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.code in worded or finding.severity is Severity.INFO or not _is_short(finding):
            continue
        for document in {place.document for place in _places(finding)}:
            others.setdefault(document, []).append(finding)
    return tuple(
        finding
        for finding in findings
        if finding.code not in worded
        or not _is_short(finding)
        or not any(_covers(one, finding) for one in others.get(finding.primary.document, ()))
    )


def _is_short(finding: Finding) -> bool:
    """Whether a finding points at words and not at clauses."""
    return all(place.span.end - place.span.start <= _WORDS for place in _places(finding))


def _is_told(finding: Finding, places: Iterable[Location], corpus: Corpus) -> bool:
    document = corpus.by_name[finding.primary.document]
    texts = [
        document.slice(place.span).lower()
        for place in places
        if finding.primary.span.contains(place.span)
    ]
    values = [value.lower() for value in finding.values]
    return bool(values) and all(any(value in text for text in texts) for value in values)


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
