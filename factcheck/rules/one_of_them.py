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
# "A species of fern" is a fern.
_SORTS = frozenset("species kind type sort form variety breed genus member class one".split())


@dataclass(frozen=True, slots=True)
class OneOfThem:
    """Where a thing is denied to be of a kind, and where it is counted among them."""

    denied: Location
    counted: Location


def one_of_them(sides: Sequence[Side]) -> Iterator[OneOfThem]:
    """The named things that are counted among what they are said not to be."""
    for side in sides:
        for fact in side.claim.facts:
            value = fact.value
            if not isinstance(value, StatementValue) or not _denies_kind(value):
                continue
            kind = set(value.patient) - _SORTS
            for other in sides:
                place = _counted(other, value.agent[0], kind) if kind else None
                if place is not None:
                    start, end = fact.span.start - side.offset, fact.span.end - side.offset
                    yield OneOfThem(side.place(start, end), place)
                    break


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


def _counted(side: Side, name: str, kind: set[str]) -> Location | None:
    for pattern in _PATTERNS:
        for match in pattern.finditer(side.plain):
            named = {lemma_of(word.lower()) for word in match["name"].split()}
            named |= {word.lower() for word in match["name"].split()}
            if name in named and kind <= {lemma_of(word) for word in match["kind"].split()}:
                return side.place(match.start(), match.end())
    return None
