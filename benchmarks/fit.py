"""Fit the weights of a draft's figures against its sources on labelled data.

usage: python benchmarks/fit.py [--write] [--limit N] SET.jsonl ...

Each SET.jsonl is of the form described in ../shared/bench/README.md, with changed places labelled.
Two models, both regularised logistic regression (scikit-learn), cross-validated by article:

1. The slot: which of the sources' figures a draft's figure was taken from. Learned from figures
   that nobody marked as wrong and that some source has: the agreeing counterpart against the
   differing ones, none of the features knowing the value.
2. The figure: whether people marked it as wrong, from its support, its sort, its size against the
   counterpart, and the bits of the slot.

A set counts by the root of its number of figures, so that the largest does not decide alone. Prints
AUC, log loss and a reliability table; with --write stores the weights in
factcheck/match/weights.json.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, roc_auc_score

from factcheck import pipeline
from factcheck.annotate import resolve_model
from factcheck.config import Settings
from factcheck.match import scored_pairs
from factcheck.match.context import context_of
from factcheck.match.drafts import (
    OWN,
    SLOT,
    Candidate,
    all_candidates,
    best_differing,
    source_figures,
    support_level,
)
from factcheck.match.levels import UNKNOWN
from factcheck.match.support import DERIVED, Figures
from factcheck.match.weights import DraftWeights
from factcheck.model import Claim, Document, DocumentRole, Fact
from factcheck.read import document_from_text

WEIGHTS = Path(__file__).parents[1] / "factcheck" / "match" / "weights.json"
FOLDS = 5
# The regularisation of both models (scikit-learn's C).
STRENGTH = 0.5


@dataclass(slots=True)
class Row:
    """One figure of one draft: what it may have been taken from, its label and its article."""

    dataset: str
    record: str
    article: str
    wrong: bool
    record_wrong: bool
    fact: Fact
    candidates: list[Candidate]
    figures: Figures


def documents_of(record: dict[str, Any]) -> list[Document]:
    """Sources first, the draft last, as in the data."""
    last = len(record["documents"]) - 1
    return [
        document_from_text(
            document["text"],
            name=f"{number}-{document['name']}",
            role=DocumentRole.DRAFT if number == last else DocumentRole.SOURCE,
        )
        for number, document in enumerate(record["documents"])
    ]


def rows_of(job: tuple[str, dict[str, Any]]) -> list[Row]:
    """The rows of one record."""
    dataset, record = job
    documents = documents_of(record)
    claims = pipeline.read_claims(documents, model=resolve_model("auto"), settings=Settings())
    return rows_from(dataset, record, documents, claims)


def rows_from(
    dataset: str, record: dict[str, Any], documents: Sequence[Document], claims: Sequence[Claim]
) -> list[Row]:
    """The rows of one record whose claims have been read."""
    context = context_of(documents, claims)
    figures = source_figures(context)
    none = DraftWeights(0.0, 0.0, {}, {})
    rows = []
    for fact, candidates in all_candidates(scored_pairs(claims, context), context, none):
        marked = record["label"] == 1 and any(
            span["doc"] == len(documents) - 1
            and fact.span.start < span["end"]
            and span["start"] < fact.span.end
            for span in record["spans"]
        )
        rows.append(
            Row(
                dataset,
                record["id"],
                hash_of(record["documents"][0]["text"]),
                marked,
                record["label"] == 1,
                fact,
                candidates,
                figures,
            )
        )
    return rows


def hash_of(text: str) -> str:
    """A short name of an article that does not depend on the process."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def jobs_of(paths: list[Path], limit: int | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """Labelled records of all sets."""
    for path in paths:
        lines = path.read_text("utf-8").splitlines()
        for line in lines[:limit]:
            record = json.loads(line)
            if record["label"] is not None:
                yield path.stem, record


def slot_features(candidate: Candidate) -> dict[str, str]:
    """The levels of the slot; what is not known weighs nothing."""
    levels = candidate.levels
    return {name: levels[name] for name in SLOT if levels.get(name, UNKNOWN) != UNKNOWN}


def fit_slots(rows: Sequence[Row]) -> dict[str, dict[str, float]]:
    """Weights of the slot in bits, by dimension and level."""
    groups = []
    for row in rows:
        agreeing = [one for one in row.candidates if one.grade == "agrees"]
        differing = [one for one in row.candidates if not one.grade]
        if agreeing and differing and not row.wrong:
            groups.append((row.dataset, agreeing, differing))
    sizes = Counter(dataset for dataset, _, _ in groups)
    weights: dict[str, dict[str, float]] = {}
    # First all agreeing ones count alike, then the likeliest of them alone.
    for _ in range(2):
        features, labels, importance = [], [], []
        for dataset, agreeing, differing in groups:
            share = 1000.0 / sizes[dataset]
            if weights:
                agreeing = [max(agreeing, key=lambda one: bits_of(one, weights))]
            for some, label in ((agreeing, 1), (differing, 0)):
                features += [slot_features(one) for one in some]
                labels += [label] * len(some)
                importance += [share / len(some)] * len(some)
        vectorizer = DictVectorizer()
        matrix = vectorizer.fit_transform(features)
        model = LogisticRegression(C=STRENGTH, max_iter=3000)
        model.fit(matrix, labels, sample_weight=importance)
        weights = by_level(vectorizer, model)
    return weights


def by_level(vectorizer: DictVectorizer, model: LogisticRegression) -> dict[str, dict[str, float]]:
    """Coefficients in bits, by dimension and level."""
    table: dict[str, dict[str, float]] = {}
    for name, weight in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True):
        if "=" in name:
            dimension, level = name.split("=", 1)
            table.setdefault(dimension, {})[level] = round(float(weight) / math.log(2), 2)
    return table


def bits_of(candidate: Candidate, slots: Mapping[str, Mapping[str, float]]) -> float:
    """The bits of one candidate's slot."""
    return sum(
        slots.get(name, {}).get(candidate.levels[name], 0.0)
        for name in SLOT
        if name in candidate.levels
    )


