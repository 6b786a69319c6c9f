"""What an editor offers to do about a finding, and what comes of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lsprotocol import types

FRIDAY = "on Friday, 6 December 2025"

Start = Callable[..., Any]


@pytest.fixture(scope="module")
def editor(start: Start) -> Any:
    """One editor for the tests of this file; its texts obey a configuration with a baseline."""
    editor = start({"debounce": 0.0}, folder="größe 📐")
    config = 'model = "none"\nselect = ["FC202", "FC203", "FC0"]\nbaseline = "known.json"\n'
    editor.write("factcheck.toml", config)
    baseline = {"schema": "factcheck.baseline/v1", "min_confidence": 0.6, "entries": []}
    editor.write("known.json", json.dumps(baseline))
    return editor


def titled(actions: list[types.CodeAction], beginning: str) -> types.CodeAction:
    (action,) = [one for one in actions if one.title.startswith(beginning)]
    return action


def applied(text: str, edit: types.TextEdit) -> str:
    """`text` after an insertion, which is counted in UTF-16 code units."""
    assert edit.range.start == edit.range.end
    rows = text.split("\n")
    row = rows[edit.range.start.line].encode("utf-16-le")
    at = 2 * edit.range.start.character
    assert at <= len(row)
    rows[edit.range.start.line] = (
        row[:at].decode("utf-16-le") + edit.new_text + row[at:].decode("utf-16-le")
    )
    return "\n".join(rows)


def whole(text: str) -> types.TextDocumentContentChangeWholeDocument:
    return types.TextDocumentContentChangeWholeDocument(text)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.txt", f"👍 It opens {FRIDAY}.\n", "2025. [factcheck: ignore[weekday-mismatch]]\n"),
        (
            "wrapped.md",
            f"The bridge over the Oxbow opens\n{FRIDAY}, said the\nboard of the harbour.\n\nB.\n",
            "harbour. <!-- factcheck: ignore[weekday-mismatch] -->\n\nB.",
        ),
        ("break.md", f"It opens {FRIDAY}.\\\nNot before.\n", None),
        (
            "heading.md",
            f"## 👍 The bridge opens {FRIDAY} ##\n\nAll are invited.\n",
            "2025 <!-- factcheck: ignore[weekday-mismatch] --> ##\n",
        ),
        ("setext.md", f"The bridge opens {FRIDAY}\n=========================\n\nAll come.\n", None),
        ("list.md", f"- It opens {FRIDAY}.\n- All come.\n", None),
        (
            "table.md",
            f"| What | When |\n|---|---|\n| Bridge | It opens {FRIDAY}. |\n| Mill | later |\n",
            "2025. <!-- factcheck: ignore[weekday-mismatch] --> |\n",
        ),
        (
            "has.md",
            f"It opens {FRIDAY} and ends on 31 April 2026. "
            "<!-- factcheck: ignore[impossible-date] printed so -->\n",
            "<!-- factcheck: ignore[impossible-date, weekday-mismatch] printed so -->\n",
        ),
        ("crlf.md", f"It opens {FRIDAY}.\r\n\r\nAll come.\r\n", None),
    ],
)
def test_a_comment_silences_the_finding(
    editor: Any, name: str, text: str, expected: str | None
) -> None:
    uri = editor.open(name, text)
    (found,) = editor.found(uri)
    assert found.code == "FC202"
    action = titled(editor.actions(uri, found.range), "Ignore weekday-mismatch")
    assert [one.code for one in action.diagnostics] == ["FC202"]
    (change,) = action.edit.document_changes
    assert (change.text_document.uri, change.text_document.version) == (uri, 1)
    (edit,) = change.edits
    after = applied(text, edit)
    if expected is not None:
        assert expected in after
    editor.change(uri, 2, whole(after))
    assert editor.found(uri, 2) == []


def test_what_a_comment_cannot_silence_is_not_offered(editor: Any) -> None:
    uri = editor.open("idle.md", "<!-- factcheck: ignore[FC202] -->\nNothing here.\n")
    (found,) = editor.found(uri)
    assert found.code == "FC001"
    titles = [one.title for one in editor.actions(uri, found.range)]
    assert not any(title.startswith("Ignore") for title in titles)


def test_a_finding_goes_into_the_baseline(editor: Any) -> None:
    text = "They sailed on Monday, 2 December 2025.\n\nIt ends on 31 April 2026.\n"
    uri = editor.open("accepted.txt", text)
    found = {one.code: one for one in editor.found(uri)}
    action = titled(editor.actions(uri, found["FC202"].range), "Accept this weekday-mismatch")
    editor.execute(action.command)
    editor.until(lambda: [one.code for one in editor.found(uri)] == ["FC203"])
    kept = json.loads((editor.folder / "known.json").read_text(encoding="utf-8"))
    (entry,) = kept["entries"]
    assert (entry["rule"], entry["document"]) == ("weekday-mismatch", "accepted.txt")
    assert entry["fingerprint"] == found["FC202"].data["fingerprint"]
    editor.execute(action.command)
    editor.until(lambda: any("this finding is gone" in one for one in editor.messages))


def test_the_page_of_the_rule_is_shown(editor: Any) -> None:
    uri = editor.open("page.txt", f"It opens {FRIDAY}.\n")
    (found,) = editor.found(uri)
    editor.execute(titled(editor.actions(uri, found.range), "Show what FC202").command)
    editor.until(lambda: editor.shown)
    page = Path(unquote(editor.shown[-1].removeprefix("file://")))
    assert page.read_text(encoding="utf-8").startswith("# weekday-mismatch (FC202)")
    wrong = types.Command("x", command="factcheck.showRule", arguments=["../../etc/passwd"])
    editor.execute(wrong)
    editor.until(lambda: any("etc/passwd" in one for one in editor.messages))


def test_no_actions_where_there_are_no_findings_or_none_are_asked_for(editor: Any) -> None:
    uri = editor.open("quiet.txt", f"Nothing here.\n\nIt opens {FRIDAY}.\n")
    (found,) = editor.found(uri)
    start = types.Position(0, 0)
    assert editor.actions(uri, types.Range(start, start)) == []
    assert editor.actions(uri, found.range, only=["refactor"]) == []
    assert editor.actions(uri, found.range, only=["quickfix"])


def test_an_editor_that_knows_little(start: Start) -> None:
    """No versions in edits, no showing of files, no baseline: what is left still works."""
    editor = start({"model": "none"}, capabilities=types.ClientCapabilities())
    text = f"It opens {FRIDAY}.\n"
    uri = editor.open("a.txt", text)
    (found,) = editor.found(uri)
    actions = editor.actions(uri, found.range)
    assert not any(one.title.startswith("Accept") for one in actions)
    ((changed, (edit,)),) = titled(actions, "Ignore").edit.changes.items()
    assert changed == uri
    editor.change(uri, 2, whole(applied(text, edit)))
    assert editor.found(uri, 2) == []
    editor.execute(titled(actions, "Show").command)
    editor.until(lambda: any("weekday-mismatch.md" in one for one in editor.messages))
