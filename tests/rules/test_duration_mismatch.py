"""FC102: which differing lengths of time are flagged, and which are left alone.

The cases stand in `cases/duration-mismatch.txt`; `conftest.py` reads them.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.model import Document, Finding, Scope, Severity

RULE = "FC102"
Check = Callable[..., tuple[Finding, ...]]
Make = Callable[..., list[Document]]


def test_a_finding_shows_both_lengths(findings: Check, texts: Make) -> None:
    (finding,) = findings(
        texts(
            "The peace talks between Tarvia and Lesna in Geneva lasted three days.",
            "After five days of peace talks in Geneva, Tarvia and Lesna signed a truce.",
        )
    )
    assert finding.severity is Severity.ERROR
    assert finding.scope is Scope.ACROSS
    assert finding.values == ("3 days", "5 days")


def test_the_drafts_side_comes_first(findings: Check, texts: Make) -> None:
    (finding,) = findings(
        texts(
            "The Lindal Queen will be in dock for six weeks.",
            "The Lindal Queen will be in dock for nine weeks.",
            roles=("source", "draft"),
        )
    )
    assert finding.values == ("9 weeks", "6 weeks")
