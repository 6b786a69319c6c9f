"""FC402 quote-speaker: one quotation given to different speakers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from factcheck.annotate.canonical import distance
from factcheck.annotate.pieces import fold
from factcheck.facts.quote import compare, show
from factcheck.facts.quote_words import PART
from factcheck.model import (
    Comparison,
    DocumentRole,
    Fact,
    Finding,
    Location,
    Part,
    PersonValue,
    Relation,
    Severity,
)
from factcheck.rules.findings import make_finding
from factcheck.rules.quote_index import Wording, close_pairs, quote_value, wordings_of
from factcheck.rules.rule import Corpus, Rule
from factcheck.rules.transcripts import Transcripts, line_of, speeches_of, surnames_of
from factcheck.rules.voices import OTHER, Voices, voices_of

_CODE, _NAME = "FC402", "quote-speaker"
_SURE, _UNSURE = 0.9, 0.7
# Shorter ones are phrases that two people may well both use.
_WORDS, _CONTENT = 5, 2
_PART_WORDS = 8
# One wording by more speakers than this is a slogan, a chant or a reading of one text.
_SPEAKERS = 4


def check(corpus: Corpus) -> Iterable[Finding]:
    """One finding for each pair of speakers who are given the same words."""
    wordings = [
        wording
        for wording in wordings_of(corpus.claims)
        if wording.speaker
        and wording.value.verb
        and len(wording.keys) >= _WORDS
        and len(wording.content) >= _CONTENT
    ]
    voices = voices_of(corpus.documents, corpus.claims)
    kinds = _entity_kinds(corpus)
    for left, right in _same_words(wordings):
        if voices.relation(left.speaker, right.speaker) != OTHER:
            continue
        one, two = left.facts[0], right.facts[0]
        persons = all(_is_person(kinds, voices, fact) for fact in (one, two))
        if persons and not _speak_together(corpus, one, two):
            yield _finding(corpus, one, two)
    longer = [
        wording
        for wording in wordings
        if len(wording.keys) >= _PART_WORDS
        and _may_be_wrong(corpus, wording.facts[0])
        and _is_person(kinds, voices, wording.facts[0])
    ]
    if longer:
        transcripts = _transcripts(corpus)
        for wording in longer:
            yield from _in_transcripts(corpus, transcripts, wording)


def _may_be_wrong(corpus: Corpus, fact: Fact) -> bool:
    """Whether a text is ours to correct: in a run with a draft, the draft alone."""
    return not corpus.has_draft or corpus.by_name[fact.document].role is DocumentRole.DRAFT


def _transcripts(corpus: Corpus) -> Transcripts:
    """The speeches of the run, of a draft's sources when it has one."""
    surnames = surnames_of(corpus.claims)
    return Transcripts(
        [
            speech
            for document in corpus.documents
            if not corpus.has_draft or document.role is DocumentRole.SOURCE
            for speech in speeches_of(document, surnames)
        ]
    )


def _in_transcripts(
    corpus: Corpus, transcripts: Transcripts, wording: Wording
) -> Iterator[Finding]:
    """The words under another's name in a transcript, unless their speaker has them there too."""
    fact = wording.facts[0]
    mine = {fold(word) for word in wording.speaker.split()}
    found = [
        speech
        for speech in transcripts.with_words(wording.keys)
        if speech.document != fact.document
    ]
    lasts = {fold(speech.speaker.split()[-1]) for speech in found}
    # A name that is spelt in two ways is name-spelling's own business.
    if not found or any(distance(last, word) <= 1 for last in lasts for word in mine):
        return
    speech = found[0]
    line = line_of(corpus.by_name[speech.document], speech, wording.keys)
    yield _told(
        corpus,
        fact,
        Location(fact.document, fact.span, wording.speaker),
        Location(speech.document, line, speech.speaker),
        near=_stands_near(corpus, fact) and not speech.noted,
    )


def _same_words(wordings: list[Wording]) -> Iterator[tuple[Wording, Wording]]:
    groups: dict[tuple[str, ...], list[Wording]] = {}
    for wording in wordings:
        groups.setdefault(tuple(key for key in wording.keys if key != "…"), []).append(wording)
    for group in groups.values():
        if len(group) <= _SPEAKERS:
            yield from combinations(group, 2)
    longer = [wording for wording in wordings if len(wording.keys) >= _PART_WORDS]
    for one, two in close_pairs(longer, shared=3):
        left, right = longer[one], longer[two]
        # Two cuts of one stretch may share no more than a term.
        if compare(left.facts[0], right.facts[0]) == Comparison(Relation.COMPATIBLE, PART):
            yield left, right


def _entity_kinds(corpus: Corpus) -> dict[tuple[str, str], str]:
    return {
        (fact.document, fact.value.name): fact.value.entity_kind
        for claim in corpus.claims
        for fact in claim.facts
        if isinstance(fact.value, PersonValue)
    }


def _is_person(kinds: dict[tuple[str, str], str], voices: Voices, fact: Fact) -> bool:
    """Whether the speaker is a named person: institutions speak through many mouths."""
    speaker = quote_value(fact).speaker
    if not voices.is_named(fact.document, speaker):
        return False
    for person in speaker.split(" and "):
        kind = kinds.get((fact.document, person))
        if kind != "person" and (kind is not None or len(person.split()) < 2):
            return False
    return True


def _finding(corpus: Corpus, left: Fact, right: Fact) -> Finding:
    if corpus.by_name[right.document].role is DocumentRole.DRAFT:
        left, right = right, left
    one, two = (
        Location(fact.document, fact.span, quote_value(fact).speaker) for fact in (left, right)
    )
    near = all(_stands_near(corpus, fact) for fact in (left, right))
    return _told(corpus, left, one, two, near=near)


def _told(corpus: Corpus, quote: Fact, one: Location, two: Location, *, near: bool) -> Finding:
    return make_finding(
        corpus,
        code=_CODE,
        rule=_NAME,
        severity=Severity.ERROR if near else Severity.WARNING,
        confidence=_SURE if near else _UNSURE,
        message=f"{show(quote)} is given to {one.label} and to {two.label}",
        primary=one,
        related=(two,),
        values=(one.label, two.label),
        why=(
            Part("words", "the same", 0.0),
            Part("speaker", "named beside both" if near else "told from the context", 0.0),
        ),
        topic=f"speaker of {show(quote)}",
    )


def _speak_together(corpus: Corpus, left: Fact, right: Fact) -> bool:
    """Whether one of the sentences names both speakers: "X and Y added" gives the words to both."""
    lasts = {quote_value(fact).speaker.split()[-1].lower() for fact in (left, right)}
    for fact in (left, right):
        claim = corpus.claim_at[fact.document, fact.claim]
        named = {word for name in claim.names for word in name.lower().split()}
        if lasts <= named:
            return True
    return False


def _stands_near(corpus: Corpus, fact: Fact) -> bool:
    """Whether the speaker's last name stands in the quote's claim or beside it."""
    last = quote_value(fact).speaker.split()[-1].lower()
    claims = corpus.claims_of[fact.document][max(0, fact.claim - 1) : fact.claim + 2]
    return any(last in name.lower().split() for claim in claims for name in claim.names)


RULE = Rule(
    code=_CODE,
    name=_NAME,
    summary="One quotation given to different speakers.",
    severity=Severity.ERROR,
    check=check,
)
