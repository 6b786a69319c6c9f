"""How well facts are aligned: pairs in one slot by the tool against chains marked by people.

usage: python benchmarks/alignment.py [--limit N] [--jobs N] [--json OUT] [CLUSTERS.jsonl]

CLUSTERS.jsonl (default ../shared/bench/ecbplus_clusters.jsonl) holds articles on one event each,
with mentions of events, participants, times and places (`spans`); mentions of one `chain` are one
thing.
People marked only some sentences, so only facts in marked sentences are judged, and a pair only
where the chains needed are known on both sides. A fact has

- value chains: those of the mentions that overlap its span;
- event chains: those of the action mentions that hold its predicate (a statement), the verb or noun
  that governs it (a figure or a time), or any action (a quotation);
- subject chains: those of the other mentions in its sentence that hold the head of its subject.

*Strict*: names and roles share a value chain. A figure shares a value chain, or, where people
marked no value on one of the sides, an event chain. A time, a statement or a quotation shares an
event chain, or, a time whose event nobody marked, a value chain; and subjects, where marked, agree.
*Lenient*: the two facts share a value chain, or their sentences share the chain of an action.

Precision: of the pairs that the tool puts in one slot (probability at least 0.5) and that can be
judged, the share that people put in one chain. Recall: of the pairs of facts of one kind that are
strictly one by people, the share that the tool puts in one slot or one group; "comparable" counts
only those whose values the tool can compare at all.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

from factcheck import pipeline
from factcheck.annotate import resolve_model
from factcheck.annotate.lemma import lemma_of
from factcheck.config import Settings
from factcheck.facts import KINDS
from factcheck.match import find_matches, group_facts
from factcheck.match.groups import TOGETHER
from factcheck.model import Claim, Fact, FactKind, Relation, Span, StatementValue
from factcheck.read import document_from_text

CLUSTERS = Path(__file__).resolve().parents[2] / "shared" / "bench" / "ecbplus_clusters.jsonl"
KIND_OF = {kind.kind: kind for kind in KINDS}
BINS = (0.05, 0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)
NAMES = (FactKind.PERSON, FactKind.ROLE)
FIGURES = (FactKind.QUANTITY, FactKind.DURATION)
# Letters two forms of a word share at least: "announce" and "announcement".
STEM = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that people marked, its text, whether it is an action, and its chain."""

    span: Span
    text: str
    action: bool
    chain: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What people marked at one fact; `sentence` holds the action chains of its whole sentence."""

    value: frozenset[str]
    event: frozenset[str]
    subject: frozenset[str]
    sentence: frozenset[str]
    judged: bool


# ── what people say of a pair ─────────────────────────────────────────────────────────────────


def marks_of(fact: Fact, claim: Claim, mentions: Sequence[Mention]) -> Marks:
    """The chains at a fact, from the mentions of its document."""
    inside = [mention for mention in mentions if _overlap(mention.span, claim.span)]
    actions = [mention for mention in inside if mention.action]
    others = [mention for mention in inside if not mention.action]
    if fact.kind is FactKind.QUOTE:
        events = [mention for mention in actions if _overlap(mention.span, fact.span)]
    elif isinstance(fact.value, StatementValue):
        said = (fact.value.predicate,)
        within = [mention for mention in actions if _overlap(mention.span, fact.span)]
        events = [mention for mention in within if _holds(mention.text, said)]
    else:
        events = [mention for mention in actions if _holds(mention.text, fact.slot.event)]
    wide = fact.kind in (FactKind.QUOTE, FactKind.STATEMENT)
    values = [] if wide else [m for m in inside if _overlap(m.span, fact.span)]
    subjects = [mention for mention in others if _holds(mention.text, fact.slot.subject[:1])]
    return Marks(
        _chains(values), _chains(events), _chains(subjects), _chains(actions), bool(inside)
    )


def strictly_one(kind: FactKind, one: Marks, two: Marks) -> bool | None:
    """Whether people put both facts in one slot, strictly; None where the marks don't tell."""
    values = _shared(one.value, two.value)
    events = _shared(one.event, two.event)
    if kind in NAMES:
        return values
    if kind in FIGURES and values is not None:
        return values
    if kind is FactKind.MOMENT and events is None:
        return values
    if events and _shared(one.subject, two.subject) is False:
        return False
    return events


