"""docs/suppression.md: its examples do what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.config import Settings
from factcheck.pipeline import run
from factcheck.read import document_from_text

PAGE = Path(__file__).resolve().parents[1] / "docs" / "suppression.md"
EXAMPLES = re.findall(
    r"^```(silenced|reported) (FC\d{3})\n--- (\S+)\n(.*?)^```$",
    PAGE.read_text(encoding="utf-8"),
    re.M | re.S,
)


def test_the_page_has_examples_of_both_sorts() -> None:
    assert {kind for kind, *_ in EXAMPLES} == {"silenced", "reported"}
    assert len(EXAMPLES) == PAGE.read_text(encoding="utf-8").count("\n--- ")


@pytest.mark.parametrize(("kind", "code", "name", "text"), EXAMPLES)
def test_example(kind: str, code: str, name: str, text: str) -> None:
    document = document_from_text(text, name=name, markdown=name.endswith(".md"))
    report = run([document], settings=Settings(model="none", select=(code,)))
    if kind == "reported":
        assert [finding.code for finding in report.findings] == [code]
    else:
        assert report.findings == ()
        assert {finding.code for finding in report.suppressed} == {code}
