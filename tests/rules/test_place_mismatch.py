"""FC303: which differing places are flagged, and which are left alone.

The cases stand in `cases/place-mismatch.txt`; `conftest.py` reads them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.config import Settings
from factcheck.model import Document, DocumentRole, Finding, Scope, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text

RULE_NAME = "place-mismatch"


def findings(documents: Sequence[Document]) -> tuple[Finding, ...]:
    """What FC303 reports by default (confidence 0.6 and above)."""
    return run(documents, settings=Settings(select=("FC303",))).findings


def texts(*bodies: str, roles: Sequence[str] = ()) -> list[Document]:
    """Documents a.txt, b.txt, ... of the given texts and roles."""
    return [
        document_from_text(body + "\n", name=f"{name}.txt", role=DocumentRole(role))
        for body, name, role in zip(bodies, "abc", [*roles, *["article"] * 3], strict=False)
    ]


def test_flags(flagged: tuple[Document, ...]) -> None:
    found = findings(flagged)
    assert found
    assert all(finding.code == "FC303" for finding in found)


def test_leaves_alone(left_alone: tuple[Document, ...]) -> None:
    assert [finding.message for finding in findings(left_alone)] == []


def test_the_names_of_the_articles_do_not_change_what_is_found(
    settled: tuple[Document, ...],
) -> None:
    names = [document.name for document in settled]
    turned = [replace(one, name=name) for one, name in zip(settled, reversed(names), strict=True)]
    before = {finding.fingerprint for finding in findings(settled)}
    assert before == {finding.fingerprint for finding in findings(turned)}


BURIED = (
    "The composer Arno Vell was buried in Leipzig, Germany, in 1911.",
    "The composer Arno Vell was buried in Vienna, Austria, in 1911.",
)


def test_a_finding_shows_both_statements() -> None:
    (finding,) = findings(texts(*BURIED))
    assert finding.scope is Scope.ACROSS
    assert finding.severity in (Severity.ERROR, Severity.WARNING)
    assert "Leipzig" in finding.values[0]
    assert "Vienna" in finding.values[1]


def test_another_place_is_no_opposite_statement_as_well() -> None:
    assert run(texts(*BURIED), settings=Settings(select=("FC501",))).findings == ()
