"""The dated facts in time: a lane a text, a mark a day, a line where texts give different days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.facts.moment_compare import show_day
from factcheck.model import FactGroup, FactKind, Status
from factcheck.report.html.texts import Texts
from factcheck.report.values import days_of, sides_of

WIDTH, LANE, TOP = 960, 26, 30
_LEFT, _RIGHT = 14, 14
MOST_LANES = 12
# Spans longer than this ("the nineties") say little of when: they stand in the table alone.
_LONGEST = 31
_TICKS = 6


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment that texts give: what happens, first and last day, and which texts say so."""

    label: str
    status: Status
    start: date
    end: date
    documents: tuple[int, ...]
    side: int

    @property
    def words(self) -> str:
        """The days in words."""
        if self.start == self.end:
            return show_day(self.start)
        return f"{show_day(self.start)} – {show_day(self.end)}"


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark of the drawing; `shape` is "dot" or, in a dispute, "diamond"."""

    x: float
    y: int
    shape: str
    title: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A day under the drawing."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The table and, where days can be drawn, the drawing; `outside` counts days left out of it."""

    dated: tuple[Dated, ...]
    lanes: tuple[tuple[int, int], ...]
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    height: int
    outside: int


def timeline(groups: Iterable[FactGroup], texts: Texts) -> Timeline | None:
    """The timeline of the moments among `groups`; None where no day is known."""
    dated = sorted(_dated(groups, texts), key=lambda one: (one.start, one.end, one.label))
    if not dated:
        return None
    drawn = [one for one in dated if (one.end - one.start).days <= _LONGEST]
    first, last = _window(drawn)
    inside = [one for one in drawn if first <= one.start and one.end <= last]
    lanes = sorted({number for one in inside for number in one.documents})[:MOST_LANES]
    y_of = {number: TOP + LANE * at + LANE // 2 for at, number in enumerate(lanes)}
    length = max((last - first).days, 1)

    def x_of(day: date) -> float:
        return round(_LEFT + (day - first).days / length * (WIDTH - _LEFT - _RIGHT), 1)

    dots = [
        Dot(
            x_of(one.start + (one.end - one.start) // 2),
            y_of[number],
            "diamond" if one.status is Status.DISPUTED else "dot",
            f"{one.words}: {one.label}",
        )
        for one in inside
        for number in one.documents
        if number in y_of
    ]
    return Timeline(
        tuple(dated),
        tuple((number, y_of[number]) for number in lanes),
        tuple(dots),
        tuple(Tick(x_of(day), show_day(day)) for day in _ticks(first, last)),
        TOP + LANE * len(lanes) + 8,
        len(dated) - len(inside),
    )


def _dated(groups: Iterable[FactGroup], texts: Texts) -> Iterator[Dated]:
    for group in groups:
        if group.kind is not FactKind.MOMENT:
            continue
        sides = sides_of(group.facts) if group.status is Status.DISPUTED else [0] * len(group.facts)
        found: dict[tuple[int, date, date], dict[int, None]] = {}
        for fact, side in zip(group.facts, sides, strict=True):
            days = days_of(fact)
            if days:
                found.setdefault((side, *days), {})[texts.number[fact.document]] = None
        for (side, start, end), documents in found.items():
            label = texts.told(group.label)
            yield Dated(label, group.status, start, end, tuple(sorted(documents)), side)


def _window(dated: Sequence[Dated]) -> tuple[date, date]:
    """The days to draw: those around the middle day, so that one of long ago squeezes no others."""
    days = sorted(day for one in dated for day in (one.start, one.end))
    if not days:
        return date(2000, 1, 1), date(2000, 1, 2)
    middle = days[len(days) // 2]
    distances = sorted(abs((day - middle).days) for day in days)
    reach = max(4 * distances[len(distances) * 3 // 5], 7)
    near = [day for day in days if abs((day - middle).days) <= reach]
    return near[0], near[-1]


def _ticks(first: date, last: date) -> Iterator[date]:
    length = (last - first).days
    steps = max(min(_TICKS - 1, length), 1)
    for step in range(steps + 1 if length else 1):
        yield first + timedelta(days=round(length * step / steps))
