"""The fact matrix: a row a fact group, its values, and which text gives each where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import FactGroup, Status
from factcheck.report.html.texts import Texts
from factcheck.report.values import show_value, sides_of

_ORDER = (Status.DISPUTED, Status.CORROBORATED, Status.SINGLE)
# A text that says one thing more often than this is shown saying it so often.
_MOST_OF_ONE = 3


@dataclass(frozen=True, slots=True)
class Given:
    """A value that a text gives, by the numbers of its pieces; `side` is 0 without a dispute."""

    words: str
    side: int
    document: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Row:
    """A fact group; `given` in the order of the texts."""

    kind: str
    label: str
    status: Status
    given: tuple[Given, ...]

    @property
    def first(self) -> int:
        """The number of the first text that gives it."""
        return self.given[0].document

    @property
    def values(self) -> tuple[tuple[str, int, tuple[Given, ...]], ...]:
        """Each value with its side and what gives it, one place a text."""
        found: dict[tuple[str, int], dict[int, Given]] = {}
        for one in self.given:
            found.setdefault((one.words, one.side), {}).setdefault(one.document, one)
        return tuple((words, side, tuple(by.values())) for (words, side), by in found.items())

    def of(self, document: int) -> tuple[Given, ...]:
        """What one text gives, each value once."""
        own = {one.words: one for one in reversed(self.given) if one.document == document}
        return tuple(reversed(own.values()))


def rows(groups: Iterable[FactGroup], texts: Texts) -> tuple[Row, ...]:
    """The rows, the disputed first, else in the order of the groups."""
    found = [
        Row(group.kind.value, texts.told(group.label), group.status, tuple(_given(group, texts)))
        for group in groups
    ]
    return tuple(sorted(found, key=lambda row: _ORDER.index(row.status)))


def singles(found: Iterable[Row]) -> dict[int, list[Row]]:
    """The facts of a single source, by the number of the text that gives them first."""
    own: dict[int, list[Row]] = {}
    for row in found:
        if row.status is Status.SINGLE:
            own.setdefault(row.first, []).append(row)
    return own


def _given(group: FactGroup, texts: Texts) -> Iterator[Given]:
    disputed = group.status is Status.DISPUTED
    sides: Sequence[int] = sides_of(group.facts) if disputed else [0] * len(group.facts)
    often: dict[tuple[str, str], int] = {}
    for fact, side in zip(group.facts, sides, strict=True):
        words = " ".join(show_value(fact).split()) or fact.surface.strip() or "(blank)"
        often[fact.document, words] = often.get((fact.document, words), 0) + 1
        if often[fact.document, words] > _MOST_OF_ONE:
            continue
        number = texts.number[fact.document]
        first, last = texts.pieces[number].range(fact.span) or (-1, -1)
        yield Given(words, side, number, first, last)
