"""What tests of continuous integration share: published schemas, and steps run by a real shell."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

Done = subprocess.CompletedProcess[bytes]
WRONG = "The ticket is valid until 31 April 2026.\n"
CALM = "The ferry terminal will move to the eastern quay.\n"


@pytest.fixture(scope="session")
def valid() -> Callable[[str, Any], None]:
    """Check a value against a schema that check-jsonschema carries, by name (github-workflows)."""
    from jsonschema.validators import validator_for

    folder = files("check_jsonschema").joinpath("builtin_schemas", "vendor")

    def check(name: str, value: Any) -> None:
        schema = json.loads(folder.joinpath(f"{name}.json").read_text(encoding="utf-8"))
        validator = validator_for(schema)(schema)
        problems = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]
        assert not problems, "\n".join(problems[:5])

    return check


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with one wrong draft, and beside it what a runner of CI has."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "draft.md").write_text(WRONG, encoding="utf-8")
    (tmp_path / "runner").mkdir()
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/factcheck").symlink_to(Path(sys.executable).with_name("factcheck"))
    return folder


@pytest.fixture
def shell(desk: Path, tmp_path: Path) -> Callable[..., Done]:
    """Run a script as GitHub and GitLab do (`bash -eo pipefail`), in `desk`, in a bare environment.

    `factcheck` is on its path, and nothing else of ours.
    """

    def run(script: str, env: Mapping[str, str] | None = None) -> Done:
        bare = {
            "PATH": f"{tmp_path / 'bin'}:/usr/local/bin:/usr/bin:/bin",
            "HOME": str(tmp_path),
            "LC_ALL": "C.UTF-8",
            "FACTCHECK_CACHE_DIR": str(tmp_path / "user-cache"),
            "RUNNER_TEMP": str(tmp_path / "runner"),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
            "GITHUB_OUTPUT": str(tmp_path / "output.txt"),
        }
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=desk,
            env={**bare, **(env or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=300,
            check=False,
        )

    return run
