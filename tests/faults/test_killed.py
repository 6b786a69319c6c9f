"""Killed at random moments: the cache can be used, each file is whole or not there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import clean_environment

KILLING = Path(__file__).with_name("killing.py")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the runs are forks")
@pytest.mark.parametrize(
    ("kind", "kills"), [("compare", 50), ("lint", 20), ("batch", 20), ("archive", 50)]
)
def test_killed_at_random_moments(tmp_path: Path, kind: str, kills: int) -> None:
    if kind == "archive":
        pytest.importorskip("duckdb", reason="the extra archive is not installed")
    done = subprocess.run(
        [sys.executable, str(KILLING), kind, str(tmp_path / "scene"), str(kills)],
        capture_output=True,
        env=clean_environment(tmp_path, {}),
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["wrong"] == []
    assert found["kills"] == kills
    # Else the moments say nothing.
    assert found["midway"] >= kills // 5


def test_runs_at_once_over_one_cache(tmp_path: Path, desk: Path) -> None:
    for number in range(30):
        text = f"Ward {number} has {number} bridges. The harbour plan runs to {number} pages.\n"
        (desk / f"{number}.txt").write_text(text)
    command = [sys.executable, "-m", "factcheck", "compare", "desk", "--model", "none"]
    command += ["--format", "json", "--exit-zero", "--pedantic"]
    environment = clean_environment(tmp_path, {})
    where = {"cwd": tmp_path, "env": environment}
    bare = subprocess.run([*command, "--no-cache"], stdout=subprocess.PIPE, check=True, **where)
    for turn in range(3):
        shared = [*command, "--cache-dir", f"kept-{turn}"]
        runs = [subprocess.Popen(shared, stdout=subprocess.PIPE, **where) for _ in range(3)]
        assert [run.communicate(timeout=120)[0] for run in runs] == [bare.stdout] * 3
        assert not list((tmp_path / f"kept-{turn}").rglob("*.part"))
        again = subprocess.run(shared, stdout=subprocess.PIPE, check=True, **where)
        assert again.stdout == bare.stdout
