"""Values in words: each kind shows its own."""

from __future__ import annotations

from factcheck.facts import KINDS
from factcheck.model import Fact

_SHOW = {kind.kind: kind.show for kind in KINDS}


def show_value(fact: Fact) -> str:
    """The value of `fact` as people write it; its surface where no kind knows how to show it."""
    show = _SHOW.get(fact.kind)
    return fact.surface if show is None else show(fact)
