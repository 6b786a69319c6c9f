"""How fast factcheck is, mostly as ratios, so that they can be compared between machines.

usage: python benchmarks/run.py [--quick] [--articles N] [--repeat N] [--only WORD]

Prints one line a figure: what was measured, the target where there is one, and "ok" or "over".
Every command runs in a process of its own, after one run that warms the file cache and the
compiled modules; those of a ratio take turns, and medians are compared. A time is processor time,
user and system, which stays much the same when others use the machine; the ratio of elapsed times
stands behind it. Exit code 0 whatever is found.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
CORPUS = ROOT / "corpus"
PYTHON = sys.executable

sys.path.insert(0, str(ROOT))

# All pipes of the model that factcheck itself would use, over the same text as it stands.
BARE = """
import sys
from pathlib import Path
import spacy
model = spacy.load(sys.argv[1])
texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[2:]]
for document in model.pipe(texts):
    pass
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took: seconds elapsed, processor seconds, mebibytes at its peak."""

    elapsed: float
    processor: float
    memory: float


def measure(command: Sequence[str | Path]) -> Cost:
    """Run a command to its end; its output goes nowhere. Raises SystemExit when it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.DEVNULL, env=environment(), cwd=ROOT
    )
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"failed ({process.returncode}): {' '.join(map(str, command))[:200]}")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(elapsed, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def environment() -> dict[str, str]:
    """Ours, with compiled modules kept as they are for users."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT)}


def factcheck(*arguments: str | Path) -> list[str | Path]:
    """The command line of one run of the tool."""
    return [PYTHON, "-m", "factcheck", *arguments]


def take_turns(
    runs: Mapping[str, Callable[[], Cost]], *, repeat: int
) -> dict[str, tuple[Cost, ...]]:
    """Costs of each run, `repeat` times in turn, after one that doesn't count."""
    for run in runs.values():
        run()
    found: dict[str, list[Cost]] = {name: [] for name in runs}
    for _ in range(repeat):
        for name, run in runs.items():
            found[name].append(run())
    return {name: tuple(costs) for name, costs in found.items()}


def median(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(
        statistics.median(cost.elapsed for cost in costs),
        statistics.median(cost.processor for cost in costs),
        max(cost.memory for cost in costs),
    )


def show(what: str, figure: str, *, target: float | None = None, value: float = 0.0) -> None:
    """One line of the output."""
    verdict = "" if target is None else f"target {target:g}  {'ok' if value <= target else 'over'}"
    print(f"{what:<44} {figure:<50} {verdict}".rstrip(), flush=True)


def ratio(what: str, one: Sequence[Cost], other: Sequence[Cost], *, target: float) -> None:
    """The line of a ratio of two commands."""
    mine, base = median(one), median(other)
    value = mine.processor / base.processor
    show(
        what,
        f"{value:.2f}  ({mine.processor:.2f} s / {base.processor:.2f} s, elapsed "
        f"{mine.elapsed / base.elapsed:.2f}; {mine.memory:.0f} MB / {base.memory:.0f} MB)",
        target=target,
        value=value,
    )


# ── what is measured ──────────────────────────────────────────────────────────────────────────


def start(repeat: int) -> None:
    """`--version` against the import of the libraries that the command line is made of."""
    costs = take_turns(
        {
            "version": lambda: measure(factcheck("--version")),
            "imports": lambda: measure([PYTHON, "-c", "import typer, rich"]),
        },
        repeat=repeat * 3,
    )
    ratio("--version / import typer, rich", costs["version"], costs["imports"], target=1.3)


def five_articles(folder: Path, repeat: int) -> None:
    """Cold against a bare script with the model's pipes; warm against cold."""
    from factcheck.annotate import resolve_model

    files = sorted(SEEDS.glob("*.txt")) if SEEDS.is_dir() else sorted(CORPUS.rglob("*.txt"))[:5]
    bare = folder / "bare.py"
    bare.write_text(BARE, encoding="utf-8")
    package = resolve_model("auto").split(" ")[0]
    model = sorted(Path(find_spec(package).origin).parent.glob(f"{package}-*"))[-1]
    cache = folder / "cache"
    compare = factcheck("compare", *files, "--cache-dir", cache, "--exit-zero")

    def cold() -> Cost:
        shutil.rmtree(cache, ignore_errors=True)
        return measure(compare)

    costs = take_turns(
        {
            "bare": lambda: measure([PYTHON, bare, model, *files]),
            "cold": cold,
            "warm": lambda: measure(compare),
        },
        repeat=repeat,
    )
    ratio("five articles: cold / bare spaCy", costs["cold"], costs["bare"], target=0.8)
    ratio("five articles: warm / cold", costs["warm"], costs["cold"], target=0.2)


def many_articles(folder: Path, count: int) -> None:
    """A cold run over many articles, for one process and for two."""
    from benchmarks.synthetic import articles

    place = folder / "articles"
    place.mkdir()
    words = articles(place, count, corpus=CORPUS)
    for jobs in (1, 2):
        cost = measure(
            factcheck("compare", place, "--no-cache", "--exit-zero", "--jobs", str(jobs))
        )
        show(
            f"{count:,} articles cold, --jobs {jobs}",
            f"{count / cost.elapsed:.1f} articles/s  ({count / cost.processor:.1f} a processor "
            f"second, {words / cost.processor:,.0f} words; {cost.memory:.0f} MB)",
        )


def matching(sizes: Sequence[int], repeat: int) -> None:
    """Time to match and group made-up facts, and how it grows with their number."""
    points = []
    for size in sizes:
        again = repeat if size <= 10_000 else 1
        costs = [measure([PYTHON, __file__, "--match", str(size)]) for _ in range(again)]
        idle = measure([PYTHON, __file__, "--match", str(size), "--idle"])
        cost = median(costs)
        seconds = max(cost.processor - idle.processor, 1e-3)
        points.append((math.log(size), math.log(seconds)))
        show(
            f"matching {size:,} facts",
            f"{seconds:.2f} s  ({1e6 * seconds / size:.0f} µs a fact; {cost.memory:.0f} MB)",
        )
    slope = statistics.linear_regression(*zip(*points, strict=True)).slope
    show("matching: exponent of growth", f"{slope:.2f}", target=1.2, value=slope)


def match_alone(size: int, *, idle: bool) -> None:
    """Make `size` facts and, unless `idle`, match them: what `matching` runs in a process."""
    from benchmarks.synthetic import facts
    from factcheck.match import find_matches, group_facts

    documents, claims = facts(size)
    if not idle:
        group_facts(documents, claims, find_matches(documents, claims))


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="fewer articles and repetitions")
    parser.add_argument("--articles", type=int, help="how many for the long run (1000)")
    parser.add_argument("--repeat", type=int, help="repetitions of each command (7)")
    parser.add_argument("--only", choices=("start", "five", "many", "match"), help="one part")
    parser.add_argument("--match", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--idle", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.match:
        match_alone(given.match, idle=given.idle)
        return
    repeat = given.repeat or (3 if given.quick else 7)
    sizes = (1_000, 3_000, 10_000) if given.quick else (1_000, 10_000, 100_000)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if given.only in (None, "start"):
            start(repeat)
        if given.only in (None, "five"):
            five_articles(folder, repeat)
        if given.only in (None, "match"):
            matching(sizes, min(repeat, 3))
        if given.only in (None, "many"):
            many_articles(folder, given.articles or (60 if given.quick else 1_000))


if __name__ == "__main__":
    main()
