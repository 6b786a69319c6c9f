"""A draft is written in an editor: what is underlined, where, and when."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lsprotocol import types

FOLDER = "Röhren & Söhne 📰 100%"
SOURCE = (
    "Keepers leave the lighthouse\n\n"
    "👩‍🚒 The harbour board said on Monday that 14 keepers left the Marrow Point lighthouse.\n"
)
# A family of five code units and a decomposed é stand before the figure, on the second line.
DRAFT = (
    "Notes\n\n"
    "🧑‍🤝‍🧑 Cafe\u0301: the harbour board said on Monday that 19 keepers left the Marrow Point "
    "lighthouse.\n"
)
OPTIONS = {
    "model": "none",
    "against": ["sources"],
    "select": ["FC101", "FC202"],
    "debounce": 0.05,
}

Start = Callable[..., Any]


@pytest.fixture(scope="module")
def editor(start: Start) -> Any:
    """One editor for the tests of this file, each with a draft of its own."""
    editor = start(OPTIONS, folder=FOLDER)
    editor.write("sources/ägir.txt", SOURCE)
    return editor


def units(text: str, encoding: str = "utf-16-le") -> int:
    return len(text.encode(encoding)) // (2 if encoding == "utf-16-le" else 1)


def marked(text: str, where: types.Range) -> str:
    """The words that a range in UTF-16 code units marks, reckoned as an editor does."""
    assert where.start.line == where.end.line
    row = text.split("\n")[where.start.line].encode("utf-16-le")
    return row[2 * where.start.character : 2 * where.end.character].decode("utf-16-le")


def part(text: str, words: str) -> types.Range:
    """The range of `words`, which stand once in `text`, in UTF-16 code units."""
    before, _, _ = text.partition(words)
    line = before.count("\n")
    start = units(before.rpartition("\n")[2])
    return types.Range(types.Position(line, start), types.Position(line, start + units(words)))


def edit(where: types.Range, text: str) -> types.TextDocumentContentChangePartial:
    return types.TextDocumentContentChangePartial(range=where, text=text)


def test_a_conflict_is_underlined_in_the_draft_and_in_the_source(editor: Any) -> None:
    uri = editor.open("one draft.txt", DRAFT)
    (found,) = editor.found(uri)
    assert (found.code, found.source) == ("FC101", "factcheck")
    assert found.severity is types.DiagnosticSeverity.Error
    assert found.range == part(DRAFT, "19 keepers")
    assert marked(DRAFT, found.range) == "19 keepers"
    (other,) = found.related_information
    assert Path(unquote(other.location.uri.removeprefix("file://"))) == (
        editor.folder / "sources/ägir.txt"
    )
    assert marked(SOURCE, other.location.range) == "14 keepers"
    assert "14 keepers left the Marrow Point" in other.message


def test_the_code_leads_to_the_page_of_the_rule(editor: Any) -> None:
    uri = editor.open("page.txt", DRAFT)
    (found,) = editor.found(uri)
    page = Path(unquote(found.code_description.href.removeprefix("file://")))
    assert page.read_text(encoding="utf-8").startswith("# quantity-mismatch (FC101)")


def test_a_change_is_checked_and_mending_it_clears_the_line(editor: Any) -> None:
    uri = editor.open("change.txt", DRAFT)
    assert editor.found(uri)
    editor.change(uri, 2, edit(part(DRAFT, "19"), "14"))
    assert editor.found(uri, 2) == []
    # Several changes in one message: each counts in the text that the one before left.
    first = types.Range(types.Position(0, 0), types.Position(0, 0))
    second = types.Range(types.Position(3, part(DRAFT, "19").start.character), types.Position(3, 0))
    editor.change(uri, 3, edit(first, "👍\n"), edit(second, "1"))
    text = "👍\n" + DRAFT.replace("19", "114")
    (found,) = editor.found(uri, 3)
    assert marked(text, found.range) == "114 keepers"


def test_a_line_is_what_an_editor_takes_for_one(editor: Any) -> None:
    """A form feed and a line separator are characters in a line; CR alone ends one."""
    text = "A\u2028B\x0cC \u0085 D\r" + DRAFT.replace("\n", "\r\n")
    uri = editor.open("lines.txt", text)
    (found,) = editor.found(uri)
    assert found.range.start.line == 3
    at = types.Range(found.range.start, types.Position(3, found.range.start.character + 2))
    editor.change(uri, 2, edit(at, "17"))
    (found,) = editor.found(uri, 2)
    assert "17 keepers here" in found.message
    assert found.range.start == at.start


def test_the_last_of_many_versions_is_the_one_that_is_told(editor: Any) -> None:
    uri = editor.open("typing.txt", DRAFT)
    for version in range(2, 30):
        figure = str(version + 13)
        editor.change(
            uri,
            version,
            types.TextDocumentContentChangeWholeDocument(DRAFT.replace("19", figure)),
        )
    (found,) = editor.found(uri, 29)
    assert "42 keepers here" in found.message
    told = [one.version for one in editor.history if one.uri == uri]
    assert told == sorted(told)
    assert len(told) < 29


def test_two_texts_are_open_and_one_closes(editor: Any) -> None:
    one, two = editor.open("a.txt", DRAFT), editor.open("b.txt", DRAFT.replace("19", "23"))
    assert "19 keepers" in editor.found(one)[0].message
    assert "23 keepers" in editor.found(two)[0].message
    editor.close(one)
    assert editor.found(one, None) == []
    assert "23 keepers" in editor.found(two)[0].message


def test_a_source_counts_as_the_editor_holds_it(editor: Any) -> None:
    editor.write("sources/zweite.txt", "Nothing of note.\n")
    uri = editor.open("follows.txt", DRAFT)
    source = editor.open("sources/ägir.txt", SOURCE.replace("14", "19"))
    assert [one.message for one in editor.found(source)] == [
        "this text is one of the sources; it is checked once you change it"
    ]
    editor.until(lambda: editor.found(uri) == [])
    editor.change(source, 2, types.TextDocumentContentChangeWholeDocument("\n" + SOURCE))
    editor.until(lambda: editor.found(uri) != [])
    (found,) = editor.found(uri)
    assert found.related_information[0].location.uri == source
    assert marked("\n" + SOURCE, found.related_information[0].location.range) == "14 keepers"
    editor.close(source)
    editor.until(lambda: editor.found(uri)[0].related_information[0].location.range.start.line == 2)


def test_a_draft_among_the_sources_is_checked_once_it_is_edited(editor: Any) -> None:
    text = "It opens on Friday, 6 December 2025.\n"
    editor.write("sources/draft.txt", text)
    uri = editor.open("sources/draft.txt", text)
    assert [one.severity for one in editor.found(uri)] == [types.DiagnosticSeverity.Hint]
    editor.change(uri, 2, edit(types.Range(types.Position(0, 0), types.Position(0, 2)), "Oxbow"))
    assert [one.code for one in editor.found(uri, 2)] == ["FC202"]


def test_a_source_that_changes_on_disk_is_read_again(editor: Any) -> None:
    assert editor.registered == [types.WORKSPACE_DID_CHANGE_WATCHED_FILES]
    path = editor.write("sources/third.txt", "The mill at Oxbow Lane has 40 looms.\n")
    uri = editor.open("mill.txt", "The mill at Oxbow Lane has 50 looms.\n")
    editor.file_changed(path)
    editor.until(lambda: "40 looms" in "".join(one.message for one in editor.found(uri)))
    path.write_text("The mill at Oxbow Lane has 50 looms.\n", encoding="utf-8")
    editor.save(uri)
    editor.until(lambda: editor.found(uri) == [])


def test_markdown_by_language_or_by_ending(editor: Any) -> None:
    text = "```\nopen on Friday, 6 December 2025\n```\n\nIt opens on Friday, 6 December 2025.\n"
    for name, language in (("one.md", "plaintext"), ("two.txt", "markdown"), ("untitled:X", "gfm")):
        (found,) = editor.found(editor.open(name, text, language=language))
        assert (found.code, found.range.start.line) == ("FC202", 4)
    assert len(editor.found(editor.open("three.txt", text))) == 2


def test_an_empty_text_and_one_that_is_no_text(editor: Any) -> None:
    assert editor.found(editor.open("empty.txt", " \n")) == []
    uri = editor.open("binary.txt", "\x00\x01")
    assert editor.found(uri) == []
    editor.until(lambda: any("binary.txt: binary data" in one for one in editor.messages))


def test_settings_that_change_and_settings_that_are_wrong(editor: Any) -> None:
    text = "It opens on Friday, 6 December 2025.\n"
    uri = editor.open("settings.txt", text)
    assert [one.code for one in editor.found(uri)] == ["FC202"]
    editor.configure({"factcheck": {**OPTIONS, "select": ["FC101"]}})
    editor.until(lambda: editor.found(uri) == [])
    editor.configure({"factcheck": {"selct": ["FC101"]}})
    editor.until(lambda: any("'selct'; did you mean 'select'?" in one for one in editor.messages))
    editor.configure({"factcheck": {**OPTIONS, "select": ["FC999"]}})
    editor.until(lambda: any("FC999" in one for one in editor.messages))
    editor.configure({"factcheck": {**OPTIONS, "against": ["no such folder"]}})
    editor.until(lambda: any("no such folder: no such file" in one for one in editor.messages))
    editor.configure({"factcheck": OPTIONS})
    editor.until(lambda: [one.code for one in editor.found(uri)] == ["FC202"])
    assert not any("Traceback" in one for one in editor.messages)


@pytest.mark.parametrize(
    ("encoding", "codec"),
    [(types.PositionEncodingKind.Utf8, "utf-8"), (types.PositionEncodingKind.Utf32, "utf-32-le")],
)
def test_columns_in_the_units_that_the_editor_asks_for(
    start: Start, encoding: types.PositionEncodingKind, codec: str
) -> None:
    editor = start(
        OPTIONS,
        capabilities=types.ClientCapabilities(
            general=types.GeneralClientCapabilities(position_encodings=[encoding, "utf-16"])
        ),
    )
    assert editor.capabilities.position_encoding == encoding
    editor.write("sources/s.txt", SOURCE)
    uri = editor.open("d.txt", DRAFT)
    (found,) = editor.found(uri)
    before = DRAFT.split("\n")[2].partition("19")[0]
    width = len(before.encode(codec)) // (4 if codec == "utf-32-le" else 1)
    assert found.range.start == types.Position(2, width)
    # This editor shows no related places, so the message tells them.
    assert found.related_information is None
    assert "sources/s.txt:3: " in found.message
    assert found.code_description is None
    at = types.Range(types.Position(2, width), types.Position(2, width + 2))
    editor.change(uri, 2, edit(at, "14"))
    assert editor.found(uri, 2) == []


def test_what_is_typed_is_not_kept(start: Start) -> None:
    """A saved text may be met again, so it is cached; a version in the middle of an edit is not."""
    editor = start(OPTIONS)
    cache = editor.folder.parent / "user-cache"
    editor.write("sources/s.txt", SOURCE)
    uri = editor.open("kept.txt", "It opens on Friday, 6 December 2025.\n")
    assert editor.found(uri)
    kept = sorted(path for path in cache.rglob("*") if path.is_file())
    assert len(kept) > 1
    editor.change(uri, 2, edit(types.Range(types.Position(0, 0), types.Position(0, 2)), "Oxbow"))
    assert editor.found(uri, 2)
    assert sorted(path for path in cache.rglob("*") if path.is_file()) == kept
