"""The kinds of fact. A new kind is one file, one page, one test and one line here."""

from __future__ import annotations

from factcheck.facts.kind import Kind
from factcheck.facts.quote import KIND as QUOTE

KINDS: tuple[Kind, ...] = (QUOTE,)

__all__ = ["KINDS", "Kind"]
