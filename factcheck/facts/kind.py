"""What a kind of fact is: it extracts, gives blocking keys and compares its own values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from factcheck.annotate.nouns import Annotated, Sentence
from factcheck.model import Comparison, Fact, FactKind


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact as a value.

    `extract` yields the facts of one sentence (slots filled, `claim` left at -1); `keys` gives the
    blocking keys of a fact, and only facts that share a key are compared; `compare` says how two
    facts' values stand to each other, whatever their slots; `show` prints a value for people.
    """

    kind: FactKind
    value_type: type[Any]
    extract: Callable[[Annotated, Sentence], Iterable[Fact]]
    keys: Callable[[Fact], tuple[str, ...]]
    compare: Callable[[Fact, Fact], Comparison]
    show: Callable[[Fact], str]
