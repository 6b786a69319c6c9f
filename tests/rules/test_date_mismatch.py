"""FC201: which pairs of dates are flagged, how surely, and which are left alone."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.config import Settings
from factcheck.model import Finding, Scope, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text

Text = tuple[str, str]  # text and the day of publication ("" for none)


def findings(*texts: Text) -> tuple[Finding, ...]:
    """The findings of FC201 on the texts."""
    documents = [
        document_from_text(
            text, name=f"{number}.txt", published=date.fromisoformat(day) if day else None
        )
        for number, (text, day) in enumerate(texts)
    ]
    return run(documents, settings=Settings(select=("FC201",))).findings


FLAGGED = [
    (
        ("The Corvel council approved the flood plan on 2 December 2025 after a long debate.", ""),
        ("The flood plan was approved by the Corvel council on 3 December 2025.", ""),
    ),
    (
        ("The storm struck Port Lindal on Sunday night, killing four people.", "2025-12-08"),
        ("The storm struck Port Lindal on Friday night and killed four people.", "2025-12-08"),
    ),
    (
        # One of its sort, but the sentences are one but for the year.
        ("The Corvel viaduct replaces a causeway built in 1956.", ""),
        ("The Corvel viaduct replaces a causeway built in 1959.", ""),
    ),
    (
        # The year stands in the other text, too, of what has a counterpart of its own.
        ("The old weir at Corvel closed in 2019. Ann Holt was elected mayor there in 2019.", ""),
        ("The old weir at Corvel closed in 2019. Ann Holt was elected mayor there in 2016.", ""),
    ),
    (
        # "Vote" plans as "are to vote" does, and the day of the month leaves nothing open.
        ("The shareholders vote on the merger on Wednesday, December 17.", "2025-11-03"),
        (
            "The shareholders are to vote on the merger on Wednesday, December 10.",
            "2025-11-03",
        ),
    ),
    (
        ("Divers will inspect the hull of the ferry on Wednesday.", "2025-06-03"),
        ("The hull of the ferry is to be inspected by divers on Thursday.", "2025-06-03"),
    ),
    (
        # What will close on a day runs until that day.
        ("The council's consultation on the Corvel libraries will end on 14 April 2025.", ""),
        ("The consultation on the Corvel libraries will run until 17 April 2025.", ""),
    ),
    (
        ("Ann Holt was born in 1948 in Corvel and led the harbour board.", ""),
        ("Ann Holt, who led the harbour board, was born in 1951 in Corvel.", ""),
    ),
]

LEFT_ALONE = [
    (
        ("The council's consultation on the Corvel libraries will open on 14 April 2025.", ""),
        ("The consultation on the Corvel libraries will run until 17 May 2025.", ""),
    ),
    (
        (
            "The Corvel viaduct replaces a causeway built in 1956 of stone. Ann Holt drew it. She "
            "had won a prize for a bridge at Lindal.",
            "",
        ),
        (
            "The Corvel viaduct runs past a causeway built in 1959. Masons from Lindal worked on "
            "it. The mayor thanked them all.",
            "",
        ),
    ),
    (
        ("The Corvel council approved the flood plan on Friday.", "2025-12-07"),
        ("The Corvel council approved the flood plan on 5 December 2025.", ""),
    ),
    (
        ("The trial of Ann Holt will open on 3 March 2026 in Corvel.", "2025-12-07"),
        ("The trial of Ann Holt opened on 10 March 2026 in Corvel.", "2026-03-12"),
    ),
    (
        ("Ann Holt told Corvel radio on Monday that the pier was safe.", "2025-12-09"),
        ("Ann Holt told Corvel radio on Tuesday that the pier was safe.", "2025-12-10"),
    ),
    (
        ("Ann Holt has led the Corvel harbour board since 2014.", ""),
        ("Ann Holt led the Corvel harbour board in 2016.", ""),
    ),
    (
        ("The Corvel mill burned in 1904.", ""),
        ("The Lindal school opened in 1911.", ""),
    ),
    (
        ("The Corvel flood plan was released last week.", ""),
        ("The Corvel flood plan was released this week.", ""),
    ),
]


@pytest.mark.parametrize("texts", FLAGGED)
def test_flags(texts: tuple[Text, ...]) -> None:
    (finding,) = findings(*texts)
    assert finding.scope is Scope.ACROSS
    assert finding.severity in (Severity.ERROR, Severity.WARNING)
    assert len(finding.values) == 2
    assert finding.why


@pytest.mark.parametrize("texts", LEFT_ALONE)
def test_leaves_alone(texts: tuple[Text, ...]) -> None:
    assert findings(*texts) == ()


def test_a_day_between_two_datelines_is_less_sure_than_between_two_dates() -> None:
    by_dateline = findings(
        ("Mayor Ann Holt resigned on Tuesday after a row in Corvel.", "2025-12-05"),
        ("Mayor Ann Holt resigned on Wednesday after a row in Corvel.", "2025-12-05"),
    )
    by_date = findings(
        ("Mayor Ann Holt resigned on 2 December 2025 after a row in Corvel.", ""),
        ("Mayor Ann Holt resigned on 3 December 2025 after a row in Corvel.", ""),
    )
    assert by_dateline[0].confidence < by_date[0].confidence
