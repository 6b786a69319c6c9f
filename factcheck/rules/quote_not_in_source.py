"""FC403 quote-not-in-source: a quotation in the draft that no source has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.annotate.shadow import shadow_of
from factcheck.facts.quote import fold_words
from factcheck.facts.quote_words import compare_words, key_words
from factcheck.facts.words import STOP
from factcheck.model import (
    Claim,
    Document,
    DocumentRole,
    Fact,
    Finding,
    Location,
    Part,
    Relation,
    Severity,
)
from factcheck.rules.findings import make_finding
from factcheck.rules.quote_index import quote_facts, quote_value
from factcheck.rules.rule import Corpus, Rule
from factcheck.rules.voices import OTHER, Voices, voices_of

_CODE, _NAME = "FC403", "quote-not-in-source"
# Marks around so few words often set off a term of the writer's own.
TERM = 3
# A sentence with this share of the telling words may be the one quoted, adapted to the draft's own.
_ADAPTED = 0.85
# With less than this in common no sentence of a source is what was quoted; of so few telling words
# two are easily in any.
_LIKE, _FEW = 0.6, 4
_LONGEST = 80
_AGREE = (Relation.EQUAL, Relation.COMPATIBLE)


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each quotation of a draft whose words stand in no source in this order."""
    if not corpus.has_draft:
        return
    sources = _sources(corpus)
    if not sources:
        return
    voices = voices_of(corpus.documents, corpus.claims)
    roles = {document.name: document.role for document in corpus.documents}
    for fact in quote_facts(corpus.claims):
        if roles[fact.document] is DocumentRole.DRAFT and not _stands(fact, sources, voices):
            yield _finding(corpus, fact, sources)


@dataclass(frozen=True, slots=True)
class _Source:
    """A source: its words as one sequence, as a set of keys, its claims and their words' keys."""

    document: Document
    words: tuple[str, ...]
    keys: frozenset[str]
    claims: tuple[tuple[Claim, tuple[str, ...]], ...]


def _sources(corpus: Corpus) -> list[_Source]:
    found = []
    for document in corpus.documents:
        if document.role is DocumentRole.SOURCE:
            shadow = shadow_of(document.text)
            words = fold_words(shadow)
            claims = tuple(
                (claim, key_words(fold_words(shadow[claim.span.start : claim.span.end])))
                for claim in corpus.claims_of[document.name]
            )
            found.append(_Source(document, words, frozenset(key_words(words)), claims))
    return found


def _stands(fact: Fact, sources: Sequence[_Source], voices: Voices) -> bool:
    """Whether a source has the words in this order, quoted or not.

    A quotation that a source gives in other words is left to FC401; a term counts as found where
    any source has its words at all.
    """
    value = quote_value(fact)
    keys = [key for key in key_words(value.words) if key != "…"]
    telling = [key for key in keys if key not in STOP]
    if not telling:
        return True
    if len(keys) <= TERM or value.scare:
        if any(all(key in source.keys for key in telling) for source in sources):
            return True
        if not all(_absent(key, sources) for key in telling):
            return True
    if any(compare_words(value.words, source.words).relation in _AGREE for source in sources):
        return True
    return any(_same_statement(fact, other, voices) for other in _quotes(sources))


def _absent(key: str, sources: Sequence[_Source]) -> bool:
    return not any(key in source.keys for source in sources)


def _quotes(sources: Sequence[_Source]) -> Iterator[Fact]:
    return quote_facts(claim for source in sources for claim, _ in source.claims)


def _same_statement(fact: Fact, other: Fact, voices: Voices) -> bool:
    one, two = quote_value(fact), quote_value(other)
    relation = compare_words(one.words, two.words).relation
    if relation in _AGREE:
        return True
    return relation is Relation.DIFFERENT and voices.relation(one.speaker, two.speaker) != OTHER


# ── what comes nearest ────────────────────────────────────────────────────────────────────────


def _nearest(keys: tuple[str, ...], sources: Sequence[_Source]) -> tuple[Claim | None, float]:
    """The sentence that shares the largest part (0 to 1) of the quotation's telling words."""
    telling = {key for key in keys if key not in STOP and key != "…"}
    best: tuple[Claim | None, float] = (None, 0.0)
    for source in sources:
        for claim, words in source.claims:
            shared = len(telling.intersection(words)) / len(telling)
            if shared > best[1]:
                best = (claim, shared)
    return best


def _finding(corpus: Corpus, fact: Fact, sources: Sequence[_Source]) -> Finding:
    keys = tuple(key for key in key_words(quote_value(fact).words) if key != "…")
    claim, shared = _nearest(keys, sources)
    speaker = quote_value(fact).speaker
    lacking = tuple(dict.fromkeys(key for key in keys if key not in STOP and _absent(key, sources)))
    text = " ".join(fact.surface.split())
    return make_finding(
        corpus,
        code=_CODE,
        rule=_NAME,
        severity=_severity(corpus, fact, shared),
        confidence=_confidence(len(keys), shared, lacking=bool(lacking), speaker=bool(speaker)),
        message=f"no source has the quotation “{_cut(text)}”" + (f" of {speaker}" * bool(speaker)),
        primary=Location(fact.document, fact.span, f"“{_cut(text)}”"),
        related=[Location(claim.document, claim.span, "nearest")] if claim else [],
        values=(f"“{_cut(text)}”",),
        why=(
            Part("length", f"{len(keys)} words", 0.0),
            Part("nearest sentence", f"has {shared:.0%} of the telling words", 0.0),
            Part("in no source", ", ".join(lacking[:4]) or "none of the words", 0.0),
        ),
        topic=f"{speaker}: quotation" if speaker else "quotation",
        notes=("check the recording, or name where it was said",),
    )


def _severity(corpus: Corpus, fact: Fact, shared: float) -> Severity:
    """A note where an article quotes what is like nothing in the sources: it was said to the
    writer, as far as anyone can tell. Words that are half those of a source are not."""
    words = {key for key in key_words(quote_value(fact).words) if key not in STOP}
    own = fact.document not in corpus.digests and (shared < _LIKE or len(words) < _FEW)
    return Severity.INFO if own else RULE.severity


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + "…"


def _confidence(length: int, shared: float, *, lacking: bool, speaker: bool) -> float:
    """How sure it is that the words were not said so.

    Marks around a word or two that nobody is said to have spoken may be the writer's own; a change
    of small words alone ("all in its power") may be an adapted pronoun.
    """
    if length <= TERM:
        return 0.75 if speaker else 0.55
    if not lacking and shared >= _ADAPTED:
        return 0.62
    return 0.9 if lacking and length > 2 * TERM else 0.8


RULE = Rule(
    code=_CODE,
    name=_NAME,
    summary="A quotation in the draft that no source has.",
    severity=Severity.WARNING,
    check=check,
    alone=False,
    lacking=True,
)
