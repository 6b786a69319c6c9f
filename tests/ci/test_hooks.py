"""The hooks of .pre-commit-hooks.yaml, run by pre-commit itself when something is committed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from pre_commit.clientlib import load_manifest

ROOT = Path(__file__).resolve().parents[2]
HOOKS = {hook["id"]: hook for hook in load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))}
Shell = Callable[..., Any]


def test_each_hook_says_what_pre_commit_needs() -> None:
    assert list(HOOKS) == ["factcheck-lint", "factcheck-compare"]
    for hook in HOOKS.values():
        assert hook["language"] == "python"
        assert hook["require_serial"]
        assert hook["description"]


@pytest.fixture
def commit(desk: Path, shell: Shell, tmp_path: Path) -> Shell:
    """Commit all of `desk`, with the two hooks installed.

    They run the `factcheck` of this environment: an installation of its own, which pre-commit
    makes for `language: python`, takes minutes and the network.
    """
    hooks = [{**hook, "language": "system"} for hook in HOOKS.values()]
    hooks[1]["args"] = ["stories"]
    keys = {"id", "name", "entry", "args", "language", "files", "types", "pass_filenames"}
    local = [{key: hook[key] for key in (*keys, "require_serial")} for hook in hooks]
    config = desk / ".pre-commit-config.yaml"
    config.write_text(yaml.safe_dump({"repos": [{"repo": "local", "hooks": local}]}))
    (desk / "factcheck.toml").write_text('model = "none"\nexclude = ["kept.txt"]\n')
    (desk / "draft.md").unlink()
    (desk / "stories").mkdir()
    (desk / "stories/a.txt").write_text("The harbour plan of the council has 48 pages.\n")
    me = {"PRE_COMMIT_HOME": str(tmp_path / "pre-commit"), "GIT_CONFIG_GLOBAL": os.devnull}
    for role in ("AUTHOR", "COMMITTER"):
        me |= {f"GIT_{role}_NAME": "Anna", f"GIT_{role}_EMAIL": "anna@example.org"}
    made = shell(
        f"git init -q && '{sys.executable}' -m pre_commit install && git add factcheck.toml", me
    )
    assert made.returncode == 0, made.stderr
    return lambda: shell("git add -A && git commit -q -m texts", me)


def test_a_commit_is_refused_until_the_texts_are_right(commit: Shell, desk: Path) -> None:
    (desk / "kept.txt").write_text("The old ticket is valid until 31 June 2026.\n")
    (desk / "code.py").write_text('DAY = "31 June 2026"\n')
    (desk / "a draft.md").write_text("The ticket is valid until 31 April 2026.\n")
    refused = commit()
    told = (refused.stdout + refused.stderr).decode()
    assert refused.returncode == 1, told
    assert "31 April 2026" in told
    assert "31 June" not in told
    (desk / "a draft.md").write_text("The ticket is valid until 30 April 2026.\n")
    passed = commit()
    assert passed.returncode == 0, passed.stderr
    # What disagrees with the new text was committed before.
    (desk / "stories/b.txt").write_text("The harbour plan of the council has 52 pages.\n")
    refused = commit()
    told = (refused.stdout + refused.stderr).decode()
    assert refused.returncode == 1, told
    assert "48 pages" in told
    assert "52 pages" in told
