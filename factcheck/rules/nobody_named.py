"""A summary that opens with a pronoun, or has one of a sex that its source doesn't speak of.

A pronoun in the subject of a sentence can't stand for a name that follows in the same sentence
(principle C of T. Reinhart, Anaphora and Semantic Interpretation, 1983), and before the first
sentence nothing is named: "He has signed for five years" has lost who signed, and says of no one
what its source says of someone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.annotate.lemma import lemma_of
from factcheck.annotate.plain_words import PlainWord, plain_words
from factcheck.annotate.shadow import shadow_of
from factcheck.match.mentions import PERSON, UNKNOWN, mentions_of
from factcheck.match.passages import Passages, surroundings
from factcheck.match.surroundings import Surroundings
from factcheck.model import BlockKind, Claim, Document, Location, Span
from factcheck.rules.rule import Corpus
from factcheck.rules.summary_above import is_label

_PERSONAL = frozenset("he she they him them".split())
_POSSESSIVE = frozenset("his her their".split())
# "They say", "they call it": people in general.
_GENERAL = frozenset("say says call calls tell".split())
_FORMS_OF_BE = frozenset("is was has had will be been".split())
_SOON, _NEAR = 4, 6
# "It is thought that", "it has been decided to": what follows is what is spoken of.
_CLAUSES = frozenset("that to whether how why who what when where if because since".split())
# Behind these a new clause may name whom the pronoun meant: "She is 80, but Holm still runs".
_COORDINATORS = frozenset("but and yet so".split())
WOMEN = frozenset(
    "she her hers herself mrs ms miss madam lady ladies woman women female girl girls mother mum "
    "mom sister daughter wife aunt niece grandmother granddaughter widow girlfriend fiancee bride "
    "actress queen princess duchess countess nun heroine hostess waitress".split()
)
MEN = frozenset(
    "he him his himself mr sir lord man men male boy boys father dad brother son husband uncle "
    "nephew grandfather grandson widower boyfriend fiance groom actor king prince duke count "
    "monk hero host waiter".split()
)
_SHE, _HE = frozenset("she her hers herself".split()), frozenset("he him his himself".split())
# In so many sentences someone is once spoken of by a pronoun or a title.
_ENOUGH = 8
# Least share of the words around that a passage of the source has to hold.
_LEAST = 0.2
_LEAST_AROUND, _LEAST_WORDS = 2, 5
_SURE, _LIKELY = 0.8, 0.75
# A headline may leave open whom it means, to be read on.
_SKIPPED = (BlockKind.CODE, BlockKind.FURNITURE, BlockKind.HEADING)


@dataclass(frozen=True, slots=True)
class NobodyNamed:
    """A pronoun of a draft that stands for nothing, and the passage of a source that it retells.

    `other_sex` says that no source speaks of anyone of its sex, else it opens the draft.
    """

    draft: Location
    source: Location
    confidence: float
    other_sex: bool


def nobody_named(corpus: Corpus) -> Iterator[NobodyNamed]:
    """The pronouns of summaries that stand for nothing in them or in their sources."""
    passages = corpus.passages
    if passages is None:
        return
    for document in corpus.documents:
        if document.name not in corpus.digests:
            continue
        shadow = shadow_of(document.text)
        claims = [one for one in corpus.claims_of[document.name] if one.block_kind not in _SKIPPED]
        # A sentence that stands alone may be cut from a text that names whom it means.
        for number, claim in enumerate(claims):
            words = plain_words(shadow, claim.span)
            sexed = _of_other_sex(passages, words)
            if sexed is not None:
                found = _retold(document, passages, words, sexed, other_sex=True)
            elif (
                not number and len(claims) > 1 and _stands_for_none(document, shadow, claim, words)
            ):
                found = _retold(document, passages, words, 0, other_sex=False)
            else:
                found = None
            if found is not None:
                yield found


def _of_other_sex(passages: Passages, words: Sequence[PlainWord]) -> int | None:
    """The first pronoun of a sex that the sources, though they speak of the other, don't have."""
    places = passages.evidence.places
    if len(passages.words) < _ENOUGH:
        return None
    for pronouns, own, others in ((_SHE, WOMEN, _HE), (_HE, MEN, _SHE)):
        if any(word in places for word in own) or not any(word in places for word in others):
            continue
        for index, word in enumerate(words):
            if word.text in pronouns:
                return index
    return None


def _stands_for_none(
    document: Document, shadow: str, claim: Claim, words: Sequence[PlainWord]
) -> bool:
    """Whether the first sentence of a draft opens with a pronoun that no name can come before."""
    if len(words) < _LEAST_WORDS or words[0].start != claim.span.start:
        # Behind a mark of quotation: who is quoted knows whom they mean.
        return False
    above = [block for block in document.blocks if block.span.start < claim.span.start]
    if not all(is_label(document, block) for block in above if block.span.end <= claim.span.start):
        return False
    first, rest = words[0].text, [word.text for word in words[1:]]
    if first == "it":
        return _is_of_a_thing(rest)
    if first in _POSSESSIVE:
        # "His sister, Holm says": a possessor may be named behind.
        return not _is_named_behind(shadow, claim, words, 0)
    coordinated = (index for index, word in enumerate(words) if word.text in _COORDINATORS)
    return (
        first in _PERSONAL
        and not (first == "they" and rest[0] in _GENERAL)
        and not _is_named_behind(shadow, claim, words, next(coordinated, len(words)))
    )


def _is_of_a_thing(rest: Sequence[str]) -> bool:
    """Whether "it" is a thing that something happened to, by the participle behind it."""
    verb = next((word for word in rest[:_SOON] if word not in _FORMS_OF_BE), "")
    irregular = lemma_of(verb) != verb and not verb.endswith(("s", "ing"))
    passive = irregular or verb.endswith(("ed", "en")) or "by" in rest[:_NEAR]
    return rest[0] in _FORMS_OF_BE and passive and _CLAUSES.isdisjoint(rest)


def _is_named_behind(shadow: str, claim: Claim, words: Sequence[PlainWord], behind: int) -> bool:
    """Whether someone is named behind word `behind`."""
    return any(
        mention.first > behind and mention.kind in (PERSON, UNKNOWN)
        for mention in mentions_of(claim, words, shadow)
    )


def _retold(
    document: Document,
    passages: Passages,
    words: Sequence[PlainWord],
    index: int,
    *,
    other_sex: bool,
) -> NobodyNamed | None:
    """The pronoun beside the sentence of a source that has most of the words around it."""
    around = surroundings(words, index, index + 1)
    if len(around) < _LEAST_AROUND:
        return None
    number = _nearest(passages, around)
    if number is None:
        return None
    claim = passages.evidence.sentences[number]
    word = words[index]
    span = Span(word.start, word.end)
    return NobodyNamed(
        Location(document.name, span, document.slice(span)),
        Location(claim.document, claim.span),
        _LIKELY if other_sex else _SURE,
        other_sex,
    )


def _nearest(passages: Passages, around: Surroundings) -> int | None:
    """The sentence that has most of the words of `around`, the first of several."""
    shares = dict.fromkeys(sorted(passages.hold(around, _LEAST)), 0.0)
    for key, near in around:
        for number, share in passages.evidence.row(key).items():
            if number in shares:
                shares[number] += near * share * passages.rarity.weight(key)
    return max(shares, key=lambda number: shares[number], default=None)
