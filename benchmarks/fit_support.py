"""Fit the weights by which a claim of a draft counts as unsupported (FC601), on labelled data.

usage: python benchmarks/fit_support.py [--write] [--limit N] SET.jsonl ...

Each SET.jsonl is of the form described in ../shared/bench/README.md, with changed places labelled.
For each claim of a draft the features are the levels of `factcheck.match.support_levels`; the label
is whether people marked a place in it as wrong. Regularised logistic regression (scikit-learn),
cross-validated by source article. Every set counts alike, and so do its right and its wrong claims,
and the articles of each: the probability is that of a draft of which as many claims are wrong as
right. The articles that accuracy.py keeps aside are kept out of the fit. Prints AUC, balanced
accuracy by draft for both parts and a reliability table; with --write stores the weights in
factcheck/match/support_weights.json.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from fit import documents_of, jobs_of
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold
from slips import article_of, held_out

from factcheck import pipeline
from factcheck.annotate import resolve_model
from factcheck.annotate.shadow import shadow_of
from factcheck.config import Settings
from factcheck.match.evidence import evidence_of
from factcheck.match.support_levels import align, levels_of, untold
from factcheck.match.wording import wording_of
from factcheck.model import Claim, Document

WEIGHTS = Path(__file__).parents[1] / "factcheck" / "match" / "support_weights.json"
ABOUT = (
    "Weights in bits (log2 odds) of the levels of factcheck/match/support_levels.py and, under "
    "`word`, of a missing word that tells all it can; summed with the prior they give the "
    "probability that a claim of a draft is unsupported, where as many claims are wrong as right. "
    "Fitted by benchmarks/fit_support.py on {sets}."
)
# Levels at which a claim lacks nothing. They weigh nothing, so that a rare level, which the fit
# draws towards nothing, is drawn towards them.
SUPPORTED = frozenset(("none", "stands", "by arithmetic"))
FOLDS = 8


UNTOLD = "untold"

Job = tuple[str, dict[str, Any], bool]
"""A data set, a record of it, and whether its article is kept aside."""


@dataclass(frozen=True, slots=True)
class Row:
    """One claim of one draft: its levels, how much its missing words tell, its label, the record
    and article it comes from, and whether that is kept aside."""

    dataset: str
    record: str
    article: str
    aside: bool
    wrong: bool
    levels: dict[str, str]
    untold: float
    label: int


def rows_of_claims(job: Job, documents: Sequence[Document], claims: Sequence[Claim]) -> list[Row]:
    """The rows of one record whose claims have been read."""
    dataset, record, aside = job
    draft = documents[-1]
    evidence = evidence_of(documents, (one for one in claims if one.document != draft.name))
    spans = [span for span in record["spans"] if span["doc"] == len(documents) - 1]
    shadow = shadow_of(draft.text)
    rows = []
    for claim in claims:
        wording = wording_of(claim, shadow) if claim.document == draft.name else None
        if wording is None:
            continue
        marked = not spans or any(
            claim.span.start <= span["end"] and span["start"] <= claim.span.end for span in spans
        )
        aligned = align(wording, evidence)
        rows.append(
            Row(
                dataset=dataset,
                record=record["id"],
                article=article_of(record),
                aside=aside,
                wrong=record["label"] == 1,
                levels=levels_of(aligned),
                untold=untold(aligned),
                label=int(record["label"] == 1 and marked),
            )
        )
    return rows


def rows_of(job: Job) -> list[Row]:
    """The rows of one record."""
    documents = documents_of(job[1])
    claims = pipeline.read_claims(documents, model=resolve_model("auto"), settings=Settings())
    return rows_of_claims(job, documents, claims)


def jobs_with_part(paths: list[Path], limit: int | None) -> Iterator[Job]:
    """Labelled records of all sets, with whether their article is kept aside."""
    for path in paths:
        records = [record for _, record in jobs_of([path], limit)]
        aside = held_out(records)
        for record in records:
            yield path.stem, record, record["id"] in aside


def features(row: Row) -> dict[str, Any]:
    """What the model sees of a claim."""
    levels = {name: level for name, level in row.levels.items() if level not in SUPPORTED}
    return {**levels, UNTOLD: row.untold}


def balance(rows: Sequence[Row]) -> np.ndarray:
    """Sample weights by which each set, each label in it and each article with it counts alike."""
    of_article = Counter((row.dataset, row.label, row.article) for row in rows)
    articles = Counter((dataset, label) for dataset, label, _ in of_article)
    return np.array(
        [
            1000.0
            / articles[row.dataset, row.label]
            / of_article[row.dataset, row.label, row.article]
            for row in rows
        ]
    )


def fitted(matrix: Any, labels: np.ndarray, weights: np.ndarray) -> LogisticRegression:
    """The regularised model."""
    return LogisticRegression(C=0.3, max_iter=3000).fit(matrix, labels, sample_weight=weights)


def cross_validated(rows: Sequence[Row]) -> np.ndarray:
    """Out-of-fold probabilities; an article is never in both parts."""
    matrix = DictVectorizer().fit_transform([features(row) for row in rows])
    labels = np.array([row.label for row in rows])
    weights = balance(rows)
    found = np.zeros(len(rows))
    groups = [row.article for row in rows]
    for train, test in GroupKFold(FOLDS).split(matrix, labels, groups):
        model = fitted(matrix[train], labels[train], weights[train])
        found[test] = model.predict_proba(matrix[test])[:, 1]
    return found


def by_draft(rows: Sequence[Row], found: np.ndarray, floor: float) -> tuple[float, float, float]:
    """Balanced accuracy, recall and false positive rate in percent, with a draft flagged where a
    claim of it reaches `floor`."""
    flagged: dict[str, bool] = {}
    wrong: dict[str, bool] = {}
    for row, probability in zip(rows, found, strict=True):
        flagged[row.record] = flagged.get(row.record, False) or bool(probability >= floor)
        wrong[row.record] = row.wrong
    hit = [flagged[name] for name in flagged if wrong[name]]
    alarm = [flagged[name] for name in flagged if not wrong[name]]
    recall, rate = (100.0 * sum(some) / max(len(some), 1) for some in (hit, alarm))
    return (recall + 100.0 - rate) / 2, recall, rate


def print_quality(title: str, rows: Sequence[Row], found: np.ndarray) -> None:
    """AUC by claim, and by draft the figures at several floors; then the reliability table."""
    labels = np.array([row.label for row in rows])
    print(f"\n{title}: BA/recall/FPR of drafts with a claim of 0.5, 0.6, 0.7, 0.8 and more")
    print(f"{'set':18} {'claims':>6} {'AUC':>6}")
    for name in sorted({row.dataset for row in rows}):
        chosen = [number for number, row in enumerate(rows) if row.dataset == name]
        some, part = [rows[number] for number in chosen], found[chosen]
        auc = roc_auc_score(labels[chosen], part)
        cells = "  ".join(
            "/".join(f"{cell:.1f}" for cell in by_draft(some, part, floor))
            for floor in (0.5, 0.6, 0.7, 0.8)
        )
        print(f"{name:18} {len(some):6} {auc:6.3f}   {cells}")
    weights = balance(rows)
    print("confidence   claims   right (balanced)")
    for low in (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9):
        high = {0.0: 0.3, 0.3: 0.5}.get(low, low + 0.1)
        inside = (found >= low) & (found < high + (high >= 1.0))
        if inside.any():
            right = np.average(labels[inside], weights=weights[inside])
            print(f"{low:.1f} to {high:.1f} {inside.sum():9} {right:7.2f}")


def table_of(rows: Sequence[Row]) -> tuple[dict[str, Any], Any, LogisticRegression]:
    """The fitted weights in bits, with the vectoriser and the model they come from."""
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([features(row) for row in rows])
    model = fitted(matrix, np.array([row.label for row in rows]), balance(rows))
    levels: dict[str, dict[str, float]] = {}
    for row in rows:
        for dimension, level in row.levels.items():
            levels.setdefault(dimension, {})[level] = 0.0
    word = 0.0
    for name, weight in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True):
        bits = round(float(weight) / math.log(2), 2)
        if name == UNTOLD:
            word = bits
        else:
            dimension, level = name.split("=", 1)
            levels[dimension][level] = bits
    sets = ", ".join(sorted({row.dataset for row in rows}))
    prior = round(float(model.intercept_[0]) / math.log(2), 2)
    levels = {dimension: dict(sorted(some.items())) for dimension, some in sorted(levels.items())}
    table = {"about": ABOUT.format(sets=sets), "prior": prior, "word": word, "levels": levels}
    return table, vectorizer, model


def report(rows: Sequence[Row]) -> dict[str, Any]:
    """Print the quality on both parts; returns the table of weights."""
    seen = [row for row in rows if not row.aside]
    unseen = [row for row in rows if row.aside]
    print_quality("cross-validated", seen, cross_validated(seen))
    table, vectorizer, model = table_of(seen)
    found = model.predict_proba(vectorizer.transform([features(row) for row in unseen]))[:, 1]
    print_quality("held back", unseen, found)
    return table


def main() -> None:
    """Fit, print, and with --write store."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    with ProcessPoolExecutor(2) as pool:
        found = pool.map(rows_of, jobs_with_part(arguments.sets, arguments.limit), chunksize=16)
        rows = [row for some in found for row in some]
    table = report(rows)
    print(json.dumps(table, indent=1))
    if arguments.write:
        WEIGHTS.write_text(json.dumps(table, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
