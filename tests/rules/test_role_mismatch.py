"""FC302 role-mismatch."""

from __future__ import annotations

import pytest

from factcheck.config import Settings
from factcheck.model import Finding, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text


def findings(*texts: str) -> tuple[Finding, ...]:
    documents = [
        document_from_text(text, name=f"{number}.txt") for number, text in enumerate(texts)
    ]
    return run(documents, settings=Settings(model="none", select=("FC302",))).findings


@pytest.mark.parametrize(
    ("texts", "severity"),
    [
        (
            ["They met Czech President Jan Havran.", "Jan Havran, the Czech prime minister, sang."],
            Severity.ERROR,
        ),
        (
            ["They met Czech President Jan Havran. Jan Havran, prime minister of Czechia, ate."],
            Severity.ERROR,
        ),
        (
            [
                "They met Danish Prime Minister Kari Lund.",
                "They met Swedish Prime Minister Kari Lund.",
            ],
            Severity.ERROR,
        ),
        (
            ["They met U.S. President Alan Dorset.", "They met US Vice President Alan Dorset."],
            Severity.ERROR,
        ),
        (
            ["They met Kremlin spokesman Ivan Belov.", "They met Russian President Ivan Belov."],
            Severity.ERROR,
        ),
        (
            [
                "They met Nordwerk chief executive Mia Holt.",
                "Mia Holt, spokeswoman for Nordwerk, ate.",
            ],
            Severity.ERROR,
        ),
        (["They met Mayor Mia Holt.", "They met Deputy Mayor Mia Holt."], Severity.WARNING),
        (
            ["They met chief executive Mia Holt.", "They met Mia Holt, the finance director."],
            Severity.WARNING,
        ),
        (
            ["They met Czech President Jan Havran.", "They met Prime Minister Jan Havran."],
            Severity.WARNING,
        ),
    ],
)
def test_flags(texts: list[str], severity: Severity) -> None:
    (finding,) = findings(*texts)
    assert finding.severity is severity


@pytest.mark.parametrize(
    "texts",
    [
        ["They met UK Prime Minister Alan Dorset.", "British Premier Sir Alan Dorset sang."],
        ["They met Kremlin spokesman Ivan Belov.", "They met Kremlin Press Secretary Ivan Belov."],
        ["They met Czech President Jan Havran.", "They met former Czech premier Jan Havran."],
        ["They met Czech President Jan Havran.", "They met Czech leader Jan Havran."],
        ["They met Czech President Jan Havran.", "They met Czech Prime Minister Petr Havran."],
        ["They met Polish Prime Minister Donald Tusk.", "They met U.S. President Donald Trump."],
        ["They met Nordwerk chairman Mia Holt.", "They met Nordwerk chief executive Mia Holt."],
        ["They met Leeds mayor Mia Holt.", "They met Labour leader Mia Holt."],
        ["They met prosecutor Mia Holt.", "They met deputy prosecutor Mia Holt."],
        ["They met club president Mia Holt.", "They met spokeswoman Mia Holt."],
        ["They met Czech President Havran.", "They met Czech Prime Minister Havran."],
        [
            "07 December 2010\n\nThey met Czech President Jan Havran in the old town hall.",
            "07 December 2015\n\nThey met Czech Prime Minister Jan Havran in the old town hall.",
        ],
        [
            "Jan Havran, the Czech prime minister, took the oath. He is President Jan Havran now.",
            "They met Czech President Jan Havran.",
        ],
    ],
)
def test_keeps_silent(texts: list[str]) -> None:
    across = [finding for finding in findings(*texts) if finding.scope.value == "across"]
    assert across == []


def test_one_finding_for_many_articles() -> None:
    (finding,) = findings(
        "They met Czech President Jan Havran.",
        "They thanked Czech President Jan Havran.",
        "They asked Czech Prime Minister Jan Havran.",
    )
    assert len(finding.related) == 2
