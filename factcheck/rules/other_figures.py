"""A figure or date of a digest where its source, in a sentence that reads the same, has another.

"On 19 April their car got stuck in the snow" beside "when on 11 April their car got stuck in the
snow": the words around the two places agree, so no slot need be read from either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.annotate.plain_words import PlainWord
from factcheck.annotate.worth import NUMBER_WORDS
from factcheck.facts import KINDS
from factcheck.match.passages import Passages
from factcheck.model import Claim, Fact, FactKind, Finding, Part, Relation, Severity, Span
from factcheck.rules.conflicts import place
from factcheck.rules.draft_words import digest_sentences
from factcheck.rules.findings import make_finding
from factcheck.rules.read_alike import Replaced, replaced
from factcheck.rules.rule import Corpus, Rule

_COMPARE = {kind.kind: kind.compare for kind in KINDS}
_CONFIDENCE = 0.85
_PARTS = frozenset("half third thirds quarter quarters fifth fifths single double triple".split())
# How like a passage of a source may be in which the draft's figure stands.
_ELSEWHERE = 0.5


def other_figures(corpus: Corpus, rule: Rule, kind: FactKind) -> Iterator[Finding]:
    """One finding for each fact of a `kind` in a digest in whose place a source has another."""
    passages = corpus.passages
    if passages is None:
        return
    for told in digest_sentences(corpus):
        if not any(fact.kind is kind for fact in told.claim.facts):
            continue
        found: set[Span] = set()
        for one in replaced(passages, told):
            pair = _differing(passages, one, kind)
            if pair is None or pair[0].span in found or _stands_elsewhere(passages, one, pair[0]):
                continue
            found.add(pair[0].span)
            here, there = map(place, pair)
            yield make_finding(
                corpus,
                code=rule.code,
                rule=rule.name,
                severity=Severity.WARNING,
                confidence=_CONFIDENCE,
                message=f"{here.label} here, {there.label} there, in passages worded alike",
                primary=here,
                related=[there],
                values=(here.label, there.label),
                why=(Part("words around", "alike", 3.0),),
                topic=f"{there.label} / {here.label}",
            )


def _differing(passages: Passages, one: Replaced, kind: FactKind) -> tuple[Fact, Fact] | None:
    """The facts on both places, if they exclude each other and nothing but numbers was replaced."""
    number, start, end = one.theirs
    mine, theirs = one.told.words[slice(*one.mine)], passages.words[number][start:end]
    if not all(_is_number(word.text) for word in (*mine, *theirs)):
        return None
    for fact in _facts_at(one.told.claim, mine, kind):
        for other in _facts_at(passages.evidence.sentences[number], theirs, kind):
            if _COMPARE[kind](fact, other).relation is Relation.DIFFERENT:
                return fact, other
    return None


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in NUMBER_WORDS or word in _PARTS


def _facts_at(claim: Claim, words: Sequence[PlainWord], kind: FactKind) -> Iterator[Fact]:
    for fact in claim.facts:
        over = fact.span.start < words[-1].end and words[0].start < fact.span.end
        if fact.kind is kind and over:
            yield fact


def _stands_elsewhere(passages: Passages, one: Replaced, fact: Fact) -> bool:
    """Whether another sentence of a source has the draft's value in words as like."""
    around = one.around
    for number in passages.hold(around, _ELSEWHERE):
        if number == one.theirs[0]:
            continue
        words = passages.words[number]
        for other in passages.evidence.sentences[number].facts:
            if other.kind is not fact.kind or (
                _COMPARE[fact.kind](fact, other).relation is not Relation.EQUAL
            ):
                continue
            at = [
                index
                for index, word in enumerate(words)
                if word.start < other.span.end and other.span.start < word.end
            ]
            if at and passages.alike(around, (number, at[0], at[-1] + 1)) >= _ELSEWHERE:
                return True
    return False
