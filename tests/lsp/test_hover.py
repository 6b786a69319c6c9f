"""What an editor shows of the words under the pointer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from lsprotocol import types

SOURCE = "The harbour board said on Monday that 14 keepers left the Marrow Point lighthouse.\n"
DRAFT = "The harbour board said on Monday that 19 keepers left the Marrow Point lighthouse.\n"
HOSTILE = (
    "The ferry carried 30 goats to Oxbow Isle [a](command:b) <img> **c** `d` &lt; \x1b[31m\u202e.\n"
)


@pytest.fixture(scope="module")
def editor(start: Callable[..., Any]) -> Any:
    """One editor for the tests of this file."""
    editor = start({"model": "none", "against": ["sources"], "reference": ["primary/act.txt"]})
    editor.write("sources/wire.txt", SOURCE)
    editor.write("primary/act.txt", "The board counts 14 keepers at the Marrow Point lighthouse.\n")
    return editor


def test_a_fact_and_who_gives_which_value(editor: Any) -> None:
    uri = editor.open("fact.txt", DRAFT.replace("19", "14"))
    shown = editor.hover(uri, 0, 40)
    assert shown.contents.kind is types.MarkupKind.Markdown
    assert "**number of keepers** · quantity, several agree" in shown.contents.value
    assert "- **14 keepers**: fact.txt, primary/act.txt, sources/wire.txt" in shown.contents.value
    assert shown.range == types.Range(types.Position(0, 38), types.Position(0, 48))


def test_a_finding_and_why_it_was_paired(editor: Any) -> None:
    uri = editor.open("finding.txt", "\n" + DRAFT)
    words = editor.hover(uri, 1, 40).contents.value
    assert "**error FC101 quantity-mismatch** · number of keepers: 19 keepers here" in words
    assert "- finding.txt:2 · 19 keepers: “" in words
    assert "- sources/wire.txt:1 · 14 keepers: “" in words
    assert "why paired: " in words
    assert "- **19 keepers**: finding.txt" in words


def test_nothing_where_there_is_nothing_to_say(editor: Any) -> None:
    uri = editor.open("nothing.txt", "Nobody was there.\n\n\n")
    assert editor.hover(uri, 1, 0) is None
    assert editor.hover(uri, 77, 5) is None
    assert editor.hover("file:///not/open.txt", 0, 0) is None


def test_a_question_waits_for_the_text_as_it_is_now(editor: Any) -> None:
    uri = editor.open("waits.txt", DRAFT)
    whole = types.TextDocumentContentChangeWholeDocument(DRAFT.replace("19", "18"))
    editor.change(uri, 2, whole)
    assert "18 keepers here" in editor.hover(uri, 0, 40).contents.value


def test_words_of_strangers_are_no_markup(editor: Any) -> None:
    path = editor.write("sources/evil.txt", HOSTILE)
    editor.file_changed(path)
    uri = editor.open("hostile.txt", "The ferry carried 40 goats to Oxbow Isle.\n")
    words = editor.hover(uri, 0, 20).contents.value
    assert r"\[a\](command:b) \<img\> \*\*c\*\* \`d\` \&lt; \\x1b\[31m\\u202e" in words
    assert "\x1b" not in words
    assert "\u202e" not in words


def test_an_editor_without_markdown_gets_plain_words(start: Callable[..., Any]) -> None:
    editor = start({"model": "none"}, capabilities=types.ClientCapabilities())
    uri = editor.open("plain.txt", "It opens on Friday, 6 December 2025, in the *old* mill.\n")
    shown = editor.hover(uri, 0, 20)
    assert shown.contents.kind is types.MarkupKind.PlainText
    assert "error FC202 weekday-mismatch" in shown.contents.value
    assert "*old* mill" in shown.contents.value
    assert "\\" not in shown.contents.value
