"""FC101: which differing figures are flagged, and which are left alone.

The cases stand in `cases/quantity-mismatch.txt`; `conftest.py` reads them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.config import Settings
from factcheck.model import Document, DocumentRole, Finding, Scope, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text

RULE_NAME = "quantity-mismatch"


def findings(documents: Sequence[Document]) -> tuple[Finding, ...]:
    """What FC101 reports by default (confidence 0.6 and above)."""
    return run(documents, settings=Settings(select=("FC101",))).findings


def texts(*bodies: str, roles: Sequence[str] = ()) -> list[Document]:
    """Documents a.txt, b.txt, ... of the given texts and roles."""
    return [
        document_from_text(body + "\n", name=f"{name}.txt", role=DocumentRole(role))
        for body, name, role in zip(bodies, "abc", [*roles, *["article"] * 3], strict=False)
    ]


def test_flags(flagged: tuple[Document, ...]) -> None:
    found = findings(flagged)
    assert found
    assert all(finding.code == "FC101" for finding in found)


def test_leaves_alone(left_alone: tuple[Document, ...]) -> None:
    assert [finding.message for finding in findings(left_alone)] == []


def test_the_names_of_the_articles_do_not_change_what_is_found(
    settled: tuple[Document, ...],
) -> None:
    names = [document.name for document in settled]
    turned = [replace(one, name=name) for one, name in zip(settled, reversed(names), strict=True)]
    before = {finding.fingerprint for finding in findings(settled)}
    assert before == {finding.fingerprint for finding in findings(turned)}


FERRY = (
    "A ferry capsized off the port of Karenda, killing 17 passengers, the coastguard said.",
    "The coastguard said 23 passengers died when a ferry capsized off Karenda.",
)


def test_a_finding_shows_both_values_and_why_they_were_paired() -> None:
    (finding,) = findings(texts(*FERRY))
    assert finding.severity is Severity.ERROR
    assert finding.scope is Scope.ACROSS
    assert finding.values == ("17 passengers", "23 passengers")
    assert [finding.primary.document, finding.related[0].document] == ["a.txt", "b.txt"]
    assert FERRY[0][finding.primary.span.start : finding.primary.span.end] == "17 passengers"
    assert {"unit", "event", "words"} <= {part.dimension for part in finding.why}


def test_severity_follows_confidence(settled: tuple[Document, ...]) -> None:
    for finding in findings(settled):
        if finding.confidence > 0.9:
            assert finding.severity is Severity.ERROR
        if finding.confidence < 0.9:
            assert finding.severity is Severity.WARNING


def test_the_drafts_side_comes_first() -> None:
    source = "Bexley Foods said that it sold 1,240 tonnes of cheese in April."
    draft = "Bexley Foods sold 1,420 tonnes of cheese in April."
    for documents in (
        texts(source, draft, roles=("source", "draft")),
        texts(draft, source, roles=("draft", "source")),
    ):
        (finding,) = findings(documents)
        assert finding.values[0].startswith("1,420")


def test_sources_are_not_held_against_each_other() -> None:
    draft = "The coastguard of Karenda is looking for a new boat."
    assert findings(texts(*FERRY, draft, roles=("source", "source", "draft"))) == ()


def test_a_discrepancy_inside_one_article_is_within() -> None:
    (finding,) = findings(
        texts(
            "The Corvid server accepts up to 250 connections by default. It writes a log file.\n\n"
            "By default, the Corvid server accepts 500 connections."
        )
    )
    assert finding.scope is Scope.WITHIN


def test_a_run_without_a_language_model_ends_well() -> None:
    run(texts(*FERRY), settings=Settings(select=("FC101",), model="none"))
