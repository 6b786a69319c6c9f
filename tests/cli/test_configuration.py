"""Commands with a configuration file: flag beats file beats default."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

TEXT = "Choir sings\n\nThe choir will organise a concert. It asked the town to organize chairs.\n"
FAST = ("--model", "none")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with one article, which has a note by FC304 and nothing else."""
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk/a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "desk"


def configure(desk: Path, text: str) -> None:
    (desk / "factcheck.toml").write_text(text, encoding="utf-8")


def test_a_flag_beats_the_file_and_the_file_beats_the_default(cli, desk: Path) -> None:
    assert cli("compare", desk, *FAST).returncode == 0
    configure(desk, 'fail-on = "info"\n')
    assert cli("compare", desk, *FAST).returncode == 1
    assert cli("compare", desk, *FAST, "--fail-on", "warning").returncode == 0
    assert cli("compare", desk, *FAST, "--isolated").returncode == 0
    configure(desk, 'fail-on = "info"\nexit-zero = true\n')
    assert cli("compare", desk, *FAST).returncode == 0
    assert cli("compare", desk, *FAST, "--no-exit-zero").returncode == 1


def test_rules_by_file_and_flag(cli, desk: Path) -> None:
    configure(desk, 'ignore = ["spelling-variant"]\n')
    assert b"FC304" not in cli("compare", desk, *FAST).stdout
    configure(desk, 'select = ["FC1"]\n')
    assert b"FC304" not in cli("compare", desk, *FAST).stdout
    assert b"FC304" in cli("compare", desk, *FAST, "--extend-select", "FC304").stdout
    assert b"FC304" in cli("compare", desk, *FAST, "--select", "FC1,FC304").stdout
    configure(desk, 'extend-select = ["FC304"]\n')
    assert b"FC304" not in cli("compare", desk, *FAST, "--select", "FC1").stdout
    configure(desk, 'extend-ignore = ["FC304"]\n')
    assert b"FC304" not in cli("compare", desk, *FAST).stdout


def test_severity_by_rule(cli, desk: Path) -> None:
    configure(desk, '[severity]\nFC304 = "error"\n')
    done = cli("compare", desk, *FAST)
    assert b"error FC304" in done.stdout
    assert done.returncode == 1
    # What a run came to is kept for the next one; other settings are another run.
    configure(desk, '[severity]\nFC304 = "off"\n')
    assert b"FC304" not in cli("compare", desk, *FAST).stdout


def test_rules_left_out_in_some_files(cli, desk: Path) -> None:
    for pattern, left_out in (("a.txt", True), ("*.md", False), ("./*.txt", True), ("x/a", False)):
        configure(desk, f'[per-file-ignores]\n"{pattern}" = ["FC3"]\n')
        assert (b"FC304" not in cli("compare", desk, *FAST).stdout) is left_out, pattern


def test_patterns_count_from_the_file_whatever_the_working_folder(cli, desk: Path) -> None:
    configure(desk, '[per-file-ignores]\n"desk/a.txt" = ["FC3"]\n')
    (desk / "factcheck.toml").rename(desk.parent / "factcheck.toml")
    assert b"FC304" not in cli("compare", "a.txt", *FAST, cwd=desk).stdout
    # The same name from another folder is another file.
    other = desk.parent / "other"
    other.mkdir()
    (other / "a.txt").write_text(TEXT, encoding="utf-8")
    assert b"FC304" in cli("compare", "a.txt", *FAST, cwd=other).stdout


def test_standard_input_is_configured_by_its_name(cli, desk: Path) -> None:
    configure(desk, 'ignore = ["FC304"]\n')
    run = ("compare", "-", *FAST)
    assert b"FC304" in cli(*run, stdin=TEXT.encode()).stdout
    named = cli(*run, "--stdin-filename", desk / "new.txt", stdin=TEXT.encode())
    assert b"FC304" not in named.stdout


def test_a_file_named_on_the_command_line(cli, desk: Path, tmp_path: Path) -> None:
    configure(desk, 'ignore = ["FC304"]\n')
    (tmp_path / "own.toml").write_text('fail-on = "info"\n')
    done = cli("compare", desk, *FAST, "--config", "own.toml")
    assert done.returncode == 1
    assert b"FC304" in done.stdout


def test_reports_go_where_the_file_says(cli, desk: Path) -> None:
    configure(desk, 'format = ["json=report.json"]\n')
    assert cli("compare", desk, *FAST).stdout == b""
    assert (desk / "report.json").is_file()
    assert cli("claims", desk, *FAST).returncode == 0


def test_settings_are_shown_with_their_origin(cli, desk: Path, tmp_path: Path) -> None:
    configure(
        desk,
        '# house\nmin-confidence = 0.7\n[severity]\n"FC3" = "error"\n'
        '[per-file-ignores]\n"a b/*.txt" = ["FC1"]\n[style.names]\nKyiv = ["Kiev"]\n',
    )
    run = ("compare", "desk", "--show-settings", "--select", "FC1,FC2", "--no-cache")
    done = cli(*run)
    assert done.returncode == 0
    told = done.stdout.decode()
    file = tmp_path / "desk/factcheck.toml"
    assert f"min-confidence = 0.7  # {file}:2\n" in told
    assert 'select = ["FC1", "FC2"]  # command line\n' in told
    assert "cache = false  # command line\n" in told
    assert 'fail-on = "error"  # default\n' in told
    assert "  # environment\n" in told
    assert f"[severity]  # {file}:3\n" in told
    settings = tomllib.loads(told)
    assert settings["severity"] == {"FC3": "error"}
    assert settings["style"]["names"] == {"Kyiv": ["Kiev"]}
    # What is shown works as a file.
    (tmp_path / "again.toml").write_text(told, encoding="utf-8")
    again = cli("compare", "desk", "--show-settings", "--config", "again.toml", "--no-cache")
    assert tomllib.loads(again.stdout.decode()) == settings


@pytest.mark.parametrize("command", ["compare", "claims", "batch"])
def test_settings_are_shown_without_paths(cli, command: str) -> None:
    done = cli(command, "--show-settings")
    assert done.returncode == 0
    assert tomllib.loads(done.stdout.decode())["model"] == "auto"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), b"desk/factcheck.toml:2: no key is called 'fail_on'; did you mean fail-on?"),
        (("--config", "none.toml"), b"none.toml: can't read"),
        (("--config", "desk/factcheck.toml", "--isolated"), b"don't go together"),
    ],
)
def test_trouble_is_one_line(cli, desk: Path, arguments: tuple[str, ...], message: bytes) -> None:
    configure(desk, '\nfail_on = "info"\n')
    done = cli("compare", "desk", *arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert message in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_help_needs_no_configuration(cli, desk: Path) -> None:
    configure(desk, "wrong = 1\n")
    assert cli("compare", "--help", cwd=desk).returncode == 0


def test_drafts_are_checked_against_the_sources_of_the_file(cli, desk: Path) -> None:
    said = "The mayor, Anna Holt, said: “{} concerts are too many for one small town.”\n"
    (desk / "sources").mkdir()
    (desk / "sources/b.txt").write_text(said.format("Forty"), encoding="utf-8")
    (desk / "a.txt").write_text(said.format("Fifty"), encoding="utf-8")
    run = ("lint", "a.txt", *FAST, "--select", "quote-wording,quote-not-in-source")
    assert b"sources/b.txt" not in cli(*run, cwd=desk).stdout
    configure(desk, 'against = ["sources"]\n')
    assert b"sources/b.txt" in cli(*run, "--format", "json", cwd=desk).stdout
