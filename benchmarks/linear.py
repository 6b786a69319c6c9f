"""Time against length: readers, grammars, kinds of fact and rules over texts made to be slow.

usage: python benchmarks/linear.py [--most N] [--only WORD] [--shape WORD] [--all]

For each shape of text (a line of quotation marks, unclosed links, one paragraph again and again, …)
each step is timed at lengths that double up to N characters (128,000), in processor time, the best
of three. The exponent is the slope of log time over log length between the two longest texts that
took long enough to be measured; what is above the limit is measured again, up to three times, and
the least times count, since a busy machine only adds to them. What still is above is measured up to
four times as long: where a text outgrows the processor's cache, time takes a step, and growth goes
on after it. Prints each step and shape above 1.1, or all with --all; exit code 1 if any is above. A
step that takes longer than ten seconds is not asked for more.
"""

from __future__ import annotations

import argparse
import gc
import math
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from factcheck.annotate import annotate
from factcheck.annotate.shadow import shadow_of
from factcheck.facts import KINDS
from factcheck.facts.claims import extract_claims
from factcheck.facts.moment_grammar import find as find_moments
from factcheck.facts.quantity_grammar import read as read_quantities
from factcheck.match import find_matches, group_facts
from factcheck.model import Document
from factcheck.read import document_from_text
from factcheck.read.formats.fragment import parts_of_html
from factcheck.rules import RULES, Corpus

LIMIT = 1.1
LEAST_SECONDS = 0.05
LONG_SECONDS = 0.5
MOST_SECONDS = 10.0
AGAIN = 3
FURTHER = 4
FIRST = 16_000

# Each is repeated until the text is long enough; a number in it counts up.
UNITS = {
    "words on one line": "the harbour master said nothing of it ",
    "sentences on one line": "The harbour master of the old town said nothing of it. ",
    "paragraphs": "The harbour master of ward {n} said nothing of the bridge that day.\n\n",
    "one paragraph again and again": "The harbour master said nothing of the bridge.\n\n",
    "figures": "The bridge of ward {n} cost {n} million pounds and took 12 days. ",
    "figures in paragraphs": "Ward {n} has {n} bridges and paid $5.{n}bn for 33 pages.\n\n",
    "digits": "1234567890",
    "numbers": "12 ",
    "number words": "twenty-five thousand three hundred and ",
    "commas": "1,",
    "dates": "on Friday, 5 December 2025, ",
    "dates in paragraphs": "On Friday, {n} December 2025, the bridge opened.\n\n",
    "names": "Ada Holt of Harbour Town Council ",
    "names in paragraphs": "Mayor Ada Holt{n} of the Town Council met Sir Bo Poe{n} in Paris.\n\n",
    "quotation marks": '"',
    "opened quotations": "“yes ",
    "closed quotations": "“Yes, it is so,” he said. ",
    "quotations in paragraphs": "“We kept the lamps of ward {n},” said Ada Holt, the mayor.\n\n",
    "apostrophes": "'",
    "brackets": "[",
    "parentheses": "(",
    "links": "[a](",
    "pictures": "![a](b",
    "stars": "*a ",
    "bars": "_a",
    "backticks": "`a",
    "longer and longer backticks": "`{n} ``{n} ",
    "comments": "<!-- ",
    "directives": "[factcheck: ignore",
    "tags": "<a ",
    "entities": "&amp",
    "escapes": "\\*",
    "addresses": "https://a.example/",
    "hyphens": "-a",
    "spaces": "a" + " " * 60,
    "tabs": "\t",
    "full stops": ".",
    "initials": "A. ",
    "short lines": "a\n",
    "blank lines": "\n\n",
    "carriage returns": "A line of words here.\r",
    "carriage returns and line feeds": "A line of words here.\r\n\r\n",
    "list items": "- one thing of {n}\n",
    "nested lists": "  - a\n",
    "quoted lines": "> a\n",
    "deep quotes": "> ",
    "headings": "# A heading of {n}\n\n",
    "tables": "| a | b |\n",
    "rules": "---\n",
    "combining marks": "e\u0301",
    "marks on marks": "\u0301",
    "zero-width": "a\u200b",
    "bidi": "\u202ea\u202c",
    "emoji": "👩\u200d👩\u200d👧 ",
    "capitals": "THE HARBOUR ",
    "per cent": "5% of ",
    "money": "$5.2bn-",
    "ranges": "5-",
    "lists of figures": "5 and 6, ",
    "changes": "Sales of skis rose 5% to {n} pairs. ",
    "opposites": "Prices rose in ward {n}. Prices fell in ward {n}. ",
    "captions": "Photo: A bridge\n\n",
}


