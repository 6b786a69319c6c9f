"""`factcheck lint` over a folder of many articles: cold, warm, and warm with one file changed.

usage: python benchmarks/lint.py [--articles N] [--repeat N] [--sources N] [--jobs N]

The articles are made from corpus/ with seeded changes (benchmarks/synthetic.py), about 3,000
characters each. With --sources, N more of the same kind are what the drafts are checked against.
Prints one line a figure: what was measured, the target where there is one, and "ok" or "over".
A time is processor time, as in benchmarks/run.py. Exit code 0 whatever is found.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.run import CORPUS, Cost, factcheck, measure, median, show
from benchmarks.synthetic import articles

LENGTH = 3_000
TEN = 10
MOST_OF_COLD = 0.1
MOST_OF_TEN = 1.2
MORE_MEMORY = 200.0
CHANGE = "\n\nThe council will meet again on 31 April, when all {number} members are due to vote.\n"


def make_drafts(folder: Path, count: int) -> int:
    """Write `count` articles of about LENGTH characters into `folder`; the characters in all.

    Each is as many of the shorter made-up articles as that takes, under one headline each.
    """
    with tempfile.TemporaryDirectory() as name:
        short = Path(name)
        made = TEN
        articles(short, made, corpus=CORPUS)
        average = sum(file.stat().st_size for file in short.iterdir()) / made
        pieces = max(1, round(LENGTH / average))
        articles(short, count * pieces, corpus=CORPUS)
        texts = [file.read_text(encoding="utf-8") for file in sorted(short.iterdir())]
    folder.mkdir()
    for number in range(count):
        # Pieces from far apart, so that they are of different events.
        text = "\n\n".join(texts[number + piece * count] for piece in range(pieces))
        (folder / f"{number:05d}.txt").write_text(text, encoding="utf-8")
    return sum(len(file.read_text(encoding="utf-8")) for file in folder.iterdir())


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=1_000, help="drafts (1000)")
    parser.add_argument("--repeat", type=int, default=3, help="warm runs of each kind (3)")
    parser.add_argument("--sources", type=int, default=0, help="sources (none)")
    parser.add_argument("--jobs", type=int, default=1, help="processes (1)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        _measure(Path(name), given)


def _measure(folder: Path, given: argparse.Namespace) -> None:
    drafts, ten, sources = folder / "drafts", folder / "ten", folder / "sources"
    characters = make_drafts(drafts, given.articles)
    ten.mkdir()
    for file in sorted(drafts.iterdir())[:TEN]:
        shutil.copy(file, ten)
    against: list[str | Path] = []
    if given.sources:
        make_drafts(sources, given.sources)
        against = ["--against", sources]
    last = sorted(drafts.iterdir())[-1]
    original = last.read_text(encoding="utf-8")

    def lint(place: Path, cache: str) -> Cost:
        arguments = ["--exit-zero", "--cache-dir", folder / cache, "--jobs", str(given.jobs)]
        return measure(factcheck("lint", place, *against, *arguments))

    def changed(number: int) -> Cost:
        last.write_text(original + CHANGE.format(number=number + 20), encoding="utf-8")
        return lint(drafts, "cache")

    show("drafts", f"{given.articles:,} of {characters / 1e6:.1f} MB in all")
    lint(ten, "first")  # warms the file cache and the compiled modules
    few = lint(ten, "few")
    cold = lint(drafts, "cache")
    warm = median([lint(drafts, "cache") for _ in range(given.repeat)])
    one = median([changed(number) for number in range(given.repeat)])
    _show("ten drafts, cold", few)
    _show("cold", cold)
    _show("warm, nothing changed", warm)
    _show("warm, one file changed", one)
    for what, cost in (("nothing", warm), ("one file", one)):
        value = cost.processor / cold.processor
        elapsed = cost.elapsed / cold.elapsed
        figure = f"{value:.3f}  (elapsed {elapsed:.3f})"
        show(f"warm, {what} changed / cold", figure, target=MOST_OF_COLD, value=value)
    most = MOST_OF_TEN * few.memory + MORE_MEMORY
    for what, cost in (("cold", cold), ("warm, one file changed", one)):
        show(f"memory, {what}", f"{cost.memory:.0f} MB", target=round(most), value=cost.memory)


def _show(what: str, cost: Cost) -> None:
    show(what, f"{cost.processor:.2f} s  (elapsed {cost.elapsed:.2f} s; {cost.memory:.0f} MB)")


if __name__ == "__main__":
    main()
