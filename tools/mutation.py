"""Mutation testing of the core: which small changes to the code no test notices.

    pip install 'factcheck-cli[dev,mutation]'
    python tools/mutation.py                          # value comparison and rules, a sample
    python tools/mutation.py rules/totals --sample 0  # every mutant of one module
    python tools/mutation.py match --seed 3           # another sample, of matching

The mutants are those of `mutants.py`. All tests run once in this process, which notes the lines
that each one reaches; then a fork for each mutant puts the changed function in the place of the
real one and runs the tests that reach the changed statement, the quickest first, until one fails.
What the stages before the mutated one gave is remembered. Modules, tests and the language model are
loaded once, so a mutant takes a third of a second; that is why mutmut's and cosmic-ray's own
runners aren't used. Tests of the articles that aren't in the repository don't count.

Verdicts go to a log as they come: a run that was broken off goes on where it was. A change to the
code or the tests begins anew, but for the mutants `--keep-killed`.
"""

from __future__ import annotations

import argparse
import hashlib
import inspect
import json
import os
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from types import CodeType, FunctionType

from mutants import ROOT, Mutant, mutants_of
from mutation_report import DEAD, Tested, page, summary
from mutation_run import Run, run_tests

from factcheck import __version__

TESTS = (
    "tests/facts",
    "tests/match",
    "tests/rules",
    "tests/test_corpus.py",
    "tests/test_drafts.py",
)
LOG = ROOT / "build" / "mutation" / "log.jsonl"


def mutants_in(group: str) -> dict[str, tuple[Mutant, ...]]:
    """By module, the mutants of a group ("compare", "facts", "match", "rules") or of one module
    ("rules/totals"). Exits with a message when there is no such module."""
    if group == "compare":
        return {
            module: tuple(one for one in mutants_of(module) if one.function in functions)
            for module, functions in sorted(comparison().items())
        }
    folder = ROOT / "factcheck" / group
    if folder.is_dir():
        names = [f"{group}.{path.stem}" for path in sorted(folder.glob("*.py"))]
    elif folder.with_suffix(".py").is_file():
        names = [group.replace("/", ".")]
    else:
        raise SystemExit(f"no factcheck/{group}.py: give compare, rules, match or rules/totals")
    return {f"factcheck.{name}": mutants_of(f"factcheck.{name}") for name in names}


def comparison() -> dict[str, set[str]]:
    """What decides whether two values agree: by module of `facts`, the functions that the `compare`
    of a kind calls, and those that these call."""
    from factcheck.facts import KINDS

    found: dict[str, set[str]] = defaultdict(set)
    waiting: list[object] = [kind.compare for kind in KINDS]
    while waiting:
        function = inspect.unwrap(waiting.pop())  # type: ignore[arg-type]
        name, module = getattr(function, "__qualname__", ""), getattr(function, "__module__", "")
        known = not str(module).startswith("factcheck.facts") or name in found[module]
        if known or not isinstance(function, FunctionType):
            continue
        found[module].add(name)
        waiting += [function.__globals__.get(one) for one in _names_in(function.__code__)]
    return {module: names for module, names in found.items() if names}


def _names_in(code: CodeType) -> set[str]:
    inner = [one for one in code.co_consts if isinstance(one, CodeType)]
    return set(code.co_names).union(*map(_names_in, inner))


def chosen(
    module: str, mutants: tuple[Mutant, ...], *, sample: int, seed: int
) -> tuple[int, tuple[Mutant, ...]]:
    """How many mutants a module has, and `sample` of them (all for 0) drawn with `seed`."""
    if not sample or sample >= len(mutants):
        return len(mutants), mutants
    drawn = random.Random(f"{seed} {module}").sample(range(len(mutants)), sample)
    return len(mutants), tuple(mutants[number] for number in sorted(drawn))


