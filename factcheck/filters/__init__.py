"""Filters: which rules run, and which of their findings are shown, in which order."""

from __future__ import annotations

from factcheck.filters.findings import keep, merge
from factcheck.filters.selection import select_rules

__all__ = ["keep", "merge", "select_rules"]
