"""FC502: a draft that is firmer than its source."""

from __future__ import annotations

import pytest

from factcheck.config import Settings
from factcheck.model import DocumentRole, Finding, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text


def findings(source: str, draft: str, *, equal: bool = False) -> list[Finding]:
    roles = (DocumentRole.SOURCE, DocumentRole.DRAFT)
    documents = [
        document_from_text(text, name=name, role=DocumentRole.ARTICLE if equal else role)
        for text, name, role in zip((source, draft), ("a.txt", "b.txt"), roles, strict=True)
    ]
    return list(run(documents, settings=Settings(select=("FC502",))).findings)


MAY = "The council of Norvik may close the ferry terminal."
WILL = "The council of Norvik will close the ferry terminal."
CLOSED = "The council of Norvik closed the ferry terminal."
STOLE = "Tom Vell stole the cash box of the ferry."

MUST_FLAG = [
    (MAY, WILL),
    (MAY, CLOSED),
    (WILL, CLOSED),
    (
        "The council of Norvik might sell the old harbour.",
        "The council of Norvik sold the old harbour.",
    ),
    ("The ferry may return in May.", "The ferry will return in May."),
    ("Tom Vell allegedly stole the cash box of the ferry.", STOLE),
    ("Tom Vell is accused of stealing the cash box of the ferry.", STOLE),
    ("Tom Vell is believed to have stolen the cash box of the ferry.", STOLE),
    ("Talvik Bank plans to buy its rival Ostra.", "Talvik Bank has bought its rival Ostra."),
]
MUST_NOT_FLAG = [
    (MAY, MAY),
    ("The ferry may return in May.", "The ferry may return in May."),
    ("The ferry will return in May.", "The ferry returned in May."),
    ("The ferry may return in May.", "The crew will return in May."),
    (CLOSED, MAY),
    (CLOSED, CLOSED),
    (f"{MAY} On Friday the council of Norvik closed the ferry terminal.", CLOSED),
    ("Tom Vell allegedly stole the cash box of the ferry.", f"{STOLE[:-1]}, police said."),
    ("Tom Vell allegedly stole the cash box of the ferry.", "Tom Vell sold the cash box."),
    (MAY, "Will the council of Norvik close the ferry terminal?"),
    ("The council of Norvik could have closed the ferry terminal.", CLOSED),
    # Another council, another terminal.
    (MAY, "The council of Barham will close the coach station."),
]


@pytest.mark.parametrize(("source", "draft"), MUST_FLAG)
def test_flagged(source: str, draft: str) -> None:
    (finding,) = findings(source, draft)
    assert finding.severity is Severity.WARNING
    assert finding.primary.document == "b.txt"


@pytest.mark.parametrize(("source", "draft"), MUST_NOT_FLAG)
def test_not_flagged(source: str, draft: str) -> None:
    assert not findings(source, draft)


def test_what_one_speaker_said_is_one() -> None:
    one = "The ferry may return in May, Lena Orrick told the Norvik Post."
    two = "The ferry will return in May, Lena Orrick told reporters."
    (finding,) = findings(one, two, equal=True)
    assert finding.severity is Severity.WARNING
    assert not findings(one, two.replace("Lena Orrick", "Tom Vell"), equal=True)


def test_we_may_be_whoever_the_draft_names() -> None:
    source = "We may open a criminal investigation into the ferry, we may not."
    assert findings(source, "Norvik police will open a criminal investigation into the ferry.")
    assert not findings(source, "Norvik police will open a shop on the ferry.")


def test_equal_articles_are_left_alone() -> None:
    for one, two in ((MAY, CLOSED), (CLOSED, MAY)):
        assert not findings(one, two, equal=True)
