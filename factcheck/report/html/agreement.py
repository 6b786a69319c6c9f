"""Sources against sources: how many facts two texts share, and how many of them they dispute."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.model import Status
from factcheck.report.html.facts import Row

MOST = 12
"""So many texts are set against one another; of more, those that share most, one of each voice."""
_MOST_PAIRS = 40


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts by number, the facts that both give, and those on which they are of two sides."""

    left: int
    right: int
    shared: int
    disputed: int

    @property
    def agreed(self) -> int:
        """The facts that both give alike."""
        return self.shared - self.disputed


@dataclass(frozen=True, slots=True)
class Agreement:
    """`documents` head the map's rows and columns; `pairs` are by left and right number.

    `worst` are the pairs that dispute the most, for reports with more texts than the map shows.
    """

    documents: tuple[int, ...]
    pairs: dict[tuple[int, int], Pair]
    worst: tuple[Pair, ...]


def agreement(rows: Sequence[Row], voices: Sequence[int]) -> Agreement:
    """The map; `voices` gives for each text by number the first of its near-copies."""
    shared: Counter[tuple[int, int]] = Counter()
    disputed: Counter[tuple[int, int]] = Counter()
    for row in rows:
        if row.status is Status.SINGLE and len({one.document for one in row.given}) < 2:
            continue
        sides: dict[int, set[int]] = {}
        for one in row.given:
            sides.setdefault(one.document, set()).add(one.side)
        for pair in combinations(sorted(sides), 2):
            shared[pair] += 1
            if row.status is Status.DISPUTED and not sides[pair[0]] & sides[pair[1]]:
                disputed[pair] += 1
    pairs = {key: Pair(*key, number, disputed[key]) for key, number in sorted(shared.items())}
    weight = Counter[int]()
    for between in pairs.values():
        weight[between.left] += between.shared
        weight[between.right] += between.shared
    heaviest = sorted(range(len(voices)), key=lambda number: (-weight[number], number))
    if len(voices) > MOST:
        first: dict[int, int] = {}
        for number in heaviest:
            first.setdefault(voices[number], number)
        heaviest = list(first.values())[:MOST]
    by_dispute = sorted(
        pairs.values(), key=lambda between: (-between.disputed, between.left, between.right)
    )
    worst = tuple(between for between in by_dispute[:_MOST_PAIRS] if between.disputed)
    return Agreement(tuple(sorted(heaviest)), pairs, worst if len(voices) > MOST else ())
