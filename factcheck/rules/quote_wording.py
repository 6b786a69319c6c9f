"""FC401 quote-wording: one statement quoted in different words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from factcheck.facts.near_words import groups_of
from factcheck.facts.quote import compare
from factcheck.facts.quote_words import NEGATIONS, changed_words, common_share, key_words
from factcheck.match.context import RELATED, Context, context_of
from factcheck.model import (
    BlockKind,
    DocumentRole,
    Fact,
    Finding,
    Location,
    Part,
    Relation,
    Severity,
)
from factcheck.rules.findings import make_finding
from factcheck.rules.quote_focus import focus
from factcheck.rules.quote_index import Wording, close_pairs, quote_value, wordings_of
from factcheck.rules.rule import Corpus, Rule
from factcheck.rules.voices import OTHER, SAME, SPOKESMAN, UNKNOWN, Voices, voices_of

_CODE, _NAME = "FC401", "quote-wording"
_SURE = 0.9
# A quoted predicate this short stands inside the writer's own sentence.
_FRAGMENT = 8
_BUCKET = 40
_TOPIC_WORDS = 2
_NO_SPEAKER = 0.1
# Only words such as “all” or “with” differ: true, and of little weight.
_FUNCTION_WORDS = 0.15
_REPORTING = frozenset("say tell add statement interview comment remark spokesman".split())


def check(corpus: Corpus) -> Iterable[Finding]:
    """One finding for each statement of one voice that is quoted in several wordings."""
    wordings = wordings_of(corpus.claims)
    if len(wordings) < 2:
        return
    scene = _Scene(corpus, wordings)
    reworded = [_reworded(scene, *pair) for pair in close_pairs(wordings, shared=2)]
    for cluster in _clusters([pair for pair in reworded if pair is not None]):
        yield _finding(corpus, cluster)
    seen = {(pair.left, pair.right) for pair in reworded if pair is not None}
    for left, right in _predicate_pairs(wordings):
        pair = _same_predicate(scene, left, right)
        if pair is not None and (left, right) not in seen:
            yield _finding(corpus, [pair])


@dataclass(frozen=True)
class _Scene:
    corpus: Corpus
    wordings: list[Wording]

    @cached_property
    def voices(self) -> Voices:
        return voices_of(self.corpus.documents, self.corpus.claims)

    @cached_property
    def context(self) -> Context:
        return context_of(self.corpus.documents, self.corpus.claims)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two wordings (by number) of one statement, a fact of each, and why they are taken for one."""

    left: int
    right: int
    facts: tuple[Fact, Fact]
    confidence: float
    why: tuple[Part, ...]


def _clusters(pairs: list[_Pair]) -> list[list[_Pair]]:
    """Pairs that hang together by their wordings, so that three wordings give one finding."""
    home: dict[int, list[_Pair]] = {}
    for pair in pairs:
        one, two = home.get(pair.left, []), home.get(pair.right, [])
        joined = [*one, *(other for other in two if two is not one), pair]
        for member in joined:
            home[member.left] = home[member.right] = joined
    unique = {id(cluster): cluster for cluster in home.values()}
    return list(unique.values())


# ── the words themselves are alike ────────────────────────────────────────────────────────────


def _reworded(scene: _Scene, one: int, two: int) -> _Pair | None:
    left, right = scene.wordings[one], scene.wordings[two]
    comparison = compare(left.facts[0], right.facts[0])
    if comparison.relation is not Relation.DIFFERENT:
        return None
    voice = scene.voices.relation(left.speaker, right.speaker)
    if voice == OTHER and not (_is_named(scene, left) and _is_named(scene, right)):
        # "The Rovers manager" may well be the Paulo Reis of the other text.
        voice = UNKNOWN
    facts = _opposed(scene.corpus, left, right)
    if voice == OTHER or facts is None:
        return None
    if scene.context.standing(facts[0].document, facts[1].document) == "unrelated":
        return None
    share = common_share(left.keys, right.keys)
    length = min(len(left.keys), len(right.keys))
    confidence = 0.42 + 0.4 * share + 0.01 * min(length, 12)
    if voice == UNKNOWN:
        confidence -= _NO_SPEAKER
    changed = changed_words(left.keys, right.keys)
    if not changed:
        confidence -= _FUNCTION_WORDS
    elif len([word for word in changed if word in NEGATIONS]) % 2 and voice != UNKNOWN:
        # One says "not" where the other doesn't: no two hearings of one sentence.
        confidence = max(confidence, _SURE)
    why = (Part("words in common", comparison.reason, 0.0), Part("speaker", voice, 0.0))
    return _Pair(one, two, facts, round(confidence, 2), why)


def _is_named(scene: _Scene, wording: Wording) -> bool:
    return all(scene.voices.is_named(name, wording.speaker) for name in wording.documents)


def _opposed(corpus: Corpus, left: Wording, right: Wording) -> tuple[Fact, Fact] | None:
    """A fact of each wording: of two documents, or of one where its headline rewords its text.

    A document that has both wordings in its text says that both were said.
    """
    shared = [name for name in left.documents if name in right.documents]
    if not shared:
        return left.facts[0], right.facts[0]
    for one in left.facts:
        for two in right.facts[:4]:
            if one.document == two.document and _is_title(corpus, one) != _is_title(corpus, two):
                return one, two
    return None


