"""`factcheck archive …` as a user runs it: what goes in, what comes out, what goes wrong."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.cli.app import app
from factcheck.model import FactcheckError
from tests.archive.conftest import story

NONE = ("--model", "none")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with copy/, and a draft whose page count differs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "copy").mkdir()
    for number in range(4):
        raw = story(number)
        (tmp_path / "copy" / raw.name).write_text(str(raw.data), encoding="utf-8")
    (tmp_path / "draft.txt").write_text(str(story(2, pages=99).data), encoding="utf-8")
    return tmp_path


def factcheck(*arguments: str, stdin: str | None = None):
    return CliRunner().invoke(app, list(arguments), prog_name="factcheck", input=stdin)


def test_build_check_add_remove(folder: Path) -> None:
    done = factcheck("archive", "build", "a", "copy", *NONE)
    assert done.exit_code == 0
    assert done.stdout.startswith("4 articles added")
    reports = []
    for command in (
        ("archive", "check", "a", "draft.txt"),
        ("lint", "draft.txt", "--archive", "a"),
    ):
        found = factcheck(*command, "--format", "json", "--no-cache", "--fail-on", "warning")
        assert found.exit_code == 1
        reports.append(found.stdout)
    assert reports[0] == reports[1]
    assert {"99 pages", "42 pages"} in [
        set(one["values"]) for one in json.loads(reports[0])["findings"]
    ]
    assert factcheck("archive", "remove", "a", f"copy/{story(2).name}").exit_code == 0
    assert factcheck("archive", "check", "a", "draft.txt", "--no-cache", "--fail-on",
                     "warning").exit_code == 0  # fmt: skip
    again = factcheck("archive", "add", "a", "copy", *NONE)
    assert again.stdout.startswith("1 article added")
    assert "3 there already" in again.stdout


def test_lines_and_tables_give_the_same_archive_as_a_folder(folder: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [
        {"headline": f"copy/{story(n).name}", "body": str(story(n).data), "day": None}
        for n in range(4)
    ]
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n\n" for row in rows))
    pq.write_table(pa.Table.from_pylist(rows), folder / "rows.parquet")
    columns = ("--text-column", "body", "--name-column", "headline", "--published-column", "day")
    facts = []
    factcheck("archive", "build", "folder", "copy", *NONE)
    factcheck("archive", "build", "lines", "rows.jsonl", *columns, *NONE)
    factcheck("archive", "build", "table", "rows.parquet", *columns, *NONE)
    stdin = (folder / "rows.jsonl").read_text()
    factcheck("archive", "build", "stdin", "-", *columns, *NONE, stdin=stdin)
    for name in ("folder", "lines", "table", "stdin"):
        facts.append(factcheck("archive", "export", name, "facts").stdout)
    assert facts[0].count("\n") > 20
    assert len(set(facts)) == 1


def test_what_is_left_out_is_named_and_the_exit_code_says_so(folder: Path) -> None:
    good = json.dumps({"name": "good.txt", "text": str(story(5).data), "published": "2026-03-03"})
    bad = [
        "{not json",
        "[]",
        json.dumps({"name": "empty.txt", "text": " "}),
        json.dumps({"name": "day.txt", "text": "The plan has 3 pages.", "published": "soon"}),
        json.dumps({"name": "half.txt", "text": "The plan \ud800 has 3 pages."}),
    ]
    (folder / "rows.jsonl").write_text("\n".join([*bad, good]))
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00" * 40)
    done = factcheck("archive", "build", "a", "rows.jsonl", "picture.txt", *NONE)
    assert done.exit_code == 2
    assert done.stdout.startswith("1 article added")
    assert "6 left out" in done.stdout
    told = [line for line in done.stderr.splitlines() if "left out" in line]
    for place, line in zip(
        ("rows.jsonl:1", "rows.jsonl:2", "rows.jsonl:3", "rows.jsonl:4"), told, strict=False
    ):
        assert place in line
    assert any("half.txt" in line for line in told)
    assert any("picture.txt" in line for line in told)


def test_files_of_other_kinds_are_read_as_compare_reads_them(folder: Path) -> None:
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    from factcheck.archive.store import open_store
    from factcheck.model import DocumentRole
    from factcheck.read import read_paths

    text = "".join(f"<p>{line}</p>" for line in str(story(4).data).split("\n\n"))
    page = f"<html><body><article><h1>The plan</h1>{text}</article></body></html>"
    (folder / "copy" / "page.html").write_text(page, encoding="utf-8")
    rows = [{"name": str(number), "text": story(number).data} for number in (7, 8)]
    (folder / "two.json").write_text(json.dumps(rows), encoding="utf-8")
    done = factcheck("archive", "build", "a", "copy", "two.json", *NONE)
    assert done.exit_code == 2
    assert "two.json: holds 2 articles" in done.stderr
    store = open_store("a")
    found = store.load(store.places(), role=DocumentRole.ARTICLE)
    assert [document for document, _ in found] == list(read_paths(["copy"]))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("check", "nowhere", "draft.txt"), "there is no archive here"),
        (("compare", "nowhere"), "there is no archive here"),
        (("build", "a", "missing.jsonl"), "missing.jsonl: no such file"),
        (("build", "copy", "draft.txt"), "holds other files"),
        (("compare", "made", "--since", "yesterday"), "not a day like"),
        (("compare", "made", "--memory-limit", "much"), "--memory-limit much"),
        (("remove", "made"), "nothing to remove"),
        (("remove", "made", "nobody"), "no article is called"),
        (("export", "made", "facts", "out.doc"), "can't tell the format"),
        (("export", "made", "facts", "--engine", "ray"), "no cluster is of use"),
        (("build", "b", "table.parquet"), "not a Parquet file"),
    ],
)
def test_trouble_is_one_clear_line(folder: Path, arguments, message: str) -> None:
    (folder / "table.parquet").write_text("no table")
    model = NONE if arguments[0] == "build" else ()
    if "made" in arguments:
        assert factcheck("archive", "build", "made", "copy", *NONE).exit_code == 0
    if "--memory-limit" in arguments:  # needs more than one story, or there is nothing to join
        rows = [json.dumps({"name": str(n), "text": story(n).data}) for n in range(50)]
        factcheck("archive", "add", "made", "-", *NONE, stdin="\n".join(rows))
    done = factcheck("archive", *arguments, *model)
    assert isinstance(done.exception, FactcheckError)
    assert message in str(done.exception)
    assert "\n" not in str(done.exception)


def test_trouble_is_told_on_stderr_with_exit_code_2(cli, folder: Path) -> None:
    done = cli("archive", "compare", "nowhere")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("factcheck: nowhere: there is no archive here")
    assert len(done.stderr.decode().splitlines()) == 1


def test_tables_are_exported_in_each_format(folder: Path) -> None:
    import pyarrow.parquet as pq

    again = (
        "\nNobody at the meeting on the quay spoke against the plan, but several owners of boats "
        "asked where they are to lie while the wall is rebuilt and who would pay for it.\n"
    )
    for name, text in ((story(1).name, story(1).data), ("other.txt", story(1, pages=77).data)):
        (folder / "copy" / name).write_text(f"{text}{again}", encoding="utf-8")
    factcheck("archive", "build", "a", "copy", *NONE)
    for what in ("facts", "claims", "findings", "passages"):
        for suffix in ("jsonl", "csv", "parquet"):
            assert factcheck("archive", "export", "a", what, f"{what}.{suffix}").exit_code == 0
        lines = [json.loads(line) for line in (folder / f"{what}.jsonl").open()]
        with (folder / f"{what}.csv").open() as file:
            assert len(list(csv.reader(file))) == len(lines) + 1
        assert pq.read_table(folder / f"{what}.parquet").to_pylist() == lines
        assert lines
    found = [json.loads(line) for line in (folder / "findings.jsonl").open()]
    assert "41 pages | 77 pages" in {one["values"] for one in found if one["code"] == "FC101"}
    assert not list(folder.glob(".factcheck-*"))


@pytest.mark.parametrize(
    "command", ["build", "add", "remove", "stats", "check", "compare", "export"]
)
def test_help_fits_a_screen_and_has_examples(command: str) -> None:
    lines = factcheck("archive", command, "--help").stdout.splitlines()
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 80
    examples = [line for line in lines if f"factcheck archive {command} " in line]
    assert len(examples) >= 2
    listed = "\n".join(lines)
    for option in (word for line in examples for word in line.split() if word[:2] == "--"):
        assert f"{option} " in listed


def test_statistics_count_what_is_there(folder: Path) -> None:
    factcheck("archive", "build", "a", "copy", *NONE)
    found = json.loads(factcheck("archive", "stats", "a", "--json").stdout)
    assert found["articles"] == 4
    assert found["state"] == "complete"
    facts = factcheck("archive", "export", "a", "facts").stdout
    assert found["facts"] == facts.count("\n")
    assert "articles" in factcheck("archive", "stats", "a").stdout


def test_progress_tells_once_a_minute_where_there_is_no_terminal(capsys) -> None:
    from factcheck.cli.archive.progress import progress

    moments = iter([0.0, 10.0, 61.0, 70.0, 122.0])
    with progress("articles", clock=lambda: next(moments)) as told:
        for done in (100, 610, 700, 1220):
            told(done, 2440, "")
    lines = capsys.readouterr().err.splitlines()
    assert lines == [
        "factcheck: 610 of 2,440 articles, 10.0 articles/s, about 3 min left",
        "factcheck: 1,220 of 2,440 articles, 10.0 articles/s, about 2 min left",
    ]


def test_how_many_articles_are_expected(folder: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from factcheck.archive.inputs import expected

    (folder / "rows.jsonl").write_text('{"text": "a"}\n' * 7)
    pq.write_table(pa.table({"text": ["a"] * 5}), folder / "rows.parquet")
    (folder / "broken.parquet").write_text("no table")
    assert expected(["copy", "rows.jsonl", "*.parquet", "draft.txt"]) == 4 + 7 + 5 + 1
    assert expected(["copy", "-"]) is None


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr("factcheck.archive.extra.find_spec", lambda module: None)
    done = factcheck("archive", "build", "a", "copy", *NONE)
    assert "pip install 'factcheck-cli[archive]'" in str(done.exception)
    assert not (folder / "a").exists()
