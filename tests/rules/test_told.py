"""What a reader is told: `told/<rule>.txt` holds the findings on the examples of a rule, in full.

The texts are the must-flag examples of the rule's page, its cases in `cases/`, the texts in
`TABLES`, and all examples of the page as one run, where what is wrong must be found beside what
isn't. UPDATE_GOLDEN=1 writes the files anew, to be read before they are kept. Confidence is cut off
to one digit, so that new weights don't change what is told.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from types import ModuleType

import pytest

from factcheck.config import Settings
from factcheck.model import Document, Finding, Location
from factcheck.pipeline import run
from factcheck.read import document_from_text
from factcheck.rules import RULES, Rule

HERE = Path(__file__).parent


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"told_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


PAGES, CASES = _module("test_pages"), _module("conftest")


def texts_of(rule: Rule) -> Iterator[tuple[str, Sequence[Document]]]:
    """Names and documents of all that is told about a rule."""
    examples = PAGES.examples_of(rule)
    flagged = [PAGES.documents_of(one) for one in examples if one.flagged]
    for number, documents in enumerate(flagged, start=1):
        yield f"example {number} of the page", documents
    if (CASES.CASES / f"{rule.name}.txt").is_file():
        for case in CASES.cases_of(rule.name):
            if case.flagged and not case.wrong:
                yield case.name, case.documents
    rest = [PAGES.documents_of(one) for one in examples if not one.flagged]
    yield "all examples of the page", tuple(_joined([*rest, *flagged]))


def _joined(examples: Sequence[Sequence[Document]]) -> Iterator[Document]:
    """The first documents of all examples as one, the second ones as one, and so on."""
    for column in zip_longest(*examples):
        documents = [one for one in column if one is not None]
        first = documents[0]
        yield document_from_text(
            "\n\n".join(one.text.strip("\n") for one in documents) + "\n",
            name=first.name,
            published=first.published,
            role=first.role,
            markdown=first.name.endswith(".md"),
        )


def told(rule: Rule, documents: Sequence[Document]) -> Iterator[str]:
    """The findings of a rule on documents, as lines."""
    # Names apart: two examples may give one name to the second and the first of their documents.
    named = [replace(one, name=f"{'abcdefgh'[n]}-{one.name}") for n, one in enumerate(documents)]
    others = ("ALL",) if rule.name == "unused-suppression" else ()
    settings = Settings(select=(rule.code, *others), pedantic=True)
    texts = {one.name: one for one in named}
    for finding in run(named, settings=settings).findings:
        if finding.code == rule.code:
            yield from _lines(finding, texts)


def _lines(finding: Finding, texts: dict[str, Document]) -> Iterator[str]:
    sure = int(finding.confidence * 10 + 1e-9) / 10
    yield f"{finding.severity} {sure} {finding.rule} {finding.scope}: {finding.message}"
    yield f"  topic: {finding.topic}"
    yield f"  values: {' / '.join(finding.values)}"
    for place in (finding.primary, *finding.related):
        yield f"  {_place(place, texts)}"
    yield from (f"  note: {note}" for note in finding.notes)


def _place(place: Location, texts: dict[str, Document]) -> str:
    words = " ".join(texts[place.document].slice(place.span).split())
    line = texts[place.document].text.count("\n", 0, place.span.start) + 1
    return f"{place.document}:{line}: {words} [{place.label}]"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_findings_read_as_they_did(rule: Rule) -> None:
    lines = []
    for name, documents in texts_of(rule):
        lines += [f"=== {name}", *told(rule, documents), ""]
    path = HERE / "told" / f"{rule.name}.txt"
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.write_text("\n".join(lines), encoding="utf-8")
    assert lines == path.read_text(encoding="utf-8").split("\n")
