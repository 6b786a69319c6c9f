"""The rule pages are tests: their examples run, and each rule has its three files.

A fenced block marked `must-flag` or `must-not-flag` holds one or more documents:

    --- name [YYYY-MM-DD] [draft|source]
    text, several lines allowed
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from factcheck.config import Settings
from factcheck.model import Document, DocumentRole
from factcheck.pipeline import run
from factcheck.read import document_from_text
from factcheck.rules import RULES, Rule

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "rules"
SECTIONS = (
    "What it does",
    "Why it matters",
    "Examples",
    "Confidence and severity",
    "References",
)
_BLOCK = re.compile(r"^```(must-flag|must-not-flag)[^\n]*\n(.*?)^```[ \t]*$", re.M | re.S)
_HEADER = re.compile(r"^--- (?P<name>\S+)(?: (?P<day>\d{4}-\d\d-\d\d))?(?: (?P<role>\w+))?[ \t]*$")


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule's page."""

    rule: Rule
    line: int
    flagged: bool
    body: str

    @property
    def label(self) -> str:
        """Where it stands, for the test's name."""
        return f"{self.rule.name}:{self.line}"


def page_of(rule: Rule) -> str:
    path = PAGES / f"{rule.name}.md"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def examples_of(rule: Rule) -> list[Example]:
    page = page_of(rule)
    return [
        Example(rule, page[: block.start()].count("\n") + 1, block[1] == "must-flag", block[2])
        for block in _BLOCK.finditer(page)
    ]


def documents_of(example: Example) -> list[Document]:
    pieces: list[tuple[re.Match[str], list[str]]] = []
    for line in example.body.splitlines():
        header = _HEADER.match(line)
        if header is not None:
            pieces.append((header, []))
        else:
            assert pieces, f"{example.label}: the block must begin with a line '--- name'"
            pieces[-1][1].append(line)
    return [
        document_from_text(
            "\n".join(lines) + "\n",
            name=header["name"],
            published=date.fromisoformat(header["day"]) if header["day"] else None,
            role=DocumentRole(header["role"] or "article"),
            markdown=header["name"].endswith(".md"),
        )
        for header, lines in pieces
    ]


EXAMPLES = [example for rule in RULES for example in examples_of(rule)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.label)
def test_example(example: Example) -> None:
    # What silences nothing can only be told when the rules that it names have run.
    others = ("ALL",) if example.rule.name == "unused-suppression" else ()
    settings = Settings(select=(example.rule.code, *others))
    report = run(documents_of(example), settings=settings)
    found = [one.message for one in report.findings if one.code == example.rule.code]
    if example.flagged:
        assert found, f"docs/rules/{example.label}: nothing flagged\n{example.body}"
    else:
        assert not found, f"docs/rules/{example.label}: {found}\n{example.body}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_page_has_its_parts(rule: Rule) -> None:
    page = page_of(rule)
    assert page, f"docs/rules/{rule.name}.md is missing"
    assert page.splitlines()[0] == f"# {rule.name} ({rule.code})"
    headings = re.findall(r"^## (.+?)\s*$", page, re.M)
    assert [heading for heading in headings if heading in SECTIONS] == list(SECTIONS)
    references = page.split("## References", 1)[1]
    assert re.search(r"https?://|ISBN|doi|\d{4}", references), "a reference that can be checked"
    fences = len(re.findall(r"^```must-", page, re.M))
    examples = examples_of(rule)
    assert len(examples) == fences, "a block that the executor can't read"
    assert sum(example.flagged for example in examples) >= 2
    assert sum(not example.flagged for example in examples) >= 3


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_has_a_file_and_a_test_of_its_name(rule: Rule) -> None:
    stem = rule.name.replace("-", "_")
    assert (ROOT / "factcheck" / "rules" / f"{stem}.py").is_file()
    assert (ROOT / "tests" / "rules" / f"test_{stem}.py").is_file()


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(re.fullmatch(r"FC\d{3}", code) for code in codes)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name) for rule in RULES)


def test_every_page_is_of_a_rule() -> None:
    names = {rule.name for rule in RULES}
    assert sorted(path.stem for path in PAGES.glob("*.md") if path.stem not in names) == []
