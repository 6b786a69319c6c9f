"""What a run took and what it was spared. Never part of a report, which is the same every time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds so far by stage, rule and document, which the stages add to, and counts.

    Seconds of several processes are summed. `counts` are what was found in the cache, in words.
    """

    stages: dict[str, float] = field(default_factory=dict)
    rules: dict[str, float] = field(default_factory=dict)
    documents: dict[str, float] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time of a `with` block as that of the stage `name`."""
        yield from _counted(self.stages, name)

    @contextmanager
    def rule(self, code: str) -> Iterator[None]:
        """Count the time of a `with` block as that of the rule `code`."""
        yield from _counted(self.rules, code)

    @contextmanager
    def document(self, name: str) -> Iterator[None]:
        """Count the time of a `with` block as that of the document `name`."""
        yield from _counted(self.documents, name)

    def count(self, what: str, number: int) -> None:
        """Count `number` more of `what`."""
        self.counts[what] = self.counts.get(what, 0) + number

    def add(self, other: Timing) -> None:
        """Count the seconds of `other`, mostly another process, as well."""
        for mine, theirs in (
            (self.stages, other.stages),
            (self.rules, other.rules),
            (self.documents, other.documents),
        ):
            for name, seconds in theirs.items():
                mine[name] = mine.get(name, 0.0) + seconds
        for what, number in other.counts.items():
            self.count(what, number)


def _counted(seconds: dict[str, float], name: str) -> Iterator[None]:
    start = time.perf_counter()
    try:
        yield
    finally:
        seconds[name] = seconds.get(name, 0.0) + time.perf_counter() - start
