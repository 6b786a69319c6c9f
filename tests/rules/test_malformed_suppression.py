"""FC002: comments that can't be understood."""

from __future__ import annotations

import pytest

from factcheck.config import Settings
from factcheck.model import Report
from factcheck.pipeline import run
from factcheck.read import document_from_text

SLIP = "The ticket is valid until 31 April 2026."
DATES = Settings(model="none", select=("FC001", "FC002", "impossible-date"))


def checked(text: str, *, settings: Settings = DATES) -> Report:
    return run([document_from_text(text, name="a.md", markdown=True)], settings=settings)


def codes(report: Report) -> list[str]:
    return sorted(finding.code for finding in report.findings)


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("ignore[impossible-dat]", "did you mean impossible-date (FC203)?"),
        ("ignore[FC999]", "no rule is called 'FC999'"),
        ("ignore", "name the rules: ignore[FC101], or ignore[ALL]"),
        ("ignore the date", "name the rules"),
        ("ignore[]", "name the rules"),
        ("ignroe[FC203]", "did you mean 'ignore'?"),
        ("", "no verb"),
        ("on", "no 'off'"),
        ("ignore[FC001]", "--ignore FC001"),
    ],
)
def test_malformed_comments_are_reported_and_silence_nothing(comment: str, words: str) -> None:
    for text in (f"<!-- factcheck: {comment} -->\n{SLIP}\n", f"[factcheck: {comment}]\n{SLIP}\n"):
        report = checked(text)
        assert codes(report) == ["FC002", "FC203"]
        assert words in next(one for one in report.findings if one.code == "FC002").message


def test_a_comment_with_nothing_behind_it() -> None:
    report = checked(f"{SLIP}\n\n<!-- factcheck: ignore[FC203] -->\n")
    assert codes(report) == ["FC002", "FC203"]
