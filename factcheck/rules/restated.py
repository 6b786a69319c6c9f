"""A sentence that says again what its own article said before, and changes one thing in it.

An article often tells the gist at the top and again below; what one denies and the other affirms,
or puts after what the other puts before, was changed on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.annotate.lemma import lemma_of
from factcheck.annotate.shadow import shadow_of
from factcheck.facts.function_words import FUNCTION_WORDS
from factcheck.model import (
    BlockKind,
    Claim,
    Document,
    DocumentRole,
    Location,
    Modality,
    QuoteValue,
)
from factcheck.rules.ended_states import ended_states
from factcheck.rules.kinship import kin_told
from factcheck.rules.one_of_them import one_of_them
from factcheck.rules.retold import turned_clauses
from factcheck.rules.rule import Corpus
from factcheck.rules.short_denials import denials
from factcheck.rules.short_texts import Side, on_one_subject
from factcheck.rules.taken_as_done import taken_as_done
from factcheck.rules.what_it_is import excluded_kinds

_ALIKE = "in sentences that are else alike"
DENIED = f"denied here, affirmed there, {_ALIKE}"
POSSIBLE = f"denied here, possible there, {_ALIKE}"
OTHER_TIME = f"at another time, {_ALIKE}"
OTHER_RANK = f"another rank, {_ALIKE}"
OPPOSITE = "opposite words, in clauses that are else alike"
OTHER_KIN = "another kinship of the same two people"
ENDED = "a state goes on that has ended"
TAKEN = "denied here, taken as done in the next sentence"
ONE_OF_THEM = "denied to be one of those that it is counted among"
EXCLUDED = "words that exclude each other, of one thing"
# A word that more sentences than this have finds no partner.
_COMMON = 25
_LEAST_SHARED = 3
# Share of the content words of the shorter sentence that the other one has.
_COVERED, _NEARLY = 0.6, 0.75
_LONGEST = 320
_TIMES = re.compile(r"\b(before|after|during|until|since)\s((?:the\s)?[^\W\d_]+(?:\s[A-Z][\w-]*)*)")
_RANK = re.compile(r"\b(\d+)(?:st|nd|rd|th)\s([^\W\d_]+)")
_AGAINST_ITSELF = re.compile(r"\s?,\s(?:though|although|but|otherwise|or else)\s")
_CONFIDENCE = 0.8


@dataclass(frozen=True, slots=True)
class Restatement:
    """Two sentences of one article that say the same but for what `reason` names."""

    reason: str
    left: Location
    right: Location
    confidence: float


def restatements(corpus: Corpus) -> Iterator[Restatement]:
    """The sentences that change what their own article says; each pair once."""
    for document in corpus.documents:
        if document.role is DocumentRole.SOURCE:
            continue
        above = corpus.summaries[document.name]
        claims = [
            claim
            for claim in corpus.claims_of[document.name]
            if claim.block_kind is BlockKind.PARAGRAPH and _is_told(claim)
        ]
        yield from _sentences(document, claims, above)
        yield from _places(
            document,
            [
                claim
                for claim in corpus.claims_of[document.name]
                if claim.block_kind is BlockKind.PARAGRAPH and claim.block not in above
            ],
        )


def _sentences(
    document: Document, claims: Sequence[Claim], above: frozenset[int]
) -> Iterator[Restatement]:
    """What sentences that are else alike have changed."""
    for one, two in _alike(_sides(document, claims)):
        # A summary against its text is headline-mismatch's.
        if (one.claim.block in above) == (two.claim.block in above):
            yield from _changed(one, two)


def _places(document: Document, claims: Sequence[Claim]) -> Iterator[Restatement]:
    """What is told twice of one person or thing, in whatever sentences."""
    for turned in turned_clauses(document, claims):
        yield Restatement(OPPOSITE, turned.here, turned.there, _CONFIDENCE)
    for kin, other in kin_told(document, claims):
        yield Restatement(OTHER_KIN, kin.place, other.place, _CONFIDENCE)
    for lasting in ended_states(document, claims):
        yield Restatement(ENDED, lasting.end, lasting.state, _CONFIDENCE)
    for taken in taken_as_done(document, claims):
        yield Restatement(TAKEN, taken.denied, taken.taken, _CONFIDENCE)
    told = [claim for claim in claims if _is_told(claim) and claim.modality is Modality.FACT]
    sides = _sides(document, told)
    for excluded in excluded_kinds(sides):
        yield Restatement(EXCLUDED, excluded.left, excluded.right, _CONFIDENCE)
    for one in one_of_them(sides):
        yield Restatement(ONE_OF_THEM, one.denied, one.counted, _CONFIDENCE)


def _is_told(claim: Claim) -> bool:
    """Whether a sentence is the article's own, as a fact or a possibility; a term may be quoted."""
    quoted = any(
        isinstance(fact.value, QuoteValue) and not fact.value.scare for fact in claim.facts
    )
    return not quoted and claim.modality in (Modality.FACT, Modality.POSSIBILITY)


