"""FC401: what counts as one statement in two wordings, and what doesn't."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.config import Settings
from factcheck.model import Document, Finding, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text


def findings(*texts: str) -> list[Finding]:
    documents = [document_from_text(text, name=f"{n}.txt") for n, text in enumerate(texts)]
    return checked(documents)


def checked(documents: list[Document]) -> list[Finding]:
    return list(run(documents, settings=Settings(select=("FC401",))).findings)


HEAD = "Lifeboat crew thanked in Barham\n\nThe town of Barham thanked its lifeboat crew.\n\n"
ONE = "“We are deeply grateful to every member of the crew who went out in that storm,”"
TWO = "“We are so very grateful to all the members of the crew who went out in this storm,”"
OTHER = "“We asked the ministry for a second boat twice since the spring,”"

MUST_FLAG = [
    (f"{ONE} said Ann Lee.", f"{TWO} said Ann Lee."),
    (f"{ONE} said Ann Lee.", f"Ms Lee spoke. {TWO} Ms Lee said, and Ann Lee left."),
    (f"{ONE} said Ann Lee.", TWO),
    (f"{ONE} said Barham Council.", f"{TWO} said Barham Council spokeswoman Ann Lee."),
    # A description may be of whoever the other text names.
    (f"{ONE} said the Barham coxswain.", f"{TWO} said Ann Lee."),
]
MUST_NOT_FLAG = [
    (f"{ONE} said Ann Lee.", f"{ONE} said Ann Lee."),
    (f"{ONE} said Ann Lee.", f"{OTHER} said Ann Lee."),
    (f"{ONE} said Ann Lee.", f"{TWO} said Bob Ray."),
    (f"{ONE} said Ann Lee.", "Ann Lee said she was “deeply grateful to every member of the crew”."),
    (f"{ONE} said Ann Lee. {TWO} said Ann Lee.",),
    (f"{ONE} said Ann Lee. {TWO} said Ann Lee.", f"{TWO} said Ann Lee."),
    # A speaker begins two statements alike.
    (
        "“We want to build a second pier,” said Ann Lee.",
        "“We want to know who pays for it,” said Ann Lee.",
    ),
]


@pytest.mark.parametrize("bodies", MUST_FLAG)
def test_flagged(bodies: tuple[str, ...]) -> None:
    (finding,) = findings(*(f"{HEAD}{body}\n" for body in bodies))
    assert finding.severity in (Severity.WARNING, Severity.ERROR)
    assert {finding.primary.document, *(place.document for place in finding.related)} == {
        "0.txt",
        "1.txt",
    }


@pytest.mark.parametrize("bodies", MUST_NOT_FLAG)
def test_not_flagged(bodies: tuple[str, ...]) -> None:
    assert not findings(*(f"{HEAD}{body}\n" for body in bodies))


STORY = (
    "Harbour treaty welcomed\n\nThe island of Orra has welcomed the new harbour treaty that the "
    "mainland unveiled in May.\n\n"
)
SPOKESMAN = "Tom Vell, the Orrish Senate spokesman,"


def test_one_predicate_in_other_words_by_institution_and_spokesman() -> None:
    first = STORY + "“The clauses we have read, I think, are largely consistent with our plans,” "
    first += f"{SPOKESMAN} said in an interview.\n"
    second = STORY + "The Senate praised the treaty, saying it “corresponds in most points” with "
    second += "the island's own plans.\n"
    (finding,) = findings(first, second)
    assert finding.severity is Severity.WARNING
    assert finding.values[1] == "“corresponds in most points”"
    assert finding.primary.document != finding.related[0].document


@pytest.mark.parametrize(
    "second",
    [
        "Tom Vell said talks were going “much more slowly than hoped” with the mainland.\n",
        "The Senate said the treaty was “a step forward” for the island and its harbour.\n",
        "The Senate said the treaty “does not correspond in most points” with its plans.\n",
        "The Greens said the treaty “corresponds in most points” with the island's own plans.\n",
    ],
)
def test_other_statements_of_the_same_voice_are_left_alone(second: str) -> None:
    first = STORY + "“The clauses we have read, I think, are largely consistent with our plans,” "
    first += f"{SPOKESMAN} said in an interview.\n"
    assert not findings(first, STORY + second)


def test_a_lost_negation_is_an_error() -> None:
    bodies = (
        "“We will not sell the old harbour to strangers,” said Ann Lee.",
        "“We will sell the old harbour to strangers,” said Ann Lee.",
    )
    (finding,) = findings(*(f"{HEAD}{body}\n" for body in bodies))
    assert finding.severity is Severity.ERROR


def test_a_change_of_function_words_is_no_error() -> None:
    bodies = (
        "“We will never sell all the old harbour and its boats to strangers,” said Ann Lee.",
        "“We will never sell the old harbour or its boats to strangers,” said Ann Lee.",
    )
    (finding,) = findings(*(f"{HEAD}{body}\n" for body in bodies))
    assert finding.severity is Severity.WARNING


def test_three_wordings_are_one_finding() -> None:
    three = "“We are really grateful to each member of the crew who went out in that storm,”"
    found = findings(*(f"{HEAD}{quote} said Ann Lee.\n" for quote in (ONE, TWO, three)))
    assert len(found) == 1
    assert len(found[0].related) == 2


def test_a_headline_that_rewords_its_own_text() -> None:
    text = (
        "“Grateful to every member of the crew who braved that storm”, says Ann Lee\n\n"
        "The town of Barham thanked its lifeboat crew.\n\n"
        "“We are grateful to every member of the crew who went out in that storm,” Ann Lee said.\n"
    )
    assert len(findings(text)) == 1


def test_the_seeds_have_one_reworded_quotation(seeds: Path) -> None:
    documents = [
        document_from_text(path.read_text("utf-8"), name=path.name)
        for path in sorted(seeds.glob("*.txt"))
    ]
    (finding,) = checked(documents)
    assert finding.severity is Severity.WARNING
    places = (finding.primary, *finding.related)
    assert len({place.document for place in places}) == 2
