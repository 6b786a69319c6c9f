"""What is told of a sentence, or of two: the table in `sentences.txt`.

    == rule
    a text => severity, message, and in brackets the words that it points at
    a text | another text => nothing

"== FC1,FC2" asks several rules, "== rule draft" makes the first text a draft and the second its
source, "== rule full" has confidence (cut off to one digit), topic and reasons told too. A text may
end in "(published 2025-12-07)"; "¶" begins a new paragraph. Where a rule tells nothing another one
may. UPDATE_GOLDEN=1 writes what stands behind the arrows anew, to be read before it is kept.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from factcheck.config import Settings
from factcheck.model import Document, DocumentRole, Finding
from factcheck.pipeline import run
from factcheck.read import document_from_text
from factcheck.report.why import phrase

TABLE = Path(__file__).with_name("sentences.txt")
_PUBLISHED = re.compile(r" \(published (\d{4}-\d\d-\d\d)\)$")


def rows() -> Iterator[tuple[str, str, str]]:
    """The rule (with "draft", "full"), the texts, and what stands behind the arrow."""
    head = ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            head = line[3:]
        elif line:
            texts, _, told = line.partition(" =>")
            yield head, texts, told.strip()


def told(head: str, texts: str) -> str:
    """The findings of a rule, each in one line."""
    rule, *options = head.split()
    roles = (
        (DocumentRole.DRAFT, DocumentRole.SOURCE)
        if "draft" in options
        else (DocumentRole.ARTICLE, DocumentRole.ARTICLE)
    )
    documents = [
        _document(text, name, role)
        for text, name, role in zip(texts.split(" | "), ("a.txt", "b.txt"), roles, strict=False)
    ]
    found = run(documents, settings=Settings(select=tuple(rule.split(",")))).findings
    by_name = {document.name: document for document in documents}
    shown = _in_full if "full" in options else _shown
    return " + ".join(shown(finding, by_name) for finding in found) or "nothing"


def _document(text: str, name: str, role: DocumentRole) -> Document:
    published = _PUBLISHED.search(text)
    return document_from_text(
        _PUBLISHED.sub("", text).replace("¶", "\n\n") + "\n",
        name=name,
        role=role,
        published=date.fromisoformat(published[1]) if published else None,
    )


def _shown(finding: Finding, documents: dict[str, Document]) -> str:
    places = "; ".join(
        " ".join(documents[place.document].slice(place.span).split())
        for place in (finding.primary, *finding.related)
    )
    return f"{finding.severity}: {finding.message} [{places}]"


def _in_full(finding: Finding, documents: dict[str, Document]) -> str:
    """As told, with what an editor sees in a full report beside it."""
    sure = int(finding.confidence * 10 + 1e-9) / 10
    known = [part for part in finding.why if part.level != "unknown"]
    why = ", ".join("against: " * (part.weight < 0) + phrase(part) for part in known)
    return f"{_shown(finding, documents)} ({sure}; {finding.topic}; {why})"


if os.environ.get("UPDATE_GOLDEN") == "1":
    lines: list[str] = []
    last = ""
    for head, texts, _ in rows():
        lines += [] if head == last else ["", f"== {head}"]
        last = head
        lines.append(f"{texts} => {told(head, texts)}")
    TABLE.write_text("\n".join(lines).strip() + "\n", encoding="utf-8")


@pytest.mark.parametrize(("head", "texts", "expected"), list(rows()))
def test_told(head: str, texts: str, expected: str) -> None:
    assert told(head, texts) == expected
