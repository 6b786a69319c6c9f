"""A word that a draft denies and its source, in a passage worded alike, affirms; or the other way.

"The bank could dismiss the clerk" beside "the bank couldn't dismiss the clerk": no parse need
agree, the words around the two places do. A word that some source has in the draft's polarity, in
surroundings as like, is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.annotate.lemma import lemma_of
from factcheck.annotate.plain_words import PlainWord
from factcheck.match.evidence import word_key
from factcheck.match.passages import Passages, Place, surroundings
from factcheck.match.surroundings import Surroundings, akin, tells
from factcheck.model import Claim, Location
from factcheck.rules.draft_words import digest_sentences, location_of
from factcheck.rules.rule import Corpus

# How like the words around must be, and by how much more like than where the word stands in the
# draft's own polarity.
_LEAST, _APART = 0.4, 0.2
_LEAST_AROUND = 3
_CONFIDENCE = 0.75
_NEGATORS = frozenset("not never cannot no".split())
# With these a sentence may deny in another way, in part, or nothing: then it tells neither.
_UNCLEAR = frozenset(
    "only just merely simply nor neither without unless if whether until nothing nobody none few "
    "little hardly barely scarcely rarely seldom fail fails failed failing refuse refuses refused "
    "deny denies denied lack lacks lacked unable avoid avoided avoids stop stopped prevent "
    "prevented prevents stops instead rather than unlikely question questions doubt doubts "
    "mean as may might would could expected planned due supposed meant hoped".split()
)
# Said of nearly everything, and in set phrases.
_VAGUE = frozenset(
    "get give have do make take be go come put set keep let say tell think know want need use "
    "see look way thing reason time year day people".split()
)
_BREAKS = frozenset("',;:()\"“”‘’—–…")
_BOUND = frozenset("only until unless no nothing none nor neither".split())
# Between a word of denial and what it denies.
_LIGHT = frozenset(
    "be been being have had has to the a an any yet longer really so much ever even all do did "
    "does".split()
)
_SCOPE, _CLAUSE = 4, 6


@dataclass(frozen=True, slots=True)
class Denied:
    """A word of the draft and the same word of a source; `here` says that the draft denies it.

    `sentence` is the place of the draft's sentence, of which a surer rule may tell the same.
    """

    draft: Location
    source: Location
    sentence: Location
    here: bool
    confidence: float = _CONFIDENCE


def denied_words(corpus: Corpus) -> Iterator[Denied]:
    """The words that a summary denies and its source affirms, or the other way; once a sentence."""
    passages = corpus.passages
    if passages is None:
        return
    for told in digest_sentences(corpus):
        found = next(_in_claim(corpus, passages, told.shadow, told.words), None)
        if found is not None:
            index, place, denied = found
            yield Denied(
                location_of(told.document, told.words, index, index + 1),
                _source(corpus, passages, place),
                sentence=Location(told.document.name, told.claim.span),
                here=denied,
            )


def _in_claim(
    corpus: Corpus, passages: Passages, text: str, words: Sequence[PlainWord]
) -> Iterator[tuple[int, Place, bool]]:
    for index, word in enumerate(words):
        if not tells(word.text) or word.text.endswith("ly") or lemma_of(word.text) in _VAGUE:
            continue
        if text[word.start].isupper():
            continue
        mine = _polarity(text, words, index)
        if mine is None:
            continue
        around = surroundings(words, index, index + 1)
        if len(around) < _LEAST_AROUND:
            continue
        place = _opposed(corpus, passages, words, index, around, denied=mine)
        if place is not None:
            yield index, place, mine


def _opposed(
    corpus: Corpus,
    passages: Passages,
    words: Sequence[PlainWord],
    index: int,
    around: Surroundings,
    *,
    denied: bool,
) -> Place | None:
    """The place of the word in the other polarity that is worded most alike; None where the
    draft's own polarity stands in a passage nearly as like."""
    against, best, supported = 0.0, None, 0.0
    sentences = passages.hold(around, _LEAST - _APART)
    for place in passages.places.get(lemma_of(words[index].text), ()):
        number, at, _ = place
        if number not in sentences:
            continue
        theirs = passages.words[number]
        document = corpus.by_name[passages.evidence.sentences[number].document]
        polarity = _polarity(document.text, theirs, at)
        likeness = passages.alike(around, place)
        if polarity is None or polarity is denied:
            supported = max(supported, likeness)
        elif likeness > against and _one_beside(words, index, theirs, at):
            against, best = likeness, place
    return best if against >= _LEAST and against - supported >= _APART else None


def _polarity(text: str, words: Sequence[PlainWord], index: int) -> bool | None:
    """Whether word `index` is denied; None where that can't be told."""
    first = index
    while first > max(0, index - _CLAUSE) and _BREAKS.isdisjoint(
        text[words[first - 1].end : words[first].start]
    ):
        first -= 1
    before = [word.text for word in words[first:index]]
    behind = {word.text for word in words[index + 1 : index + 3]}
    if not _UNCLEAR.isdisjoint(before) or not _BOUND.isdisjoint(behind):
        return None
    cues = [at for at, word in enumerate(before) if _denies(word)]
    if not cues:
        return False
    if len(cues) > 1:
        return None
    between = before[cues[0] + 1 :]
    if len(between) < _SCOPE and all(
        word in _LIGHT or word.endswith("ly") or not tells(word) for word in between
    ):
        return True
    return None


def _denies(word: str) -> bool:
    return word in _NEGATORS or word.endswith("n't")


def _one_beside(
    words: Sequence[PlainWord], index: int, theirs: Sequence[PlainWord], at: int
) -> bool:
    """Whether the next content words behind both, or before both, are one, or nearly."""
    sides = (
        (words[index + 1 :], theirs[at + 1 :]),
        (words[:index][::-1], theirs[:at][::-1]),
    )
    nexts = [(_next(mine), _next(other)) for mine, other in sides]
    return any(one and two and akin(word_key(one), word_key(two)) for one, two in nexts)


def _next(words: Sequence[PlainWord]) -> str:
    return next((word.text for word in words if tells(word.text)), "")


def _source(corpus: Corpus, passages: Passages, place: Place) -> Location:
    number, first, last = place
    claim: Claim = passages.evidence.sentences[number]
    return location_of(corpus.by_name[claim.document], passages.words[number], first, last)
