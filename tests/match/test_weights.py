"""The file of weights: sound, complete, and in the order that the levels have."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest

from factcheck.match.agreement import LEVELS, NEARLY, SAME
from factcheck.match.dimensions import DIMENSIONS
from factcheck.match.drafts import NO_PARTNER, SLOT
from factcheck.match.support import DERIVED, ELSEWHERE, NOWHERE, OTHERWISE
from factcheck.match.weights import load_draft_weights, weights_for
from factcheck.model import FactKind

# From what speaks most for one slot to what speaks most against it.
ORDERS = [
    ("unit", "same", "synonym", "unknown", "other"),
    ("measure", "same", "synonym", "unknown", "other"),
    ("measure", "same", "overlap", "unknown", "other"),
    ("subject", "same", "overlap", "unknown", "other"),
    ("subject", "same", "synonym", "unknown", "other"),
    ("subject", "same", "unknown", "other"),
    ("event", "same", "synonym", "unknown", "other"),
    ("modifiers", "same", "overlap", "unknown", "other"),
    ("time", "same", "unknown", "other"),
    ("place", "same", "unknown", "other"),
    ("names", "several", "one", "unknown", "other"),
    ("words", "most", "half", "some", "few", "none"),
    ("attribution", "same", "unknown", "other"),
    ("modality", "same", "plan and fact"),
    ("size", "near", "apart", "far"),
    ("value", "equal", "compatible"),
    ("published", "same day", "days apart", "months apart"),
    ("rivals", "only one each", "few", "many"),
]


def numbers_in(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from numbers_in(inner)
    elif isinstance(value, int | float):
        yield float(value)


@pytest.mark.parametrize("kind", list(FactKind))
def test_a_better_level_never_weighs_less(kind: FactKind) -> None:
    weights = weights_for(kind)
    for dimension, *levels in ORDERS:
        found = [weights.part(dimension, level).weight for level in levels]
        assert found == sorted(found, reverse=True), (dimension, levels, found)


@pytest.mark.parametrize("kind", list(FactKind))
def test_what_is_unknown_weighs_nothing(kind: FactKind) -> None:
    for dimension in DIMENSIONS:
        assert weights_for(kind).part(dimension.name, "unknown").weight == 0.0


def test_the_prior_falls_with_the_likeness_of_the_texts() -> None:
    prior = weights_for(FactKind.QUANTITY).prior
    assert prior["same story"] >= prior["related"] >= prior["unrelated"]
    assert all(weight < 0 for weight in prior.values())


def test_an_unlisted_level_weighs_nothing() -> None:
    part = weights_for(FactKind.QUANTITY).part("subject", "no such level")
    assert (part.dimension, part.level, part.weight) == ("subject", "no such level", 0.0)


def test_every_dimension_in_the_file_is_one_that_is_compared() -> None:
    text = resources.files("factcheck.match").joinpath("weights.json").read_text("utf-8")
    table = json.loads(text)
    known = {dimension.name for dimension in DIMENSIONS} | {"value"}
    for kind in table["kinds"].values():
        assert set(kind.get("levels", {})) <= known
    assert set(table["kinds"]) - {"default"} <= {kind.value for kind in FactKind}
    assert all(math.isfinite(number) for number in numbers_in(table))
    assert table["about"]


def test_a_figure_of_a_draft_is_the_likelier_wrong_the_less_supports_it() -> None:
    support = load_draft_weights().levels["support"]
    assert set(support) <= {*LEVELS, ELSEWHERE, OTHERWISE, DERIVED, NOWHERE, NO_PARTNER}
    likely, poor = f"{SAME} in a likelier slot", f"{SAME} in a poorer slot"
    assert support[likely] < support[poor] < support[ELSEWHERE] < support[NOWHERE]
    assert support[likely] < support[NEARLY]
    assert support[DERIVED] < support[NOWHERE]
    assert support[NO_PARTNER] < support[NOWHERE]


def test_a_slot_worded_alike_is_the_likelier_one() -> None:
    slots = load_draft_weights().slots
    assert set(slots) <= set(SLOT)
    around = [slots["around"][level] for level in ("none", "hardly any", "few", "half", "all")]
    assert around == sorted(around)
    assert slots["measure"]["same"] > 0.0 > slots["measure"]["other"]


def test_a_figure_that_follows_by_arithmetic_is_no_sign_of_an_error() -> None:
    assert load_draft_weights().levels["support"][DERIVED] <= 0.0
