"""FC501: which opposed statements are flagged, and which are left alone.

The cases stand in `cases/opposite-statement.txt`; `conftest.py` reads them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.config import Settings
from factcheck.model import Document, DocumentRole, Finding, Scope, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text

RULE_NAME = "opposite-statement"


def findings(documents: Sequence[Document]) -> tuple[Finding, ...]:
    """What FC501 reports by default (confidence 0.6 and above)."""
    return run(documents, settings=Settings(select=("FC501",))).findings


def texts(*bodies: str, roles: Sequence[str] = ()) -> list[Document]:
    """Documents a.txt, b.txt, ... of the given texts and roles."""
    return [
        document_from_text(body + "\n", name=f"{name}.txt", role=DocumentRole(role))
        for body, name, role in zip(bodies, "abc", [*roles, *["article"] * 3], strict=False)
    ]


def test_flags(flagged: tuple[Document, ...]) -> None:
    found = findings(flagged)
    assert found
    assert all(finding.code == "FC501" for finding in found)


def test_leaves_alone(left_alone: tuple[Document, ...]) -> None:
    assert [finding.message for finding in findings(left_alone)] == []


def test_the_names_of_the_articles_do_not_change_what_is_found(
    settled: tuple[Document, ...],
) -> None:
    names = [document.name for document in settled]
    turned = [replace(one, name=name) for one, name in zip(settled, reversed(names), strict=True)]
    before = {finding.fingerprint for finding in findings(settled)}
    assert before == {finding.fingerprint for finding in findings(turned)}


TREATY = (
    "The minister signed the treaty with Lesna on Monday.",
    "The minister did not sign the treaty with Lesna on Monday.",
)


def test_a_finding_says_how_the_statements_are_opposed() -> None:
    (finding,) = findings(texts(*TREATY))
    assert finding.severity is Severity.ERROR
    assert finding.scope is Scope.ACROSS
    assert finding.message.startswith("affirmed here, denied there")


def test_another_name_is_a_conflict_in_a_draft_and_not_between_articles() -> None:
    bodies = (
        "Ann Holt thanked the crew of the Lindal Queen for their courage.",
        "Clara Munk thanked the crew of the Lindal Queen for their courage.",
    )
    assert findings(texts(*bodies)) == ()
    (finding,) = findings(texts(*bodies, roles=("source", "draft")))
    assert finding.primary.document == "b.txt"
    assert finding.message.startswith("another actor")


def test_without_a_language_model_there_are_no_statements() -> None:
    settings = Settings(select=("FC501",), model="none")
    assert run(texts(*TREATY), settings=settings).findings == ()
