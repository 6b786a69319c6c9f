"""FC304: one quoted phrase, or one word of an article, in two spellings."""

from __future__ import annotations

import pytest

from factcheck.config import Settings
from factcheck.model import Finding, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text


def findings(*texts: str) -> list[Finding]:
    documents = [document_from_text(text, name=f"{n}.txt") for n, text in enumerate(texts)]
    return list(run(documents, settings=Settings(select=("FC304",))).findings)


HEAD = "Choir sings on\n\n"
MUST_FLAG = [
    ("They ask for “cultural colour” in the hall.", "The “cultural color” of the hall is gone."),
    ("They ask for ‘a new theatre’ there.", "What they call “a new theater” is a barn."),
    ("The choir will organise a fair. It may organize a ball too.",),
    ("The grey hall was painted gray again in May.",),
]
MUST_NOT_FLAG = [
    ("They ask for “cultural colour” in the hall.", "The “cultural colour” of the hall is gone."),
    ("They ask for more colour in the hall.", "The color of the hall is gone."),
    ("The choir holds a licence. The town may license the bar.",),
    ("The exercise is a promise that they will advise on; their advice is precise.",),
    ("The Color Guard marched in colour.",),
    ("The sign says “honor roll” and the choir is on it with honour.",),
    ("They sing in “Kyiv and home” now.", "They sing in “Kiev and home” now."),
]


@pytest.mark.parametrize("bodies", MUST_FLAG)
def test_flagged(bodies: tuple[str, ...]) -> None:
    (finding,) = findings(*(f"{HEAD}{body}\n" for body in bodies))
    assert finding.severity is Severity.INFO
    assert len(finding.values) == 2


@pytest.mark.parametrize("bodies", MUST_NOT_FLAG)
def test_not_flagged(bodies: tuple[str, ...]) -> None:
    assert not findings(*(f"{HEAD}{body}\n" for body in bodies))


def test_each_document_is_listed_with_its_form() -> None:
    texts = ["colour of money", "color of money", "colour of money"]
    (finding,) = findings(*(f"{HEAD}They sang “{text}” twice, “{text}”.\n" for text in texts))
    places = (finding.primary, *finding.related)
    assert [(place.document, place.label) for place in places] == [
        ("0.txt", "colour of money"),
        ("1.txt", "color of money"),
        ("2.txt", "colour of money"),
    ]
