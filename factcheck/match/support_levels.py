"""How far the sources hold what a claim of a draft says: on each dimension, a named level.

What counts is lexical and can be shown: names, figures and content words that no source has, a
pronoun for nobody, and of these the ones that weigh most: where something is, that it is the
biggest or the only one, that it is a crime. A claim made of the sources' own words put together
wrongly is beyond this. Other evidence was measured and left out, as it added nothing on unseen
articles: how much of the claim one sentence holds, how far its words stand apart there, words side
by side that no source has together, parts of a name never side by side, places and superlatives
that the sources have of something else, which part of speech is missing, how a missing word is
related (WordNet) to those of the sources, how the words that are only akin are so.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.annotate.entities import is_personal
from factcheck.annotate.worth import NUMBER_WORDS
from factcheck.facts.crimes import accuses, is_crime, tells_of
from factcheck.facts.superlatives import same_superlatives
from factcheck.match.context import sort_of
from factcheck.match.evidence import HERE, NOWHERE, Evidence, country_of
from factcheck.match.rarity import commonness
from factcheck.match.support import DERIVED, support_of
from factcheck.match.support import NOWHERE as NO_FIGURE
from factcheck.match.wording import Wording, figures_in, keys_of_name
from factcheck.model import Fact, MomentValue, QuantityValue

NO_PRONOUN = "none"
_PERSONAL = frozenset("he she they him her them his their".split())
# Up to this a count may be one of things that the source names one by one.
_COUNTED_OUT = 10
# "10th", "100m".
_GLUED = re.compile(r"\b\d+[a-z]+\b")
_NAME_BOUNDS = (0.03, 0.15, 0.25)
_NAME_LEVELS = ("none", "some", "large", "very large")
_UNTOLD, _NOTHING = "in no source", "none"
_STANDS, _BY_ARITHMETIC, _YEAR = "stands", "by arithmetic", "year nowhere"
# The level of a claim is the first of these that one of its figures reaches; a year alone is none.
_FIGURE_LEVELS = (
    "nowhere",
    "round number",
    "small count",
    _BY_ARITHMETIC,
    _STANDS,
)


@dataclass(frozen=True, slots=True)
class Aligned:
    """A wording held against the evidence.

    `scores` is how much of the claim each sentence holds, with its neighbours, and `total` how much
    there is to hold, in nats.
    """

    wording: Wording
    evidence: Evidence
    scores: dict[int, float]
    total: float

    @property
    def best(self) -> int:
        """The sentence that holds most; -1 for none. The first of equals."""
        if not self.scores:
            return -1
        return max(sorted(self.scores), key=lambda number: round(self.scores[number], 9))


def align(wording: Wording, evidence: Evidence) -> Aligned:
    """Where the words of a claim stand in the sources."""
    scores: dict[int, float] = {}
    for word in wording.words:
        for number, share in evidence.spread(evidence.row(word)).items():
            scores[number] = scores.get(number, 0.0) + share * evidence.weight(word)
    total = math.fsum(map(evidence.weight, wording.words))
    return Aligned(wording, evidence, scores, total)


def levels_of(aligned: Aligned) -> dict[str, str]:
    """The level that a claim reaches on each dimension."""
    return {
        "names": _names_level(aligned),
        "share of names": _name_share(aligned),
        "figures": _figure_level(aligned),
        "pronoun": _pronoun_level(aligned),
        "place": _UNTOLD if _places(aligned) else _NOTHING,
        "superlative": _UNTOLD if missing_superlatives(aligned) else _NOTHING,
        "crime": _crime_level(aligned),
    }


def untold(aligned: Aligned) -> float:
    """How much the missing words tell, summed: 1 for a rare word, 0.1 for the commonest.

    "Do", "new" and "call" are at hand for whoever says a thing in other words; "lighthouse" is not.
    """
    return math.fsum(1.0 - commonness(word) for word in missing_words(aligned))


def _crime_level(aligned: Aligned) -> str:
    missing = missing_words(aligned)
    told = aligned.evidence.places.keys()
    if any(is_crime(word) and not tells_of(told, word) for word in missing):
        return _UNTOLD
    return "its case in no source" if any(map(accuses, missing)) else _NOTHING


def _places(aligned: Aligned) -> list[str]:
    """The names that tell where, of which no source has a part."""
    wording = aligned.wording
    return [
        text
        for text, name in zip(wording.spelt, wording.names, strict=True)
        if text in wording.placed and set(_standings(aligned, name)) == {NOWHERE}
    ]


def missing_superlatives(aligned: Aligned) -> tuple[str, ...]:
    """The words that set a thing above all others ("biggest", "only") where the sources have none
    of them, nor one that says the same; () where they have any."""
    found = tuple(sorted(aligned.wording.superlatives))
    told = {other for word in found for other in same_superlatives(word)}
    return () if any(word in aligned.evidence.places for word in told) else found


def _names_level(aligned: Aligned) -> str:
    wording = aligned.wording
    standings = [_standings(aligned, name) for name in wording.names]
    if any(all(standing == NOWHERE for standing in each) for each in standings):
        return "new"
    if any(
        len(text.split()) > 1
        and is_personal(tuple(text.split()))
        and each[0] == NOWHERE
        and each[-1] != NOWHERE
        for text, each in zip(wording.spelt, standings, strict=True)
    ):
        return "first name added"
    if any(NOWHERE in each for each in standings):
        return "part added"
    return "known" if standings else "none"


def _name_share(aligned: Aligned) -> str:
    parts = tuple(dict.fromkeys(part for name in aligned.wording.names for part in name))
    standings = zip(parts, _standings(aligned, parts), strict=True)
    missing = [part for part, standing in standings if standing == NOWHERE]
    weight = math.fsum(map(aligned.evidence.weight, missing))
    return _bound(weight / aligned.total, _NAME_BOUNDS, _NAME_LEVELS)


def _figure_level(aligned: Aligned) -> str:
    found = [_figure(fact, aligned.evidence) for fact in figures_in(aligned.wording.claim)]
    return next((level for level in _FIGURE_LEVELS if level in found), "none")


def _figure(fact: Fact, evidence: Evidence) -> str:
    support = support_of(fact, evidence.figures)
    if support == DERIVED:
        return _BY_ARITHMETIC
    if support != NO_FIGURE or _is_written(fact.surface, evidence):
        return _STANDS
    value = fact.value
    if isinstance(value, MomentValue):
        # The year of the day of writing is hardly ever written: what lacks it lacks nothing.
        return _YEAR if value.granularity == "year" else "nowhere"
    if isinstance(value, QuantityValue) and not any(map(str.isdigit, fact.surface)):
        if value.low <= _COUNTED_OUT or sort_of(fact) == "ordinal":
            return "small count"
        return "round number"
    return "nowhere"


def _is_written(surface: str, evidence: Evidence) -> bool:
    """Whether a figure with letters ("10th", "100m") stands in a source as written."""
    glued = _GLUED.findall(surface.lower())
    return bool(glued) and all(word in evidence.places for word in glued)


def _pronoun_level(aligned: Aligned) -> str:
    wording, evidence = aligned.wording, aligned.evidence
    if (wording.spoken & {"she", "her", "hers"} and not evidence.has_women) or (
        wording.spoken & {"he", "him", "his"} and not evidence.has_men
    ):
        return "that no source uses"
    # "It" may stand for nothing: "it is one of the biggest works in the county".
    if wording.claim.index == 0 and wording.opening in _PERSONAL:
        return "that opens the text"
    return NO_PRONOUN


def missing_names(aligned: Aligned) -> tuple[str, ...]:
    """The names, in full, of which a part stands in no source."""
    wording = aligned.wording
    return tuple(
        text
        for text, name in zip(wording.spelt, wording.names, strict=True)
        if NOWHERE in _standings(aligned, name)
    )


def added_parts(aligned: Aligned) -> tuple[tuple[str, str], ...]:
    """The part that stands in no source, as written, and the name in full, for each name of which
    another part stands in one: "Rosa" of "Rosa Falk"."""
    found = []
    for name in missing_names(aligned):
        words = name.split()
        missing = [word for word in words if NOWHERE in _standings(aligned, keys_of_name(word))]
        if 0 < len(missing) < len(words):
            found.append((" ".join(missing), name))
    return tuple(found)


def missing_figures(aligned: Aligned) -> tuple[str, ...]:
    """The figures, as written, that stand in no source and follow from none."""
    return tuple(
        fact.surface
        for fact in figures_in(aligned.wording.claim)
        if _figure(fact, aligned.evidence) not in (_STANDS, _BY_ARITHMETIC)
    )


def missing_words(aligned: Aligned) -> tuple[str, ...]:
    """Content words that no source has, nor one akin to them; names and numbers aside."""
    parts = {part for name in aligned.wording.names for part in name}
    known = _told_otherwise(aligned)
    return tuple(
        word
        for word in aligned.wording.words
        if word not in parts
        and word not in known
        and word not in NUMBER_WORDS
        and not any(character.isdigit() for character in word)
        and aligned.evidence.standing(word) == NOWHERE
    )


def _standings(aligned: Aligned, name: Sequence[str]) -> list[str]:
    told, untold_countries = _told_otherwise(aligned), _countries(aligned, told=False)
    return [
        HERE
        if part in told
        else NOWHERE
        if part in untold_countries
        else aligned.evidence.standing(part)
        for part in name
    ]


def _told_otherwise(aligned: Aligned) -> frozenset[str]:
    """The words of names that a source has by their first letters, or by another name of the
    country that they stand for ("South Africa", "South African")."""
    short_forms = aligned.wording.short_forms
    abbreviated = (words for words, short in short_forms if short in aligned.evidence.places)
    return _countries(aligned, told=True).union(*abbreviated)


def _countries(aligned: Aligned, *, told: bool) -> frozenset[str]:
    """The words of the names of countries that a source tells of, or that none does: a source that
    has "South Africa" has nothing of "South Korea"."""
    wording, known = aligned.wording, aligned.evidence.country_places
    return frozenset(
        part
        for text, name in zip(wording.spelt, wording.names, strict=True)
        if (country := country_of(text)) and (country in known) is told
        for part in name
    )


def _bound(share: float, bounds: Sequence[float], levels: Sequence[str]) -> str:
    return levels[sum(share >= bound for bound in bounds)]
