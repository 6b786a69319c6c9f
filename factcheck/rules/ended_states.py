"""A state that lasts in one sentence, and was ended in another of the same article.

"Felix was found near the gate" and "Felix remains missing": who is found is missing no longer. Told
only of one name, of a state in the present and of an end that is told as a fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.annotate.lemma import lemma_of
from factcheck.annotate.plain_words import outside_quotations
from factcheck.annotate.shadow import shadow_of
from factcheck.model import (
    Claim,
    Document,
    FactKind,
    Location,
    Modality,
    PersonValue,
    Span,
    StatementValue,
)

# States, and the verbs whose object is in them no longer: achievements, which end a state by their
# meaning (Z. Vendler, Linguistics in Philosophy, 1967, chapter 4).
_ENDED_BY = {
    "missing": "find locate rescue recover",
    "at large": "arrest capture catch detain apprehend recapture",
    "on the run": "arrest capture catch detain apprehend recapture",
    "in custody": "release free acquit",
    "behind bars": "release free acquit",
    "in prison": "release free acquit",
    "in jail": "release free acquit",
    "under arrest": "release free",
    "alive": "kill murder execute assassinate",
    "unsolved": "solve",
    "unidentified": "identify",
    "unsold": "sell",
    "unmarried": "marry wed",
    "closed": "reopen",
    "shut": "reopen",
    "in hospital": "discharge",
    "intact": "destroy demolish",
    "standing": "destroy demolish raze",
    "unpaid": "pay settle",
    "in office": "oust depose unseat",
    "unbeaten": "beat defeat",
    "undefeated": "beat defeat",
}
_LASTS = re.compile(
    r"\s(?:(?:remains?|(?:is|are)\sstill|(?:is|are)\snow)\s(?:[a-z]+ly\s)?)"
    rf"({'|'.join(re.escape(state) for state in _ENDED_BY)})\b"
)
_AGAIN = re.compile(r"\b(?:again|once more|since then)\b")


@dataclass(frozen=True, slots=True)
class Lasting:
    """Where a state is said to last, and where its end is told."""

    state: Location
    end: Location


def ended_states(document: Document, claims: Sequence[Claim]) -> Iterator[Lasting]:
    """The states of a named person or thing that the article itself tells the end of."""
    shadow = shadow_of(document.text)
    ends = _ends(document, claims)
    for claim in claims:
        text = outside_quotations(document.text, shadow, claim.span)
        for match in _LASTS.finditer(text):
            name = _named(claim, claim.span.start + match.start())
            if not name or claim.modality is not Modality.FACT or _AGAIN.search(text):
                continue
            verbs = _ENDED_BY[match[1]].split()
            end = next((ends[name, verb] for verb in verbs if (name, verb) in ends), None)
            if end is not None:
                span = Span(claim.span.start + match.start() + 1, claim.span.start + match.end())
                yield Lasting(Location(document.name, span, document.slice(span)), end)


def _named(claim: Claim, end: int) -> str:
    """The name that ends at a place, in full and in lower case; "" for none."""
    for fact in claim.facts:
        if fact.kind is FactKind.PERSON and fact.span.end == end:
            assert isinstance(fact.value, PersonValue)
            return fact.value.name.lower()
    return ""


def _ends(document: Document, claims: Sequence[Claim]) -> dict[tuple[str, str], Location]:
    """By name and verb, the first place that tells what was done to someone and nobody else."""
    found: dict[tuple[str, str], Location] = {}
    for claim in claims:
        if _AGAIN.search(document.slice(claim.span)):
            continue
        for fact in claim.facts:
            value = fact.value
            if not isinstance(value, StatementValue) or len(value.patient_names) != 1:
                continue
            name = value.patient_names[0]
            words = {form for word in name.split() for form in (word, lemma_of(word))}
            told = value.modality is Modality.FACT and not value.negated and value.passive
            if told and words.issuperset(value.patient):
                place = Location(document.name, fact.span, document.slice(fact.span))
                found.setdefault((name, value.predicate), place)
    return found
