"""Cases of a rule as readable text: `tests/rules/cases/<rule name>.txt`.

    === must-flag pages of a report
    --- a.txt 2025-12-07 draft
    The text of a document, several lines allowed.
    === must-not-flag two ships | wrong: why the engine gets it wrong today

Day and role of a document may be left out. A case marked `wrong` is expected to fail, strictly:
whoever mends the engine takes the mark off.

`test_cases.py` runs them all: what asks for `flagged` or `left_alone` runs once for each case, with
the case's rule; `settled` are the must-flag cases without a mark. `texts` and `findings` make and
check documents for the tests of one rule, whose module names its code in `RULE`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from factcheck.config import Settings
from factcheck.model import Document, DocumentRole, Finding
from factcheck.pipeline import run
from factcheck.read import document_from_text

CASES = Path(__file__).with_name("cases")
_CASE = re.compile(r"^=== (must-flag|must-not-flag) ([^|\n]+?)(?: \| wrong: (.+))?$", re.M)
_DOCUMENT = re.compile(r"^--- (\S+)(?: (\d{4}-\d\d-\d\d))?(?: (article|draft|source))?$", re.M)


@dataclass(frozen=True, slots=True)
class Case:
    """A case: its name, whether it must be flagged, its documents, and why it goes wrong today."""

    name: str
    flagged: bool
    documents: tuple[Document, ...]
    wrong: str


def cases_of(rule: str) -> Iterator[Case]:
    """The cases in a rule's file."""
    parts = _CASE.split((CASES / f"{rule}.txt").read_text(encoding="utf-8"))
    for verdict, name, wrong, body in zip(*(iter(parts[1:]),) * 4, strict=True):
        yield Case(name, verdict == "must-flag", documents_of(body), wrong or "")


def documents_of(body: str) -> tuple[Document, ...]:
    """The documents of one case."""
    parts = _DOCUMENT.split(body)
    return tuple(
        document_from_text(
            text.strip("\n") + "\n",
            name=name,
            published=date.fromisoformat(day) if day else None,
            role=DocumentRole(role or "article"),
        )
        for name, day, role, text in zip(*(iter(parts[1:]),) * 4, strict=True)
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each case of the kind that a test asks for."""
    wanted = {"flagged", "left_alone", "settled"}.intersection(metafunc.fixturenames)
    for kind in sorted(wanted):
        cases = [
            _param(path.stem, case)
            for path in sorted(CASES.glob("*.txt"))
            for case in cases_of(path.stem)
            if case.flagged == (kind != "left_alone") and not (kind == "settled" and case.wrong)
        ]
        metafunc.parametrize(("rule", kind), cases)


def _param(rule: str, case: Case) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=case.wrong)] if case.wrong else []
    name = f"{rule}: {case.name}".replace(" ", "-")
    return pytest.param(rule, case.documents, id=name, marks=marks)


def checked(documents: Sequence[Document], rule: str) -> tuple[Finding, ...]:
    """What one rule reports by default (confidence 0.6 and above)."""
    return run(documents, settings=Settings(select=(rule,))).findings


@pytest.fixture(scope="session")
def check() -> Callable[[Sequence[Document], str], tuple[Finding, ...]]:
    """The findings of a rule, given by code or name, on documents."""
    return checked


@pytest.fixture
def findings(request: pytest.FixtureRequest) -> Callable[[Sequence[Document]], tuple[Finding, ...]]:
    """The findings of the rule that the test's module names in `RULE`."""
    return lambda documents: checked(documents, request.module.RULE)


@pytest.fixture(scope="session")
def texts() -> Callable[..., list[Document]]:
    """Makes documents a.txt, b.txt, ... of the given texts and roles."""

    def make(*bodies: str, roles: Sequence[str] = ()) -> list[Document]:
        return [
            document_from_text(body + "\n", name=f"{name}.txt", role=DocumentRole(role))
            for body, name, role in zip(bodies, "abc", [*roles, *["article"] * 3], strict=False)
        ]

    return make
