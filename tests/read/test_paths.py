"""Files, folders, patterns and standard input; every bad input is one clear line."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.model import FactcheckError
from factcheck.read import files, read_paths
from factcheck.read.decode import decode

TEXT = "The tower was lit again on Monday.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with texts at several depths and some that are not to be read."""
    monkeypatch.chdir(tmp_path)
    for name in ("in/b.txt", "in/a.md", "in/deep/c.markdown", "in/d.text"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    for name in ("in/.hidden.txt", "in/.git/x.txt", "in/data.json", "in/pic.png"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\x00")
    return tmp_path


def names(*paths: str, stdin_filename: str | None = None) -> list[str]:
    return [document.name for document in read_paths(paths, stdin_filename=stdin_filename)]


def refusal(*paths: str) -> str:
    with pytest.raises(FactcheckError) as caught:
        read_paths(paths)
    message = str(caught.value)
    assert "\n" not in message
    return message


ALL = ["in/a.md", "in/b.txt", "in/d.text", "in/deep/c.markdown"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["in"], ALL),
        (["in/"], ALL),
        (["./in"], [f"./{name}" for name in ALL]),
        (["in/b.txt", "in/a.md"], ["in/a.md", "in/b.txt"]),
        (["in/*.txt"], ["in/b.txt"]),
        (["in/**/*.m*"], ["in/a.md", "in/deep/c.markdown"]),
        (["in/b.txt", "./in/b.txt", "in/deep/../b.txt", "in"], ALL),
    ],
)
def test_what_paths_give(paths: list[str], expected: list[str]) -> None:
    assert names(*paths) == expected
    assert names(*reversed(paths)) == expected


def test_a_file_is_read_whatever_its_suffix(folder: Path) -> None:
    (folder / "notes.log").write_text(TEXT, encoding="utf-8")
    assert names("notes.log") == ["notes.log"]


def test_text_is_kept_as_it_stands(folder: Path) -> None:
    (folder / "w.txt").write_bytes("One.\r\nTwo – “three”.\r".encode())
    (document,) = read_paths(["w.txt"])
    assert document.text == "One.\r\nTwo – “three”.\r"


def test_a_name_with_signs_of_a_pattern_is_a_file_first(folder: Path) -> None:
    (folder / "a[1].txt").write_text(TEXT, encoding="utf-8")
    assert names("a[1].txt") == ["a[1].txt"]


def test_links_out_of_a_folder_are_not_followed(folder: Path) -> None:
    (folder / "secret.txt").write_text(TEXT, encoding="utf-8")
    (folder / "in/out.txt").symlink_to(folder / "secret.txt")
    (folder / "in/loop").symlink_to(folder / "in")
    (folder / "in/within.txt").symlink_to(folder / "in/b.txt")
    assert names("in") == ALL


def test_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, expected in ((None, ["<stdin>"]), ("in/b.txt", ["in/b.txt"])):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"# Tower\n\nLit.\n")))
        assert names("-", stdin_filename=name) == expected
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Draft words.\n")))
    documents = read_paths(["in", "-"], stdin_filename="in/b.txt")
    assert [document.name for document in documents] == ALL
    assert documents[1].text == "Draft words.\n"


def test_a_missing_path_among_others(folder: Path) -> None:
    message = refusal("in/b.txt", "in/a.mb")
    assert message.startswith("in/a.mb: no such file or folder")
    assert "did you mean in/a.md?" in message


def test_words_are_never_taken_as_text(folder: Path) -> None:
    assert "no such file" in refusal("The tower was lit again on Monday.")


def test_escapes_in_a_path_are_shown(folder: Path) -> None:
    assert "\x1b" not in refusal("\x1b[31m.txt\x07")


def test_nothing_given() -> None:
    assert "nothing to check" in refusal()


def test_no_match(folder: Path) -> None:
    assert refusal("in/*.rst").startswith("in/*.rst: no file matches")


def test_a_folder_with_nothing_readable(folder: Path) -> None:
    (folder / "empty").mkdir()
    assert refusal("empty").startswith("empty: the folder has no readable text")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads everything")
def test_no_permission(folder: Path) -> None:
    (folder / "in/b.txt").chmod(0)
    assert "no permission" in refusal("in/b.txt")


def test_no_permission_whoever_runs_this(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)
    message = refusal("in/b.txt")
    assert message.startswith("in/b.txt: no permission")
    assert "chmod" in message


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "only white space"),
        (b"\xef\xbb\xbf", "only white space"),
        (b"%PDF-1.7 x", "the PDF is damaged"),
        (b"PK\x03\x04xxxx", "the document is damaged"),
        (b"words\x00words", "zero byte at byte 5"),
        (b"\x01\x02\x03" * 50, "binary data"),
        ("слова".encode("cp1251") * 20, "not UTF-8"),
        ("Łódź była cicha, a wieża świeciła nad miastem.".encode("cp1250") * 9, "not UTF-8"),
        ("塔の灯".encode("shift-jis") * 20, "not UTF-8"),
        ("one\ncafé and “more” words of this kind".encode()[:-1] + b"\xe2", "bad.txt:2:"),
        (b"\xff\xfeabc", "byte order mark says UTF-16"),
        (b"a\n" + b"b" * 1_000_001, "bad.txt:2: the line is longer"),
    ],
)
def test_bad_bytes(folder: Path, data: bytes, part: str) -> None:
    (folder / "bad.txt").write_bytes(data)
    message = refusal("in/b.txt", "bad.txt")
    assert message.startswith("bad.txt")
    assert part in message


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings_that_can_be_told(encoding: str) -> None:
    text = "The café’s owner — “Zoë” — paid €40 for 12 crêpes.\n" * 3
    assert decode(text.encode(encoding), "x") == text


def test_a_huge_line_and_a_huge_file(folder: Path) -> None:
    with (folder / "huge.txt").open("wb") as stream:
        stream.truncate(50_000_000)
    message = refusal("huge.txt")
    assert message.startswith("huge.txt: 50 MB is over the limit of 20 MB")


def test_a_huge_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_FILE", 100)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 101)))
    assert refusal("-").startswith("<stdin>: more is over the limit")


def test_a_file_that_changes_once_is_read_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = iter([b"Newer words.\n"])
    _write_while_reading(folder / "in/b.txt", changes, monkeypatch)
    (document,) = read_paths(["in/b.txt"])
    assert document.text == "Newer words.\n"


def test_a_file_that_keeps_changing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changes = iter([b"Newer words.\n", b"Newest words of all.\n"])
    _write_while_reading(folder / "in/b.txt", changes, monkeypatch)
    assert "changed while it was read" in refusal("in/b.txt")


def _write_while_reading(
    path: Path, changes: Iterator[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = files.capped

    def reading(stream: io.BufferedReader, name: str) -> bytes:
        data = read(stream, name)
        change = next(changes, None)
        if change is not None:
            path.write_bytes(change)
        return data

    monkeypatch.setattr(files, "capped", reading)
