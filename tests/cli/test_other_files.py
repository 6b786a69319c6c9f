"""The command line over files of other kinds: places, names, notes, and nothing that steers."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Cli = Callable[..., subprocess.CompletedProcess[bytes]]

ONE = "The Lantern Bridge cost 33 million pounds, Mayor Ada Holt said on Monday."
TWO = "The Lantern Bridge cost 29 million pounds, Mayor Ada Holt said on Monday."


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    """Two records that disagree, under names that try to steer whatever reads a report."""
    records = [
        {"id": "::error::x](http://a.example)", "text": ONE},
        {"id": "=cmd|' /C calc'!A0<script>", "text": TWO},
        {"id": "\x1b[31m\x9b2J\u202e", "text": "A third \x1b[31mtext\x07 of the bridge.\n" * 3},
    ]
    (tmp_path / "wire.jsonl").write_text("\n".join(map(json.dumps, records)))
    return tmp_path


FORMATS = (
    *("text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson"),
    "markdown",
)


@pytest.mark.parametrize("name", FORMATS)
def test_no_record_steers_a_reader_of_reports(wire: Path, cli: Cli, name: str) -> None:
    done = cli("compare", "wire.jsonl", "--model", "none", "--format", name, "--pedantic")
    assert done.returncode == 1, done.stderr
    told = done.stdout.decode()
    assert "33 million" in told or "33 Million" in told
    steering = [one for one in told if one not in "\n" and not one.isprintable()]
    assert steering == []
    commands = [line for line in told.splitlines() if line.lstrip().startswith("::")]
    assert all(
        one.startswith(("::error file=", "::warning file=", "::notice file=")) for one in commands
    )
    assert not any(line.startswith(("=", "+", "@")) for line in told.splitlines())
    if name == "junit":
        assert "<script>" not in told
    if name == "markdown":  # in a fence it is code
        assert "<script>" not in re.sub(r"```text\n.*?\n```\n", "", told, flags=re.DOTALL)


def test_a_finding_points_to_the_record_and_its_paragraph(wire: Path, cli: Cli) -> None:
    done = cli("compare", "wire.jsonl", "--model", "none")
    assert b"(line 1, paragraph 1)" in done.stdout
    assert b"wire.jsonl:" not in done.stdout


def test_per_file_ignores_reach_the_records_of_a_file(wire: Path, cli: Cli) -> None:
    (wire / "factcheck.toml").write_text('[per-file-ignores]\n"*.jsonl" = ["ALL"]\n')
    assert cli("compare", "wire.jsonl", "--model", "none").returncode == 0


def test_a_baseline_keeps_what_stands_in_records(wire: Path, cli: Cli) -> None:
    options = ("--compare", "--model", "none", "--baseline", "base.json")
    assert cli("baseline", "update", "wire.jsonl", *options).returncode == 0
    accepted = json.loads((wire / "base.json").read_bytes())
    assert cli("baseline", "update", "wire.jsonl", *options).returncode == 0
    assert json.loads((wire / "base.json").read_bytes()) == accepted
    done = cli("compare", "wire.jsonl", "--model", "none", "--baseline", "base.json")
    assert done.returncode == 0


def test_the_fields_of_records(wire: Path, cli: Cli) -> None:
    (wire / "own.json").write_text(json.dumps([{"story": ONE, "key": 7}, {"story": TWO}]))
    refused = cli("compare", "own.json", "--model", "none")
    assert refused.returncode == 2
    assert refused.stderr.decode().count("\n") == 1
    assert b"--text-field" in refused.stderr
    options = ("--text-field", "story", "--id-field", "key", "--model", "none")
    done = cli("compare", "own.json", *options)
    assert done.returncode == 1
    assert b"own.json#7" in done.stdout
    (wire / "factcheck.toml").write_text('text-field = "story"\n')
    assert cli("compare", "own.json", "--model", "none").returncode == 1


def test_what_was_left_unread_is_told(wire: Path, cli: Cli) -> None:
    (wire / "a.eml").write_bytes(
        b"Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSome words.\r\n"
        b'--b\r\nContent-Disposition: attachment; filename="\x1b[31mx.pdf"\r\n\r\nx\r\n--b--\r\n'
    )
    done = cli("compare", "a.eml", "--model", "none")
    assert done.returncode == 0
    assert b"factcheck: a.eml: attachments are not read (" in done.stderr
    assert b"\x1b" not in done.stderr


def test_drafts_and_sources_of_any_kind(wire: Path, cli: Cli) -> None:
    (wire / "draft.txt").write_text(ONE.replace("33", "12") + "\n")
    done = cli("lint", "draft.txt", "--against", "wire.jsonl", "--model", "none")
    assert done.returncode == 1
    assert b"draft.txt:1:" in done.stdout


@pytest.mark.parametrize(
    "line", ['against = ["http://127.0.0.1:9/"]', 'archive = "s3://copy/wire.archive"']
)
def test_a_configuration_file_cannot_name_an_address(wire: Path, cli: Cli, line: str) -> None:
    (wire / "factcheck.toml").write_text(f"{line}\n")
    (wire / "draft.txt").write_text(ONE + "\n")
    done = cli("lint", "draft.txt", "--model", "none")
    assert done.returncode == 2
    assert b"an address is taken from the command line alone" in done.stderr
