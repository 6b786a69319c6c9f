"""The names in the sentences of a draft's sources, and one that may stand in a name's place."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from factcheck.annotate.geography import place_sort
from factcheck.annotate.pieces import fold
from factcheck.annotate.shadow import shadow_of
from factcheck.match.evidence import country_of
from factcheck.match.mentions import PEOPLE, Mention, mentions_of
from factcheck.match.passages import Passages
from factcheck.rules.rule import Corpus

# What a rival's place in its sentence is worth beside its surroundings.
_OTHER_SLOT, _NEIGHBOUR, _ONE_SORT = -0.3, 0.15, 0.1


@dataclass(frozen=True, slots=True)
class Rival:
    """A name of sentence `number` of the sources that may stand in the place of a draft's.

    `alike` is the share of the words around, `one_slot` says that the same preposition, or none,
    stands before both, `neighbours` how many of the next words on both sides agree. Of a rival
    found by its form, or as the only one, they are left out.
    """

    number: int
    mention: Mention
    alike: float = 0.0
    one_slot: bool = False
    neighbours: int = 0
    one_sort: bool = False

    @property
    def rank(self) -> float:
        slot = _NEIGHBOUR * self.neighbours if self.one_slot else _OTHER_SLOT
        return self.alike + slot + (_ONE_SORT if self.one_sort else 0.0)


@dataclass(frozen=True)
class SourceNames:
    """The names of the sources' sentences, looked up once for each sentence."""

    corpus: Corpus
    passages: Passages
    known: dict[int, tuple[Mention, ...]] = field(default_factory=dict)

    def of(self, number: int) -> tuple[Mention, ...]:
        """The names of one sentence."""
        found = self.known.get(number)
        if found is None:
            claim = self.passages.evidence.sentences[number]
            text = shadow_of(self.corpus.by_name[claim.document].text)
            found = self.known[number] = mentions_of(claim, self.passages.words[number], text)
        return found

    def only_place(self, mention: Mention) -> Rival | None:
        """The one country, state or city that the sources speak of, first mentioned, for a name of
        another; None where they have several or none."""
        sort, place = _place(mention)
        found = self.places.get(sort, {}) if sort else {}
        if len(found) != 1 or place in found:
            return None
        number, other = next(iter(found.values()))
        return Rival(number, other)

    @cached_property
    def places(self) -> dict[str, dict[str, tuple[int, Mention]]]:
        """By sort, the places that the sources speak of, each with its first mention."""
        found: dict[str, dict[str, tuple[int, Mention]]] = {}
        for number in range(len(self.passages.words)):
            for mention in self.of(number):
                sort, place = _place(mention)
                if sort and mention.kind != PEOPLE:
                    found.setdefault(sort, {}).setdefault(place, (number, mention))
        return found


def _place(mention: Mention) -> tuple[str, str]:
    """The sort of a place and the place itself, a people standing for its country."""
    written = " ".join(mention.written)
    country = country_of(written)
    if mention.kind == PEOPLE:
        return "country", country
    return place_sort(written), (country if place_sort(written) == "country" else fold(written))


def parts_of(mention: Mention) -> set[str]:
    return {fold(part) for part in (*mention.written, *mention.name)}
