"""FC205: relative times that a missing dateline leaves open."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.config import Settings
from factcheck.model import Finding, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text

Text = tuple[str, str]  # text and the day of publication ("" for none)


def findings(*texts: Text) -> tuple[Finding, ...]:
    """The findings of FC205 on the texts."""
    documents = [
        document_from_text(
            text, name=f"{number}.txt", published=date.fromisoformat(day) if day else None
        )
        for number, (text, day) in enumerate(texts)
    ]
    return run(documents, settings=Settings(select=("FC205",))).findings


LAST_WEEK = "The dyke report, made public last week, calls for walls along the Tarn in Corvel."
THIS_WEEK = "The dyke report, released this week, calls for walls along the Tarn in Corvel."
ON_FRIDAY = "The Tarn Authority published its dyke report on Friday; it calls for walls in Corvel."


def test_flags_two_relative_times_without_datelines() -> None:
    (finding,) = findings((LAST_WEEK, ""), (THIS_WEEK, ""))
    assert finding.severity is Severity.INFO
    assert {finding.primary.document, *(place.document for place in finding.related)} == {
        "0.txt",
        "1.txt",
    }
    assert finding.values == ("last week", "this week")


def test_flags_when_one_side_is_dated() -> None:
    assert findings((LAST_WEEK, ""), (ON_FRIDAY, "2025-12-07"))


def test_one_event_makes_one_finding() -> None:
    (finding,) = findings((LAST_WEEK, ""), (THIS_WEEK, ""), (ON_FRIDAY, "2025-12-07"))
    assert len(finding.related) == 2


@pytest.mark.parametrize(
    "texts",
    [
        ((LAST_WEEK, "2025-12-07"), (THIS_WEEK, "2025-12-07")),
        ((LAST_WEEK, ""), (LAST_WEEK, "")),
        ((LAST_WEEK, ""), ("The school budget was released this week in Corvel.", "")),
        ((LAST_WEEK, ""), ("The dyke report will be released next week in Corvel.", "")),
        ((LAST_WEEK, ""), ("The dyke report was read this week on the Tarn in Corvel.", "")),
        ((LAST_WEEK, ""), ("The dyke report was released on 5 December 2025 in Corvel.", "")),
        ((f"{LAST_WEEK} {THIS_WEEK}", ""),),
    ],
)
def test_leaves_alone(texts: tuple[Text, ...]) -> None:
    assert findings(*texts) == ()
