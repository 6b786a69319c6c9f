"""Names by their capitals, the entities behind them, and whether two names are one."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.annotate import annotate
from factcheck.annotate.canonical import canonical, name_relation, same_entity
from factcheck.annotate.data.words import HONORIFICS, SUFFIXES
from factcheck.annotate.nouns import Annotated, Entity
from factcheck.read import document_from_text


def read(text: str) -> Annotated:
    return annotate(document_from_text(text, name="a.txt"), model=None)


def names(text: str) -> list[str]:
    return [name.text for name in read(text).names]


def entity(annotated: Annotated, form: str) -> Entity:
    found = {annotated.entities[n.entity].index for n in annotated.names if n.text == form}
    assert len(found) == 1, (form, found)
    return annotated.entities[found.pop()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Monday the envoy Anna Brandt met aides.", ["Anna Brandt"]),
        ("In May she met UK Prime Minister Sir Alan Dorset.", ["UK", "Alan Dorset"]),
        ("They asked Mr. Alan Dorset and Dr Mia Holt.", ["Alan Dorset", "Mia Holt"]),
        ("He praised Ursula van der Meer there.", ["Ursula van der Meer"]),
        ("He wrote to Jean-Luc Moreau at once.", ["Jean-Luc Moreau"]),
        ("They called Mary O'Neill's office.", ["Mary O'Neill"]),
        ("They saw J. K. Tarrant and George W. Tarrant.", ["J. K. Tarrant", "George W. Tarrant"]),
        ("It lent money to the Bank of England again.", ["Bank of England"]),
        ("It belongs to Holt & Sons Ltd of Leeds.", ["Holt & Sons Ltd", "Leeds"]),
        ("The talks were in Berlin on Friday.", ["Berlin"]),
        ("Many French and German voters came.", []),
        ("The Russian president left early.", []),
        ("I think that I'm late.", []),
        ("He saw the Russia-Ukraine front.", ["Russia", "Ukraine"]),
        ("The U.S.-led talks went on.", ["U.S."]),
        ("New York Times readers wrote to Anna Brandt.", ["New York Times", "Anna Brandt"]),
        ("In Prague Jan Havran sang.", ["Prague", "Jan Havran"]),
        ("In January Jan Havran sang in Theresa May's hall.", ["Jan Havran", "Theresa May"]),
        ("They met Chief Executive Mia Holt.", ["Mia Holt"]),
        # The stop of "Officer." ends the sentence, so its capitals are no line of a list.
        (
            "Enquiries: Mia Holt, Chief Executive; Jo Marsh, Chief Financial Officer.",
            ["Mia Holt", "Jo Marsh"],
        ),
        ("However, nobody came. Several people left.", []),
    ],
)
def test_names_of_a_sentence(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_first_word_counts_when_it_is_a_name_elsewhere() -> None:
    text = "Reporters asked Brandtner twice. Brandtner declined. Shares fell."
    assert names(text) == ["Brandtner", "Brandtner"]


@pytest.mark.parametrize(
    "title", ["Mayor Opens New Bridge Over River", "MAYOR OPENS NEW BRIDGE OVER RIVER"]
)
def test_headline_capitals_are_no_names(title: str) -> None:
    text = f"{title}\n\nThe mayor opened a bridge over the river in the morning, and people came.\n"
    assert names(text) == []


def test_headline_finds_names_that_the_body_taught() -> None:
    text = (
        "HOLT OPENS NEW BRIDGE IN LEEDS\n\n"
        "The mayor, Mia Holt, opened the bridge in Leeds. People cheered Holt for minutes.\n"
    )
    annotated = read(text)
    assert [name.text for name in annotated.names][:2] == ["HOLT", "LEEDS"]
    assert entity(annotated, "HOLT").name == "Mia Holt"


def test_surname_joins_its_full_name() -> None:
    annotated = read("They met Sir Alan Dorset. Then Mr Dorset spoke, and Dorset's aide left.")
    dorset = entity(annotated, "Dorset")
    assert (dorset.name, dorset.kind) == ("Alan Dorset", "person")
    assert set(dorset.honorifics) == {"Sir", "Mr"}


def test_two_people_of_one_surname_stay_apart() -> None:
    annotated = read("They met Alan Dorset. Then Mia Dorset came, and Dorset sang.")
    assert entity(annotated, "Dorset").name == "Mia Dorset"
    assert entity(annotated, "Alan Dorset").index != entity(annotated, "Mia Dorset").index


def test_honorific_tells_which_bearer_is_meant() -> None:
    text = "They met Mr Alan Dorset and later Mrs Mia Dorset. It was Mr Dorset who sang."
    annotated = read(text)
    last = [name for name in annotated.names if name.text == "Dorset"][-1]
    assert annotated.entities[last.entity].name == "Alan Dorset"


def test_people_of_one_given_name_stay_apart() -> None:
    annotated = read("They met Donald Trump and Donald Tusk. Then Tusk left with Trump.")
    assert entity(annotated, "Tusk").name == "Donald Tusk"
    assert entity(annotated, "Trump").name == "Donald Trump"


def test_acronym_joins_the_name_it_abbreviates() -> None:
    annotated = read("It joined the Harbour Workers Association (HWA). The HWA met in Hull.")
    assert entity(annotated, "HWA").name == "Harbour Workers Association"


def test_surname_that_is_also_a_title() -> None:
    annotated = read("They met Billy King in June. Later they asked King again. The King slept.")
    assert entity(annotated, "King").name == "Billy King"


def test_acronym_that_is_also_a_word() -> None:
    annotated = read("They asked the World Harvest Order (WHO). WHO staff left.")
    assert entity(annotated, "WHO").name == "World Harvest Order"


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("They went to Prague in spring.", "Prague", "place"),
        ("They spoke with Dr Vondrasek there.", "Vondrasek", "person"),
        ("It was said by Vondrasek Holdings there.", "Vondrasek Holdings", "organisation"),
        ("They joined NATO late.", "NATO", "organisation"),
        ("They heard Anna Vondrasek there.", "Anna Vondrasek", "person"),
    ],
)
def test_kind_of_entity(text: str, form: str, kind: str) -> None:
    assert entity(read(text), form).kind == kind


def test_spans_point_into_the_original() -> None:
    text = "They met “Jean‑Luc Moreau” and O’Neill’s aide in São Paulo."
    annotated = read(text)
    found = [annotated.document.slice(name.span) for name in annotated.names]
    assert found == ["Jean‑Luc Moreau", "O’Neill", "São Paulo"]
    assert len(annotated.shadow) == len(text)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Sir Alan Dorset", "Dorset", "same"),
        ("ALAN DORSET", "Alan Dorset", "same"),
        ("Sam Dorset", "Samuel Dorset", "same"),
        ("A. Dorset", "Alan Dorset", "same"),
        ("George W. Tarrant", "George Tarrant", "same"),
        ("Harbour Workers Association", "HWA", "same"),
        ("Acme Corp", "Acme", "same"),
        ("Recep Erdoğan", "Recep Erdogan", "same"),
        ("Kim Jong-un", "Kim Jong Un", "same"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky", "variant"),
        ("Volodymyr Zelenskiy", "Vladimir Zelensky", "variant"),
        ("Sergei Ivanov", "Sergey Ivanov", "variant"),
        ("Kier Dunmore", "Keir Dunmore", "variant"),
        ("Jeffery Dunmore", "Jeffrey Dunmore", "variant"),
        ("Alan", "Alan Dorset", "unknown"),
        ("Alan Dorset", "Mia Dorset", "other"),
        ("George W. Tarrant", "George H. Tarrant", "other"),
        ("Tim Dorset", "Tom Dorset", "other"),
        ("Christian Dorset", "Christina Dorset", "other"),
        ("Donald Trump", "Donald Tusk", "other"),
        ("Kim Jong Un", "Kim Jong Il", "other"),
        ("Alan Martin", "Alan Martinez", "other"),
        ("Alan Roberts", "Alan Robert", "other"),
        ("Iran", "Iraq", "other"),
    ],
)
def test_same_entity(left: str, right: str, expected: str) -> None:
    assert same_entity(left, right) == expected
    assert same_entity(right, left) == expected


WORD = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéäø-'", min_size=1, max_size=12).map(str.title)
NAME = st.lists(WORD, min_size=1, max_size=4).map(tuple)


@given(NAME, NAME)
def test_relation_is_symmetric(left: tuple[str, ...], right: tuple[str, ...]) -> None:
    assert name_relation(left, right) == name_relation(right, left)


@given(NAME)
def test_a_name_is_the_same_as_itself(words: tuple[str, ...]) -> None:
    assert name_relation(words, words) == "same"


TITLES = HONORIFICS | SUFFIXES


@example(("Jr", "Holt"))
@given(NAME.filter(lambda words: not TITLES.issuperset(words)))
def test_an_honorific_makes_no_other_name(words: tuple[str, ...]) -> None:
    assert canonical(("Sir", *words)) == canonical(words)


@pytest.mark.parametrize("words", [("Dr",), ("Dr", "Dr"), ("Sir", "Jr")])
def test_a_name_of_titles_alone_keeps_them(words: tuple[str, ...]) -> None:
    assert len(canonical(words).split()) == len(words)


@given(st.text(alphabet="Ab. '-\n,()|\"’“é1", max_size=200))
def test_any_text_is_read(text: str) -> None:
    annotated = read("x" + text)
    for name in annotated.names:
        assert annotated.shadow[name.span.start : name.span.end] == name.text
        assert 0 <= name.entity < len(annotated.entities)
        assert annotated.entities[name.entity].index == name.entity
