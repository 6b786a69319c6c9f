"""Findings that the text itself silences: by a comment, or by "[sic]" behind a word.

A silenced finding is kept and marked, for formats that list them and for the count in the summary.
Comments that silence nothing (FC001) and comments that can't be understood (FC002) are findings.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.config import Settings
from factcheck.filters.directives import Directive, directives_of
from factcheck.filters.overrides import ignored_in, overridden
from factcheck.filters.selection import ALL, covers, unknown_rule
from factcheck.model import (
    Document,
    DocumentRole,
    Finding,
    Location,
    Span,
    Suppression,
    SuppressionKind,
)
from factcheck.rules import RULES
from factcheck.rules.findings import make_finding
from factcheck.rules.malformed_suppression import RULE as MALFORMED
from factcheck.rules.rule import Corpus, Rule
from factcheck.rules.unused_suppression import RULE as UNUSED

_SIC = re.compile(r"[\[(]\s?sic\b!?\s?[\])]", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"(\w[\w'’.-]{0,60})[\s\"'”’,.;:]{0,4}$")
# About comments themselves; a comment can't silence these.
_OWN = (UNUSED, MALFORMED)


@dataclass(frozen=True, slots=True)
class _Silence:
    """One rule named by one comment."""

    document: str
    directive: Directive
    word: str

    def covers(self, rule: Rule, place: Location) -> bool:
        scope = self.directive.scope
        return (
            scope is not None
            and place.document == self.document
            and scope.overlaps(place.span)
            and covers([self.word], rule)
        )


def silence(
    findings: Iterable[Finding], *, corpus: Corpus, rules: Sequence[Rule], settings: Settings
) -> tuple[Finding, ...]:
    """`findings`, those that their text silences marked; then what is to be said of the comments.

    `rules` are those that ran: whether a comment for another rule is of use can't be told. In a run
    with drafts only what the drafts say counts.
    """
    listening = [
        document
        for document in corpus.documents
        if not corpus.has_draft or document.role is DocumentRole.DRAFT
    ]
    directives = [(one.name, said) for one in listening for said in directives_of(one)]
    silences = [
        _Silence(name, said, word)
        for name, said in directives
        if not said.fault and said.verb != "on"
        for word in said.rules
        if not _wrong(word)
    ]
    sics = {document.name: words for document in listening if (words := _sic_words(document))}
    by_code = {rule.code: rule for rule in RULES}
    by_document: dict[str, list[_Silence]] = {}
    for one in silences:
        by_document.setdefault(one.document, []).append(one)
    used: set[int] = set()
    done: list[Finding] = []
    for finding in findings:
        rule = by_code.get(finding.code)
        hits = [
            one
            for place in _places(finding)
            for one in by_document.get(place.document, ())
            if rule is not None and one.covers(rule, place)
        ]
        used.update(map(id, hits))
        if hits:
            reason = next((hit.directive.reason for hit in hits if hit.directive.reason), "")
            finding = replace(finding, suppression=Suppression(SuppressionKind.COMMENT, reason))
        elif rule is not None and rule.sic and _said_so(finding, sics):
            finding = replace(finding, suppression=Suppression(SuppressionKind.SIC, "[sic]"))
        done.append(finding)
    own: list[Finding] = []
    if MALFORMED in rules:
        own += _malformed(corpus, directives)
    if UNUSED in rules:
        idle = (one for one in silences if id(one) not in used)
        judged = [one for one in idle if _could_be_of_use(one, corpus, rules, settings)]
        own += _unused(corpus, judged)
    return (*done, *overridden(own, rules=rules, settings=settings))


def _wrong(word: str) -> str:
    """What is wrong with a rule's name in a comment, "" for nothing."""
    if word.upper() != ALL and any(covers([word], rule) for rule in _OWN):
        return f"{word} can't be silenced by a comment; use --ignore {word}"
    if any(covers([word], rule) for rule in RULES):
        return ""
    return unknown_rule(word, RULES)


def _could_be_of_use(
    one: _Silence, corpus: Corpus, rules: Sequence[Rule], settings: Settings
) -> bool:
    """Whether a rule that it names ran and could have found something in this run."""
    alone = len(corpus.documents) == 1
    left_out = ignored_in(one.document, settings)
    return any(
        covers([one.word], rule) and (rule.alone or not alone) and not covers(left_out, rule)
        for rule in rules
        if rule not in _OWN
    )


def _malformed(corpus: Corpus, directives: Sequence[tuple[str, Directive]]) -> Iterator[Finding]:
    for name, said in directives:
        faults = [said.fault] if said.fault else list(filter(None, map(_wrong, said.rules)))
        if faults:
            yield _about(corpus, MALFORMED, name, said.span, "; ".join(faults), said.rules)


def _unused(corpus: Corpus, idle: Sequence[_Silence]) -> Iterator[Finding]:
    words: dict[tuple[str, Span], list[str]] = {}
    for one in idle:
        words.setdefault((one.document, one.directive.span), []).append(one.word)
    for (name, span), named in words.items():
        message = f"nothing here needs it any more: no finding of {', '.join(named)}"
        yield _about(corpus, UNUSED, name, span, message, named)


def _about(
    corpus: Corpus, rule: Rule, document: str, span: Span, message: str, values: Sequence[str]
) -> Finding:
    return make_finding(
        corpus,
        code=rule.code,
        rule=rule.name,
        severity=rule.severity,
        confidence=1.0,
        message=message,
        primary=Location(document, span),
        values=values,
    )


def _sic_words(document: Document) -> list[Span]:
    """The words that a "[sic]" stands behind, in text order."""
    found = []
    for sic in _SIC.finditer(document.text):
        start = max(0, sic.start() - 80)
        word = _WORD_BEFORE.search(document.text[start : sic.start()])
        if word:
            found.append(Span(start + word.start(1), start + word.end(1)))
    return found


def _said_so(finding: Finding, sics: dict[str, list[Span]]) -> bool:
    for place in _places(finding):
        words = sics.get(place.document, [])
        number = bisect_right(words, place.span.end, key=lambda word: word.start) - 1
        if number >= 0 and words[number].overlaps(place.span):
            return True
    return False


def _places(finding: Finding) -> tuple[Location, ...]:
    return (finding.primary, *finding.related)
