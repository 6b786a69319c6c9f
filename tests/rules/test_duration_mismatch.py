"""FC102: which differing lengths of time are flagged, and which are left alone.

The cases stand in `cases/duration-mismatch.txt`; `conftest.py` reads them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.config import Settings
from factcheck.model import Document, DocumentRole, Finding, Scope, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text

RULE_NAME = "duration-mismatch"


def findings(documents: Sequence[Document]) -> tuple[Finding, ...]:
    """What FC102 reports by default (confidence 0.6 and above)."""
    return run(documents, settings=Settings(select=("FC102",))).findings


def texts(*bodies: str, roles: Sequence[str] = ()) -> list[Document]:
    """Documents a.txt, b.txt, ... of the given texts and roles."""
    return [
        document_from_text(body + "\n", name=f"{name}.txt", role=DocumentRole(role))
        for body, name, role in zip(bodies, "abc", [*roles, *["article"] * 3], strict=False)
    ]


def test_flags(flagged: tuple[Document, ...]) -> None:
    found = findings(flagged)
    assert found
    assert all(finding.code == "FC102" for finding in found)


def test_leaves_alone(left_alone: tuple[Document, ...]) -> None:
    assert [finding.message for finding in findings(left_alone)] == []


def test_the_names_of_the_articles_do_not_change_what_is_found(
    settled: tuple[Document, ...],
) -> None:
    names = [document.name for document in settled]
    turned = [replace(one, name=name) for one, name in zip(settled, reversed(names), strict=True)]
    before = {finding.fingerprint for finding in findings(settled)}
    assert before == {finding.fingerprint for finding in findings(turned)}


def test_a_finding_shows_both_lengths() -> None:
    (finding,) = findings(
        texts(
            "The peace talks between Tarvia and Lesna in Geneva lasted three days.",
            "After five days of peace talks in Geneva, Tarvia and Lesna signed a truce.",
        )
    )
    assert finding.severity is Severity.ERROR
    assert finding.scope is Scope.ACROSS
    assert finding.values == ("3 days", "5 days")


def test_the_drafts_side_comes_first() -> None:
    (finding,) = findings(
        texts(
            "The Lindal Queen will be in dock for six weeks.",
            "The Lindal Queen will be in dock for nine weeks.",
            roles=("source", "draft"),
        )
    )
    assert finding.values == ("9 weeks", "6 weeks")
