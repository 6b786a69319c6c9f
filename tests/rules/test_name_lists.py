"""FC501: lists of names that two texts give alike but for one name."""

from __future__ import annotations

import pytest

from factcheck.config import Settings
from factcheck.model import Finding
from factcheck.pipeline import run
from factcheck.read import document_from_text

DEPOTS = "Staff at the Lowgate, Holt Street and Quarryside depots will walk out."
TOWNS = "The water rose in Holt, Ask, Orm and Lindal."


def findings(one: str, two: str) -> tuple[Finding, ...]:
    documents = [
        document_from_text(f"Bus strike\n\n{text}\n", name=name)
        for text, name in ((one, "a.txt"), (two, "b.txt"))
    ]
    return run(documents, settings=Settings(select=("FC501",))).findings


@pytest.mark.parametrize(
    ("one", "two", "confidence"),
    [
        (DEPOTS, "The strike hits three garages: Lowgate, Holt Street and Quarrybank.", 0.78),
        ("He farmed at Ask, Orm and Marsh End.", "In Orm, Ask and Marsh Lane he had land.", 0.78),
        # Names that have nothing in common need a longer list.
        (TOWNS, "Floods hit the towns of Holt, Ask, Orm and Corve.", 0.65),
    ],
)
def test_flagged(one: str, two: str, confidence: float) -> None:
    (finding,) = findings(one, two)
    assert finding.confidence == confidence
    assert "in a list that is else the same" in finding.message
    assert {finding.primary.document, finding.related[0].document} == {"a.txt", "b.txt"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (DEPOTS, "The strike hits three garages: Lowgate, Holt Street and Quarryside."),
        ("The water rose in Holt, Ask and Lindal.", "Floods hit Holt, Ask and Corve."),
        (TOWNS, "Floods hit many towns, among them Holt, Ask, Orm and Corve."),
        (TOWNS, "Floods hit Holt, Ask, Orm, Corve and Lindal."),
        # Each text has both.
        (TOWNS, "Floods hit Holt, Ask, Orm and Corve. In Lindal the water came later."),
        (DEPOTS, "The strike hits Lowgate, Holt Street and Quarrybank, not Quarryside."),
    ],
)
def test_left_alone(one: str, two: str) -> None:
    assert [finding.message for finding in findings(one, two)] == []
