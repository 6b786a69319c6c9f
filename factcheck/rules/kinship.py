"""Kinship given twice: who is someone's niece in one sentence is not the daughter in another.

Read off the few ways in which English names a relative: "Ada Holt, niece of Ben Holt", "Ada is
Ben's niece", "Ben's niece Ada", "Ada, his niece". Step-, foster- and in-laws' kin are left alone,
as they are often called by the plain word too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.annotate.plain_words import outside_quotations
from factcheck.annotate.shadow import shadow_of
from factcheck.model import Claim, Document, FactKind, Location, Modality, PersonValue, Span
from factcheck.rules.patterns import compiled

_DEGREES = {
    "parent": "father mother dad mum mom",
    "child": "son daughter",
    "sibling": "brother sister",
    "grandparent": "grandfather grandmother grandpa grandma",
    "grandchild": "grandson granddaughter",
    "aunt or uncle": "uncle aunt",
    "niece or nephew": "nephew niece",
    "cousin": "cousin",
    "spouse": "husband wife widow widower",
}
_DEGREE = {word: degree for degree, words in _DEGREES.items() for word in words.split()}
_CONVERSE = {
    "parent": "child",
    "child": "parent",
    "sibling": "sibling",
    "grandparent": "grandchild",
    "grandchild": "grandparent",
    "aunt or uncle": "niece or nephew",
    "niece or nephew": "aunt or uncle",
    "cousin": "cousin",
    "spouse": "spouse",
}
_KIN = rf"(?:{'|'.join(sorted(_DEGREE, key=len, reverse=True))})\b(?![-/]|\sfigure|\sin\slaw)"
_TITLE = r"(?:[A-Z][a-z]+\.?\s){0,2}"
_NAME = "\ue001"
_FEWEST = 2
# What may stand before the word of kinship without changing it.
_PLAIN = (
    r"(?:(?:the|a|an|only|eldest|elder|oldest|older|youngest|younger|little|big|late|beloved|"
    r"twin|maternal|paternal|own|\d+-year-old|[a-z]+-year-old)\s)*"
)
_PATTERNS = (
    # Ada is Ben's niece; Ada, Ben's niece
    (rf"(?P<one>{_NAME})\s(?:is|was)\s(?P<two>{_NAME})\s?'s\s{_PLAIN}(?P<kin>{_KIN})", False),
    (rf"(?P<one>{_NAME})\s?,\s(?P<two>{_NAME})\s?'s\s{_PLAIN}(?P<kin>{_KIN})\s?[,.]", False),
    # Ada is the niece of Ben; Ada, niece of Ben
    (
        rf"(?P<one>{_NAME})\s?(?:,|\s(?:is|was))\s{_PLAIN}(?P<kin>{_KIN})\sof\s{_TITLE}(?P<two>{_NAME})(?!\s?'s)",
        False,
    ),
    # Ben's niece Ada; Ben's niece, Ada
    (
        rf"(?P<two>{_NAME})\s?'s\s{_PLAIN}(?P<kin>{_KIN})\s?,?\s{_TITLE}(?P<one>{_NAME})(?!\s?'s)",
        False,
    ),
    # Ben lives with Ada, his niece
    (rf"(?P<one>{_NAME})\s?,\s(?:his|her)\s{_PLAIN}(?P<kin>{_KIN})\s?(?:[,.]|and\b)", True),
)
_LETTERS = re.compile(r"[a-z]+")
_DOUBTED = re.compile(
    r"\b(?:not|like|as if|claim\w*|pretend\w*|suppos\w*|alleg\w*|believ\w*|thought|mistak\w*|"
    r"disguis\w*|or)\b"
)


@dataclass(frozen=True, slots=True)
class Kin:
    """`one` is told to be of a degree of kinship to `two`; both are full names in lower case."""

    one: str
    two: str
    degree: str
    place: Location


def kin_told(document: Document, claims: Sequence[Claim]) -> Iterator[tuple[Kin, Kin]]:
    """Pairs of places that give two persons another kinship to each other."""
    shadow = shadow_of(document.text)
    told: dict[tuple[str, str], list[Kin]] = {}
    for claim in claims:
        if claim.modality is Modality.FACT:
            for kin in _in_claim(document, shadow, claim):
                told.setdefault((min(kin.one, kin.two), max(kin.one, kin.two)), []).append(kin)
    for _, found in sorted(told.items()):
        first = found[0]
        for other in found[1:]:
            degree = other.degree if other.one == first.one else _CONVERSE[other.degree]
            # Cousins marry.
            if degree != first.degree and {degree, first.degree} != {"cousin", "spouse"}:
                yield first, other
                break


def _in_claim(document: Document, shadow: str, claim: Claim) -> Iterator[Kin]:
    """The kinships of a sentence; in it each name is one sign, so that places are kept by a map."""
    written = document.text[claim.span.start : claim.span.end]
    if _DEGREE.keys().isdisjoint(_LETTERS.findall(written)):
        return
    text, names, places = _with_signs(outside_quotations(document.text, shadow, claim.span), claim)
    if len(names) < _FEWEST or _DOUBTED.search(text):
        return
    for pattern, owned in _PATTERNS:
        for match in compiled(pattern).finditer(text):
            one = names[match.start("one")]
            two = _owner(text, names, match) if owned else names[match.start("two")]
            if one and two and one != two:
                span = Span(places[match.start("one")], places[match.end("kin")])
                first = Span(
                    min(span.start, places[match.start()]), max(span.end, places[match.end("kin")])
                )
                yield Kin(
                    one,
                    two,
                    _DEGREE[match["kin"]],
                    Location(document.name, first, match["kin"]),
                )


def _owner(text: str, names: dict[int, str], match: re.Match[str]) -> str:
    """Whom "his" stands for: the only other person before it, at the head of the sentence."""
    before = [names[place] for place in sorted(names) if place < match.start("one")]
    return before[0] if len(set(before)) == 1 else ""


def _with_signs(text: str, claim: Claim) -> tuple[str, dict[int, str], list[int]]:
    """The text with a sign for each person, whom each stands for, and the places in the text."""
    start = claim.span.start
    people = sorted(
        (fact.span, fact.value.name.lower())
        for fact in claim.facts
        if fact.kind is FactKind.PERSON and isinstance(fact.value, PersonValue)
    )
    parts: list[str] = []
    names: dict[int, str] = {}
    places: list[int] = []
    at = start
    for span, name in people:
        if span.start < at or span.end > claim.span.end:
            continue
        parts.append(text[at - start : span.start - start])
        places.extend(range(at, span.start))
        names[len(places)] = name
        parts.append(_NAME)
        places.append(span.start)
        at = span.end
    parts.append(text[at - start :])
    places.extend(range(at, claim.span.end + 1))
    return "".join(parts), names, places
