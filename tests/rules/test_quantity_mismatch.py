"""FC101: which differing figures are flagged, and which are left alone.

The cases stand in `cases/quantity-mismatch.txt`; `conftest.py` reads them.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.config import Settings
from factcheck.model import Document, Finding, Scope, Severity
from factcheck.pipeline import run

RULE = "FC101"
Check = Callable[..., tuple[Finding, ...]]
Make = Callable[..., list[Document]]


FERRY = (
    "A ferry capsized off the port of Karenda, killing 17 passengers, the coastguard said.",
    "The coastguard said 23 passengers died when a ferry capsized off Karenda.",
)


def test_a_finding_shows_both_values_and_why_they_were_paired(findings: Check, texts: Make) -> None:
    (finding,) = findings(texts(*FERRY))
    assert finding.severity is Severity.ERROR
    assert finding.scope is Scope.ACROSS
    assert finding.values == ("17 passengers", "23 passengers")
    assert [finding.primary.document, finding.related[0].document] == ["a.txt", "b.txt"]
    assert FERRY[0][finding.primary.span.start : finding.primary.span.end] == "17 passengers"
    assert {"unit", "event", "words"} <= {part.dimension for part in finding.why}


def test_the_drafts_side_comes_first(findings: Check, texts: Make) -> None:
    source = "Bexley Foods said that it sold 1,240 tonnes of cheese in April."
    draft = "Bexley Foods sold 1,420 tonnes of cheese in April."
    for documents in (
        texts(source, draft, roles=("source", "draft")),
        texts(draft, source, roles=("draft", "source")),
    ):
        (finding,) = findings(documents)
        assert finding.values[0].startswith("1,420")


def test_sources_are_not_held_against_each_other(findings: Check, texts: Make) -> None:
    draft = "The coastguard of Karenda is looking for a new boat."
    assert findings(texts(*FERRY, draft, roles=("source", "source", "draft"))) == ()


def test_a_discrepancy_inside_one_article_is_within(findings: Check, texts: Make) -> None:
    (finding,) = findings(
        texts(
            "The Corvid server accepts up to 250 connections by default. It writes a log file.\n\n"
            "By default, the Corvid server accepts 500 connections."
        )
    )
    assert finding.scope is Scope.WITHIN


def test_a_run_without_a_language_model_ends_well(texts: Make) -> None:
    run(texts(*FERRY), settings=Settings(select=("FC101",), model="none"))
