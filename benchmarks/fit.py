"""Fit the weights of a draft's figures against its sources on labelled data.

usage: python benchmarks/fit.py [--write] [--limit N] SET.jsonl ...

Each SET.jsonl is of the form described in ../shared/bench/README.md, with changed places labelled.
For each figure of a draft the features are those of `factcheck.match.drafts`; the label is whether
people marked the figure as wrong. Regularised logistic regression (scikit-learn), cross-validated
by source article, seeded; prints AUC, log loss and a reliability table, and with --write stores the
weights in factcheck/match/weights.json.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, roc_auc_score
from sklearn.model_selection import GroupKFold

from factcheck import pipeline
from factcheck.annotate import resolve_model
from factcheck.config import Settings
from factcheck.match import scored_pairs
from factcheck.match.context import context_of
from factcheck.match.drafts import OWN, draft_conflicts
from factcheck.match.levels import UNKNOWN
from factcheck.match.support import DERIVED
from factcheck.model import Document, DocumentRole, Part
from factcheck.read import document_from_text

WEIGHTS = Path(__file__).parents[1] / "factcheck" / "match" / "weights.json"
GROUPS = ("support", *OWN)


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of one draft: its features, its label and the article it comes from."""

    dataset: str
    article: str
    features: dict[str, Any]
    label: int


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
    draft = documents[-1].name
    claims = pipeline.read_claims(documents, model=resolve_model("auto"), settings=Settings())
    context = context_of(documents, claims)
    article = f"{dataset}-{hash_of(record['documents'][0]['text'])}"
    rows = []
    for match in draft_conflicts(scored_pairs(claims, context), context, unscaled=True):
        fact = match.left if match.left.document == draft else match.right
        marked = any(
            span["doc"] == len(documents) - 1
            and fact.span.start < span["end"]
            and span["start"] < fact.span.end
            for span in record["spans"]
        )
        features = features_of(match.parts)
        rows.append(Row(dataset, article, features, int(record["label"] == 1 and marked)))
    return rows


def features_of(parts: Iterable[Part]) -> dict[str, Any]:
    """Levels of the dimensions with weights of their own, and the summed weight of the others.

    What is not known weighs nothing: it is the level that the others are fitted against.
    """
    features: dict[str, Any] = {"slot": 0.0}
    for part in parts:
        if part.dimension not in (*GROUPS, "prior"):
            features["slot"] += part.weight
        elif part.dimension in GROUPS and part.level != UNKNOWN:
            features[part.dimension] = part.level
    return features


def hash_of(text: str) -> str:
    """A short name of an article that does not depend on the process."""
    import hashlib

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def jobs_of(paths: list[Path], limit: int | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """Labelled records of all sets."""
    for path in paths:
        lines = path.read_text("utf-8").splitlines()
        for line in lines[:limit]:
            record = json.loads(line)
            if record["label"] is not None:
                yield path.stem, record


def cross_validated(rows: list[Row], folds: int = 5) -> np.ndarray:
    """Out-of-fold probabilities; an article is never in both parts."""
    matrix, labels = matrix_of(rows)
    groups = [row.article for row in rows]
    found = np.zeros(len(rows))
    for train, test in GroupKFold(folds).split(matrix, labels, groups):
        model = fitted(matrix[train], labels[train])
        found[test] = model.predict_proba(matrix[test])[:, 1]
    return found


def matrix_of(rows: list[Row]) -> tuple[Any, np.ndarray]:
    """One-hot features and labels."""
    vectors = DictVectorizer().fit_transform([row.features for row in rows])
    return vectors, np.array([row.label for row in rows])


def fitted(matrix: Any, labels: np.ndarray) -> LogisticRegression:
    """The regularised model."""
    return LogisticRegression(C=0.5, max_iter=3000).fit(matrix, labels)


def print_quality(rows: list[Row], probabilities: np.ndarray) -> None:
    """AUC and log loss by set, and how often findings of each confidence are right."""
    labels = np.array([row.label for row in rows])
    print(f"{'set':20} {'rows':>6} {'AUC':>6} {'log loss':>9}")
    for name in ["all", *sorted({row.dataset for row in rows})]:
        chosen = np.array([name in ("all", row.dataset) for row in rows])
        if len(set(labels[chosen])) == 2:
            auc = roc_auc_score(labels[chosen], probabilities[chosen])
            loss = log_loss(labels[chosen], probabilities[chosen])
            print(f"{name:20} {chosen.sum():6} {auc:6.3f} {loss:9.3f}")
    print("\nconfidence   figures   right")
    for low in (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9):
        high = {0.0: 0.2, 0.2: 0.4, 0.4: 0.6}.get(low, low + 0.1)
        chosen = (probabilities >= low) & (probabilities < high + (high >= 1.0))
        if chosen.any():
            print(f"{low:.1f} to {high:.1f} {chosen.sum():9} {labels[chosen].mean():7.2f}")


def weights_of(rows: list[Row]) -> dict[str, Any]:
    """The fitted weights in bits, by group and level."""
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([row.features for row in rows])
    model = fitted(matrix, np.array([row.label for row in rows]))
    table: dict[str, Any] = {"prior": round(float(model.intercept_[0]) / math.log(2), 2)}
    levels: dict[str, dict[str, float]] = {group: {} for group in GROUPS}
    for name, weight in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True):
        bits = round(float(weight) / math.log(2), 2)
        if name == "slot":
            table["slot"] = bits
            continue
        group, level = name.split("=", 1)
        if level == DERIVED:
            # What follows from the sources' figures is no sign of an error, whatever chance
            # agreements in the data say.
            bits = min(bits, 0.0)
        levels[group][level] = bits
    table["levels"] = levels
    return table


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
    print_quality(rows, cross_validated(rows))
    weights = weights_of(rows)
    print(json.dumps(weights, indent=1))
    if arguments.write:
        table = json.loads(WEIGHTS.read_text("utf-8"))
        table["draft"] = weights
        WEIGHTS.write_text(json.dumps(table, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
