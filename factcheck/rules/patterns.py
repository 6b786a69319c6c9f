"""Expressions compiled when they are first needed: most runs start and end without them."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The expression that `pattern` is."""
    return re.compile(pattern)
