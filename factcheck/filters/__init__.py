"""Filters: which rules run, and which of their findings are shown, in which order."""

from __future__ import annotations

from factcheck.filters.baseline import with_baseline
from factcheck.filters.findings import in_order, keep, merge, pointing_at, reported
from factcheck.filters.overrides import overridden
from factcheck.filters.selection import chosen_rules, select_rules

__all__ = [
    "chosen_rules",
    "in_order",
    "keep",
    "merge",
    "overridden",
    "pointing_at",
    "reported",
    "select_rules",
    "with_baseline",
]
