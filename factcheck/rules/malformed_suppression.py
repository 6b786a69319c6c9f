"""FC002 malformed-suppression: a comment that can't be understood.

It is found by `factcheck.filters.suppression`, once the other rules have run.
"""

from __future__ import annotations

from factcheck.model import Severity
from factcheck.rules.rule import Rule

RULE = Rule(
    code="FC002",
    name="malformed-suppression",
    summary="A comment that names no rule, or can't be understood.",
    severity=Severity.WARNING,
    check=lambda _corpus: (),
)
