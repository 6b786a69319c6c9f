"""The house's spelling and names: what is reported, and what is left alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from factcheck.config import HouseStyle, Settings
from factcheck.facts.house_spelling import house_form
from factcheck.model import Document, DocumentRole, FactcheckError, Finding, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text

NAMES: Mapping[str, tuple[str, ...]] = {
    "Kyiv": ("Kiev",),
    "Battle of Kiev": (),
    "Nato": ("NATO", "N.A.T.O."),
    "Muhammad Ali Hasan": ("Mohammed Ali Hasan",),
}


def document(text: str, name: str = "a.txt", **given: object) -> Document:
    return replace(document_from_text(text + "\n", name=name), **given)  # type: ignore[arg-type]


def findings(*documents: Document, code: str, style: HouseStyle) -> tuple[Finding, ...]:
    settings = Settings(model="none", select=(code,), style=style)
    return run(documents, settings=settings).findings


def reported(text: str, spelling: str) -> list[str]:
    style = HouseStyle(spelling=spelling)
    found = findings(document(text), code="FC304", style=style)
    return sorted(finding.values[0] for finding in found)


@pytest.mark.parametrize(
    ("spelling", "text", "words"),
    [
        ("british", "The color of the theater is gray.", "color gray theater"),
        ("british", "They traveled and canceled the skillful defense.", "canceled defense skillful "
         "traveled"),
        ("british", "Engineers analyzed the fiber of the tumors.", "analyzed fiber tumors"),
        ("british", "The mold-colored harbor: a favorite.", "colored favorite harbor mold"),
        ("american", "The colour of the theatre is grey.", "colour grey theatre"),
        ("american", "They organised a programme; the licence cost 5 metres of tyre.", "licence "
         "metres organised programme tyre"),
        ("american", "He practised in his pyjamas.", "practised pyjamas"),
    ],
)  # fmt: skip
def test_words_of_the_other_spelling(spelling: str, text: str, words: str) -> None:
    assert " ".join(reported(text, spelling)) == words
    other = "american" if spelling == "british" else "british"
    assert reported(text, other) == []
    assert reported(text, "") == []


@pytest.mark.parametrize(
    "text",
    [
        # -ize is Oxford spelling; programs, meters, checks and licensed premises are British too.
        "They organize and realize the globalization of capsized yachts.",
        "The computer program reads the gas meter and will check the tires of a licensed driver.",
        "The inquiry heard a story of draft beer, an analog disk and a judgment.",
        "Sulfur, artifacts and whiskey are sold by the ton, and highly prized.",
        "The World Trade Center and the Labor Party of Pearl Harbor.",
        "The mayor said: “The color of my neighborhood is gray.”",
        "‘My favorite color,’ she said, ‘is gray.’",
        "Read it at example.com/color-guide, or write to color@example.com about favorite.txt.",
        "The handle @theater and the tag #color.",
    ],
)
def test_what_a_british_house_leaves_alone(text: str) -> None:
    assert reported(text, "british") == []


@pytest.mark.parametrize(
    "text",
    [
        "The glamour of a dialogue, a catalogue, an acknowledgement and an omelette.",
        "They advertise, advise, supervise, televise and exercise; they prise it open.",
        "The Labour Party met at the Theatre Royal.",
        "“I like the colour,” she said.",
        "A draught of air, a game of draughts, an axe and the worshippers.",
    ],
)
def test_what_an_american_house_leaves_alone(text: str) -> None:
    assert reported(text, "american") == []


def test_markdown_quotes_code_and_links_are_left_alone() -> None:
    text = (
        "# Paint\n\nThe paint is dry.\n\n> The color is gray.\n\n"
        "Set `color` in [the guide](http://example.com/color).\n\n```\ncolor = gray\n```\n"
    )
    style = HouseStyle(spelling="british")
    page = document_from_text(text, name="a.md", markdown=True)
    assert findings(page, code="FC304", style=style) == ()


def test_a_finding_shows_the_places_and_the_form_of_the_house() -> None:
    text = "The color is gray.\n\n" + "It has a new color.\n\n" * 8
    (found,) = [
        one
        for one in findings(document(text), code="FC304", style=HouseStyle(spelling="british"))
        if one.values[0] == "color"
    ]
    assert found.values == ("color", "colour")
    assert found.severity is Severity.WARNING
    assert "house style (british): “colour”, not “color”" in found.message
    assert len(found.related) == 5
    assert found.notes == ("“color” 9×",)
    assert {text[place.span.start : place.span.end] for place in found.related} == {"color"}


def test_a_text_with_both_spellings_is_told_the_house_form_once() -> None:
    text = "The colour is fine. The color is new. They organise and organize it."
    found = findings(document(text), code="FC304", style=HouseStyle(spelling="british"))
    assert sorted(one.values for one in found) == [("color", "colour"), ("organise", "organize")]


def test_only_the_draft_is_respelt() -> None:
    style = HouseStyle(spelling="british", names=NAMES)
    text = "The color of the theater in Kiev is gray."
    draft = document(text, "draft.txt", role=DocumentRole.DRAFT)
    source = document(text, "source.txt", role=DocumentRole.SOURCE)
    for code, count in (("FC304", 3), ("FC301", 1)):
        found = findings(draft, source, code=code, style=style)
        assert [one.primary.document for one in found] == ["draft.txt"] * count
    primary = document(text, "report.txt", reference=True)
    assert findings(primary, code="FC304", style=style) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The train to Kiev was late.", "Kiev"),
        ("Kiev's mayor and the Kiev-based firm met.", "Kiev"),
        ("TRAIN TO KIEV LATE\n\nThe train was late on Monday.", "KIEV"),
        ("The envoy of NATO met N.A.T.O. staff.", "N.A.T.O. NATO"),
        (
            "The town cheered on Monday night in the small hall when the boxer Mohammed Ali\n"
            "Hasan won the title after a long fight that nobody there had thought possible\n"
            "before it began.",
            "Mohammed Ali Hasan",
        ),
        ("The train to Kyiv was late.", ""),
        ("The Battle of Kiev was fought in 1941.", ""),
        ("The Kievan princes ate chicken kiev.", ""),
        ("She said: “Kiev is my home.”", ""),
        ("Read example.com/Kiev or Kiev.html.", ""),
        ("NATO MEETS IN BRUSSELS\n\nNato met.", ""),
        ("Mohammed Ali won.", ""),
    ],
)
def test_names_as_the_house_writes_them(text: str, names: str) -> None:
    found = findings(document(text), code="FC301", style=HouseStyle(names=NAMES))
    assert " ".join(sorted(one.values[0] for one in found)) == names
    assert findings(document(text), code="FC301", style=HouseStyle()) == ()


def test_a_capital_name_gets_a_capital_form() -> None:
    text = "TRAIN TO KIEV LATE\n\nThe train was late on Monday."
    (found,) = findings(document(text), code="FC301", style=HouseStyle(names=NAMES))
    assert found.values == ("KIEV", "KYIV")


def test_the_table_goes_both_ways_without_loops() -> None:
    for word in ("color", "theater", "traveled", "gray", "skeptic", "enrollment", "pediatric"):
        british = house_form(word, "british")
        assert british
        assert house_form(british, "british") == ""
        assert house_form(british, "american") == word
    assert house_form("colour", "") == ""


def test_a_spelling_that_nobody_has_is_refused() -> None:
    with pytest.raises(FactcheckError, match="neither british nor american"):
        HouseStyle(spelling="welsh")
