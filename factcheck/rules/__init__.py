"""The rules, in code order. A new rule is one file, one page, one test and one line here."""

from __future__ import annotations

from factcheck.rules.rule import Corpus, Rule

RULES: tuple[Rule, ...] = ()

__all__ = ["RULES", "Corpus", "Rule"]
