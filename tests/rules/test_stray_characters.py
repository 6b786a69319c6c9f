from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Finding, Severity
from factcheck.read import document_from_text
from factcheck.rules.rule import Corpus
from factcheck.rules.stray_characters import RULE


def findings(*texts: str) -> list[Finding]:
    documents = tuple(document_from_text(text, name=f"{n}.txt") for n, text in enumerate(texts))
    return list(RULE.check(Corpus(documents, ())))


LEAD = "The harbour reopened on Tuesday after a week of storms, and the first boats went out.\n\n"

MUST_FLAG = [
    ("The first catch was landed before noon by the crew.0", "crew.0"),
    ("The catch was “the best of the year.”7", "year.”7"),
    ("The cafÃ© on the quay was full.", "Ã©"),
    ("The skipperâ€™s wife waited on the quay.", "â€™"),
    ("The skipperâ\x80\x99s wife waited on the quay.", "â\x80\x99"),
    ("The catch was worth Â£40,000 at auction.", "Â£"),
    ("The price of cod was \ufffd3 a kilo.", "\ufffd"),
    ("Fish &amp; chips sold out by noon.", "&amp;"),
    ("Fish and chips<br>sold out by noon.", "<br>"),
    ("Dear {{first_name}}, the harbour is open.", "{{first_name}}"),
    ("The price is ${price} a kilo.", "${price}"),
    ("The boat was owned by [object Object] of the town.", "[object Object]"),
    ("Some TK percent of the boats stayed in port.", "TK"),
    ("The text here is lorem ipsum dolor sit amet.", "lorem ipsum dolor"),
    ("The first boats went out,, and came back.", ",,"),
    ("The har\u200bbour was full of boats.", "\u200b"),
]
MUST_NOT_FLAG = [
    "The catch rose by 4.5 per cent to 1.2 tonnes, worth $3.20 a kilo.",
    "Version 2.0 of the form came out. See No.2 and Vol.3.",
    "The U.S. fleet stayed in port, as did boats from the U.S.",
    "See https://example.org/a?b=1&amp;c={{x}} for the tide table.",
    "The style is that of https://example.org/style.9",
    "The law is still undefined and the rules are null and void.",
    "TK Maxx opened a shop on the quay. São Paulo and Malmö buy the fish.",
    "It rose by 5%, said André, whose naïve façade fooled nobody at 10% strength.",
    "The harbour is 100% full and Élan, Ångström and Übermut are moored.",
    "He paid for A&P goods; AT&T and P&O declined.",
]


@pytest.mark.parametrize(("text", "stray"), MUST_FLAG)
def test_stray_characters_are_found_where_they_stand(text: str, stray: str) -> None:
    (finding,) = findings(LEAD + text + "\n")
    span = finding.primary.span
    assert (LEAD + text)[span.start : span.end] == stray


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_numbers_names_and_addresses_pass(text: str) -> None:
    assert findings(LEAD + text + "\n") == []


def test_footnote_marks_that_count_up_pass() -> None:
    text = LEAD + (
        "The fleet had forty boats in 1900.1 It has four now.2\n\nThe harbour was dredged.3\n"
    )
    assert findings(text) == []


def test_code_and_markup_files_keep_their_markup() -> None:
    code = "Use it so:\n\n```\n{{ name }} <br>\n```\n"
    page = document_from_text(LEAD + "Line<br>break &amp; more.\n", name="a.md", markdown=True)
    listing = document_from_text(LEAD + code, name="b.md", markdown=True)
    assert list(RULE.check(Corpus((page, listing), ()))) == []


def test_one_finding_for_each_kind_in_a_document() -> None:
    (finding,) = findings(LEAD + "The menâ€™s boats and the womenâ€™s nets.\n")
    assert len(finding.related) == 1
    assert finding.severity is Severity.WARNING


@given(st.text(alphabet="éüñ£€—’“½", min_size=1, max_size=3))
def test_text_read_in_the_wrong_encoding_is_told(meant: str) -> None:
    shown = meant.encode("utf-8").decode("latin-1")
    (finding,) = findings(LEAD + f"The boat{shown}house was full of boats.\n")
    assert "encoding" in finding.message


@given(st.text(max_size=200))
def test_any_text_can_be_checked(text: str) -> None:
    for finding in findings(text):
        assert 0 <= finding.primary.span.start < finding.primary.span.end <= len(text)
