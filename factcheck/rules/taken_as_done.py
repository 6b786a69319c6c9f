"""A deed that is denied in one sentence and taken as done in the next.

"They decide not to search for her. The search shows …": "the search" takes it that there was one
(definite nouns presuppose what they stand for: P. F. Strawson, "On Referring", Mind 59, 1950).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.annotate.lemma import lemma_of
from factcheck.model import Claim, Document, Fact, Location, Modality, Span, StatementValue

_DEED = re.compile(r"(?:The|Their|His|Her|Its)\s([a-z]+)\s(?=[a-z]+)")
_TOLD = (Modality.FACT, Modality.PLAN)
# Verbs that say of a deed that it is still to come, or that there is none; and what is no event.
_OPEN = frozenset(
    "be become have do can may might will would should must cancel postpone delay plan expect "
    "schedule fail need require seem remain depend come".split()
)
_ENDINGS = ("ation", "ition", "tion", "sion", "ion", "ment", "ing", "al", "ance", "ence", "e", "y")
_LEAST_STEM = 4


@dataclass(frozen=True, slots=True)
class TakenAsDone:
    """Where a deed is denied, and where it is taken as done."""

    denied: Location
    taken: Location


def taken_as_done(document: Document, claims: Sequence[Claim]) -> Iterator[TakenAsDone]:
    """The deeds that a sentence denies and the next one speaks of as done."""
    for one, two in pairwise(claims):
        text = document.slice(two.span)
        deed = _DEED.match(text)
        if deed is None or one.block != two.block or two.modality is not Modality.FACT:
            continue
        noun = lemma_of(deed[1])
        if not _acts(two, noun):
            continue
        for fact in one.facts:
            if _denies(fact, noun):
                place = Span(two.span.start, two.span.start + deed.end(1))
                yield TakenAsDone(
                    Location(document.name, fact.span, document.slice(fact.span)),
                    Location(document.name, place, document.slice(place)),
                )
                break


def _acts(claim: Claim, noun: str) -> bool:
    """Whether a noun is the subject of a statement of fact that takes it as having happened."""
    return any(
        isinstance(value := fact.value, StatementValue)
        and value.agent[:1] == (noun,)
        and not value.negated
        and not value.passive
        and value.modality is Modality.FACT
        and value.predicate not in _OPEN
        for fact in claim.facts
    )


def _denies(fact: Fact, noun: str) -> bool:
    value = fact.value
    return (
        isinstance(value, StatementValue)
        and value.negated
        and not value.scope
        and value.modality in _TOLD
        and _is_deed(value.predicate, noun)
    )


def _is_deed(verb: str, noun: str) -> bool:
    """Whether a noun names what a verb does: search, decide and decision, refuse and refusal."""
    if verb == noun:
        return len(verb) > 3
    return _stem(verb) == _stem(noun) != "" and noun != verb


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word.removesuffix(ending)
    return word if len(word) >= _LEAST_STEM else ""
