"""FC301 name-spelling."""

from __future__ import annotations

import pytest

from factcheck.config import Settings
from factcheck.model import DocumentRole, Finding, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text

STORY = "Prosecutor Anna Brandt and Judge Philippa Hartnoll were in court with Marcus Veldt."


def findings(*texts: str) -> tuple[Finding, ...]:
    documents = [
        document_from_text(text, name=f"{number}.txt") for number, text in enumerate(texts)
    ]
    return run(documents, settings=Settings(model="none", select=("FC301",))).findings


@pytest.mark.parametrize(
    ("texts", "values"),
    [
        (
            ["They met Keir Dunmore. Keir Dunmore sang. Then Kier Dunmore left."],
            ("Kier Dunmore", "Keir Dunmore"),
        ),
        (
            [f"{STORY} They met Jeffrey Ostrand.", f"{STORY} They met Jeffery Ostrand."],
            ("Jeffery Ostrand", "Jeffrey Ostrand"),
        ),
        (
            [f"{STORY} They met Lars Wetzler. Wetzler left.", f"{STORY} They met Lars Welzler."],
            ("Lars Welzler", "Lars Wetzler"),
        ),
        (
            ["They met Lars Wetzler. Then Wetzler sang and Wetzler left. But Welzler said no."],
            ("Welzler", "Lars Wetzler"),
        ),
        (
            [f"{STORY} They met Katherine Ostrand.", f"{STORY} They met Catherine Ostrand."],
            ("Catherine Ostrand", "Katherine Ostrand"),
        ),
        (
            ["They met Lars Vogt, who farms. It rained. For Voigt, 61, it was the last straw."],
            ("Voigt", "Lars Vogt"),
        ),
        (
            # What is named in both need not be people.
            [
                "The Northern Grace left Holmsund at noon. Lars Wetzler was on board.",
                "In Holmsund, Lars Welzler saw the Northern Grace leave.",
            ],
            ("Lars Welzler", "Lars Wetzler"),
        ),
        (
            [f"{STORY} They met Guido Ostrand.", f"{STORY} They met Giulio Ostrand."],
            ("Guido Ostrand", "Giulio Ostrand"),
        ),
        (
            [
                f"{STORY} Lars Hull, chairman of the pier board, sang.",
                f"{STORY} Lars Tull, chairman of the pier board, left.",
            ],
            ("Lars Hull", "Lars Tull"),
        ),
        (
            ["It joined the HWAU. The HWAU met. It left HWAU. A HWAU vote came. So did HAWU."],
            ("HAWU", "HWAU"),
        ),
    ],
)
def test_flags(texts: list[str], values: tuple[str, str]) -> None:
    (finding,) = findings(*texts)
    assert finding.values == values
    assert finding.severity is not Severity.INFO


@pytest.mark.parametrize(
    "texts",
    [
        # relatives
        ["They met Tim Dorset and Tom Dorset. Tim Dorset sang."],
        ["They met Ann Dorset. Her brother Andy Dorset sang. Alan Dorset, their father, left."],
        ["They met George W. Tarrant. His father, George H. W. Tarrant, came too."],
        # a place and an organisation
        [f"{STORY} They beat North Dorset.", f"{STORY} They beat South Dorset."],
        [f"{STORY} They met Creston RCMP.", f"{STORY} They met Cranford RCMP."],
        # someone else, introduced before
        ["They met Lars Vogt, who farms, and Ann Voigt. For Voigt it was the last straw."],
        # two people
        ["They met Barack Obama. The search for Osama bin Laden went on. Obama left."],
        ["They met Donald Trump and Donald Tusk."],
        # one sentence that tells two apart
        ["The clerk took Jon Ostrand for John Ostrand."],
        # a text on the spelling of a name
        ["They met Lars Wetzler. Wetzler sang and Wetzler left. The paper spelled it Welzler."],
        ["They met Lars Wetzler. It rained. In 1853 the Gazette misspelt it as Lars Welzler."],
        # no common story
        ["They met Lars Wetzler.", "They met Lars Welzler."],
        # plural, possessive, case, accents, hyphens
        ["They met Anna Brandt. Anna Brandt's aide left. The Brandts stayed."],
        [f"{STORY} They met Recep Erdogan.", f"{STORY} They met Recep Erdoğan."],
        ["KEIR DUNMORE SINGS\n\nThey met Keir Dunmore in the hall, and many people came to sing."],
        ["They met Kim Jong-un. The guards of Kim Jong Un left."],
        # another form of an organisation's name
        ["The Centre for Marine Defence opened. The Center for Marine Defense has 40 staff."],
        # endings that make another name
        [f"{STORY} They met Alan Martin.", f"{STORY} They met Alan Martinez."],
        # both forms used again and again
        [
            "They met Jon Ostrand. Then John Ostrand came. They thanked Jon Ostrand. "
            "At last John Ostrand left."
        ],
    ],
)
def test_keeps_silent(texts: list[str]) -> None:
    assert findings(*texts) == ()