def made(unit: str, length: int) -> str:
    """`unit` again and again, to about `length` characters."""
    pieces: list[str] = []
    size = number = 0
    while size < length:
        number += 1
        piece = unit.replace("{n}", str(number))
        pieces.append(piece)
        size += len(piece)
    return "x " + "".join(pieces)


Work = Callable[[], object]


def steps(text: str) -> Iterator[tuple[str, Work]]:
    """What is timed for a text; what one step makes, the later ones take."""
    plain = document_from_text(text, name="a.txt")
    shadow = shadow_of(text)
    yield "read plain", lambda: document_from_text(text, name="a.txt")
    yield "read markdown", lambda: document_from_text(text, name="a.md", markdown=True)
    yield "read html", lambda: parts_of_html(text)
    yield "quantity grammar", lambda: list(read_quantities(shadow))
    yield "moment grammar", lambda: list(find_moments(shadow))
    yield "annotate", lambda: annotate(plain, model=None)
    annotated = annotate(plain, model=None)
    for kind in KINDS:
        yield (
            f"kind {kind.kind.value}",
            lambda kind=kind: [
                fact for one in annotated.sentences for fact in kind.extract(annotated, one)
            ],
        )
    yield "claims", lambda: extract_claims(annotated, KINDS)
    yield from _checks(plain)


def _checks(document: Document) -> Iterator[tuple[str, Work]]:
    claims = extract_claims(annotate(document, model=None), KINDS)
    documents = (document,)
    yield "match", lambda: find_matches(documents, claims)
    matches = find_matches(documents, claims)
    yield "groups", lambda: group_facts(documents, claims, matches)
    corpus = Corpus(documents, claims, matches, group_facts(documents, claims, matches))
    for rule in RULES:
        yield f"rule {rule.code} {rule.name}", lambda rule=rule: list(rule.check(corpus))


@dataclass(slots=True)
class Curve:
    """Seconds of one step by length."""

    points: list[tuple[int, float]] = field(default_factory=list)

    @property
    def exponent(self) -> float:
        """The slope over the last two lengths; nan where a step is too quick to be measured."""
        told = [point for point in self.points if point[1] >= LEAST_SECONDS]
        if len(told) < 2:
            return math.nan
        (shorter, less), (longer, more) = told[-2:]
        return math.log(more / less) / math.log(longer / shorter)

    def better(self, other: Curve) -> Curve:
        """The lesser time of each length: what else a machine does only ever adds to it."""
        pairs = zip(self.points, other.points, strict=True)
        return Curve([(length, min(one, two)) for (length, one), (_, two) in pairs])


def seconds(work: Work) -> float:
    """The best of three in processor time; of long ones, the first."""
    best = math.inf
    for _ in range(3):
        # The collector's rounds grow with all that is alive, which is not the step's own.
        gc.collect()
        gc.disable()
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
        gc.enable()
        if best > LONG_SECONDS:
            break
    return best


def measure(unit: str, most: int, only: str) -> dict[str, Curve]:
    """The curves of all steps (whose name holds `only`) over one shape of text."""
    curves: dict[str, Curve] = {}
    length = FIRST
    while length <= most:
        text = made(unit, length)
        slowest = 0.0
        for name, work in steps(text):
            if only not in name:
                continue
            taken = seconds(work)
            slowest = max(slowest, taken)
            curves.setdefault(name, Curve()).points.append((len(text), taken))
        if slowest > MOST_SECONDS:
            break
        length *= 2
    return curves


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--most", type=int, default=128_000, help="characters (128000)")
    parser.add_argument("--only", default="", help="steps whose name holds this")
    parser.add_argument("--shape", default="", help="shapes whose name holds this")
    parser.add_argument("--all", action="store_true", help="print every step, not those above")
    given = parser.parse_args()
    above = measured = 0
    worst = (0.0, "")
    for shape, unit in UNITS.items():
        if given.shape not in shape:
            continue
        for name, curve in measure(unit, given.most, given.only).items():
            for _ in range(AGAIN):
                if not curve.exponent > LIMIT:
                    break
                curve = curve.better(measure(unit, given.most, name)[name])
            if curve.exponent > LIMIT:
                curve = measure(unit, given.most * FURTHER, name)[name]
            exponent = curve.exponent
            if math.isnan(exponent):
                continue
            measured += 1
            above += exponent > LIMIT
            worst = max(worst, (exponent, f"{name} over {shape}"))
            if exponent > LIMIT or given.all:
                length, taken = curve.points[-1]
                print(
                    f"{exponent:5.2f}  {name:34} {shape:32} {taken:7.2f} s at {length:,}",
                    flush=True,
                )
    print(f"{measured} measured, {above} above {LIMIT}; worst {worst[0]:.2f}: {worst[1]}")
    raise SystemExit(above > 0)


if __name__ == "__main__":
    main()
