"""Building a finding: its scope and its fingerprint are worked out in one place."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Sequence

from factcheck.model import DocumentRole, Finding, Location, Part, Scope, Severity
from factcheck.rules.rule import Corpus, Rule


def make_finding(
    corpus: Corpus,
    *,
    code: str,
    rule: str,
    severity: Severity,
    confidence: float,
    message: str,
    primary: Location,
    related: Sequence[Location] = (),
    values: Sequence[str] = (),
    why: Sequence[Part] = (),
    topic: str = "",
    notes: Sequence[str] = (),
    known_by: Sequence[Location] | None = None,
) -> Finding:
    """A finding with its scope and a fingerprint of rule, values and both passages.

    The fingerprint holds no positions, so it survives moved lines; the order of the two sides does
    not matter to it. `known_by` are the places whose passages it holds, all of them if not given:
    where a finding shows the first of many equal places, moving one must not make it another.
    """
    places = (primary, *related)
    scope = Scope.WITHIN if len({place.document for place in places}) == 1 else Scope.ACROSS
    passages = sorted(
        passage(corpus, place) for place in (places if known_by is None else known_by)
    )
    material = "\x1f".join([code, *sorted(values), *passages])
    return Finding(
        code=code,
        rule=rule,
        severity=severity,
        confidence=round(min(max(confidence, 0.0), 1.0), 3),
        message=message,
        scope=scope,
        primary=primary,
        related=tuple(related),
        values=tuple(values),
        why=tuple(why),
        topic=topic,
        notes=tuple(notes),
        fingerprint=hashlib.sha256(material.encode("utf-8", "surrogatepass")).hexdigest()[:16],
    )


def of_two(
    corpus: Corpus,
    rule: Rule,
    places: tuple[Location, Location],
    *,
    message: str,
    confidence: float,
    others: Sequence[Location] = (),
    why: Sequence[Part] = (),
) -> Finding:
    """A warning that two places exclude each other, the draft's first where one is a draft's.

    `message` may hold {here} and {there}, the labels of the places; `others` are shown besides.
    """
    here, there = places
    if corpus.by_name[there.document].role is DocumentRole.DRAFT:
        here, there = there, here
    return make_finding(
        corpus,
        code=rule.code,
        rule=rule.name,
        severity=Severity.WARNING,
        confidence=confidence,
        message=message.format(here=here.label, there=there.label),
        primary=here,
        related=(there, *others),
        values=(here.label, there.label),
        why=why,
        topic=f"{here.label} / {there.label}",
    )


def passage(corpus: Corpus, place: Location) -> str:
    """The sentence in which `place` stands, or the block where no sentence holds it.

    White space is folded.
    """
    document = corpus.readable[place.document]
    # Claims stand in text order and don't overlap: the first that ends behind the place, or none.
    claims = corpus.claims_of[place.document]
    number = bisect_left(claims, place.span.end, key=lambda claim: claim.span.end)
    if number < len(claims) and claims[number].span.contains(place.span):
        return " ".join(document.slice(claims[number].span).split())
    for block in document.blocks:
        if block.span.contains(place.span):
            return " ".join(document.slice(block.span).split())
    return " ".join(document.slice(place.span).split())
