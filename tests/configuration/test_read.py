"""What a configuration file may say, and what is said of one that is wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.config import HouseStyle, Settings
from factcheck.configuration.lines import line_of
from factcheck.configuration.read import Configuration, read_file
from factcheck.model import FactcheckError


def write(folder: Path, text: str, name: str = "factcheck.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_values_and_their_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = write(
        tmp_path,
        '[project]\nname = "house"\n\n[tool.factcheck]\nselect = [\n  "FC1", # figures\n'
        '  "name-spelling",\n]\nmin-confidence = 1\ncache-dir = "kept"\n'
        '\n[tool.factcheck.severity]\nFC301 = "error"\n',
        "pyproject.toml",
    )
    read = read_file(path)
    assert read.values == {
        "select": ("FC1", "name-spelling"),
        "min-confidence": 1.0,
        "cache-dir": Path("kept"),
        "severity": {"FC301": "error"},
    }
    lines = {key: read.origin(key).line for key in read.values if read.origin(key)}
    assert lines == {"select": 5, "min-confidence": 9, "cache-dir": 10, "severity": 12}
    assert str(read.origin("select")) == f"{path}:5"
    assert read.origin("jobs") is None


def test_the_settings_of_a_file_alone(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        'select = ["FC3"]\njobs = 0\ncache = true\nfail-on = "info"\n'
        '[severity]\nFC301 = "error"\n[style]\nspelling = "british"\n',
    )
    settings = read_file(path).settings()
    assert settings.jobs >= 1
    assert replace(settings, jobs=1) == Settings(
        select=("FC3",),
        use_cache=True,
        severity={"FC301": "error"},
        style=HouseStyle(spelling="british"),
    )
    assert Configuration().settings() == Settings()


def test_paths_count_from_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    below = tmp_path / "desk"
    below.mkdir()
    monkeypatch.chdir(below)
    path = write(
        tmp_path,
        'reference = ["report.txt", "/elsewhere/*.md"]\nformat = ["json=out/r.json", "text"]\n'
        '[per-file-ignores]\n"old/*.txt" = ["FC1"]\n"*.md" = ["FC2"]\n',
    )
    values = read_file(path).values
    assert values["reference"][0] == "../report.txt"
    assert Path(values["reference"][1]).resolve() == Path("/elsewhere/*.md")
    assert values["format"] == ("json=../out/r.json", "text")
    assert list(values["per-file-ignores"]) == [f"{tmp_path.as_posix()}/old/*.txt", "*.md"]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("selct = []", 1, "no key is called 'selct'; did you mean select?"),
        ("min_confidence = 0.5", 1, "did you mean min-confidence?"),
        ("\nqqq = 1", 2, "there are select, ignore"),
        ('jobs = "two"', 1, 'jobs: expected a whole number from 0 up, not "two"'),
        ("jobs = -1", 1, "from 0 up, not -1"),
        ("jobs = true", 1, "not true"),
        ("min-confidence = 1.5", 1, "min-confidence: expected a number from 0 to 1, not 1.5"),
        ("min-confidence = nan", 1, "expected a number from 0 to 1"),
        ("min-confidence = true", 1, "expected a number"),
        ("pedantic = 1", 1, "pedantic: expected true or false, not 1"),
        ('fail-on = "eror"', 1, 'not "eror"; did you mean error?'),
        ('model = ""', 1, "model: expected the name of a model"),
        ('select = "FC1"', 1, "select: expected a list, each item a rule"),
        ("select = [1]", 1, "expected a rule"),
        ('select = [\n "FC1",\n\n "quantity-missmatch"]', 4, "did you mean quantity-mismatch"),
        ('ignore = ["xyzzy"]', 1, "no rule is called 'xyzzy'"),
        ('[severity]\nFC1 = "info"\nFC301 = "bad"', 3, "severity.FC301: expected"),
        ('[severity]\nFC999 = "info"', 2, "severity: no rule is called 'FC999'"),
        ("severity = 3", 1, "severity: expected a table"),
        ('[per-file-ignores]\n"a" = [\n"FC1",\n"FCX"]', 4, "no rule is called 'FCX'"),
        ('[style]\nspeling = "british"', 2, "style: no key is called 'speling'; did you mean sp"),
        ('[style]\nspelling = "welsh"', 2, 'expected "british" or "american", not "welsh"'),
        ('[style.names]\n"Kyiv" = "Kiev"', 2, "style.names.Kyiv: expected a list"),
        ('format = ["jsn"]', 1, "no format is called 'jsn'; did you mean json?"),
        ('format = ["json=../out.json"]', 1, "can be written below"),
        ('format = ["json="]', 1, "can be written below"),
        ("jobs = 1\njobs = 2", 2, "not TOML"),
        ("a = = 2", 1, "not TOML"),
        ("jobs = 1\nselect = [\n", 2, "not TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    path = write(tmp_path, text)
    with pytest.raises(FactcheckError) as raised:
        read_file(path)
    assert str(raised.value).startswith(f"{path}:{line}: ")
    assert message in str(raised.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="can't read"):
        read_file(tmp_path / "none.toml")
    latin = tmp_path / "factcheck.toml"
    latin.write_bytes(b"jobs = 1\nmodel = 'caf\xe9'\n")
    with pytest.raises(FactcheckError, match=r":2: not UTF-8"):
        read_file(latin)
    latin.write_bytes(b"#" * 1_000_001)
    with pytest.raises(FactcheckError, match="larger"):
        read_file(latin)


def test_a_byte_order_mark_and_windows_lines(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.toml"
    path.write_bytes(b'\xef\xbb\xbf# house\r\nselect = [\r\n"FC1",\r\n"FCX"\r\n]\r\n')
    with pytest.raises(FactcheckError, match=r":4: select: no rule is called 'FCX'"):
        read_file(path)


LINES = """\
# one
a = 1
b.c = { d = [1, 2], "e.f" = 2 }
text = \"\"\"
x = 1
\"\"\"
[t]
list = [ # here
  "one", "two",
  # nothing
  "three",
]

[t.u]
v = 1
[other]
v = 2
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("a",), 2),
        (("b", "c", "d"), 3),
        (("b", "c", "e.f"), 3),
        (("text",), 4),
        (("t",), 7),
        (("t", "list"), 8),
        (("t", "list", 0), 9),
        (("t", "list", 1), 9),
        (("t", "list", 2), 11),
        (("t", "u"), 14),
        (("t", "u", "v"), 15),
        (("other", "v"), 17),
        (("other", "missing"), 16),
        (("missing",), 1),
    ],
)
def test_line_of(path: tuple[str | int, ...], line: int) -> None:
    assert line_of(LINES, path) == line
