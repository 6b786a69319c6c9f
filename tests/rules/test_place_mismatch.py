"""FC303: which differing places are flagged, and which are left alone.

The cases stand in `cases/place-mismatch.txt`; `conftest.py` reads them.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.config import Settings
from factcheck.model import Document, Finding, Scope, Severity
from factcheck.pipeline import run

RULE = "FC303"
Check = Callable[..., tuple[Finding, ...]]
Make = Callable[..., list[Document]]


BURIED = (
    "The composer Arno Vell was buried in Leipzig, Germany, in 1911.",
    "The composer Arno Vell was buried in Vienna, Austria, in 1911.",
)


def test_a_finding_shows_both_statements(findings: Check, texts: Make) -> None:
    (finding,) = findings(texts(*BURIED))
    assert finding.scope is Scope.ACROSS
    assert finding.severity in (Severity.ERROR, Severity.WARNING)
    assert "Leipzig" in finding.values[0]
    assert "Vienna" in finding.values[1]


def test_another_place_is_no_opposite_statement_as_well(texts: Make) -> None:
    assert run(texts(*BURIED), settings=Settings(select=("FC501",))).findings == ()
