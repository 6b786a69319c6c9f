"""Words that set one thing above all others: "the biggest", "the first", "the only".

What they say can't be told from the thing itself: someone has to have compared.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.facts.lexicon import antonyms_of
from factcheck.facts.near_words import groups_of

# Those that say the same of much; the first and the only have few other words.
_SAME = (
    "first 1st maiden inaugural debut",
    "most",
    "only sole lone",
    "best top finest greatest",
    "worst",
    "biggest largest greatest",
    "highest tallest record",
    "lowest record",
    "record highest lowest best biggest largest most",
)
_WORDS = frozenset("first maiden most only best worst record".split())
_NONE = frozenset("forest honest latest priest midwest northwest southwest everest armrest".split())
_SHORTEST = 3
# "What makes us happiest", "only two", "to record": without a determiner they tell something else.
_SET_ABOVE = re.compile(
    r"(?:\b(?:the|its|his|her|their|our|my|your|an?)|'s|s')\s(?:\w+\s)?"
    r"(first(?!\s(?:two|three|four|five|six|few|\d))|maiden|most|only|best|worst|record|[a-z]{3,}est)\b"
)


def superlatives_in(text: str) -> frozenset[str]:
    """The words of `text`, which is in lower case, that set a thing above all others."""
    return frozenset(word for word in _SET_ABOVE.findall(text) if _is_superlative(word))


@lru_cache(maxsize=4096)
def _is_superlative(word: str) -> bool:
    if word in _WORDS:
        return True
    stem = word.removesuffix("est")
    if len(stem) < _SHORTEST or stem == word or word in _NONE:
        return False
    doubled = stem[:-1] if stem[-1] == stem[-2] else ""
    bases = (stem, f"{stem}e", doubled, f"{stem[:-1]}y" if stem.endswith("i") else "")
    if any(map(antonyms_of, bases)):
        return True
    # A word that has near-synonyms of its own ("protest") is hardly a form of another.
    return not groups_of(word) and any(len(base) >= _SHORTEST and groups_of(base) for base in bases)


def same_superlatives(word: str) -> frozenset[str]:
    """The word itself and those that say the same of most things."""
    return frozenset(other for line in _SAME if word in line.split() for other in line.split()) | {
        word
    }
