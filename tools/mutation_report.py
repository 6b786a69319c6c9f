"""The figures of mutation testing, for a screen and as a page."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mutants import ROOT, Mutant

EQUIVALENT = ROOT / "benchmarks" / "mutation.toml"
HEAD = """# Mutation testing

Written by `{command}` (factcheck {version}); don't edit by hand. A mutant is a function with one
small change by mutmut's operators: a number, a string, a comparison, `and` for `or`, an argument
dropped. It is killed when a test fails on it, or no longer ends. Where fewer are *tested* than
there are *mutants*, the figures are of a sample; the share of several modules counts each by the
number of its mutants.

Mutated are the functions of each module, decorated ones too; not its tables. *Value comparison*
is what each kind's `compare` calls in `factcheck/facts/`, and what that calls. Left out are only
changes on which no outcome depends: annotations, docstrings, `assert` and `raise` with their
messages, `strict=` of `zip`, arguments of `len`, `isinstance` and `cast`. The tests are those of
`tests/facts`, `tests/match` and `tests/rules`, of the corpus and of drafts, without the few that
need articles from outside the repository."""
SORTED = """By what was changed, as the tool sorts them. Those called equivalent were looked at
one by one (`mutation.toml`); among the rest there are more that can't be told, and
some that should be."""
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


def page(tested: Mapping[str, Sequence[Tested]], *, command: str, version: str) -> Iterator[str]:
    """Lines of the page: the figures, and the survivors with why they survive."""
    yield from HEAD.format(command=command, version=version).splitlines()
    for group, modules in tested.items():
        yield from ("", f"## {NAMES.get(group, group).capitalize()}", "")
        yield "| module | mutants | tested | killed | survived | not reached | share |"
        yield "|---|--:|--:|--:|--:|--:|--:|"
        for one in modules:
            yield _cells(one.module.removeprefix("factcheck."), [one])
        yield _cells("**all**", modules)
    known = equivalents()
    alive = [pair for modules in tested.values() for one in modules for pair in one.survivors]
    groups: dict[str, list[Mutant]] = {}
    for mutant, verdict in alive:
        groups.setdefault(reason(mutant, verdict, known), []).append(mutant)
    yield from ("", "## Why the others survive", "", SORTED, "", "| | mutants |", "|---|--:|")
    for why, mutants in sorted(groups.items(), key=lambda pair: -len(pair[1])):
        yield f"| {why} | {len(mutants)} |"
    yield from ("", "## The survivors", "")
    yield "Where, and what stood there → what the mutant has; of long lines the part that differs."
    for why, mutants in sorted(groups.items(), key=lambda pair: -len(pair[1])):
        yield from ("", f"<details><summary>{why}: {len(mutants)}</summary>", "")
        for one in sorted(mutants, key=lambda one: (one.module, one.line, one.after)):
            place = f"{one.module.removeprefix('factcheck.')}:{one.line}"
            told = known.get(_told(one), "")
            yield f"- {place} {_shown(one)}" + (f": {told}" if told else "")
        yield from ("", "</details>")


def _cells(name: str, modules: Sequence[Tested]) -> str:
    counted = Counter(verdict for one in modules for verdict in one.verdicts)
    number, drawn = sum(one.number for one in modules), sum(len(one.mutants) for one in modules)
    dead = sum(counted[verdict] for verdict in DEAD)
    alive = drawn - dead - counted["unreached"]
    return (
        f"| {name} | {number} | {drawn} | {dead} | {alive} | {counted['unreached']} "
        f"| {share(modules):.1f}% |"
    )


def equivalents() -> dict[tuple[str, str, str], str]:
    """By module, line before and line after: why no test can tell the mutant."""
    table = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))
    return {
        (one["module"], one["before"], one["after"]): one["why"]
        for one in table.get("equivalent", ())
    }


def _told(mutant: Mutant) -> tuple[str, str, str]:
    return mutant.module.removeprefix("factcheck."), mutant.before, mutant.after


def reason(mutant: Mutant, verdict: str, known: Mapping[tuple[str, str, str], str]) -> str:
    """Why a mutant survives, by what was changed in it."""
    if _told(mutant) in known:
        return "equivalent: nothing that can be seen changes"
    if verdict == "unreached":
        return "no test reaches the statement"
    old, new = _parted(mutant)
    if {old.strip(), new.strip()} <= {"and", "or", "not", "", "in", "not in", "is", "is not"}:
        return "two conditions that no example holds apart"
    if {old.strip(), new.strip()} & {"continue", "break", "return"}:
        return "no example has a further candidate behind the one passed over"
    if re.search(r"[<>]=?$", old.strip()) or re.search(r"[<>]=?$", new.strip()) or old == "=":
        return "no example lies on the bound"
    if "or True" in new or "and False" in new:
        return "both arms give the same for all examples"
    if re.fullmatch(r"[\d.e_+-]+", (old + new).strip() or "x"):
        return "a number that no example comes close to"
    if "None" in new or len(new) < len(old):
        return "an argument or value that decides nothing in the examples, or has the same default"
    if "XX" in new or old.lower() == new.lower():
        return "a word that no example holds, or a label that is not shown"
    return "another operator with the same outcome for all examples"


def _parted(mutant: Mutant) -> tuple[str, str]:
    """What differs between the line before and after, in whole words."""
    old, new = (re.findall(r"\w+|\s+|[<>=!]=?|.", text) for text in (mutant.before, mutant.after))
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return "".join(old), "".join(new)


def _shown(mutant: Mutant) -> str:
    lines = [text.replace("`", "'") for text in (mutant.before, mutant.after)]
    if len(mutant.before) > 110:
        start = next((n for n, (one, two) in enumerate(zip(*lines, strict=False)) if one != two), 0)
        lines = [f"…{text[max(0, start - 30) : start + 50]}…" for text in lines]
    return f"`{lines[0]}` → `{lines[1]}`"
