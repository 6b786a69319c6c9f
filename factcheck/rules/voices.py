"""Whether two speakers are one voice: spellings of a name, an institution and its spokesman."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.facts.spelling import spelling_key
from factcheck.model import Claim, Document, RoleValue

SAME, SPOKESMAN, OTHER, UNKNOWN = "same name", "institution and spokesman", "other", "unknown"

_SPOKESMAN = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|press (?:secretary|officer|chief))\b", re.IGNORECASE
)
_CAPITAL = re.compile(r"\b[A-Z][^\W\d_]{2,30}")
_WINDOW = 48
_PARTICLES = frozenset(("jr", "sr", "junior", "senior", "ii", "iii"))


@dataclass(frozen=True, slots=True)
class Voices:
    """What the claims of a run say of its speakers.

    `spoken_for` holds pairs (institution, spokesman) of folded last words; `named` the names that
    stand in the claims of each document.
    """

    spoken_for: frozenset[tuple[str, str]]
    named: dict[str, frozenset[str]]

    def relation(self, left: str, right: str) -> str:
        """How two speakers stand: same name, institution and spokesman, other or unknown."""
        if not left or not right:
            return UNKNOWN
        ones, twos = _people(left), _people(right)
        if any(_one_person(one, two) for one in ones for two in twos):
            return SAME
        if any(
            (one[-1], two[-1]) in self.spoken_for or (two[-1], one[-1]) in self.spoken_for
            for one in ones
            for two in twos
        ):
            return SPOKESMAN
        return OTHER

    def is_named(self, document: str, speaker: str) -> bool:
        """Whether `speaker` is a name in `document` and not a description such as "officials"."""
        return all(
            " ".join(person.split()) in self.named[document] for person in speaker.split(" and ")
        )


def voices_of(documents: Sequence[Document], claims: Sequence[Claim]) -> Voices:
    """Read off the claims who speaks for whom: role facts, and "Y spokesman X" in the text."""
    texts = {document.name: document for document in documents}
    pairs: set[tuple[str, str]] = set()
    named: dict[str, set[str]] = {document.name: set() for document in documents}
    for claim in claims:
        named[claim.document].update(claim.names)
        for fact in claim.facts:
            value = fact.value
            speaks = isinstance(value, RoleValue) and _SPOKESMAN.search(value.office)
            if isinstance(value, RoleValue) and speaks and value.organisation:
                pairs.add((_last(value.organisation), _last(value.person)))
        if "spokes" in "".join(claim.words) or "press" in claim.words:
            pairs.update(_pairs_in(texts[claim.document].slice(claim.span)))
    return Voices(frozenset(pairs), {name: frozenset(found) for name, found in named.items()})


def _pairs_in(text: str) -> set[tuple[str, str]]:
    """Capitalised words on both sides of "spokesman": which is which is told by the speakers."""
    found: set[tuple[str, str]] = set()
    for match in _SPOKESMAN.finditer(text):
        near = text[max(0, match.start() - _WINDOW) : match.end() + _WINDOW]
        words = [_fold(word) for word in _CAPITAL.findall(near)]
        found.update((one, two) for one in words for two in words if one != two)
    return found


def _people(speaker: str) -> list[tuple[str, ...]]:
    people = [
        tuple(_fold(word) for word in re.split(r"[\s-]+", person) if _fold(word))
        for person in speaker.split(" and ")
    ]
    return [person for person in people if person]


def _fold(word: str) -> str:
    lower = word.strip(".,'’\"").lower()
    lower = lower.removesuffix("'s").removesuffix("’s")
    return "" if lower in _PARTICLES else spelling_key(lower)


def _last(name: str) -> str:
    words = name.split()
    return _fold(words[-1]) if words else ""


def _one_person(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two names can be one person's: one surname, first names that don't contradict.

    Two words in common are enough: middle names and surnames come in any order the world over.
    """
    if len(set(one) & set(two)) > 1:
        return True
    if not _near(one[-1], two[-1]):
        return one == two[: len(one)] or two == one[: len(two)]
    if len(one) == 1 or len(two) == 1 or one[-2:] == two[-2:]:
        return True
    first, second = one[0], two[0]
    return first[0] == second[0] if min(len(first), len(second)) <= 2 else first[:3] == second[:3]


def _near(one: str, two: str) -> bool:
    if one == two:
        return True
    if min(len(one), len(two)) < 5 or one[0] != two[0]:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(one, two, score_cutoff=1) <= 1
