"""What rules on text need of blocks: sentence ends, excerpts, the code and comments in them."""

from __future__ import annotations

import pytest

from factcheck.read import document_from_text
from factcheck.rules.prose import ends_sentence, excerpt, is_markup
from factcheck.rules.readable import without_code, without_comments


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It ended.", True),
        ("It ended. ", True),
        ("It ended.”", True),
        ("It ended.12", True),
        ("It ended.[12]", True),
        ("It ended.†", True),
        ("Is it?", True),
        ("On and…", True),
        ("It ended", False),
        ("It ended.1234", False),
        ("It ended.”””””", False),
        ("e.g. this one is long enough now", False),
    ],
)
def test_the_end_of_a_sentence(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  a \n b ", "a b"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 60 + "…"),
        ("word " * 10 + "word, efghijk", "word " * 10 + "word…"),
        ("one " * 14 + "four five", "one " * 13 + "one…"),
    ],
)
def test_an_excerpt_is_cut_at_a_word(text: str, shown: str) -> None:
    assert excerpt(text) == shown


@pytest.mark.parametrize(
    ("name", "markup"),
    [("a.md", True), ("a.MD", True), ("a.html", True), ("a.txt", False), ("a.md.txt", False)],
)
def test_markup_by_name(name: str, markup: bool) -> None:
    assert is_markup(document_from_text("It ended.\n", name=name)) is markup


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It <!-- a --> is <!-- b --> so.\n", "It            is            so.\n"),
        ("It [factcheck: ignore] is so.\n", "It                     is so.\n"),
        ("It <!-- A --> is `so`.\n", "It            is `so`.\n"),
        ("It is <b>so</b>.\n", "It is <b>so</b>.\n"),
    ],
)
def test_comments_are_spaces_to_rules(text: str, shown: str) -> None:
    document = document_from_text(text, name="a.md", markdown=True)
    assert without_comments(document).text == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It is `code x` here, and `c`.\n", "It is `xxxxxx` here, and `x`.\n"),
        ("<b>Bold</b> `one` and `two` so.\n", "<b>Bold</b> `xxx` and `xxx` so.\n"),
        ("It <!-- no --> is plain.\n", "It <!-- no --> is plain.\n"),
    ],
)
def test_code_says_nothing_to_rules(text: str, shown: str) -> None:
    document = document_from_text(text, name="a.md", markdown=True)
    assert without_code(document).text == shown
