"""`factcheck init`: what it writes, that it works, and that it writes over nothing."""

from __future__ import annotations

import os
import re
import tomllib
from functools import partial
from pathlib import Path

import pytest

from factcheck.configuration.read import read_file

WRITTEN = (".github/workflows/factcheck.yml", ".pre-commit-config.yaml", "factcheck.toml")
FAST = ("--model", "none")


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def init(run_here):
    return partial(run_here, "init")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    (folder / ".git").mkdir(parents=True)
    return folder


def test_it_writes_three_files_and_then_leaves_them(init, desk: Path) -> None:
    done = init(cwd=desk)
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""
    first = tree(desk)
    assert sorted(first) == sorted(WRITTEN)
    assert all(f"wrote {name}\n" in done.stdout.decode() for name in WRITTEN)
    again = init(desk)
    assert again.returncode == 0
    assert tree(desk) == first
    assert again.stdout.decode().splitlines() == [
        "left factcheck.toml as it is",
        "left .pre-commit-config.yaml as it is",
        "left .github/workflows/factcheck.yml as it is",
    ]


def test_lint_runs_with_what_it_wrote(cli, init, desk: Path) -> None:
    init(desk)
    (desk / "draft.md").write_text("The ticket is valid until 31 April 2026.\n", encoding="utf-8")
    (desk / "requirements.txt").write_text("choir==31.4.2026 of 31 April 2026\n", encoding="utf-8")
    done = cli("lint", ".", *FAST, cwd=desk)
    assert done.returncode == 1, done.stderr
    assert b"FC203" in done.stdout
    assert b"requirements" not in done.stdout


def test_every_setting_that_is_off_can_be_turned_on(init, desk: Path) -> None:
    init(desk)
    file = desk / "factcheck.toml"
    text = file.read_text(encoding="utf-8")
    set_before = set(read_file(file).values)
    turned_on = re.sub(r'^#(?=[a-z"\[])', "", text, flags=re.M)
    file.write_text(turned_on, encoding="utf-8")
    assert set(read_file(file).values) - set_before == {
        *("against", "baseline", "extend-ignore", "extend-select"),
        *("severity", "per-file-ignores", "style"),
    }


def test_a_dry_run_shows_the_files_and_writes_none(init, desk: Path) -> None:
    done = init(desk, "--dry-run")
    assert done.returncode == 0
    assert tree(desk) == {}
    told = done.stdout.decode()
    assert all(f"would write {name}:\n" in told for name in WRITTEN)
    blocks = re.split(r"^would write .*:\n", told, flags=re.M)[1:]
    shown = "".join(line.removeprefix("  ") for line in blocks[0].splitlines(keepends=True))
    init(desk)
    assert shown.encode() == tree(desk)["factcheck.toml"]


def test_settings_in_pyproject_are_enough(init, desk: Path) -> None:
    (desk / "pyproject.toml").write_text("[tool.factcheck]\npedantic = true\n", encoding="utf-8")
    done = init(desk)
    assert b"left [tool.factcheck] in pyproject.toml as it is\n" in done.stdout
    assert "factcheck.toml" not in tree(desk)
    (desk / "pyproject.toml").write_text('[project]\nname = "factcheck-notes"\n', encoding="utf-8")
    assert b"wrote factcheck.toml\n" in init(desk).stdout


def test_a_pre_commit_file_of_others_is_left_and_the_entry_shown(init, desk: Path) -> None:
    file = desk / ".pre-commit-config.yaml"
    theirs = "repos:\n  - repo: meta\n    hooks: [{id: check-hooks-apply}]\n"
    file.write_text(theirs, encoding="utf-8")
    told = init(desk).stdout.decode()
    assert file.read_text(encoding="utf-8") == theirs
    start = "left .pre-commit-config.yaml as it is; to check before commits, paste this"
    assert start in told
    pasted = told.partition("below its `repos:`\n")[2].partition("wrote ")[0]
    from pre_commit.clientlib import load_config

    file.write_text(theirs + pasted, encoding="utf-8")
    ids = [hook["id"] for repo in load_config(str(file))["repos"] for hook in repo["hooks"]]
    assert ids == ["check-hooks-apply", "factcheck-lint"]
    # With the entry in it, nothing more is to be done.
    assert init(desk).stdout.decode().count("\n") == 3


def test_trouble_leaves_nothing_behind(init, tmp_path: Path, desk: Path) -> None:
    (desk / ".github").write_text("no folder", encoding="utf-8")
    before = tree(desk)
    sealed = tmp_path / "sealed"
    sealed.mkdir(mode=0o555)
    if os.access(sealed, os.W_OK):  # nothing is read-only for root but what the kernel makes up
        sealed = Path("/proc/self")
    for folder, message in (
        (desk, "can't write"),
        (sealed, "can't write"),
        (tmp_path / "nowhere", "nowhere: no such folder; make it first"),
        (desk / ".github", ".github: not a folder"),
    ):
        done = init(folder)
        assert done.returncode == 2, folder
        assert done.stdout == b""
        assert message in done.stderr.decode()
        assert done.stderr.count(b"\n") == 1
    assert tree(desk) == before
    assert not (tmp_path / "nowhere").exists()


def test_a_link_out_of_the_folder_is_not_followed(init, tmp_path: Path, desk: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (desk / ".github").symlink_to(tmp_path / "elsewhere")
    done = init(desk)
    assert done.returncode == 2
    assert b"leads out of the folder" in done.stderr
    assert tree(desk) == {}
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_it_says_when_nobody_will_look_at_the_files(init, desk: Path) -> None:
    (desk / "articles").mkdir()
    done = init(desk / "articles")
    assert done.returncode == 0
    assert b"not the top folder of a git repository" in done.stderr


def test_it_says_when_settings_from_above_no_longer_hold(init, desk: Path) -> None:
    (desk / "factcheck.toml").write_text("pedantic = true\n", encoding="utf-8")
    (desk / "articles/.git").mkdir(parents=True)
    assert init(desk).stderr == b""
    told = init(desk / "articles").stderr.decode()
    assert f"goes before {desk}/factcheck.toml" in told
    assert init(desk / "articles").stderr == b""


def test_the_settings_are_toml_with_a_comment_for_each(init, desk: Path) -> None:
    init(desk)
    text = (desk / "factcheck.toml").read_text(encoding="utf-8")
    assert set(tomllib.loads(text)) == {"exclude", "fail-on"}
    for paragraph in text.strip().split("\n\n"):
        assert paragraph.startswith(("# ", "#[style.names]"))
