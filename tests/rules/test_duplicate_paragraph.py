from __future__ import annotations

import pytest

from factcheck.model import Finding, Severity
from factcheck.read import document_from_text
from factcheck.rules.duplicate_paragraph import RULE
from factcheck.rules.rule import Corpus


def findings(*texts: str) -> list[Finding]:
    documents = tuple(document_from_text(text, name=f"{n}.txt") for n, text in enumerate(texts))
    return list(RULE.check(Corpus(documents, ())))


PARAGRAPH = (
    "The library will open on Sundays from next spring, the county said, after readers asked for "
    "longer hours and the staff agreed to a new rota that gives each of them two days off."
)
OTHER = "Fines for late books were ended last year, and more books have come back since then."
HEAD = "Library to open on Sundays\n\n"


def article(*paragraphs: str) -> str:
    return HEAD + "\n\n".join(paragraphs) + "\n"


MUST_FLAG = [
    article(PARAGRAPH, OTHER, PARAGRAPH),
    article(PARAGRAPH, PARAGRAPH, OTHER),
    article(PARAGRAPH, OTHER, PARAGRAPH + "0"),
    article(PARAGRAPH, OTHER, PARAGRAPH.replace("new rota", "rota")),
    article(PARAGRAPH, OTHER, PARAGRAPH.replace(" ", "  ")),
    article(PARAGRAPH, OTHER, PARAGRAPH.upper()),
]
MUST_NOT_FLAG = [
    article(PARAGRAPH, OTHER),
    article("It rained.", OTHER, "It rained."),
    # One form filled in twice: other names, other figures.
    article(
        "Voters in Aldham go to the polls at 7am in 12 halls, and the count begins at the leisure "
        "centre as soon as the last box has come in.",
        "Voters in Barham go to the polls at 7am in 15 halls, and the count begins at the leisure "
        "centre as soon as the last box has come in.",
    ),
    article(PARAGRAPH, OTHER, PARAGRAPH.split(",")[0] + ", according to a notice on the door."),
    # A pull quote repeats the text on purpose.
    article(PARAGRAPH, OTHER) + "\nPolicy Detail\n\nFees stay.\n\nPolicy Detail\n\nHours change.\n",
]


@pytest.mark.parametrize("text", MUST_FLAG)
def test_a_repeated_paragraph_is_found_once(text: str) -> None:
    (finding,) = findings(text)
    assert finding.code == "FC701"
    assert finding.primary.span.start > finding.related[0].span.start


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_what_is_no_repetition_passes(text: str) -> None:
    assert findings(text) == []


def test_a_copy_is_an_error_and_a_near_copy_a_warning() -> None:
    (copy,) = findings(article(PARAGRAPH, OTHER, PARAGRAPH))
    near = PARAGRAPH.replace("from next spring", "in spring").replace("asked for", "wanted")
    (reworded,) = findings(article(PARAGRAPH, OTHER, near))
    assert copy.severity is Severity.ERROR
    assert reworded.severity is Severity.WARNING
    assert copy.confidence > reworded.confidence


def test_a_stretch_of_paragraphs_is_one_finding() -> None:
    (finding,) = findings(article(PARAGRAPH, OTHER, "Short.", PARAGRAPH, OTHER))
    assert "2 paragraphs" in finding.message


def test_two_articles_may_hold_the_same_paragraph() -> None:
    assert findings(article(PARAGRAPH), article(PARAGRAPH)) == []
