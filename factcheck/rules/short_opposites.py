"""Words of opposite sense for one thing in two short texts: "positive reviews", "negative reviews".

The two have to stand at the same word, before it or behind it, or to be said of the subject itself.
Opposites are those of the lexicon; an adverb has the sense of its adjective ("negatively").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.annotate.lemma import lemma_of
from factcheck.facts.function_words import FUNCTION_WORDS
from factcheck.facts.lexicon import are_antonyms
from factcheck.facts.near_words import are_near
from factcheck.model import Location, Modality, StatementValue
from factcheck.rules.opposite_words import RANKS, direct_opposites
from factcheck.rules.short_denials import stem_of
from factcheck.rules.short_openings import small
from factcheck.rules.short_texts import Side

OPPOSED = 0.78
"""How often such a pair is right."""
_DENYING = frozenset(
    "if not no never neither nor without cannot hardly barely scarcely little few may might could "
    "than but although though however while whereas despite from until before after formerly "
    "both".split()
)
_REACH = 3
_LEAST_WORD = 3
_DETERMINERS = frozenset("the a an his her its their this that of for to in".split())
# What is the one can't be the other in any degree or respect (complementaries: J. Lyons, Semantics,
# 1977, section 9.1); what is large may be small among its like.
_COMPLEMENTARY = frozenset(
    "real fictional imaginary alive dead male female public private legal illegal guilty innocent "
    "married single extinct living human animal natural artificial true false".split()
)
_BE = frozenset("is are was were be being been become became remain remained".split())


@dataclass(frozen=True, slots=True)
class Opposites:
    """Two opposite words and where they stand."""

    left: Location
    right: Location


def opposites(one: Side, two: Side) -> Iterator[Opposites]:
    """The opposite words that two sentences on one subject have in one place; at most one pair."""
    if not _DENYING.isdisjoint(one.lower | two.lower):
        return
    if Modality.POSSIBILITY in (one.claim.modality, two.claim.modality):
        return
    mine, theirs = _Words(one), _Words(two)
    for at, word in enumerate(mine.lemmas):
        if not _tells(mine, at) or word in theirs.known:
            continue
        for other, their_word in enumerate(theirs.lemmas):
            if not _tells(theirs, other) or their_word in mine.known:
                continue
            if _opposed(word, their_word) and _one_place(mine, at, theirs, other):
                yield Opposites(mine.place(at), theirs.place(other))
                return


class _Words:
    """The words of a sentence as lemmas; adverbs of manner as their adjectives."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self.words = [small(word) for word in side.words]
        self.lemmas = [_base(word) for word in self.words]
        self.known = frozenset(self.lemmas)
        self.opening = frozenset(side.opening)
        self.verbs = frozenset(
            fact.value.predicate.split()[0]
            for fact in side.claim.facts
            if isinstance(fact.value, StatementValue) and fact.value.predicate
        )
        self.named = [number > 0 and word[0].isupper() for number, word in enumerate(side.words)]

    def place(self, number: int) -> Location:
        """Where a word stands."""
        start = -1
        for word in self._side.words[: number + 1]:
            start = self._side.text.index(word, start + 1)
        return self._side.place(start, start + len(self._side.words[number]))


def _base(word: str) -> str:
    if word.endswith("ly") and len(word) > 6:
        return word.removesuffix("ly")
    return lemma_of(word)


def _tells(words: _Words, at: int) -> bool:
    word = words.words[at]
    if len(word) <= _LEAST_WORD or word in FUNCTION_WORDS | RANKS or words.named[at]:
        return False
    aim = at > 0 and words.words[at - 1] in ("to", "for", "of")
    if not aim and not words.verbs.isdisjoint((words.lemmas[at], lemma_of(word))):
        # What someone did is held against other deeds as a statement, with its time and place;
        # what something is for is not.
        return False
    return word not in words.opening


def _opposed(one: str, two: str) -> bool:
    """Whether two words are opposites by the lexicon, as adjectives, nouns or verbs."""
    return two in direct_opposites(one) and are_antonyms(one, two)


def _one_place(mine: _Words, at: int, theirs: _Words, other: int) -> bool:
    """Whether the words have one neighbour that tells, or both are said of the subject."""
    if {mine.lemmas[at], theirs.lemmas[other]} <= _COMPLEMENTARY:
        return _of_subject(mine, at) and _of_subject(theirs, other)
    ours, others = _around(mine, at), _around(theirs, other)
    return any(_akin(one, two) for one in ours for two in others)


def _around(words: _Words, at: int) -> list[str]:
    """The words that tell next to a word, on each side, nothing but determiners between."""
    found = []
    for step in (1, -1):
        number = at + step
        while 0 <= number < len(words.words) and abs(number - at) <= _REACH:
            if words.words[number] not in _DETERMINERS:
                found.append(words.lemmas[number])
                break
            number += step
    return [
        word
        for word in found
        if word not in FUNCTION_WORDS and word not in words.opening and word not in _BE
    ]


def _akin(one: str, two: str) -> bool:
    return one == two or stem_of(one) == stem_of(two) or are_near(one, two)


def _of_subject(words: _Words, at: int) -> bool:
    """Whether a word is said of the subject: "is a fictional character", "was successful"."""
    before = [word for word in words.words[max(0, at - _REACH) : at] if word not in _DETERMINERS]
    return bool(before) and before[-1] in _BE and at <= len(words.opening) + 2 * _REACH
