"""Claims: each sentence with its facts, its words, who says it and how firmly."""

from __future__ import annotations

from dataclasses import replace

from factcheck.annotate.nouns import Annotated, Sentence, Token
from factcheck.facts.kind import Kind
from factcheck.facts.modality import is_to_be
from factcheck.facts.referents import Referents
from factcheck.facts.words import content_words
from factcheck.model import BlockKind, Claim, Fact, Modality

_SAYING = frozenset(
    "say tell add claim warn argue report announce state note stress insist suggest believe think "
    "estimate allege accuse describe explain write call declare confirm deny acknowledge admit "
    "predict expect reiterate caution remark comment".split()
)
_POSSIBLE = frozenset("may might could possibly perhaps maybe reportedly allegedly".split())
_CONDITIONS = frozenset("if unless whether".split())
_PLANS = frozenset("will plan intend expect due set aim hope propose seek want would shall".split())
_DENIALS = frozenset(
    "not n't never no none nobody nothing neither nor without cannot deny refuse reject "
    "fail".split()
)


def extract_claims(annotated: Annotated, kinds: tuple[Kind, ...]) -> tuple[Claim, ...]:
    """One claim for each sentence, with the facts that `kinds` find in it, by position."""
    claims: list[Claim] = []
    referents = Referents(annotated)
    for sentence in annotated.sentences:
        facts: list[Fact] = []
        for kind in kinds:
            facts.extend(kind.extract(annotated, sentence))
        facts = referents.resolved(sentence, facts)
        facts.sort(key=lambda fact: (fact.span, fact.kind.value, fact.surface))
        index = len(claims)
        claims.append(
            Claim(
                document=annotated.document.name,
                index=index,
                span=sentence.span,
                block=sentence.block,
                block_kind=_block_kind(annotated, sentence),
                words=content_words(sentence.tokens),
                names=tuple(
                    dict.fromkeys(
                        annotated.entities[name.entity].name
                        for name in annotated.names_in(sentence.index)
                    )
                ),
                subject=_subject(sentence),
                predicate=_predicate(sentence),
                attribution=_attribution(annotated, sentence),
                modality=_modality(sentence),
                negated=any(token.text.lower() in _DENIALS for token in sentence.tokens),
                facts=tuple(replace(fact, claim=index) for fact in facts),
            )
        )
    return tuple(claims)


def _block_kind(annotated: Annotated, sentence: Sentence) -> BlockKind:
    return annotated.block_of(sentence).kind


def _root(sentence: Sentence) -> int | None:
    if not sentence.parsed:
        return None
    return next((i for i, token in enumerate(sentence.tokens) if token.head == i), None)


def _predicate(sentence: Sentence) -> str:
    root = _root(sentence)
    return sentence.tokens[root].lemma if root is not None else ""


def _subject(sentence: Sentence) -> str:
    root = _root(sentence)
    for token in sentence.tokens if root is not None else ():
        if token.head == root and token.dep in ("nsubj", "nsubjpass"):
            return token.lemma
    return ""


def _attribution(annotated: Annotated, sentence: Sentence) -> str:
    """To whom the sentence is attributed: the subject of a verb of saying, named or as written."""
    for index, token in enumerate(sentence.tokens):
        if token.pos != "VERB" or token.lemma not in _SAYING:
            continue
        for number, other in enumerate(sentence.tokens):
            if other.head == index and other.dep == "nsubj":
                return _named(annotated, sentence, number)
    match = _according_to(sentence.tokens)
    return _named(annotated, sentence, match) if match is not None else ""


def _according_to(tokens: tuple[Token, ...]) -> int | None:
    for index in range(len(tokens) - 2):
        if tokens[index].text.lower() == "according" and tokens[index + 1].text == "to":
            later = range(index + 2, min(index + 7, len(tokens)))
            return next((i for i in later if tokens[i].pos in ("NOUN", "PROPN")), None)
    return None


def _named(annotated: Annotated, sentence: Sentence, index: int) -> str:
    for name in annotated.names_in(sentence.index):
        if name.first <= index < name.last:
            return annotated.entities[name.entity].name
    return sentence.tokens[index].text


def _modality(sentence: Sentence) -> Modality:
    # "May" inside a sentence is the month.
    words = [token.text.lower() for token in sentence.tokens if token.text != "May"]
    if any(word in _CONDITIONS for word in words):
        return Modality.CONDITION
    if any(word in _POSSIBLE for word in words):
        return Modality.POSSIBILITY
    if any(word in ("will", "shall", "'ll") for word in words):
        return Modality.PLAN
    root = _root(sentence)
    if root is not None and (sentence.tokens[root].lemma in _PLANS or is_to_be(sentence, root)):
        return Modality.PLAN
    return Modality.FACT
