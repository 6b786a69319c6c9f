"""The reasons in words."""

from __future__ import annotations

import json

import pytest

from factcheck.model import Part
from factcheck.report.why import phrase, why_paired


def test_weightiest_first_and_what_speaks_against_apart() -> None:
    parts = (
        Part("story", "same story", -4.0),
        Part("unit", "same", 1.5),
        Part("subject", "same", 2.0),
        Part("time", "other", -2.5),
        Part("place", "unknown", 0.0),
    )
    assert why_paired(parts) == ("same subject · same unit · same story", "times differ")


def test_reasons_without_weights_are_all_told() -> None:
    assert (
        why_paired((Part("likeness", "92% of the words", 0.0),))[0] == "likeness: 92% of the words"
    )


def test_nothing_to_say() -> None:
    assert why_paired(()) == ("", "")


def test_every_level_of_the_weights_has_words() -> None:
    weights = pytest.importorskip("factcheck.match.weights")
    from pathlib import Path

    table = json.loads(Path(weights.__file__).with_name("weights.json").read_text("utf-8"))
    for kind in table["kinds"].values():
        for dimension, levels in kind.get("levels", {}).items():
            for level in levels:
                assert phrase(Part(dimension, level, 1.0)).strip()
