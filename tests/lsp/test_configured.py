"""A text in an editor obeys the configuration file that lies nearest to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lsprotocol import types

FRIDAY = "It opens on Friday, 6 December 2025.\n"


def codes(found: list[types.Diagnostic]) -> list[tuple[str, types.DiagnosticSeverity]]:
    return [(one.code, one.severity) for one in found]


def test_the_nearest_file_decides_and_the_editor_on_top(start: Callable[..., Any]) -> None:
    editor = start({"model": "none", "debounce": 0.0})
    top = editor.write("factcheck.toml", 'against = ["sources"]\nselect = ["FC101", "FC202"]\n')
    editor.write("sources/wire.txt", "The mill at Oxbow Lane has 40 looms.\n")
    inner = editor.write(
        "desk/pyproject.toml",
        '[tool.factcheck]\nselect = ["FC202"]\nseverity = { FC202 = "info" }\n'
        '[tool.factcheck.per-file-ignores]\n"loose/*.txt" = ["FC202"]\n',
    )
    text = "The mill at Oxbow Lane has 50 looms.\n\n" + FRIDAY
    error, info = types.DiagnosticSeverity.Error, types.DiagnosticSeverity.Information
    outer = editor.open("a.txt", text)
    assert sorted(codes(editor.found(outer))) == [("FC101", error), ("FC202", error)]
    deep = editor.open("desk/deep/b.txt", text)
    assert codes(editor.found(deep)) == [("FC202", info)]
    assert editor.found(editor.open("desk/loose/c.txt", text)) == []

    inner.write_text("[tool.factcheck]\nselct = []\n", encoding="utf-8")
    editor.file_changed(inner)
    editor.until(lambda: any("desk/pyproject.toml:2: " in one for one in editor.messages))
    editor.until(lambda: editor.found(deep) == [])

    inner.unlink()
    editor.file_changed(inner)
    editor.until(lambda: len(editor.found(deep)) == 2)

    top.write_text('select = ["FC202"]\n', encoding="utf-8")
    editor.file_changed(top)
    editor.until(lambda: codes(editor.found(outer)) == [("FC202", error)])
    editor.configure({"factcheck": {"model": "none", "select": ["FC101"]}})
    editor.until(lambda: editor.found(outer) == [])
    editor.configure({"factcheck": {"model": "none", "isolated": True}})
    editor.until(lambda: codes(editor.found(outer)) == [("FC202", error)])
