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


def test_two_bounds_of_one_side_are_never_an_error(findings: Check, texts: Make) -> None:
    bounds = (
        "The video of the Karenda ferry has more than 940 million views, the firm said.",
        "The video of the Karenda ferry has more than 970 million views, the firm said.",
    )
    exact = tuple(text.replace("more than ", "") for text in bounds)
    (bounded,), (sure,) = findings(texts(*bounds)), findings(texts(*exact))
    assert (bounded.severity, sure.severity) == (Severity.WARNING, Severity.ERROR)


def test_a_draft_above_its_sources_bound_is_a_warning(findings: Check, texts: Make) -> None:
    source = "A landslide in Ormandia killed more than 250 people on Monday."
    draft = "A landslide in Ormandia killed 420 people on Monday."
    (finding,) = findings(texts(source, draft, roles=("source", "draft")))
    assert finding.severity is Severity.WARNING


def test_a_rank_needs_more_than_its_noun_for_an_error(findings: Check, texts: Make) -> None:
    source = "Mara Holt's 12th child is due in July, her sister told the paper."
    draft = "Now she even wants to try for a 13th child, and moves house."
    found = findings(texts(source, draft, roles=("source", "draft")))
    assert all(finding.severity is not Severity.ERROR for finding in found)