def leniently_one(one: Marks, two: Marks) -> bool | None:
    """Whether both facts share a value chain or their sentences an action; None if unmarked."""
    if not (one.judged and two.judged):
        return None
    return not (one.value.isdisjoint(two.value) and one.sentence.isdisjoint(two.sentence))


def _shared(one: frozenset[str], two: frozenset[str]) -> bool | None:
    return not one.isdisjoint(two) if one and two else None


def _chains(mentions: Iterable[Mention]) -> frozenset[str]:
    return frozenset(mention.chain for mention in mentions)


def _overlap(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _holds(text: str, words: Sequence[str]) -> bool:
    """Whether a mention holds one of some lemmas, in any form of the word."""
    for said in text.lower().split():
        lemma = lemma_of(said.strip(".,'\""))
        for word in words:
            short = min(len(lemma), len(word))
            if lemma == word or (short >= STEM and lemma[:STEM] == word[:STEM]):
                return True
    return False


# ── counting ──────────────────────────────────────────────────────────────────────────────────


def counts_of(record: dict[str, Any]) -> Counter[tuple[str, ...]]:
    """What is counted in one cluster; keys start with "found", "people" or "bin"."""
    documents = [
        document_from_text(document["text"], name=f"{number}-{document['name']}")
        for number, document in enumerate(record["documents"])
    ]
    settings = Settings()
    claims = pipeline.read_claims(documents, model=resolve_model("auto"), settings=settings)
    claims = tuple(claims)
    matches = find_matches(documents, claims)
    mentions = mentions_of(record, [document.name for document in documents])
    marks = {
        id(fact): marks_of(fact, claim, mentions[claim.document])
        for claim in claims
        for fact in claim.facts
    }
    counts: Counter[tuple[str, ...]] = Counter()
    together: set[tuple[int, int]] = set()
    for match in matches:
        one, two = marks[id(match.left)], marks[id(match.right)]
        strict = strictly_one(match.left.kind, one, two)
        kind = match.left.kind.value
        if strict is not None:
            counts["bin", kind, _bin(match.probability), str(strict)] += 1
        if match.probability < TOGETHER:
            continue
        together.add(_pair(match.left, match.right))
        relation = match.comparison.relation.value
        scope = "within" if match.left.document == match.right.document else "across"
        counts["found", scope, kind, relation, "strict", str(strict)] += 1
        counts["found", scope, kind, relation, "lenient", str(leniently_one(one, two))] += 1
    for group in group_facts(documents, claims, matches):
        together.update(_pair(left, right) for left, right in combinations(group.facts, 2))
    for left, right in _pairs(claims):
        if strictly_one(left.kind, marks[id(left)], marks[id(right)]):
            scope = "within" if left.document == right.document else "across"
            kind, found = left.kind.value, str(_pair(left, right) in together)
            counts["people", scope, kind, "all", found] += 1
            if _compared(left, right):
                counts["people", scope, kind, "comparable", found] += 1
    return counts


def mentions_of(record: dict[str, Any], names: Sequence[str]) -> dict[str, list[Mention]]:
    """The mentions by document name."""
    found: dict[str, list[Mention]] = {name: [] for name in names}
    for span in record["spans"]:
        action = span["type"].startswith(("ACTION", "NEG_ACTION"))
        place = Span(span["start"], span["end"])
        mention = Mention(place, span["text"], action, span["chain"])
        found[names[span["doc"]]].append(mention)
    return found


def _pairs(claims: Sequence[Claim]) -> Iterator[tuple[Fact, Fact]]:
    by_kind: dict[FactKind, list[Fact]] = {}
    for claim in claims:
        for fact in claim.facts:
            by_kind.setdefault(fact.kind, []).append(fact)
    for facts in by_kind.values():
        for left, right in combinations(facts, 2):
            if (left.document, left.claim) != (right.document, right.claim):
                yield left, right


def _pair(left: Fact, right: Fact) -> tuple[int, int]:
    return (id(left), id(right)) if id(left) < id(right) else (id(right), id(left))


def _compared(left: Fact, right: Fact) -> bool:
    return KIND_OF[left.kind].compare(left, right).relation is not Relation.INCOMPARABLE


def _bin(probability: float) -> str:
    low = max((bound for bound in BINS if bound <= probability), default=0.0)
    return f"{low:.2f}"


# ── printing ──────────────────────────────────────────────────────────────────────────────────


def lines_of(counts: Counter[tuple[str, ...]]) -> Iterator[str]:
    """The three tables as lines of Markdown."""
    yield "### Precision: pairs that the tool puts in one slot"
    yield ""
    yield "| documents | kind | values | pairs | judged | strict | judged, lenient | lenient |"
    yield "|---|---|---|--:|--:|--:|--:|--:|"
    for scope in ("across", "within"):
        kinds = sorted({key[2] for key in counts if key[:2] == ("found", scope)})
        for kind in ["all", *kinds]:
            for relation in ("equal", "compatible", "different"):
                row = _precision_row(counts, scope, kind, relation)
                if row:
                    yield row
    yield ""
    yield "### Recall: pairs that people put in one chain (strict)"
    yield ""
    yield "| documents | kind | pairs | found | comparable pairs | found |"
    yield "|---|---|--:|--:|--:|--:|"
    for scope in ("across", "within"):
        kinds = sorted({key[2] for key in counts if key[:2] == ("people", scope)})
        for kind in ["all", *kinds]:
            cells = []
            for which in ("all", "comparable"):
                yes, total = _tally(counts, ("people", scope, kind, which))
                cells.append(f"{total} | {_share(yes, total)}")
            yield f"| {scope} | {kind} | {' | '.join(cells)} |"
    yield ""
    yield "### Reliability: probability of a match against the share that is strictly right"
    yield ""
    kinds = sorted({key[1] for key in counts if key[0] == "bin"})
    yield f"| probability | all | {' | '.join(kinds)} |"
    yield f"|---|{'--:|' * (len(kinds) + 1)}"
    for low, high in pairwise(BINS):
        cells = []
        for kind in ["all", *kinds]:
            yes, total = _tally(counts, ("bin", kind, f"{low:.2f}"))
            cells.append(f"{_share(yes, total)} ({total})" if total else "")
        yield f"| {low:.2f} to {min(high, 1.0):.2f} | {' | '.join(cells)} |"


def _precision_row(
    counts: Counter[tuple[str, ...]], scope: str, kind: str, relation: str
) -> str | None:
    key = ("found", scope, kind, relation)
    strict, strictly = _tally(counts, (*key, "strict"))
    lenient, leniently = _tally(counts, (*key, "lenient"))
    pairs = leniently + sum(
        count
        for other, count in counts.items()
        if other[0] == "found"
        and other[1] == scope
        and kind in ("all", other[2])
        and other[3:] == (relation, "lenient", "None")
    )
    if not pairs:
        return None
    figures = (pairs, strictly, _share(strict, strictly), leniently, _share(lenient, leniently))
    return f"| {scope} | {kind} | {relation} | {' | '.join(map(str, figures))} |"


def _tally(counts: Counter[tuple[str, ...]], key: tuple[str, ...]) -> tuple[int, int]:
    """Right ones and all judged ones under `key`; the kind "all" sums over the kinds."""
    place = 1 if key[0] == "bin" else 2
    yes = total = 0
    for other, count in counts.items():
        if other[-1] == "None" or len(other) != len(key) + 1:
            continue
        if all(
            mine == theirs or (number == place and mine == "all")
            for number, (mine, theirs) in enumerate(zip(key, other, strict=False))
        ):
            total += count
            yes += count * (other[-1] == "True")
    return yes, total


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "–"


def measure(path: Path, *, limit: int | None = None, jobs: int = 1) -> Counter[tuple[str, ...]]:
    """The counts over the clusters of a file, the first `limit` of them."""
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()[:limit]]
    total: Counter[tuple[str, ...]] = Counter()
    if jobs == 1:
        for record in records:
            total.update(counts_of(record))
        return total
    with ProcessPoolExecutor(jobs) as pool:
        for counts in pool.map(counts_of, records):
            total.update(counts)
    return total


def main() -> None:
    """Print the tables, and with --json write the counts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("clusters", nargs="?", type=Path, default=CLUSTERS)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    counts = measure(arguments.clusters, limit=arguments.limit, jobs=arguments.jobs)
    print("\n".join(lines_of(counts)))
    if arguments.json:
        table = {" / ".join(key): count for key, count in sorted(counts.items())}
        arguments.json.write_text(json.dumps(table, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