def test_transliteration_is_a_note() -> None:
    (finding,) = findings(
        f"{STORY} They met Volodymyr Havrylsky.", f"{STORY} They met Volodymyr Havrylskyy."
    )
    assert finding.severity is Severity.INFO


def test_sure_slip_is_an_error() -> None:
    (finding,) = findings(
        "They met Keir Dunmore. Keir Dunmore sang. Keir Dunmore ate. Then Kier Dunmore left."
    )
    assert finding.severity is Severity.ERROR
    assert finding.confidence >= 0.95


PLANT = "Fire broke out at the Norrow plant near Aldham on Monday, the mayor, Edda Lorne, said."


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Pedro Vanta, the managing director, denied it.",
            "The firm's managing director, Paulo Vanta, denied it.",
        ),
        (
            "Ellen Marr, chief executive of Northlink, said no.",
            "Northlink's chief executive, Susan Marr, said no.",
        ),
    ],
)
def test_two_first_names_in_one_office(one: str, two: str) -> None:
    (finding,) = findings(f"{PLANT} {one}", f"{PLANT} {two}")
    assert finding.severity is Severity.WARNING
    assert "in one office" in finding.message


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Pedro Vanta, the managing director, denied it.",
            "The former managing director, Paulo Vanta, denied it.",
        ),
        (
            "Pedro Vanta was freed on Monday.",
            "His son Paulo Vanta was freed on Monday. Pedro was told by the police.",
        ),
        (
            "P. Vanta, the managing director, denied it.",
            "The managing director, Paulo Vanta, denied it.",
        ),
        ("Pedro Vanta, the managing director, denied it.", "The mayor, Paulo Vanta, denied it."),
        (
            "Pedro Vanta, chief executive of Lumo, sang.",
            "Paulo Vanta, chief executive of Dorn, sang.",
        ),
        ("Spokesman Pedro Vanta denied it.", "Spokesman Paulo Vanta denied it."),
        (
            "Pedro Vanta, the managing director, denied it, and Paulo Vanta, his brother, agreed.",
            "The managing director, Paulo Vanta, denied it.",
        ),
    ],
)
def test_two_people_of_one_surname(one: str, two: str) -> None:
    assert findings(f"{PLANT} {one}", f"{PLANT} {two}") == ()


@pytest.mark.parametrize(("one", "two"), [("Sigrid", "Sigrun"), ("Ilse", "Elsa")])
def test_two_first_names_that_are_nearly_alike(one: str, two: str) -> None:
    texts = [f"{PLANT} “Nobody was hurt,” said {name} Falk of the union." for name in (one, two)]
    (finding,) = findings(*texts)
    assert "nearly alike" in finding.message
    assert findings(texts[0], f"{texts[1]} Her sister {one} Falk was away.") == ()


def test_two_first_names_in_two_stories() -> None:
    one = "Pedro Vanta, the managing director, denied it."
    assert findings(f"{PLANT} {one}", one.replace("Pedro", "Paulo")) == ()


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        # A draft and its source are of one story, however few names they share.
        ("Ellen Marr, the finance director, said no.", "Helen Marr, finance director: No."),
        ("Tiva Hallan, then 34, was hurt.", "Tiva Hallam, aged 34 at the time, was hurt."),
        ("Tiva Hallan, now 34, was hurt.", "Tiva Hallam, 34, was hurt."),
    ],
)
def test_a_draft_and_its_source_are_of_one_story(draft: str, source: str) -> None:
    documents = [
        document_from_text(text + "\n", name=name, role=DocumentRole(role))
        for text, name, role in ((draft, "a.txt", "draft"), (source, "b.txt", "source"))
    ]
    (finding,) = run(documents, settings=Settings(select=("FC301",))).findings
    assert finding.primary.document == "a.txt"
