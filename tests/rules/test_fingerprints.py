"""A finding keeps its fingerprint while its own sentences stand, wherever they stand."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from factcheck.config import Settings
from factcheck.model import Document
from factcheck.pipeline import run
from factcheck.read import document_from_text
from factcheck.rules import RULES, Rule

# Words of their own for each document, so that none copies another.
ADDED = (
    "Visitors are asked to leave their bags at the door.",
    "Nobody could say who had left the window open.",
    "The choir will sing whatever the weather does.",
    "A cat slept on the steps of the library.",
)


def _pages() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "pages_of_rules", Path(__file__).with_name("test_pages.py")
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


PAGES = _pages()


def again(document: Document, text: str) -> Document:
    return document_from_text(
        text,
        name=document.name,
        published=document.published,
        role=document.role,
        markdown=document.name.endswith(".md"),
    )


def edited(document: Document, words: str) -> Document:
    """`document` with a paragraph after its last one, more blank lines and other line breaks.

    A text that breaks off is added to before its last line.
    """
    parts = document.text.rstrip("\n").split("\n\n")
    where = len(parts) if parts[-1].rstrip().endswith((".", "!", "?", "”", '"')) else -1
    if len(parts) > 1 or where > 0:
        parts.insert(where, words)
    return again(document, "\n\n\n".join(parts).replace("\n", "\r\n") + "\r\n")


def marks(documents: list[Document], rule: Rule) -> Counter[str]:
    others = ("ALL",) if rule.name == "unused-suppression" else ()
    report = run(documents, settings=Settings(select=(rule.code, *others)))
    return Counter(one.fingerprint for one in report.findings if one.code == rule.code)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_edits_elsewhere_leave_it_alone(rule: Rule) -> None:
    example = next(one for one in PAGES.examples_of(rule) if one.flagged)
    documents = PAGES.documents_of(example)
    changed = [edited(one, words) for one, words in zip(documents, ADDED, strict=False)]
    assert all(new.text != old.text for new, old in zip(changed, documents, strict=True))
    before = marks(documents, rule)
    assert before
    assert not before - marks(changed, rule)


@pytest.mark.parametrize(
    ("code", "paragraphs"),
    [
        (
            "FC301",
            [
                "Keir Starmer spoke in the house.",
                "Later Kier Starmer left by train.",
                "Keir Starmer came back at night, and Keir Starmer was glad.",
            ],
        ),
        (
            "FC304",
            [
                "The colour of the door was chosen by the owners.",
                "They favour the harbour and its colour.",
                "The color of the gate was chosen by the theatre.",
            ],
        ),
        (
            "FC101",
            [
                "The harbour plan has 48 pages.",
                "Nobody could say who had left the window open.",
                "The harbour plan has 52 pages.",
            ],
        ),
    ],
)
def test_moved_paragraphs_leave_it_alone(code: str, paragraphs: list[str]) -> None:
    rule = next(rule for rule in RULES if rule.code == code)
    orders = [paragraphs, paragraphs[::-1], paragraphs[1:] + paragraphs[:1]]
    found = [
        marks([document_from_text("\n\n".join(order) + "\n", name="a.txt")], rule)
        for order in orders
    ]
    assert found[0]
    assert found[0] == found[1] == found[2]
