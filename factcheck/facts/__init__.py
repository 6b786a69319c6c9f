"""The kinds of fact. A new kind is one file, one page, one test and one line here."""

from __future__ import annotations

from factcheck.facts.duration import KIND as DURATION
from factcheck.facts.kind import Kind
from factcheck.facts.moment import KIND as MOMENT
from factcheck.facts.person import KIND as PERSON
from factcheck.facts.quantity import KIND as QUANTITY
from factcheck.facts.quote import KIND as QUOTE
from factcheck.facts.role import KIND as ROLE
from factcheck.facts.statement import KIND as STATEMENT

KINDS: tuple[Kind, ...] = (QUANTITY, DURATION, MOMENT, PERSON, ROLE, QUOTE, STATEMENT)

__all__ = ["KINDS", "Kind"]
