from __future__ import annotations

import pytest

from factcheck.model import Finding, Severity
from factcheck.read import document_from_text
from factcheck.rules.repeated_line import RULE
from factcheck.rules.rule import Corpus


def findings(*texts: str) -> list[Finding]:
    documents = tuple(document_from_text(text, name=f"{n}.txt") for n, text in enumerate(texts))
    return list(RULE.check(Corpus(documents, ())))


BODY = "The ferry ran aground in fog on Monday, and all on board were taken off by lifeboat.\n"

MUST_FLAG = [
    "Ferry runs aground off Calder Point\n\nFerry runs aground off Calder Point\n\n" + BODY,
    "Ferry runs aground off Calder Point\n\nBy Ann Lee\n\nFerry runs aground off Calder Point\n\n"
    + BODY,
    "Ferry aground\n\nThe ferry lies on the rocks below the lighthouse\n"
    "The ferry lies on the rocks below the lighthouse Credit: Ann Lee/The Herald\n\n" + BODY,
]
MUST_NOT_FLAG = [
    "Ferry runs aground off Calder Point\n\n" + BODY,
    # Labels and subheads of a page that come again further down.
    "Ferry aground\n\nPolicy Detail\n\n" + BODY + "\nPolicy Detail\n\n" + BODY,
    "Two ferries\n\nOutcome\n\nShort term: none.\n\nOutcome\n\nShort term: some.\n",
    # Speech that repeats itself is text, not a line of the page.
    "Ferry aground\n\n" + BODY + "\n“Never again.”\n\n“Never again.”\n",
]


@pytest.mark.parametrize("text", MUST_FLAG)
def test_a_line_that_stands_twice_is_a_note(text: str) -> None:
    (finding,) = findings(text)
    assert finding.severity is Severity.INFO
    assert finding.confidence >= 0.6


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_labels_subheads_and_speech_pass(text: str) -> None:
    assert findings(text) == []


def test_a_list_of_doubled_names_is_at_most_one_quiet_finding() -> None:
    names = ["Ada Moss", "Ben Ito", "Cleo Marsh", "Dan Okoro", "Eve Lund"]
    people = "".join(f"{name}\n{name}\nMember of the board\n" for name in names)
    found = findings("Who runs the ferry\n\n" + BODY + "\nPeople Involved\n\n" + people)
    assert len(found) <= 1
    assert all(finding.confidence < 0.6 for finding in found)
