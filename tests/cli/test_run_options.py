"""--quiet, --statistics, --timing and --verbose, of lint and of compare."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ONE = "The harbour plan, published on Monday, runs to 48 pages.\n"
OTHER = "The harbour plan, published on Monday, runs to 52 pages.\n"
BAD = (
    "The vote is on 31 April 2026. The vote is on 31 June 2026.\n\n"
    "The council agreed on the the plan for the quay after a long debate.\n\n"
)
RULES = ("--model", "none", "--select", "FC101,missing-word,impossible-date")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "calm.txt").write_text("Nothing much happened.\n", encoding="utf-8")
    (tmp_path / "bad.txt").write_text(BAD + OTHER, encoding="utf-8")
    return tmp_path


def runs() -> list[tuple[str, ...]]:
    return [("lint", "bad.txt", "--against", "one.txt"), ("compare", "bad.txt", "one.txt")]


@pytest.mark.parametrize("run", runs())
def test_quiet_leaves_only_what_decides_the_exit_code(cli, folder: Path, run) -> None:
    everything = json.loads(cli(*run, *RULES, "--format", "json", "--pedantic").stdout)
    levels = {one["severity"] for one in everything["findings"]}
    assert levels == {"error", "warning"}
    quiet = cli(*run, *RULES, "--quiet", "--pedantic")
    assert quiet.returncode == 1
    told = quiet.stdout.decode()
    assert "FC203" in told
    assert "warning" not in told
    assert "Disputed" not in told
    shown = json.loads(cli(*run, *RULES, "-q", "--format", "json", "--pedantic").stdout)
    assert {one["severity"] for one in shown["findings"]} == {"error"}
    more = cli(*run, *RULES, "-q", "--pedantic", "--fail-on", "warning").stdout.decode()
    assert "warning" in more


def test_quiet_says_nothing_where_nothing_counts(cli, folder: Path) -> None:
    done = cli("lint", "calm.txt", "--quiet", *RULES)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    report = json.loads(cli("lint", "calm.txt", "--quiet", *RULES, "--format", "json").stdout)
    assert report["findings"] == []


@pytest.mark.parametrize("run", runs())
def test_statistics_stand_in_place_of_the_findings(cli, folder: Path, run) -> None:
    done = cli(*run, *RULES, "--statistics", "--format", "json=out.json", "--format", "text")
    report = json.loads((folder / "out.json").read_text("utf-8"))
    lines = done.stdout.decode().splitlines()
    codes = [one["code"] for one in report["findings"]]
    assert lines[0].split()[:3] == ["2", "FC203", "impossible-date"]
    assert {line.split()[1]: int(line.split()[0]) for line in lines} == {
        code: codes.count(code) for code in codes
    }
    assert done.returncode == 1
    assert cli("lint", "calm.txt", *RULES, "--statistics").stdout == b"no findings\n"


def test_statistics_are_kept_apart_from_reports_for_programs(cli, folder: Path) -> None:
    done = cli("lint", "one.txt", *RULES, "--statistics", "--format", "json")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--format json=FILE" in done.stderr or b"json-v1=FILE" in done.stderr


@pytest.mark.parametrize("run", runs())
def test_timing_and_notes_go_to_standard_error(cli, folder: Path, run) -> None:
    plain = cli(*run, *RULES)
    assert plain.stderr == b""
    told = cli(*run, *RULES, "--timing", "--verbose", "--no-cache")
    assert told.stdout == plain.stdout
    notes = told.stderr.decode()
    for words in ("time by stage: read", "slowest rules", "slowest files", "model none"):
        assert words in notes
    assert "no cache" in notes
    assert "settings from the command line alone" in notes
    (folder / "factcheck.toml").write_text("min-confidence = 0.5\n", encoding="utf-8")
    assert "factcheck.toml" in cli(*run, *RULES, "--verbose").stderr.decode()
    assert "user-cache" in cli(*run, *RULES, "--verbose").stderr.decode()


def test_verbose_tells_what_was_left_out_and_what_was_known(cli, folder: Path) -> None:
    run = ("lint", "bad.txt", "one.txt", "--against", ".", *RULES, "--verbose")
    first, second = (cli(*run).stderr.decode() for _ in range(2))
    assert "one.txt is a draft and a source: left out as its own source" in first
    assert "read draft bad.txt" in first
    assert "read source ./calm.txt" in first
    assert "0 drafts checked before" in first
    excluded = cli(*run, "--exclude", "calm.txt").stderr.decode()
    assert "left out ./calm.txt" in excluded
    assert "2 drafts checked before" in second
