"""What people do for a living, by class: who is said to be a judge is seldom said to be a dancer.

The classes are reduced from WordNet (Fellbaum 1998) by tools/wordnet_callings.py. Callings don't
exclude one another as kinds of thing do; two descriptions that share none leave a doubt.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib import resources

# Classes between which people move: who acts also sings and writes, who teaches also does research.
_FIELDS = {
    "stage": "arts",
    "screen": "arts",
    "writing": "arts",
    "art": "arts",
    "sport": "sport",
    "politics": "public",
    "law": "public",
    "arms": "public",
    "trade": "public",
    "science": "learning",
    "medicine": "learning",
    "teaching": "learning",
    "church": "church",
    "crime": "crime",
}
# Words that WordNet has under other senses or not at all.
_MORE = {
    "director": "arts",
    "producer": "arts",
    "broadcaster": "arts",
    "rapper": "arts",
    "model": "arts",
    "presenter": "arts",
    "senator": "public",
    "congressman": "public",
    "governor": "public",
    "mayor": "public",
    "footballer": "sport",
    "cricketer": "sport",
}


@lru_cache(maxsize=1)
def _fields() -> dict[str, frozenset[str]]:
    text = resources.files("factcheck.facts.data").joinpath("callings.txt").read_text("utf-8")
    found: dict[str, set[str]] = {word: {field} for word, field in _MORE.items()}
    for line in text.splitlines():
        if not line.startswith("#"):
            name, _, nouns = line.partition(":")
            for noun in nouns.split():
                found.setdefault(noun, set()).add(_FIELDS[name])
    return {noun: frozenset(each) for noun, each in found.items()}


def fields_of(words: Iterable[str]) -> frozenset[str]:
    """The fields in which the callings among `words` lie; empty where none is known."""
    return frozenset().union(*(_fields().get(word, frozenset()) for word in words))
