"""How many findings on whole articles are right: on texts written for it by people of the trade.

usage: python benchmarks/newsroom.py [--show] [--missed] [--half tuned|kept] [SET ...]

`newsroom/` holds sets of invented articles: `lint-NN` a draft and the notes it was written from,
`compare-NN` several papers on one event. Their writers had not seen the tool. `gold.json` says what
was planted and what looks like a discrepancy and is none. Sets of odd numbers were read while rules
were made; those of even numbers are kept for the measure, though their wrong errors were read once.

A finding is right when it points at a planted discrepancy: at both of its passages, or, where it
tells of one text alone, at one of them. It is half right when it points at one passage and pairs it
with another place. Prints a line a severity, then how many of the planted ones were found. Notes
on what no source has (FC403, FC6) are counted apart: of a careful article much stands in no note.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import factcheck
from factcheck.model import Document, Finding, Location, Severity, Span

SETS = Path(__file__).parent / "newsroom"
RIGHT, HALF, WRONG = "right", "half right", "wrong"


@dataclass(frozen=True, slots=True)
class Planted:
    """A discrepancy: what kind, and the places of its two passages (the second may be none)."""

    kind: str
    why: str
    one: tuple[Location, ...]
    two: tuple[Location, ...]


def main() -> None:
    """Measure the sets that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--show", action="store_true", help="print every finding and its verdict")
    parser.add_argument("--missed", action="store_true", help="print what was not found")
    parser.add_argument("--half", choices=("tuned", "kept"), help="sets of odd or even numbers")
    parser.add_argument("sets", nargs="*", help="names of sets (all)")
    given = parser.parse_args()
    verdicts: Counter[tuple[str, str]] = Counter()
    planted, found = Counter[str](), Counter[str]()
    for folder in sorted(SETS.iterdir()):
        if not _wanted(folder, given):
            continue
        documents, findings = checked(folder)
        gold = planted_in(folder, documents)
        hits: set[int] = set()
        for finding in findings:
            verdict, number = judge(finding, gold)
            apart = finding.code.startswith("FC6") or finding.severity is Severity.INFO
            verdicts["notes" if apart else finding.severity.value, verdict] += 1
            if verdict is not WRONG and not apart:
                hits.add(number)
            if given.show and not apart:
                print(f"{folder.name} {verdict:10} {told(finding)}")
        mode = folder.name.split("-")[0]
        planted[mode] += len(gold)
        found[mode] += len(hits)
        if given.missed:
            for number, one in enumerate(gold):
                if number not in hits:
                    print(f"{folder.name} missed     {one.kind}: {one.why}")
    _print(verdicts, planted, found)


def _wanted(folder: Path, given: argparse.Namespace) -> bool:
    if not folder.is_dir() or (given.sets and folder.name not in given.sets):
        return False
    odd = int(folder.name.split("-")[1]) % 2
    return given.half is None or (given.half == "tuned") == bool(odd)


def checked(folder: Path) -> tuple[Sequence[Document], Sequence[Finding]]:
    """The documents of a set, and what the tool finds in them by default."""
    if folder.name.startswith("lint"):
        (draft,) = factcheck.read_paths([str(next(folder.glob("draft.*")))])
        notes = factcheck.read_paths([str(folder / "notes")])
        return (draft, *notes), factcheck.lint(draft, notes).findings
    documents = factcheck.read_paths([str(folder)])
    return documents, factcheck.compare(documents).findings


def planted_in(folder: Path, documents: Sequence[Document]) -> list[Planted]:
    """The planted discrepancies of a set; a passage that stands twice has two places."""
    texts = {document.name: document.text for document in documents}
    gold = json.loads((folder / "gold.json").read_text("utf-8"))

    def places(side: dict[str, str] | None) -> Iterator[Location]:
        if side is None:
            return
        name = str(folder / side["file"])
        start = texts[name].find(side["text"])
        if start < 0:
            sys.exit(f"{folder.name}/gold.json: {side['file']} has no {side['text']!r}")
        while start >= 0:
            yield Location(name, Span(start, start + len(side["text"])))
            start = texts[name].find(side["text"], start + 1)

    def read(one: dict[str, Any]) -> Planted:
        return Planted(
            one["kind"], one["why"], tuple(places(one["a"])), tuple(places(one.get("b")))
        )

    return [read(one) for one in gold["discrepancies"]]


def judge(finding: Finding, gold: Sequence[Planted]) -> tuple[str, int]:
    """The verdict on a finding, and the number of the discrepancy it points at (-1 for none)."""
    own = (finding.primary, *finding.related)
    alone = len({place.document for place in own}) == 1
    half = -1
    for number, one in enumerate(gold):
        sides = [_meet(own, one.one), _meet(own, one.two)]
        if all(sides) or (any(sides) and (alone or not one.two)):
            return RIGHT, number
        if any(sides):
            half = number
    return (HALF if half >= 0 else WRONG), half


def _meet(ones: Sequence[Location], others: Sequence[Location]) -> bool:
    return any(
        one.document == other.document and one.span.overlaps(other.span)
        for one in ones
        for other in others
    )


def told(finding: Finding) -> str:
    """A finding on one line."""
    message = finding.message if len(finding.message) < 90 else finding.message[:90] + "…"
    return f"{finding.severity.value:7} {finding.confidence:.2f} {finding.code} {message}"


def _print(verdicts: Counter[tuple[str, str]], planted: Counter[str], found: Counter[str]) -> None:
    print(f"{'':8} {'findings':>8} {RIGHT:>6} {HALF:>11} {WRONG:>6} {'right in 100':>13}")
    for level in ("error", "warning", "notes"):
        counts = [verdicts[level, verdict] for verdict in (RIGHT, HALF, WRONG)]
        whole = sum(counts)
        share = f"{100 * counts[0] / whole:.0f}" if whole else "–"
        print(f"{level:8} {whole:8} {counts[0]:6} {counts[1]:11} {counts[2]:6} {share:>13}")
    for mode in sorted(planted):
        print(f"{mode}: {found[mode]} of {planted[mode]} planted found at warning or error")


if __name__ == "__main__":
    main()
