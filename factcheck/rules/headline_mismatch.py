"""FC105 headline-mismatch: the headline or the summary above a text says other than the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.match import find_matches
from factcheck.match.slips import NO_SLIP, SWAPPED, slip_level
from factcheck.match.support import NOWHERE
from factcheck.model import (
    BlockKind,
    Claim,
    Document,
    DocumentRole,
    DurationValue,
    Fact,
    Finding,
    Location,
    QuantityValue,
    Severity,
)
from factcheck.rules.age_mismatch import check as check_ages
from factcheck.rules.conflicts import ALIKE, DOUBTED
from factcheck.rules.date_mismatch import check as check_dates
from factcheck.rules.duration_mismatch import check as check_durations
from factcheck.rules.findings import make_finding
from factcheck.rules.opposite_statement import check as check_statements
from factcheck.rules.place_mismatch import check as check_places
from factcheck.rules.quantity_mismatch import check as check_quantities
from factcheck.rules.role_mismatch import check as check_roles
from factcheck.rules.rule import Corpus, Rule
from factcheck.rules.summary_above import summary_blocks
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
_FIGURES = ("FC101", "FC102")
# How far the parts that a text lists may be from the whole above it: one may be rounded or wrong.
_ALL = 0.1
_ABOVE, _BELOW = "above", "below"


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
            if _by_wording(finding) and not _is_of_summary(split, finding):
                continue
            sides = {place.document for place in (finding.primary, *finding.related)}
            if (
                sides == {_ABOVE, _BELOW}
                and _of_one_thing(finding)
                and not _is_far(split, finding)
                and not _is_loose_amount(split, finding)
                and not _is_part(split, finding)
                and not _is_told(split, finding)
            ):
                yield _finding(corpus, document, finding)


def _split(corpus: Corpus, document: Document) -> Corpus | None:
    """The two sides of a document as a draft and its source; None where nothing stands above."""
    above = summary_blocks(document)
    if not above:
        return None
    claims = corpus.claims_of[document.name]
    drafts = tuple(_moved(claim, _ABOVE) for claim in claims if claim.block in above)
    if not any(claim.facts for claim in drafts):
        return None
    claims = (*drafts, *(_moved(claim, _BELOW) for claim in claims if claim.block not in above))
    documents = (
        replace(document, name=_ABOVE, role=DocumentRole.DRAFT),
        replace(document, name=_BELOW, role=DocumentRole.SOURCE),
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


def _is_of_summary(split: Corpus, found: Finding) -> bool:
    """Whether a place above the text is in a sentence of a summary, and not in a headline."""
    return any(
        place.document == _ABOVE and claim.span.contains(place.span)
        for claim in split.claims_of[_ABOVE]
        if claim.block_kind is not BlockKind.HEADING
        for place in (found.primary, *found.related)
    )


def _of_one_thing(found: Finding) -> bool:
    """Whether the two sentences have more in common than that each holds a figure.

    A summary may hold a figure that the text lacks (it was cut, or written for another version);
    only beside a sentence on the same thing is that a contradiction.
    """
    levels = {part.dimension: part.level for part in found.why}
    shared = levels.get("words", "some")
    if levels.get("sort") == "ordinal" and levels.get("event") not in ("same", "synonym"):
        # Where there is a second closure there was a first.
        return False
    if levels.get("unit") == "other":
        return shared == "most"
    if levels.get("sort") == "score" or (found.code == "FC101" and levels.get("unit") == "unknown"):
        # Bare numbers and scores stand in rows: innings, sets, rounds.
        return shared in ("half", "most") and levels.get("around") in ("half", "most", "all")
    alike = {levels.get(name) for name in ("measure", "subject", "event")}
    if levels.get("unit") == "unknown" and alike.isdisjoint(("same", "synonym", "overlap")):
        return False
    # A date is that of its event: taking office and leaving it have two.
    if found.code == "FC201" and levels.get("event") == "other":
        return shared in ("half", "most")
    if shared in ("none", "few"):
        return levels.get("measure") == "same" and levels.get("unit") in ("same", "unknown")
    return True


def _is_far(split: Corpus, found: Finding) -> bool:
    """Whether two figures that lie far apart share no more than their unit or what they count.

    A text has seats won and seats lost, sentences and delays of years. A slip of the pen, 36 for
    16, takes a figure far from where it was.
    """
    levels = {part.dimension: part.level for part in found.why}
    if levels.get("size") not in ("apart", "far") or _is_tied(found):
        return False
    figures = [fact for side in (_ABOVE, _BELOW) for fact in _figures_at(split, found, side)]
    slip = len(figures) == 2 and slip_level(*figures) != NO_SLIP
    return not (slip and levels.get("measure") in ALIKE)


def _is_loose_amount(split: Corpus, found: Finding) -> bool:
    """Whether two sums of money or two shares have nothing in common but what they are in.

    A figure that stands nowhere in the text and has the digits of one there, two of them swapped,
    was taken from it.
    """
    if found.code != "FC101" or not _is_untied(found):
        return False
    above = _figures_at(split, found, _ABOVE)
    if not any(_amount(fact).dimension in ("money", "percent") for fact in above):
        return False
    figures = [*above, *_figures_at(split, found, _BELOW)]
    swapped = len(figures) == 2 and slip_level(*figures).startswith(SWAPPED)
    return not (swapped and _stands_nowhere(found))


def _stands_nowhere(found: Finding) -> bool:
    """Whether the text below has the figure above it nowhere."""
    return any(part.dimension == "support" and part.level == NOWHERE for part in found.why)


def _is_part(split: Corpus, found: Finding) -> bool:
    """Whether the figure in the text is one of the parts that make up the one above.

    "The £450,000 was met by £320,000 from the fund, £85,000 from …".
    """
    if found.code != "FC101":
        return False
    totals = _figures_at(split, found, _ABOVE)
    for part in _figures_at(split, found, _BELOW):
        claim = split.claim_at[_BELOW, part.claim]
        parts = [
            value.low
            for value in (fact.value for fact in claim.facts)
            if isinstance(value, QuantityValue)
            and (value.dimension, value.unit) == (_amount(part).dimension, _amount(part).unit)
        ]
        if len(parts) > 1 and any(
            abs(sum(parts) - _amount(total).low) <= _ALL * _amount(total).low for total in totals
        ):
            return True
    return False


def _figures_at(split: Corpus, found: Finding, side: str) -> list[Fact]:
    """The quantities of a finding on one side."""
    spans = {place.span for place in (found.primary, *found.related) if place.document == side}
    return [
        fact
        for claim in split.claims_of[side]
        for fact in claim.facts
        if fact.span in spans and isinstance(fact.value, QuantityValue)
    ]


def _amount(fact: Fact) -> QuantityValue:
    assert isinstance(fact.value, QuantityValue)
    return fact.value


def _is_told(split: Corpus, found: Finding) -> bool:
    """Whether a length of time above, of no one knows what, stands in the text as well."""
    if found.code != "FC102" or not _is_untied(found):
        return False
    above = {place.span for place in (found.primary, *found.related) if place.document == _ABOVE}
    values = {
        fact.value
        for claim in split.claims_of[_ABOVE]
        for fact in claim.facts
        if fact.span in above and isinstance(fact.value, DurationValue)
    }
    return any(fact.value in values for claim in split.claims_of[_BELOW] for fact in claim.facts)


def _finding(corpus: Corpus, document: Document, found: Finding) -> Finding:
    places = [
        Location(document.name, place.span, place.label)
        for place in (found.primary, *found.related)
    ]
    confidence = found.confidence
    if not _is_tied(found):
        confidence = min(confidence, _UNTIED if _is_untied(found) else DOUBTED)
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


def _is_untied(found: Finding) -> bool:
    """Whether the two figures share their unit, and nothing that says what they are of.

    A story has other hours and other millions than those of its headline.
    """
    levels = {part.dimension: part.level for part in found.why}
    return not _is_tied(found) and levels.get("measure") not in ALIKE


def _is_tied(found: Finding) -> bool:
    """Whether it is one deed, or one subject, or the same words, that has two figures."""
    levels = {part.dimension: part.level for part in found.why}
    if found.code not in _FIGURES or "around" not in levels:
        return True
    tied = any(levels.get(name) in ALIKE for name in ("subject", "event"))
    return tied or levels["around"] in ("half", "most", "all")


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
