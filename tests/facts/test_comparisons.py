"""How values stand to each other, and why: the table in `comparisons.txt`.

    # kind
    one side | the other side => relation: the reason that readers are given

Both sides are read as text: a sentence with one fact of the kind, or with one before "[verb]" for
statements; the words of a quotation; a name; "office; organisation; period" for a role. A moment
may end in "(published 2025-12-07)". A line is the same the other way round. UPDATE_GOLDEN=1 writes
what stands behind the arrows anew, to be read before it is kept.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from factcheck.annotate import annotate, load_model, resolve_model
from factcheck.facts import KINDS
from factcheck.facts.kind import Kind
from factcheck.facts.quote import fold_words
from factcheck.model import (
    Fact,
    FactKind,
    PersonValue,
    QuoteValue,
    RoleValue,
    Span,
    StatementValue,
)
from factcheck.read import document_from_text

TABLE = Path(__file__).with_name("comparisons.txt")
KIND_OF = {kind.kind.value: kind for kind in KINDS}
_PUBLISHED = re.compile(r" \(published (\d{4}-\d\d-\d\d)\)$")


def rows() -> Iterator[tuple[str, str, str, str]]:
    """Kind, both sides and what stands behind the arrow."""
    kind = ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            kind = line[2:]
        elif line:
            sides, _, told = line.partition(" => ")
            left, right = sides.split(" | ")
            yield kind, left, right.removesuffix(" =>"), told


def _read(kind: Kind, text: str, document: str) -> Fact:
    published = _PUBLISHED.search(text)
    model = load_model(resolve_model("auto")) if kind.kind is FactKind.STATEMENT else None
    verb = re.match(r"\[(\w+)\] ", text)
    text = _PUBLISHED.sub("", text.removeprefix(verb[0] if verb else ""))
    read = document_from_text(
        text + "\n",
        name=document,
        published=date.fromisoformat(published[1]) if published else None,
    )
    annotated = annotate(read, model=model)
    facts = [fact for one in annotated.sentences for fact in kind.extract(annotated, one)]
    if verb:
        facts = [
            fact
            for fact in facts
            if isinstance(fact.value, StatementValue) and fact.value.predicate == verb[1]
        ]
    assert len(facts) == 1, (text, [fact.value for fact in facts])
    return facts[0]


def _said(kind: Kind, text: str, document: str) -> Fact:
    term = text.startswith("term: ")
    text = text.removeprefix("term: ")
    value = QuoteValue(fold_words(text), "Ann Lee", "say", term)
    return Fact(kind.kind, document, Span(0, 1), text, value)


def _name(kind: Kind, text: str, document: str) -> Fact:
    return Fact(kind.kind, document, Span(0, 1), text, PersonValue(text, tuple(text.split())))


def _role(kind: Kind, text: str, document: str) -> Fact:
    office, organisation, period = (part.strip() for part in text.split(";"))
    value = RoleValue("Jan Havran", office, organisation, period or "current")
    return Fact(kind.kind, document, Span(0, 1), text, value)


MAKE: dict[str, Callable[[Kind, str, str], Fact]] = {"quote": _said, "person": _name, "role": _role}


def told(kind_name: str, left: str, right: str) -> str:
    """The comparison in words, which must be the same both ways."""
    kind = KIND_OF[kind_name]
    make = MAKE.get(kind_name, _read)
    one, two = make(kind, left, "a.txt"), make(kind, right, "b.txt")
    there = kind.compare(one, two)
    assert there == kind.compare(two, one)
    return f"{there.relation}: {there.reason}" if there.reason else str(there.relation)


if os.environ.get("UPDATE_GOLDEN") == "1":
    lines = []
    last = ""
    for name, left, right, _ in rows():
        lines += [] if name == last else ["", f"# {name}"]
        last = name
        lines.append(f"{left} | {right} => {told(name, left, right)}")
    TABLE.write_text("\n".join(lines).strip() + "\n", encoding="utf-8")


@pytest.mark.parametrize(("kind", "left", "right", "expected"), list(rows()))
def test_compares(kind: str, left: str, right: str, expected: str) -> None:
    assert told(kind, left, right) == expected
