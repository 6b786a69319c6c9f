"""FC403: which quotations of a draft no source has."""

from __future__ import annotations

import pytest

from factcheck.config import Settings
from factcheck.model import DocumentRole, Finding, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text

SOURCE = (
    "Lifeboat crew thanked\n\nAnn Lee of the crew spoke in Barham on Monday. “We went out in that "
    "storm because somebody had to, and we’d do it again tomorrow,” she said. Bob Ray told the "
    "council that the harbour belonged to 12 families.\n"
)


def findings(draft: str, source: str = SOURCE, role: str = "source") -> list[Finding]:
    documents = [
        document_from_text(source, name="source.txt", role=DocumentRole(role)),
        document_from_text(
            draft,
            name="draft.txt",
            role=DocumentRole.DRAFT if role == "source" else DocumentRole.ARTICLE,
        ),
    ]
    settings = Settings(select=("FC403",), pedantic=True)
    return list(run(documents, settings=settings).findings)


MUST_FLAG = [
    "“We asked the ministry for a second boat twice since the spring,” Ann Lee said in Barham.",
    "Bob Ray called it “a disgrace for everybody who lives in this town”.",
    "Bob Ray was “disgusted”, he said in Barham.",
    # Half of it was said, the other half wasn't.
    "“We went out in that storm because the pay is good and the boat is new,” said Bob Ray.",
]
MUST_NOT_FLAG = [
    "“We went out in that storm because somebody had to,” Ann Lee said.",
    "They “went out in that storm … and we would do it again tomorrow”, Ann Lee said.",
    "“[The crew] went out in that storm because somebody had to,” Ann Lee said.",
    "The “harbor belonged to twelve families”, said Bob Ray.",
    # A term in words that a source has.
    "The “storm harbour” of Barham is full.",
    # Reworded: that is FC401's to say.
    "“We went out into that storm because someone had to, and we’d do it tomorrow,” Ann Lee said.",
    "Ann Lee said that nobody had to be asked twice.",
]


@pytest.mark.parametrize("draft", MUST_FLAG)
def test_flagged(draft: str) -> None:
    (finding,) = findings(draft)
    assert finding.severity is Severity.WARNING
    assert finding.primary.document == "draft.txt"


@pytest.mark.parametrize("draft", MUST_NOT_FLAG)
def test_not_flagged(draft: str) -> None:
    assert not findings(draft)


@pytest.mark.parametrize("draft", MUST_FLAG)
def test_equal_articles_may_quote_what_they_like(draft: str) -> None:
    assert not findings(draft, role="article")


def test_the_nearest_sentence_is_shown() -> None:
    (finding,) = findings(MUST_FLAG[3])
    (near,) = finding.related
    assert "in that storm" in SOURCE[near.span.start : near.span.end]


def test_marks_around_a_word_of_nobody_are_doubtful() -> None:
    (term,) = findings("The “ghastly” harbour of Barham is full.")
    (speech,) = findings(MUST_FLAG[0])
    assert term.confidence < 0.6 < speech.confidence
