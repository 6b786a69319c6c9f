"""Contrast: parallel sentences that put one thing in the place of another."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from factcheck.annotate.worth import NUMBER_WORDS
from factcheck.facts.calendar_words import CALENDAR_WORDS
from factcheck.facts.lexicon import are_antonyms
from factcheck.facts.near_words import are_near
from factcheck.match.levels import UNKNOWN, Pair
from factcheck.match.synonyms import same_class
from factcheck.model import DurationValue, Fact, MomentValue, QuantityValue

# Share of words in common, in order, from which two sentences count as parallel.
PARALLEL = 0.6
_ORDINALS = frozenset("first second third fourth fifth sixth".split())


def contrast_level(pair: Pair) -> str:
    """Whether parallel sentences put one thing in the place of another.

    "The north line carried 40 trains" beside "the south line carried 60": two lines, and what else
    the sentences share does not make them one.
    """
    if not isinstance(pair.left.value, (QuantityValue, DurationValue, MomentValue)):
        return UNKNOWN
    one, two = _plain(pair.one.words, pair.left), _plain(pair.two.words, pair.right)
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) < 2 or matcher.ratio() < PARALLEL:
        return UNKNOWN
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag != "replace" or not end - start == other_end - other_start <= 2:
            continue
        if _exclusive(one[start:end], two[other_start:other_end], one, two):
            return "swapped"
    return UNKNOWN


def _plain(words: tuple[str, ...], fact: Fact) -> list[str]:
    """Words without the value itself and other figures, but with ordinals.

    The first phase is not the second; "June" in the place of "October" is what is compared.
    """
    own = set(re.findall(r"[^\W\d_]+", fact.surface.lower())) - _ORDINALS
    # Which verb is used says little: a report runs to pages, or is published.
    own.update(fact.slot.event)
    return [
        word
        for word in words
        if word not in own
        and not any(character.isdigit() for character in word)
        and (word not in NUMBER_WORDS or word in _ORDINALS)
    ]


def _exclusive(left: list[str], right: list[str], one: list[str], two: list[str]) -> bool:
    """Whether two stretches share no sense, and neither stands in the other sentence.

    Another day is told by the dimension of time.
    """
    if CALENDAR_WORDS.issuperset(left) or CALENDAR_WORDS.issuperset(right):
        return False
    pairs = [(word, other) for word in left for other in right]
    opposite = any(are_antonyms(word, other) for word, other in pairs)
    if not opposite and any(same_class(*pair) or are_near(*pair) for pair in pairs):
        return False
    return set(left).isdisjoint(two) and set(right).isdisjoint(one)
