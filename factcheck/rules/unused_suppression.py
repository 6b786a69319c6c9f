"""FC001 unused-suppression: a comment that silences nothing.

It is found by `factcheck.filters.suppression`, once the other rules have run.
"""

from __future__ import annotations

from factcheck.model import Severity
from factcheck.rules.rule import Rule

RULE = Rule(
    code="FC001",
    name="unused-suppression",
    summary="A comment that silences a rule where it finds nothing.",
    severity=Severity.WARNING,
    check=lambda _corpus: (),
)
