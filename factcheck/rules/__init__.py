"""The rules, in code order. A new rule is one file, one page, one test and one line here."""

from __future__ import annotations

from factcheck.rules.duration_mismatch import RULE as DURATION_MISMATCH
from factcheck.rules.opposite_statement import RULE as OPPOSITE_STATEMENT
from factcheck.rules.quantity_mismatch import RULE as QUANTITY_MISMATCH
from factcheck.rules.rule import Corpus, Rule

RULES: tuple[Rule, ...] = (
    QUANTITY_MISMATCH,
    DURATION_MISMATCH,
    OPPOSITE_STATEMENT,
)

__all__ = ["RULES", "Corpus", "Rule"]
