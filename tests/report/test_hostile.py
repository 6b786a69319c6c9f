"""What every format owes its reader: nothing in a text or a name steers what shows the report."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from factcheck.model import Report
from factcheck.report import FORMATS, Format, Style

# Line breaks are the formats' own; a tab moves nothing but the next word.
OURS = {"\n", "\t"}
ESCAPE = "\x1b]0;owned\x07\x1b[2J\x9b2J"


@pytest.mark.parametrize("format_", FORMATS, ids=lambda one: one.names[0])
def test_no_control_character_comes_through(format_: Format, hostile: list[Report]) -> None:
    for report in hostile:
        shown = set(format_.render(report, Style(width=100, facts=True)))
        controls = {one for one in shown if unicodedata.category(one) == "Cc"}
        assert controls <= OURS


@pytest.mark.parametrize("format_", FORMATS, ids=lambda one: one.names[0])
def test_files_with_names_that_steer_a_terminal(run_here, tmp_path: Path, format_: Format) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    names = [f"{ESCAPE}::error::x\u202e.txt", "=cmd|' calc'!A0 <img src=x> [a](b).txt"]
    for name, pages in zip(names, (48, 52), strict=True):
        text = f"The harbour plan, published on Monday, runs to {pages} pages.\n"
        try:
            (folder / name).write_text(text, encoding="utf-8")
        except OSError:
            pytest.skip("the file system takes no such name")
    name = format_.names[0]
    done = run_here("compare", "desk", "--model", "none", "--no-cache", "--format", name)
    assert done.returncode == 1
    for said in (done.stdout, done.stderr):
        assert not {"\x1b", "\x07", "\x9b"} & set(said.decode("utf-8"))
    assert not any(line.startswith(b"::error::") for line in done.stdout.splitlines())
    if name == "html":
        assert b"<img src=x>" not in done.stdout


@pytest.mark.parametrize(
    "command",
    [
        ("claims", "desk"),
        ("lint", "desk", "--verbose"),
        ("compare", "desk", "--statistics"),
        ("compare", "desk", "--timing"),
        ("compare", "desk", "gone\x1b[2J"),
    ],
)
def test_no_command_lets_a_name_through(run_here, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "desk").mkdir()
    try:
        (tmp_path / "desk" / f"{ESCAPE}.txt").write_text("The plan runs to 48 pages.\n")
    except OSError:
        pytest.skip("the file system takes no such name")
    done = run_here(*command, "--model", "none", "--no-cache")
    said = (done.stdout + done.stderr).decode("utf-8")
    assert said
    assert not {"\x1b", "\x07", "\x9b"} & set(said)
