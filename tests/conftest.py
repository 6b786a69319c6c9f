"""What tests share: the command line as a subprocess, the JSON Schema, the articles of others."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# An example may take long on a busy machine; how fast things are is for the benchmarks.
settings.register_profile("untimed", settings(), deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

Cli = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    """Run `factcheck` in a process of its own, in `tmp_path`, with its own cache.

    Takes the arguments, and by keyword `stdin` (bytes), `env` (added to a bare environment) and
    `cwd`.
    """

    def run(
        *arguments: str | Path,
        stdin: bytes = b"",
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "factcheck", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=cwd or tmp_path,
            env=clean_environment(tmp_path, env or {}),
            timeout=300,
            check=False,
        )

    return run


@pytest.fixture
def run_here(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> Cli:
    """Run `factcheck` as the console script does, but in this process, which is quicker.

    Takes the arguments, and by keyword `cwd`, else `tmp_path`. For commands that read no texts.
    """

    def run(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
        from factcheck.cli.entry import main

        monkeypatch.chdir(cwd or tmp_path)
        monkeypatch.setattr(sys, "argv", ["factcheck", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        told = capfdbinary.readouterr()
        code = ended.value.code or 0
        assert isinstance(code, int)
        return subprocess.CompletedProcess(sys.argv, code, told.out, told.err)

    return run


def clean_environment(folder: Path, added: Mapping[str, str]) -> dict[str, str]:
    """An environment without the user's terminal, colours and cache."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("FACTCHECK_", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "LC_", "LANG"))
    }
    cache = str(folder / "user-cache")
    return {**kept, "LC_ALL": "C.UTF-8", "FACTCHECK_CACHE_DIR": cache, **added}


@pytest.fixture(scope="session")
def valid_report() -> Callable[[Any], None]:
    """Check a value against docs/schema/report-v1.json; fails the test with what is wrong."""
    from jsonschema import Draft202012Validator

    schema = json.loads((ROOT / "docs/schema/report-v1.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)

    def check(value: Any) -> None:
        problems = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]
        assert not problems, "\n".join(problems[:5])

    return check


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the five real articles, which are not part of the repository."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip("the real articles of ../shared/seeds are not on this machine")
    return folder
