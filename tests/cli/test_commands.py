"""The commands on good input: what they print and how they exit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck import __version__

ONE = "Harbour plan out\n\nThe harbour plan, published on Monday, runs to 48 pages.\n"
TWICE = (
    "The council approved the harbour plan after a long debate that lasted well into the night, "
    "and the ferry terminal will move to the eastern quay.\n"
)
DEFECT = f"Harbour\n\n{TWICE}\nOfficials were content with the result.\n\n{TWICE}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "one.txt").write_text(ONE, encoding="utf-8")
    (articles / "two.md").write_text(DEFECT, encoding="utf-8")
    return articles


def test_version(cli) -> None:
    assert cli("--version").stdout.decode() == f"factcheck {__version__}\n"


def test_help_names_every_command(cli) -> None:
    told = cli("--help").stdout.decode()
    for command in ("compare", "lint", "claims", "batch", "rules", "explain"):
        assert command in told


def test_compare_prints_text_and_exits_by_severity(cli, folder: Path) -> None:
    run = ("compare", folder, "--model", "none", "--select", "duplicate-paragraph")
    done = cli(*run)
    told = done.stdout.decode()
    assert "FC701 duplicate-paragraph" in told
    assert "articles/two.md" in told.replace(str(folder), "articles") or "two.md" in told
    assert done.stderr == b""
    severity = told[told.index("FC701") - 8 : told.index("FC701")].split()[-1]
    for fail_on, level in (("error", 2), ("warning", 1), ("info", 0)):
        found = ("info", "warning", "error").index(severity) >= level
        assert cli(*run, "--fail-on", fail_on).returncode == int(found)
    assert cli(*run, "--fail-on", "info", "--exit-zero").returncode == 0


def test_json_is_valid_wherever_it_goes(cli, folder: Path, tmp_path: Path, valid_report) -> None:
    run = ("compare", folder, "--model", "none", "--exit-zero")
    printed = cli(*run, "--format", "json").stdout
    valid_report(json.loads(printed))
    done = cli(*run, "--format", "json-v1=out.json", "--format", "text")
    assert b"2 articles" in done.stdout
    assert (tmp_path / "out.json").read_bytes() == printed
    assert [path.name for path in tmp_path.glob(".factcheck-*")] == []


def test_names_are_the_paths_as_given(cli, folder: Path) -> None:
    done = cli(
        *("compare", "one.txt", "two.md"),
        *("--format", "json", "--exit-zero", "--model", "none"),
        cwd=folder,
    )
    assert [one["name"] for one in json.loads(done.stdout)["documents"]] == ["one.txt", "two.md"]


def test_standard_input(cli) -> None:
    done = cli(
        *("compare", "-", "--stdin-filename", "new.md", "--format", "json", "--model", "none"),
        stdin=ONE.encode(),
    )
    assert [one["name"] for one in json.loads(done.stdout)["documents"]] == ["new.md"]


def test_facts_lists_the_facts_by_source(cli, folder: Path) -> None:
    done = cli("compare", folder, "--facts", "--exit-zero", "--ignore", "FC7")
    assert b"48 pages" in done.stdout


def test_color_is_asked_for(cli, folder: Path) -> None:
    run = ("compare", folder, "--model", "none", "--exit-zero")
    assert b"\x1b" not in cli(*run).stdout
    assert b"\x1b[" in cli(*run, "--color", "always").stdout
    assert b"\x1b[" in cli(*run, env={"FORCE_COLOR": "1"}).stdout
    assert b"\x1b" not in cli(*run, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
    assert b"\x1b" not in cli(*run, "--color", "never", env={"FORCE_COLOR": "1"}).stdout


def test_ascii_where_nothing_else_can_be_carried(cli, folder: Path) -> None:
    done = cli(
        "compare", folder, "--model", "none", "--exit-zero", env={"PYTHONIOENCODING": "ascii"}
    )
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert b"Disputed" in done.stdout


def test_claims(cli, folder: Path) -> None:
    assert b"48 pages" in cli("claims", folder).stdout
    listed = json.loads(cli("claims", folder, "--format", "json", "--model", "none").stdout)
    assert listed["schema"] == "factcheck.claims/v1"
    names = [document["name"] for document in listed["documents"]]
    assert [Path(name).name for name in names] == ["one.txt", "two.md"]
    for document in listed["documents"]:
        text = Path(document["name"]).read_text(encoding="utf-8")
        for claim in document["claims"]:
            assert text[claim["start"] : claim["end"]] == claim["text"]


def test_rules(cli) -> None:
    assert b"FC101" in cli("rules").stdout
    assert json.loads(cli("rules", "--format", "json").stdout)[0]["code"] == "FC001"


def test_explain_a_finding_of_a_saved_report(cli, folder: Path, tmp_path: Path) -> None:
    cli("compare", folder, "--model", "none", "--exit-zero", "--format", "json=report.json")
    finding = json.loads((tmp_path / "report.json").read_text("utf-8"))["findings"][0]
    done = cli("explain", finding["fingerprint"], "--from", "report.json")
    assert finding["code"].encode() in done.stdout
    assert done.returncode == 0


def test_reference_is_read_too(cli, folder: Path) -> None:
    done = cli(
        *("compare", "one.txt", "--reference", "two.md", "--reference", "one.txt"),
        *("--format", "json", "--exit-zero", "--model", "none"),
        cwd=folder,
    )
    assert [one["name"] for one in json.loads(done.stdout)["documents"]] == ["one.txt", "two.md"]


def test_excluded_files(cli, tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    for name in ("a.md", "b.notes.md"):
        (tmp_path / "drafts" / name).write_text("Until 31 April 2026.\n", encoding="utf-8")
    (tmp_path / "factcheck.toml").write_text('exclude = ["*.notes.md"]\n', encoding="utf-8")
    options = ("--model", "none", "--format", "json")
    for command in ("lint", "compare"):
        done = cli(command, "drafts", *options)
        assert [one["name"] for one in json.loads(done.stdout)["documents"]] == ["drafts/a.md"]
        done = cli(command, "drafts/b.notes.md", "--force-exclude", *options)
        assert (done.returncode, json.loads(done.stdout)["documents"]) == (0, [])
        assert b"every file given is excluded" in done.stderr