def _is_title(corpus: Corpus, fact: Fact) -> bool:
    return corpus.claims_of[fact.document][fact.claim].block_kind in (
        BlockKind.HEADING,
        BlockKind.CAPTION,
    )


# ── other words, one predicate ────────────────────────────────────────────────────────────────


def _predicate_pairs(wordings: list[Wording]) -> Iterator[tuple[int, int]]:
    """Wordings whose predicates are near-synonyms, where at least one is a fragment."""
    files: dict[int, list[int]] = {}
    for number, wording in enumerate(wordings):
        event = wording.facts[0].slot.event
        if event and wording.value.verb:
            for group in sorted(groups_of(event[0])):
                files.setdefault(group, []).append(number)
    found = {
        pair
        for members in files.values()
        if len(members) <= _BUCKET
        for pair in combinations(members, 2)
    }
    for one, two in sorted(found):
        if min(len(wordings[one].keys), len(wordings[two].keys)) <= _FRAGMENT:
            yield one, two


def _same_predicate(scene: _Scene, one: int, two: int) -> _Pair | None:
    """The pair where voice, predicate, its preposition, polarity and topic all agree.

    One and the same predicate is no sign: a speaker says "we want …" of many things.
    """
    left, right = scene.wordings[one], scene.wordings[two]
    voice = scene.voices.relation(left.speaker, right.speaker)
    if voice not in (SAME, SPOKESMAN) or not set(left.documents).isdisjoint(right.documents):
        return None
    facts = left.facts[0], right.facts[0]
    verbs = tuple(fact.slot.event[0] for fact in facts)
    shared = [word for word in facts[0].slot.modifiers if word in facts[1].slot.modifiers]
    if verbs[0] == verbs[1] or not shared or _denied(facts[0]) != _denied(facts[1]):
        return None
    if compare(*facts).relation in (Relation.EQUAL, Relation.COMPATIBLE):
        return None
    if scene.context.likeness(facts[0].document, facts[1].document) < RELATED:
        return None
    speakers = (left.speaker, right.speaker)
    topic = _topic(scene.corpus, facts[0], speakers) & _topic(scene.corpus, facts[1], speakers)
    if len(topic) < _TOPIC_WORDS:
        return None
    confidence = min(0.62 + 0.02 * len(topic), 0.75)
    why = (
        Part("speaker", voice, 0.0),
        Part("predicate", f"{verbs[0]} ~ {verbs[1]} {shared[0]}", 0.0),
        Part("topic", ", ".join(sorted(topic)[:4]), 0.0),
    )
    return _Pair(one, two, facts, round(confidence, 2), why)


def _denied(fact: Fact) -> bool:
    return any(word in NEGATIONS for word in key_words(quote_value(fact).words))


def _topic(corpus: Corpus, fact: Fact, speakers: tuple[str, ...]) -> frozenset[str]:
    """The content words of the quote's claim and of the claim before it, without the speakers."""
    claims = corpus.claims_of[fact.document]
    names = {word.lower() for speaker in speakers for word in speaker.split()}
    words = {
        word
        for claim in claims[max(0, fact.claim - 1) : fact.claim + 1]
        for word in claim.words
        if len(word) > 2
    }
    return frozenset(words - names - _REPORTING)


# ── both ──────────────────────────────────────────────────────────────────────────────────────


def _finding(corpus: Corpus, cluster: list[_Pair]) -> Finding:
    best = max(cluster, key=lambda pair: pair.confidence)
    wordings: dict[tuple[str, ...], Fact] = {}
    for pair in cluster:
        for fact in pair.facts:
            wordings.setdefault(key_words(quote_value(fact).words), fact)
    facts = sorted(
        wordings.values(),
        key=lambda fact: (_is_source(corpus, fact), fact.document, fact.span),
    )
    speaker = next((name for name in map(_speaker, facts) if name), "")
    first, _ = focus(facts[0].surface, facts[1].surface)
    shown = [first, *(focus(facts[0].surface, fact.surface)[1] for fact in facts[1:])]
    return make_finding(
        corpus,
        code=_CODE,
        rule=_NAME,
        severity=Severity.ERROR if best.confidence >= _SURE else Severity.WARNING,
        confidence=best.confidence,
        message=f"{speaker or 'one statement'} is quoted as {' and as '.join(shown)}",
        primary=Location(facts[0].document, facts[0].span, shown[0]),
        related=[
            Location(fact.document, fact.span, text)
            for fact, text in zip(facts[1:], shown[1:], strict=True)
        ],
        values=shown,
        why=best.why,
        topic=f"{speaker}: quotation" if speaker else "quotation",
        notes=("check the recording or the full text",),
    )


def _speaker(fact: Fact) -> str:
    return quote_value(fact).speaker


def _is_source(corpus: Corpus, fact: Fact) -> bool:
    """False for the draft, so that its side comes first."""
    return corpus.by_name[fact.document].role is not DocumentRole.DRAFT


RULE = Rule(
    code=_CODE,
    name=_NAME,
    summary="One statement quoted in different words.",
    severity=Severity.ERROR,
    check=check,
)
