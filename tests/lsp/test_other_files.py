"""Sources of other kinds than text: page or record is told, and no line that isn't there."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from lsprotocol import types

SOURCE = "The harbour board said on Monday that 14 keepers left the Marrow Point lighthouse."
DRAFT = "The harbour board said on Monday that 19 keepers left the Marrow Point lighthouse.\n"


@pytest.fixture(scope="module")
def editor(start: Callable[..., Any]) -> Any:
    """An editor whose only source is a record of a list."""
    editor = start({"model": "none", "against": ["wire.jsonl"]})
    records = [
        {"id": "a11", "text": "Nothing."},
        {
            "id": "a12",
            "text": f"It was a quiet day in the old harbour town, they said.\n\n{SOURCE}",
        },
    ]
    editor.write("wire.jsonl", "\n".join(map(json.dumps, records)))
    return editor


def test_the_record_is_told(editor: Any) -> None:
    uri = editor.open("draft.txt", DRAFT)
    (found,) = [one for one in editor.found(uri) if one.code == "FC101"]
    (other,) = found.related_information
    assert other.location.uri.endswith("/wire.jsonl")
    assert other.location.range == types.Range(types.Position(0, 0), types.Position(0, 0))
    assert other.message.startswith("(line 2, paragraph 2) ")
    words = editor.hover(uri, 0, 40).contents.value
    assert "a12 (line 2, paragraph 2) · 14 keepers" in words
