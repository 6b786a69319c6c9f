"""FC105 headline-mismatch: the headline or the summary above a text says other than the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.match import find_matches
from factcheck.model import (
    BlockKind,
    Claim,
    Document,
    DocumentRole,
    Finding,
    Location,
    Severity,
)
from factcheck.rules.age_mismatch import check as check_ages
from factcheck.rules.conflicts import DOUBTED
from factcheck.rules.date_mismatch import check as check_dates
from factcheck.rules.duration_mismatch import check as check_durations
from factcheck.rules.findings import make_finding
from factcheck.rules.headline_figures import are_of_one_thing, is_of_summary, is_tied, is_untied
from factcheck.rules.opposite_statement import check as check_statements
from factcheck.rules.place_mismatch import check as check_places
from factcheck.rules.quantity_mismatch import check as check_quantities
from factcheck.rules.role_mismatch import check as check_roles
from factcheck.rules.rule import Corpus, Rule
from factcheck.rules.summary_above import summary_blocks
from factcheck.rules.told_below import ABOVE, BELOW
from factcheck.rules.unnamed_pronoun import check as check_pronouns

_CHECKS = (
    check_quantities,
    check_durations,
    check_dates,
    check_ages,
    check_roles,
    check_places,
    check_statements,
    check_pronouns,
)
# Rules whose findings are told by their two values.
_VALUES = ("FC101", "FC102", "FC201", "FC204")
# A headline's few words stand anywhere in the text below; a summary's sentences don't.
_SENTENCES = 2
# How often two figures that share no more than a unit are of one thing.
_UNTIED = 0.62


def check(corpus: Corpus) -> Iterable[Finding]:
    """The conflicts between each document's headline or summary and the text below it."""
    for document in corpus.documents:
        # A source is not ours to correct.
        if document.role is not DocumentRole.SOURCE:
            yield from _in_document(corpus, document)


def _in_document(corpus: Corpus, document: Document) -> Iterator[Finding]:
    """What the rules find when the summary is a draft and the text below it is its source."""
    split = _split(corpus, document)
    if split is None:
        return
    for rule_check in _CHECKS:
        for finding in rule_check(split):
            if _by_wording(finding) and not is_of_summary(split, finding):
                continue
            sides = {place.document for place in (finding.primary, *finding.related)}
            if sides == {ABOVE, BELOW} and are_of_one_thing(split, finding):
                yield _finding(corpus, document, finding)


def _split(corpus: Corpus, document: Document) -> Corpus | None:
    """The two sides of a document as a draft and its source; None where nothing stands above."""
    above = summary_blocks(document)
    if not above:
        return None
    claims = corpus.claims_of[document.name]
    drafts = tuple(_moved(claim, ABOVE) for claim in claims if claim.block in above)
    if not any(claim.facts for claim in drafts):
        return None
    claims = (*drafts, *(_moved(claim, BELOW) for claim in claims if claim.block not in above))
    documents = (
        replace(document, name=ABOVE, role=DocumentRole.DRAFT),
        replace(document, name=BELOW, role=DocumentRole.SOURCE),
    )
    sentences = [one for one in drafts if one.block_kind is not BlockKind.HEADING]
    return Corpus(
        documents,
        claims,
        find_matches(documents, claims),
        by_wording=len(sentences) >= _SENTENCES,
    )


def _moved(claim: Claim, name: str) -> Claim:
    facts = tuple(replace(fact, document=name) for fact in claim.facts)
    return replace(claim, document=name, facts=facts)


def _by_wording(found: Finding) -> bool:
    """Whether two places are paired by the words around them and nothing else."""
    return any(part.dimension == "words around" for part in found.why)


def _finding(corpus: Corpus, document: Document, found: Finding) -> Finding:
    places = [
        Location(document.name, place.span, place.label)
        for place in (found.primary, *found.related)
    ]
    confidence = found.confidence
    if not is_tied(found):
        confidence = min(confidence, _UNTIED if is_untied(found) else DOUBTED)
    return make_finding(
        corpus,
        code=RULE.code,
        rule=RULE.name,
        severity=found.severity if confidence == found.confidence else Severity.WARNING,
        confidence=confidence,
        message=_message(found),
        primary=places[0],
        related=places[1:],
        values=found.values,
        why=found.why,
        topic=found.topic,
        notes=found.notes,
    )


def _message(found: Finding) -> str:
    if found.code in _VALUES:
        return f"{found.values[0]} above the text, {found.values[1]} in it"
    return f"above the text and in it: {found.message}"


RULE = Rule(
    code="FC105",
    name="headline-mismatch",
    summary="A figure, name or date in the headline or summary that the text below contradicts.",
    severity=Severity.ERROR,
    check=check,
    tier=1,
)
