"""FC501: which opposed statements are flagged, and which are left alone.

The cases stand in `cases/opposite-statement.txt`; `conftest.py` reads them.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.config import Settings
from factcheck.model import Document, Finding, Scope, Severity
from factcheck.pipeline import run

RULE = "FC501"
Check = Callable[..., tuple[Finding, ...]]
Make = Callable[..., list[Document]]


TREATY = (
    "The minister signed the treaty with Lesna on Monday.",
    "The minister did not sign the treaty with Lesna on Monday.",
)


def test_a_finding_says_how_the_statements_are_opposed(findings: Check, texts: Make) -> None:
    (finding,) = findings(texts(*TREATY))
    assert finding.severity is Severity.ERROR
    assert finding.scope is Scope.ACROSS
    assert finding.message.startswith("affirmed here, denied there")


def test_another_name_is_a_conflict_in_a_draft_and_not_between_articles(
    findings: Check, texts: Make
) -> None:
    bodies = (
        "Ann Holt thanked the crew of the Lindal Queen for their courage.",
        "Clara Munk thanked the crew of the Lindal Queen for their courage.",
    )
    assert findings(texts(*bodies)) == ()
    (finding,) = findings(texts(*bodies, roles=("source", "draft")))
    assert finding.primary.document == "b.txt"
    assert finding.message.startswith("another actor")


def test_without_a_language_model_there_are_no_statements(texts: Make) -> None:
    settings = Settings(select=("FC501",), model="none")
    assert run(texts(*TREATY), settings=settings).findings == ()