def stamp() -> str:
    """A digest of the code and its tests, for which a verdict holds."""
    digest = hashlib.sha256()
    for folder in ("factcheck", "tests", "docs/rules"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".py", ".txt", ".md", ".json"}:
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Log:
    """The verdicts of runs so far, a line of JSON each."""

    path: Path
    stamp: str

    def verdicts(self, *, keep_killed: bool, keep_all: bool = False) -> dict[str, str]:
        """By the mutant's key, the verdicts for the code as it is; with `keep_killed`, also of
        mutants that were killed when other code or tests were different; with `keep_all` of all."""
        if not self.path.is_file():
            return {}
        found = {}
        for line in self.path.read_text(encoding="utf-8").splitlines():
            told = json.loads(line)
            kept = keep_killed and told["verdict"] in {"killed", "timeout"}
            if told["stamp"] == self.stamp or kept or keep_all:
                found[told["key"]] = told["verdict"]
        return found

    def add(self, mutant: Mutant, verdict: str) -> None:
        """Append a verdict."""
        told = {"stamp": self.stamp, "key": mutant.key, "verdict": verdict, **asdict(mutant)}
        del told["source"]
        with self.path.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(told) + "\n")


def main(arguments: Sequence[str]) -> None:
    """Test the mutants asked for, print the figures, and write the page when told to."""
    options = _options(arguments)
    drawn = {
        group: {
            module: chosen(module, mutants, sample=options.sample, seed=options.seed)
            for module, mutants in mutants_in(group).items()
        }
        for group in options.what
    }
    LOG.parent.mkdir(parents=True, exist_ok=True)
    log = Log(LOG, stamp())
    verdicts = log.verdicts(keep_killed=options.keep_killed)
    earlier = log.verdicts(keep_killed=True, keep_all=True)
    wanted = [
        mutant for group in drawn.values() for _, mutants in group.values() for mutant in mutants
    ]
    missing = {one.key: one for one in wanted if one.key not in verdicts}
    if missing:
        print(f"{len(missing)} mutants to test of {len(wanted)}", file=sys.stderr)

        def told(mutant: Mutant, verdict: str) -> None:
            # What a part of the tests doesn't kill may be killed by another one.
            part = bool(options.tests) and verdict not in DEAD
            verdicts[mutant.key] = earlier.get(mutant.key, verdict) if part else verdict
            if not part:
                log.add(mutant, verdict)

        run = Run(tuple(missing.values()), told, jobs=options.jobs)
        tests = [str(ROOT / path) for path in options.tests or TESTS]
        run_tests(run, tests, LOG.with_name(f"pytest-{os.getpid()}.log"))
    tested = {
        group: [
            Tested(module, number, mutants, [verdicts[one.key] for one in mutants])
            for module, (number, mutants) in modules.items()
            if number
        ]
        for group, modules in drawn.items()
    }
    for line in summary(tested, survivors=options.survivors):
        print(line)
    if options.write:
        command = f"python tools/mutation.py {' '.join(arguments)}"
        lines = page(tested, command=command, version=__version__)
        _replace(ROOT / options.write, lines)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Mutation testing of the core.")
    parser.add_argument("what", nargs="*", default=["compare", "rules"], help="groups or modules")
    parser.add_argument("--sample", type=int, default=40, help="mutants of a module; 0 for all")
    parser.add_argument("--seed", type=int, default=1, help="which sample")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    parser.add_argument("--keep-killed", action="store_true", help="don't test the killed again")
    parser.add_argument("--tests", nargs="+", metavar="PATH", help="what only these tests kill")
    parser.add_argument("--survivors", action="store_true", help="print each one that survived")
    parser.add_argument("--write", metavar="FILE", help="write the page")
    return parser.parse_args(arguments)


def _replace(path: Path, lines: Iterable[str]) -> None:
    new = path.with_suffix(".new")
    new.write_text("\n".join(lines) + "\n", encoding="utf-8")
    new.replace(path)


if __name__ == "__main__":
    # The same in every run; and numpy may start no threads, which a fork would lose.
    if os.environ.get("PYTHONHASHSEED") != "0":
        single = {"PYTHONHASHSEED": "0", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **single})
    main(sys.argv[1:])
