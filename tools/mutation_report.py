"""The figures of mutation testing, for a screen and as a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mutants import Mutant

DEAD = ("killed", "timeout")
NAMES = {"compare": "value comparison", "rules": "rules", "match": "matching", "facts": "facts"}


@dataclass(frozen=True, slots=True)
class Tested:
    """A module, how many mutants it has, those tested and the verdict on each."""

    module: str
    number: int
    mutants: Sequence[Mutant]
    verdicts: Sequence[str]

    @property
    def killed(self) -> int:
        """How many were killed, those that ran out of time among them."""
        return sum(verdict in DEAD for verdict in self.verdicts)

    @property
    def survivors(self) -> Iterator[tuple[Mutant, str]]:
        """Those that weren't, each with its verdict."""
        for mutant, verdict in zip(self.mutants, self.verdicts, strict=True):
            if verdict not in DEAD:
                yield mutant, verdict


def share(modules: Sequence[Tested]) -> float:
    """The share of all mutants that the tests kill, in per cent, as far as the samples tell: each
    module counts by the number of its mutants."""
    number = sum(one.number for one in modules)
    return 100 * sum(one.number * one.killed / len(one.mutants) for one in modules) / number


def summary(tested: Mapping[str, Sequence[Tested]], *, survivors: bool) -> Iterator[str]:
    """Lines for a screen."""
    heads = ("mutants", "tested", "killed", "late", "survived", "unreached", "share")
    yield f"{'':30}" + "".join(f"{head:>10}" for head in heads)
    for group, modules in tested.items():
        if len(modules) > 1:
            for one in modules:
                yield _row(one.module.removeprefix("factcheck."), [one])
        yield _row(NAMES.get(group, group), modules)
    if survivors:
        for modules in tested.values():
            for one in modules:
                for mutant, verdict in one.survivors:
                    yield f"{mutant.module}:{mutant.line} {mutant.function} {verdict}"
                    yield f"  - {mutant.before}"
                    yield f"  + {mutant.after}"


def _row(name: str, modules: Sequence[Tested]) -> str:
    counted = Counter(verdict for one in modules for verdict in one.verdicts)
    number, drawn = sum(one.number for one in modules), sum(len(one.mutants) for one in modules)
    dead = counted["killed"] + counted["timeout"]
    cells = (number, drawn, dead, counted["timeout"], counted["survived"], counted["unreached"])
    return f"{name:30}" + "".join(f"{cell:10}" for cell in cells) + f"{share(modules):9.1f}%"


def page(tested: Mapping[str, Sequence[Tested]], *, sample: int, seed: int) -> Iterator[str]:
    """Lines of the page."""
    yield "# Mutation testing"
