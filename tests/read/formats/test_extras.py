"""Without a library: a file that is named is refused, those of a folder are told of."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from factcheck.model import Document, FactcheckError
from factcheck.read import read_paths
from factcheck.read.formats import pdf, table

from .makers import page, response
from .makers import pdf as made_pdf

Read = Callable[..., tuple[Document, ...]]
FILES = {
    "a.html": ("html", page("A bridge", "It cost 33 million. " * 20)),
    "a.pdf": ("pdf", made_pdf([[(72, 700, "It cost 33 million.")]])),
    "a.rtf": ("rtf", b"{\\rtf1 It cost 33 million.}"),
    "a.warc": ("warc", response("http://a.example/", page("A bridge", "It cost 33 million."))),
}
LIBRARIES = ("trafilatura", "pypdfium2", "striprtf", "striprtf.striprtf", "fastwarc")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which no extra is installed."""
    for name in LIBRARIES:
        monkeypatch.setitem(sys.modules, name, None)

    def found(name: str) -> object:
        return None if name in LIBRARIES else find_spec(name)

    monkeypatch.setattr(table, "find_spec", found)
    monkeypatch.setattr(pdf, "find_spec", found)


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_named(refusal: Callable[..., str], name: str) -> None:
    extra, data = FILES[name]
    message = refusal(name, data)
    assert f"needs the extra {extra}: pip install 'factcheck-cli[{extra}]'" in message


@pytest.mark.usefixtures("bare")
def test_files_of_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "story"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.pdf").write_bytes(FILES["a.pdf"][1])
    with pytest.raises(FactcheckError, match=r"^story: 4 files are left unread for want of the ex"):
        read_paths(["story"])
    (folder / "a.html").write_bytes(FILES["a.html"][1])
    (folder / "a.txt").write_text("It cost 33 million.\n")
    notes: list[str] = []
    assert [one.name for one in read_paths(["story"], notes=notes)] == ["story/a.txt"]
    assert notes == [
        "1 file is left unread for want of the extra html (pip install 'factcheck-cli[html]'): "
        "story/a.html",
        "4 files are left unread for want of the extra pdf (pip install 'factcheck-cli[pdf]'): "
        "story/0.pdf, story/1.pdf, story/2.pdf …",
    ]


def test_what_is_read_in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data (a package.json, a saved report) is read where it is named, not where it lies."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story").mkdir()
    for name in ("a.json", "a.jsonl", "a.xml", "a.rss", "a.warc", "a.mbox", "a.txt", "a.eml"):
        (tmp_path / "story" / name).write_text("Subject: x\n\nIt cost 33 million.\n")
    assert [one.name for one in read_paths(["story"])] == ["story/a.eml", "story/a.txt"]


def test_every_format_says_what_it_needs() -> None:
    for one in table.FORMATS:
        assert bool(one.extra) == bool(one.needs)
        assert one.installed
        assert all(suffix == suffix.lower() and suffix[0] == "." for suffix in one.suffixes)
    assert len({suffix for one in table.FORMATS for suffix in one.suffixes}) == sum(
        len(one.suffixes) for one in table.FORMATS
    )