def _sides(document: Document, claims: Sequence[Claim]) -> list[Side]:
    shadow = shadow_of(document.text)
    return [
        Side(document, claim, shadow[claim.span.start : claim.span.end])
        for claim in claims
        if claim.span.end - claim.span.start <= _LONGEST
    ]


def _alike(sides: Sequence[Side]) -> Iterator[tuple[Side, Side]]:
    """Pairs of sentences on one named subject that share most of the shorter one's words."""
    words = [set(_content(side)) for side in sides]
    index: dict[str, list[int]] = {}
    for number, each in enumerate(words):
        for word in sorted(each):
            index.setdefault(word, []).append(number)
    shared: dict[tuple[int, int], int] = {}
    for members in index.values():
        if len(members) <= _COMMON:
            for place, left in enumerate(members):
                for right in members[place + 1 :]:
                    shared[left, right] = shared.get((left, right), 0) + 1
    for (left, right), count in sorted(shared.items()):
        if count < _LEAST_SHARED:
            continue
        least = min(len(words[left]), len(words[right]))
        one, two = sides[left], sides[right]
        if len(words[left] & words[right]) < _COVERED * least:
            continue
        if one.claim.attribution == two.claim.attribution and on_one_subject(one, two, pair=False):
            yield one, two


def _content(side: Side) -> list[str]:
    return [lemma_of(word.lower()) for word in side.words if word.lower() not in FUNCTION_WORDS]


def _changed(one: Side, two: Side) -> Iterator[Restatement]:
    possible = Modality.POSSIBILITY in (one.claim.modality, two.claim.modality)
    for denial in denials(_main(one), _main(two), possible=possible):
        reason = POSSIBLE if possible else DENIED
        yield Restatement(reason, denial.denied, denial.affirmed, _CONFIDENCE)
        return
    if possible:
        return
    mine, theirs = set(_content(one)), set(_content(two))
    if len(mine & theirs) < _NEARLY * min(len(mine), len(theirs)):
        return
    for reason, pattern in ((OTHER_TIME, _TIMES), (OTHER_RANK, _RANK)):
        for here in pattern.finditer(one.text):
            for there in pattern.finditer(two.text):
                if here[2] == there[2] and here[1] != there[1] and _exclude(here[1], there[1]):
                    yield Restatement(
                        reason, one.place(*here.span()), two.place(*there.span()), _CONFIDENCE
                    )
                    return


def _main(side: Side) -> Side:
    """A sentence without what it sets against itself at the end: ", though it was not open"."""
    against = _AGAINST_ITSELF.search(side.text)
    return replace(side, text=side.text[: against.start()]) if against else side


def _exclude(left: str, right: str) -> bool:
    """Whether it can't be both: before and after; since and after go together."""
    if left.isdigit():
        return True
    return {left, right} not in ({"since", "after"}, {"until", "before"}, {"until", "during"})
