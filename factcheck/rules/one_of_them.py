"""What one sentence says a thing is not, and another counts it among.

"Holtia is not a species of fern" beside "Like other ferns, Holtia …", "ferns such as Holtia": the
patterns by which English names a member of a kind (M. Hearst, "Automatic Acquisition of Hyponyms
from Large Text Corpora", COLING 1992).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.annotate.lemma import lemma_of
from factcheck.model import Location, Modality, StatementValue
from factcheck.rules.short_texts import Side

_KIND = r"(?P<kind>(?:[a-z-]+\s){0,3}[a-z-]+)"
_NAME = r"(?:the\s)?(?P<name>[A-Z][\w.-]*(?:\s[\w.-]+){0,2})"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Ll]ike\s(?:many|most|all|other)\s(?:other\s)?{_KIND}\s?,\s{_NAME}",
        rf"\b{_KIND}\ssuch\sas\s{_NAME}",
        rf"{_NAME}\s(?:and|or)\sother\s{_KIND}\b",
    )
)
# So many places are kept for a name; an article that counts it oftener says the same again.
_MOST = 20
# "A species of fern" is a fern.
_SORTS = frozenset("species kind type sort form variety breed genus member class one".split())


@dataclass(frozen=True, slots=True)
class OneOfThem:
    """Where a thing is denied to be of a kind, and where it is counted among them."""

    denied: Location
    counted: Location


def one_of_them(sides: Sequence[Side]) -> Iterator[OneOfThem]:
    """The named things that are counted among what they are said not to be."""
    members = _members(sides)
    for side in sides:
        for fact in side.claim.facts:
            value = fact.value
            if not isinstance(value, StatementValue) or not _denies_kind(value):
                continue
            kind = set(value.patient) - _SORTS
            counted = members.get(value.agent[0], []) if kind else []
            place = next((place for words, place in counted if kind <= words), None)
            if place is not None:
                start, end = fact.span.start - side.offset, fact.span.end - side.offset
                yield OneOfThem(side.place(start, end), place)


def _denies_kind(value: StatementValue) -> bool:
    """Whether a statement says of a named thing that it is not of a kind."""
    return (
        value.predicate == "be"
        and value.negated
        and not value.indefinite
        and not value.scope
        and bool(value.agent and value.agent_names and value.patient)
        and not value.patient_names
        and value.modality is Modality.FACT
    )


def _members(sides: Sequence[Side]) -> dict[str, list[tuple[set[str], Location]]]:
    """By each word of a name, the kinds that it is counted among, as lemmas, with their places."""
    found: dict[str, list[tuple[set[str], Location]]] = {}
    for side in sides:
        for pattern in _PATTERNS:
            for match in pattern.finditer(side.plain):
                kind = {lemma_of(word) for word in match["kind"].split()}
                place = side.place(match.start(), match.end())
                lower = [word.lower() for word in match["name"].split()]
                for word in {*lower, *map(lemma_of, lower)}:
                    known = found.setdefault(word, [])
                    if len(known) < _MOST:
                        known.append((kind, place))
    return found
