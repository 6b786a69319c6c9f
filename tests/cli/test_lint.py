"""`factcheck lint`: exit codes, where findings point, sources, standard input, same bytes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

DRAFT = "The harbour plan, published on Monday, runs to 48 pages.\n"
SOURCE = "The harbour plan, published on Monday, runs to 52 pages.\n"
CALM = "The ferry terminal will move to the eastern quay.\n"
FIGURES = ("--model", "none", "--select", "FC101")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"draft.md": DRAFT, "calm.txt": CALM, "notes/source.txt": SOURCE}.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def linted(cli, *arguments: str, **options: Any) -> dict[str, Any]:
    done = cli("lint", *arguments, *FIGURES, "--format", "json", "--exit-zero", **options)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_exit_codes(cli, folder: Path) -> None:
    found = ("draft.md", "--against", "notes")
    for arguments, code in (
        (("calm.txt",), 0),
        (("draft.md",), 0),
        ((*found, "--fail-on", "warning"), 1),
        ((*found, "--fail-on", "warning", "--exit-zero"), 0),
        ((*found, "--fail-on", "error", "--min-confidence", "1"), 0),
        ((*found, "--ignore", "FC101"), 2),
        ((), 2),
        (("missing.txt",), 2),
        (("calm.txt", "--against", "missing"), 2),
        (("calm.txt", "--reference", "missing"), 2),
        (("calm.txt", "--against", "-"), 2),
    ):
        done = cli("lint", *arguments, *FIGURES)
        assert done.returncode == code, (arguments, done.stdout, done.stderr)
        assert b"Traceback" not in done.stderr


def test_findings_point_at_the_draft_and_show_the_source(cli, folder: Path) -> None:
    (finding,) = linted(cli, "draft.md", "--against", "notes")["findings"]
    assert finding["code"] == "FC101"
    assert finding["primary"]["document"] == "draft.md"
    assert [place["document"] for place in finding["related"]] == ["notes/source.txt"]
    told = cli("lint", "draft.md", "--against", "notes", *FIGURES, "--exit-zero").stdout.decode()
    assert "1 draft · 1 source" in told


def test_many_drafts_from_files_folders_and_patterns(cli, folder: Path) -> None:
    report = linted(cli, "*.md", "calm.txt", "notes")
    names = [document["name"] for document in report["documents"]]
    assert names == ["calm.txt", "draft.md", "notes/source.txt"]
    assert report["findings"] == []  # drafts are not compared with one another


def test_a_draft_in_the_folder_of_sources_is_left_out_for_itself(cli, folder: Path) -> None:
    report = linted(cli, "draft.md", "--against", ".")
    names = [one["name"] for one in report["documents"]]
    assert names == ["./calm.txt", "./notes/source.txt", "draft.md"]
    assert len(report["findings"]) == 1
    assert linted(cli, "draft.md", "--against", "./draft.md")["findings"] == []


def test_the_reference_is_a_source_and_named(cli, folder: Path) -> None:
    run = ("lint", "draft.md", "--reference", "notes/source.txt", *FIGURES, "--exit-zero")
    assert "source.txt is the reference" in cli(*run).stdout.decode()


def test_standard_input_stands_in_for_the_saved_file(cli, folder: Path) -> None:
    unsaved = DRAFT.replace("48", "52").encode()
    for name in ("draft.md", "./draft.md"):
        run = ("-", "--stdin-filename", name, "--against", ".")
        assert linted(cli, *run, stdin=unsaved)["findings"] == []
        (finding,) = linted(cli, *run, stdin=DRAFT.encode())["findings"]
        assert finding["primary"]["document"] == name


def test_same_bytes_for_any_order_jobs_hash_seed_and_cache(cli, tmp_path: Path) -> None:
    corpus = Path(__file__).resolve().parents[2] / "corpus"
    drafts = [str(path) for path in sorted((corpus / "harbour-bridge").glob("*.*"))]
    sources = ["--against", str(corpus / "harbour-bridge" / "wire.txt")]
    more = ["--reference", str(corpus / "flood-strategy")]
    outputs = set()
    for arguments, jobs, seed in (
        ([*drafts, *sources, *more], "1", "0"),
        ([*drafts[::-1], *more, *sources], "2", "1"),
        ([*more, *sources, *drafts], "1", "424242"),
    ):
        done = cli(
            *("lint", *arguments, "--jobs", jobs, "--format", "json", "--format", "text=out.txt"),
            *("--exit-zero", "--pedantic", "--facts"),
            env={"PYTHONHASHSEED": seed},
        )
        assert done.returncode == 0, done.stderr
        outputs.add((done.stdout, (tmp_path / "out.txt").read_bytes()))
    assert len(outputs) == 1