def figure_features(row: Row, slots: Mapping[str, Mapping[str, float]]) -> dict[str, Any] | None:
    """The features of a figure as `drafts` has them; None for one without a counterpart."""
    candidates = [
        Candidate(one.match, one.levels, one.grade, bits_of(one, slots)) for one in row.candidates
    ]
    best = best_differing(row.fact, candidates)
    if best is None:
        return None
    levels = best.levels | {"support": support_level(row.fact, best, candidates, row.figures)}
    features: dict[str, Any] = {
        name: levels[name] for name in OWN if levels.get(name, UNKNOWN) != UNKNOWN
    }
    return features | {"slot": best.slot / 4.0}


def fit_figures(
    rows: Sequence[Row], features: Sequence[dict[str, Any]]
) -> tuple[DictVectorizer, LogisticRegression]:
    """The model of wrong figures."""
    sizes = Counter(row.dataset for row in rows)
    importance = [1.0 / math.sqrt(sizes[row.dataset]) for row in rows]
    scale = len(rows) / sum(importance)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(features)
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    model.fit(
        matrix, [int(row.wrong) for row in rows], sample_weight=[one * scale for one in importance]
    )
    return vectorizer, model


def with_features(
    rows: Sequence[Row], slots: Mapping[str, Mapping[str, float]]
) -> tuple[list[Row], list[dict[str, Any]]]:
    """The rows that have a counterpart, with their features."""
    found = [(row, figure_features(row, slots)) for row in rows]
    kept = [(row, features) for row, features in found if features is not None]
    return [row for row, _ in kept], [features for _, features in kept]


def cross_validated(rows: Sequence[Row]) -> tuple[list[Row], np.ndarray]:
    """Rows with a counterpart and their out-of-fold probabilities, an article in one fold."""
    kept: list[Row] = []
    found: list[float] = []
    for fold in range(FOLDS):
        train = [row for row in rows if int(row.article, 16) % FOLDS != fold]
        slots = fit_slots(train)
        vectorizer, model = fit_figures(*with_features(train, slots))
        held, features = with_features(
            [row for row in rows if int(row.article, 16) % FOLDS == fold], slots
        )
        kept += held
        found += list(model.predict_proba(vectorizer.transform(features))[:, 1])
    return kept, np.array(found)


def print_quality(rows: Sequence[Row], probabilities: np.ndarray, records: Sequence[Row]) -> None:
    """AUC and log loss by set, drafts flagged at 0.6, and how often each confidence is right."""
    labels = np.array([int(row.wrong) for row in rows])
    print(f"{'set':20} {'rows':>6} {'AUC':>6} {'log loss':>9}   drafts flagged: wrong, clean")
    for name in sorted({row.dataset for row in rows}):
        chosen = np.array([row.dataset == name for row in rows])
        auc = roc_auc_score(labels[chosen], probabilities[chosen])
        loss = log_loss(labels[chosen], probabilities[chosen])
        flagged = {
            row.record
            for row, probability in zip(rows, probabilities, strict=True)
            if row.dataset == name and probability >= 0.6
        }
        shares = []
        for wrong in (True, False):
            some = {r.record for r in records if r.dataset == name and r.record_wrong == wrong}
            shares.append(f"{100 * len(some & flagged) / max(1, len(some)):.1f}% of {len(some)}")
        print(f"{name:20} {chosen.sum():6} {auc:6.3f} {loss:9.3f}   {', '.join(shares)}")
    print("\nconfidence   figures   right")
    for low in (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9):
        high = {0.0: 0.2, 0.2: 0.4, 0.4: 0.6}.get(low, low + 0.1)
        chosen = (probabilities >= low) & (probabilities < high + (high >= 1.0))
        if chosen.any():
            print(f"{low:.1f} to {high:.1f} {chosen.sum():9} {labels[chosen].mean():7.2f}")


def weights_of(rows: Sequence[Row]) -> dict[str, Any]:
    """The fitted weights in bits."""
    slots = fit_slots(rows)
    vectorizer, model = fit_figures(*with_features(rows, slots))
    levels = by_level(vectorizer, model)
    # What follows from the sources' figures is no sign of an error, whatever chance agreements in
    # the data say.
    levels["support"][DERIVED] = min(levels["support"].get(DERIVED, 0.0), 0.0)
    names = list(vectorizer.get_feature_names_out())
    scale = float(model.coef_[0][names.index("slot")]) / math.log(2) / 4.0
    return {
        "prior": round(float(model.intercept_[0]) / math.log(2), 2),
        "scale": round(scale, 3),
        "levels": levels,
        "slots": slots,
    }


def main() -> None:
    """Fit, print, and with --write store."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    with ProcessPoolExecutor(2) as pool:
        found = pool.map(rows_of, jobs_of(arguments.sets, arguments.limit), chunksize=16)
        rows = [row for some in found for row in some]
    print_quality(*cross_validated(rows), rows)
    weights = weights_of(rows)
    print(json.dumps(weights, indent=1))
    if arguments.write:
        table = json.loads(WEIGHTS.read_text("utf-8"))
        table["draft"] = {"fitted_on": sorted({row.dataset for row in rows}), **weights}
        WEIGHTS.write_text(json.dumps(table, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
