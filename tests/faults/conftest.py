"""The command line under limits of the system, and a small desk of articles."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import clean_environment

Limited = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def limited(tmp_path: Path) -> Limited:
    """Run `factcheck` in `tmp_path` with a limit of `ulimit` ("-f 0": nothing can be written)."""
    if sys.platform == "win32":
        pytest.skip("there is no ulimit there")

    def run(limit: str, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
        script = f'ulimit {limit} && exec "$@"'
        command = [sys.executable, "-m", "factcheck", *map(str, arguments)]
        return subprocess.run(
            ["bash", "-c", script, "-", *command],
            capture_output=True,
            cwd=tmp_path,
            env=clean_environment(tmp_path, {}),
            timeout=300,
            check=False,
        )

    return run


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder of two articles that disagree on the pages of a plan."""
    folder = tmp_path / "desk"
    folder.mkdir()
    for name, pages in (("a.txt", 48), ("b.txt", 52)):
        (folder / name).write_text(
            f"The harbour plan, published on Monday, runs to {pages} pages.\n\n"
            f"The {name[0].upper()} ward council said nothing of it.\n",
            encoding="utf-8",
        )
    return folder


def told(done: subprocess.CompletedProcess[bytes]) -> str:
    """What was said on standard error, none of it a traceback."""
    words = done.stderr.decode("utf-8")
    assert "Traceback" not in words
    assert "fault of ours" not in words
    return words
