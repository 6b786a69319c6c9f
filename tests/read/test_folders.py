"""What is left out of folders: by .gitignore files, as git has it, and by patterns."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.model import FactcheckError
from factcheck.read import read_paths
from factcheck.read.folders import LeaveOut

TEXT = "The tower was lit again on Monday.\n"
FILES = (
    "a.md",
    "b.txt",
    "notes.md",
    "build/x.md",
    "build/keep.md",
    "drafts/a.md",
    "drafts/old/a.md",
    "drafts/old/keep.md",
    "drafts/old/deep/b.md",
    "drafts/notes.md",
    "docs/build/a.md",
    "docs/a b.md",
    "docs/é.md",
    "src/x.txt",
    "src/in/x.txt",
    "#odd.md",
    "!bang.md",
)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        path = tmp_path / "repo" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "repo")
    return tmp_path / "repo"


def names(
    *paths: str, leave_out: LeaveOut | None = None, told: list[str] | None = None
) -> list[str]:
    found = read_paths(paths, leave_out=leave_out or LeaveOut(), left_out=told)
    return [document.name.removeprefix("./") for document in found]


def write(path: Path, *lines: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize(
    "rules",
    [
        {"": ["build/"]},
        {"": ["/build/", "*.txt"]},
        {"": ["*.md", "!notes.md", "!drafts/**"]},
        {"": ["drafts/*", "!drafts/old"], "drafts/old": ["*", "!keep.md"]},
        {"": ["old/", "!keep.md"]},
        {"": ["**/old/*.md", "docs/a b.md", "\\#odd.md", "\\!bang.md", "# odd", ""]},
        {"": ["src/**/x.txt"], "docs": ["é.md", "build"]},
        {"": ["*"], "drafts": ["!*"]},
        {"": ["*.md"], "drafts": ["!a.md"], "drafts/old": ["a.md"]},
        {"": ["!", "[", "build  ", "notes.md/"]},
        {"": ["[ab].md", "?.txt"]},
        {".git/info": ["notes.md"], "": ["!drafts/notes.md"]},
    ],
)
def test_it_reads_what_git_does_not_ignore(tree: Path, rules: dict[str, list[str]]) -> None:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}

    def git(*arguments: str) -> bytes:
        return subprocess.run(
            ["git", "-C", str(tree), *arguments], check=True, capture_output=True, env=environment
        ).stdout

    git("init", "-q")
    for folder, lines in rules.items():
        write(tree / folder / ("exclude" if folder == ".git/info" else ".gitignore"), *lines)
    listed = git("ls-files", "-z", "--others", "--exclude-standard").decode().split("\0")
    expected = sorted(name for name in listed if name.endswith((".md", ".txt")))
    if expected:
        assert sorted(names(".")) == expected
    else:
        with pytest.raises(FactcheckError, match=r"left out: \d+ by \.gitignore"):
            names(".")
    inside = sorted(name for name in expected if name.startswith("drafts/"))
    if inside:
        assert sorted(names("drafts")) == inside


def test_without_a_repository_the_files_in_the_folder_count(tree: Path) -> None:
    write(tree / ".gitignore", "a.md")
    write(tree / "drafts/.gitignore", "old/")
    assert names("drafts") == ["drafts/a.md", "drafts/notes.md"]
    assert "a.md" not in names(".")


def test_what_is_named_is_read(tree: Path) -> None:
    (tree / ".git").mkdir()
    write(tree / ".gitignore", "build/", "a.md")
    assert names("build/x.md", "a.md") == ["a.md", "build/x.md"]
    assert names("build") == ["build/keep.md", "build/x.md"]
    assert names("build/*.md") == ["build/keep.md", "build/x.md"]


def test_ignore_files_can_be_left_aside(tree: Path) -> None:
    write(tree / ".gitignore", "*")
    assert len(names(".", leave_out=LeaveOut(ignore_files=False))) == len(FILES)


def test_what_is_left_out_is_told(tree: Path) -> None:
    write(tree / ".gitignore", "build/", "notes.md")
    told: list[str] = []
    names(".", leave_out=LeaveOut(exclude=("docs",)), told=told)
    assert sorted(told) == ["./build/", "./docs/", "./drafts/notes.md", "./notes.md"]


@pytest.mark.parametrize(
    ("pattern", "gone"),
    [
        ("old", {"drafts/old/a.md", "drafts/old/keep.md", "drafts/old/deep/b.md"}),
        ("drafts/*.md", {"drafts/a.md", "drafts/notes.md"}),
        ("**/notes.md", {"drafts/notes.md", "notes.md"}),
        ("notes.*", {"drafts/notes.md", "notes.md"}),
    ],
)
def test_exclude(tree: Path, pattern: str, gone: set[str]) -> None:
    leave_out = LeaveOut(exclude=(pattern,))
    assert set(FILES) - set(names(".", leave_out=leave_out)) == gone
    first = sorted(gone)[0]
    assert names(first, leave_out=leave_out) == [first]
    forced = LeaveOut(exclude=(pattern,), force=True)
    assert names("b.txt", first, leave_out=forced) == ["b.txt"]
    assert names(first, leave_out=forced) == []


def test_exclude_and_standard_input(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for force, expected in ((False, ["notes.md"]), (True, [])):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"# Tower\n\nLit.\n")))
        leave_out = LeaveOut(exclude=("notes.md",), force=force)
        found = read_paths(["-"], stdin_filename="notes.md", leave_out=leave_out)
        assert [document.name for document in found] == expected


def test_a_gitignore_that_is_no_text_or_a_folder(tree: Path) -> None:
    (tree / ".gitignore").write_bytes(b"\xff\xfe\x00a.md\n")
    (tree / "drafts/.gitignore").mkdir()
    assert sorted(names(".")) == sorted(FILES)
