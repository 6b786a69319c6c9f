"""`factcheck report`, and the page of html from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

STORY = {
    "harbour.txt": "Harbour plan out\n\nThe harbour plan, published on Monday, runs to 48 pages.\n",
    "docks.txt": "Docks to grow\n\nThe harbour plan, published on Monday, runs to 42 pages.\n",
}


@pytest.fixture
def story(cli, tmp_path: Path) -> Path:
    """A folder with two articles and a report on them, made from there."""
    for name, text in STORY.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = cli(
        *("compare", "harbour.txt", "docks.txt", "--exit-zero", "--model", "none"),
        *("--format", "json=report.json", "--format", "html=report.html", "--format", "text=a.txt"),
    )
    assert done.returncode == 0, done.stderr
    return tmp_path


def test_a_saved_report_gives_the_same_in_any_format(cli, story: Path) -> None:
    done = cli(
        *("report", "report.json", "--format", "json", "--format", "html=again.html"),
        *("--format", "text=b.txt"),
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == (story / "report.json").read_bytes()
    assert (story / "again.html").read_bytes() == (story / "report.html").read_bytes()
    assert (story / "b.txt").read_bytes() == (story / "a.txt").read_bytes()


def test_without_the_texts_the_page_has_the_words_of_the_report(cli, story: Path) -> None:
    (story / "docks.txt").write_text("Nothing.", encoding="utf-8")
    done = cli("report", "report.json", "--format", "html=again.html")
    assert done.returncode == 0
    assert b"1 text has changed or gone" in done.stderr
    page = (story / "again.html").read_text(encoding="utf-8")
    assert "<mark>42 pages</mark>" in page
    assert "The text has changed since the check" in page
    done = cli("report", "report.json", "--format", "sarif")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"docks.txt: the text has changed" in done.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "not JSON"),
        ("[]", "not a report of factcheck"),
        ('{"findings": []}', "not a report of factcheck (factcheck.report/v1)"),
        ('{"schema": "factcheck.report/v1", "findings": []}', "missing required field"),
    ],
)
def test_what_is_no_report_is_one_line(run_here, tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "report.json").write_text(content, encoding="utf-8")
    done = run_here("report", "report.json", "--format", "html=page.html")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert b"report.json: " in done.stderr
    assert said.encode() in done.stderr
    assert not (tmp_path / "page.html").exists()


def test_a_folder_named_in_a_report_is_not_read(cli, story: Path) -> None:
    value = json.loads((story / "report.json").read_text(encoding="utf-8"))
    text = json.dumps(value).replace("docks.txt", ".")
    (story / "report.json").write_text(text, encoding="utf-8")
    done = cli("report", "report.json", "--format", "html=again.html")
    assert done.returncode == 0
    assert b"1 text has changed or gone" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "environment", "told"),
    [
        ((), {}, ""),
        (("--dated", "2026-03-05"), {}, "checked 5 March 2026"),
        (("--dated", "2026-03-05"), {"SOURCE_DATE_EPOCH": "0"}, "checked 5 March 2026"),
        ((), {"SOURCE_DATE_EPOCH": "0"}, "checked 1 January 1970"),
        (("--dated", "today"), {}, "checked "),
    ],
)
def test_the_day_is_the_one_asked_for(cli, story: Path, arguments, environment, told) -> None:
    done = cli("report", "report.json", "--format", "html", *arguments, env=environment)
    assert done.returncode == 0
    page = done.stdout.decode()
    assert told in page
    assert ("<span>checked " in page) is bool(told)


def test_a_day_that_is_none_is_refused(run_here) -> None:
    done = run_here("report", "report.json", "--dated", "31 April")
    assert done.returncode == 2
    assert b"--dated 31 April: no day" in done.stderr


def test_open_shows_the_page(cli, story: Path) -> None:
    browser = story / "browser"
    browser.write_text('#!/bin/sh\necho "$1" > opened\n')
    browser.chmod(0o755)
    arguments = ("report", "report.json", "--format", "html=page.html", "--open")
    assert cli(*arguments, env={"BROWSER": f"{browser} %s"}).returncode == 0
    assert (story / "opened").read_text().strip() == (story / "page.html").as_uri()
    done = cli("report", "report.json", "--open")
    assert done.returncode == 2
    assert b"--open shows a page: it needs --format html=FILE" in done.stderr
