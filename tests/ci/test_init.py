"""What `factcheck init` writes, read by pre-commit and by a shell as GitHub runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from pre_commit.clientlib import load_config

import factcheck


@pytest.fixture
def written(run_here, desk: Path) -> Path:
    assert run_here("init", desk).returncode == 0
    return desk


def test_pre_commit_takes_its_entry(written: Path) -> None:
    ((hook,),) = [
        one["hooks"] for one in load_config(str(written / ".pre-commit-config.yaml"))["repos"]
    ]
    assert hook["entry"] == "factcheck lint --force-exclude"
    assert hook["require_serial"]


def test_the_workflow_is_valid_and_its_steps_run(written: Path, valid, shell, tmp_path) -> None:
    text = (written / ".github/workflows/factcheck.yml").read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    valid("github-workflows", {key if key is not True else "on": workflow[key] for key in workflow})
    assert workflow["permissions"] == {"contents": "read"}
    assert "${{" not in text
    steps = {one["name"]: one["run"] for one in workflow["jobs"]["lint"]["steps"] if "run" in one}
    assert f"factcheck-cli=={factcheck.__version__}" in steps["Install"]
    checked = shell(steps["Check"])
    assert checked.returncode == 1, checked.stderr
    assert b"::error file=draft.md,line=1," in checked.stdout
    assert shell(steps["Summary"]).returncode == 0
    summary = tmp_path / "summary.md"
    assert summary.read_text(encoding="utf-8").startswith("## factcheck: 1 finding\n")
    # A check that broke off has no summary, and that step says no more about it.
    (tmp_path / "runner/factcheck.md").unlink()
    summary.unlink()
    assert shell(steps["Summary"]).returncode == 0
    assert not summary.exists()
