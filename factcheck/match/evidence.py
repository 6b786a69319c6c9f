"""What the sources of a draft say, word by word, and how far they have a word of the draft."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from itertools import pairwise

from factcheck.annotate.data.places import country_table
from factcheck.annotate.geography import place_sort
from factcheck.annotate.lemma import lemma_of
from factcheck.annotate.pieces import fold
from factcheck.annotate.plain_words import PlainWord, plain_words
from factcheck.annotate.shadow import shadow_of
from factcheck.facts.lexicon import are_antonyms
from factcheck.facts.near_words import neighbours
from factcheck.facts.spelling import spelling_key
from factcheck.match.rarity import BACKGROUND
from factcheck.match.short_forms import initials_of
from factcheck.match.support import Figures, figures_of
from factcheck.match.synonyms import class_mates
from factcheck.model import Claim, Document

HERE, AKIN, NOWHERE = "in a source", "akin to a word of a source", "in no source"

# Endings of word formation: what is left when one is cut off is much the same notion (Quirk et al.,
# A Comprehensive Grammar of the English Language, 1985, appendix I).
_ENDINGS = (
    "ation", "ition", "tion", "sion", "ment", "ness", "ship", "ing", "ance", "ence", "able", "ible",
    "ity", "ally", "ly", "ed", "er", "or", "ist", "ism", "ian", "al", "ive", "ful", "less", "ous",
    "ant", "ent", "age", "y", "e", "s",
)  # fmt: skip
_SHORTEST_STEM = 4
_HOME_NATIONS = frozenset(("england", "scotland", "wales", "northern ireland"))
# What a word counts for beside one that is akin to it, and in the sentence before or after.
_AKIN_SHARE, _NEXT_SHARE = 0.7, 0.85


def word_key(word: str) -> str:
    """The form under which a word of the draft is looked up: its lemma, spelling folded."""
    lower = fold(word).strip("'.-")
    return spelling_key(lemma_of(lower.removesuffix("'s")))


@lru_cache(maxsize=65536)
def stems(key: str) -> frozenset[str]:
    """A key and what is left of it without each ending of word formation."""
    found = {
        key[: -len(ending)]
        for ending in _ENDINGS
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST_STEM
    }
    return frozenset({key, *found})


@cache
def _country_of() -> dict[str, str]:
    return {form.lower(): country.lower() for form, country in country_table().items()}


def country_of(words: str) -> str:
    """The country that a name, an adjective of nationality or a capital stands for, else ""."""
    return _country_of().get(words.lower(), "")


@dataclass(frozen=True)
class Evidence:
    """The sentences of the sources and where each word of them stands.

    `sentences` are the claims of all sources in order; `places` maps a word's key to the numbers
    of the sentences that have it, `stem_places` does so for stems, `country_places` for countries.
    """

    sentences: tuple[Claim, ...]
    places: dict[str, tuple[int, ...]]
    stem_places: dict[str, tuple[int, ...]]
    country_places: dict[str, tuple[int, ...]]
    figures: Figures
    _akin: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def standing(self, key: str) -> str:
        """Whether a word is HERE, AKIN to one that is, or NOWHERE."""
        parts = [part for part in key.split("-") if part]
        if key in self.places or (len(parts) > 1 and all(part in self.places for part in parts)):
            return HERE
        return AKIN if self.akin(key) else NOWHERE

    def akin(self, key: str) -> tuple[int, ...]:
        """The sentences with a word of one stem, class, near-synonym group or country."""
        known = self._akin.get(key)
        if known is None:
            found = {number for stem in stems(key) for number in self.stem_places.get(stem, ())}
            for other in (*class_mates(key), *neighbours(key)):
                if other in self.places and not are_antonyms(key, other):
                    found.update(self.places[other])
            found.update(self.country_places.get(country_of(key), ()))
            known = self._akin[key] = tuple(sorted(found))
        return known

    def weight(self, key: str) -> float:
        """How much a word tells: inverse sentence frequency against general text, in nats."""
        seen = len(self.places.get(key, ()))
        return max(0.3, math.log((len(self.sentences) + BACKGROUND) / (seen + 1)))

    def row(self, key: str) -> dict[int, float]:
        """How far each sentence has a word: 1 for the word itself, less for one akin to it."""
        row = dict.fromkeys(self.akin(key), _AKIN_SHARE)
        row.update(dict.fromkeys(self.places.get(key, ()), 1.0))
        return row

    def spread(self, row: dict[int, float]) -> dict[int, float]:
        """A row with the sentences before and after, which may hold what a pronoun stands for."""
        spread = dict(row)
        for number, share in row.items():
            for other in (number - 1, number + 1):
                if 0 <= other < len(self.sentences) and self._neighbours(number, other):
                    spread[other] = max(spread.get(other, 0.0), share * _NEXT_SHARE)
        return spread

    def _neighbours(self, one: int, two: int) -> bool:
        return self.sentences[one].document == self.sentences[two].document

    @cached_property
    def has_women(self) -> bool:
        """Whether a source speaks of anyone as "she"."""
        return any(word in self.places for word in ("she", "her", "mrs", "ms"))

    @cached_property
    def has_men(self) -> bool:
        """Whether a source speaks of anyone as "he"."""
        return any(word in self.places for word in ("he", "him", "his", "mr"))


def evidence_of(documents: Sequence[Document], claims: Iterable[Claim]) -> Evidence:
    """The evidence of the claims of some sources; `documents` holds at least those."""
    shadows = {document.name: shadow_of(document.text) for document in documents}
    sentences = tuple(claims)
    places: dict[str, list[int]] = {}
    countries: dict[str, list[int]] = {}
    for number, claim in enumerate(sentences):
        shadow = shadows[claim.document]
        words = [word for word in plain_words(shadow, claim.span) if not _is_pronoun(word, shadow)]
        keys = [word_key(word.text) for word in words]
        parts = [part for word in claim.words for part in (word, *re.split("[-']", word))]
        plain = [fold(word.text) for word in words]
        initials = [form for word in words for form in _initials(shadow[word.start : word.end])]
        initials += [form for name in claim.names for form in _initials(initials_of(name).upper())]
        for key in dict.fromkeys((*keys, *map(spelling_key, map(fold, parts)), *plain, *initials)):
            places.setdefault(key, []).append(number)
        bare = [word.removesuffix("'s") for word in plain]
        pairs = (f"{one} {two}" for one, two in pairwise(bare))
        for form in (*bare, *pairs, *map(str.lower, claim.names)):
            for country in _countries(form):
                countries.setdefault(country, []).append(number)
    return Evidence(
        sentences=sentences,
        places=_frozen(places),
        stem_places=_by(places, stems),
        country_places=_frozen(countries),
        figures=figures_of(fact for claim in sentences for fact in claim.facts),
    )


def _is_pronoun(word: PlainWord, shadow: str) -> bool:
    """Whether a word is "us", and not the country."""
    return word.text == "us" and not shadow[word.start : word.end].isupper()


def _initials(word: str) -> tuple[str, ...]:
    """Both numbers of initials: "MP" and "MPs"; () for any other word."""
    base = word.removesuffix("s")
    return (base.lower(), f"{base.lower()}s") if len(base) > 1 and base.isupper() else ()


@lru_cache(maxsize=65536)
def _countries(form: str) -> tuple[str, ...]:
    """The country that a word or a name stands for, and the one that this is a part of."""
    if place_sort(form) == "state":
        return ("united states",)
    country = country_of(form)
    if country in _HOME_NATIONS:
        return country, "united kingdom"
    return (country,) if country else ()


def _by(
    places: dict[str, list[int]], forms: Callable[[str], Iterable[str]]
) -> dict[str, tuple[int, ...]]:
    """`places` under other forms of each word."""
    found: dict[str, list[int]] = {}
    for key, numbers in places.items():
        for form in forms(key):
            found.setdefault(form, []).extend(numbers)
    return _frozen(found)


def _frozen(places: dict[str, list[int]]) -> dict[str, tuple[int, ...]]:
    return {key: tuple(sorted(set(numbers))) for key, numbers in places.items()}
