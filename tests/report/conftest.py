"""Reports for the tests of formats: one made by hand, and any number of hostile ones."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from factcheck.model import Report

HERE = Path(__file__).parent


def load(name: str) -> ModuleType:
    """A module beside this one, which pytest imports by path."""
    spec = importlib.util.spec_from_file_location(f"report_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def report() -> Report:
    """Two documents, an error across them and a warning inside one of them."""
    made: Report = load("sample").sample_report()
    return made


@pytest.fixture(scope="session")
def wide_report() -> Report:
    """All severities, a passage of two lines, other scripts, and a name that needs escapes."""
    made: Report = load("sample").wide_report()
    return made


@pytest.fixture(scope="session")
def many() -> Callable[[int], Report]:
    """A report with as many findings as asked for, of all severities, in several documents."""
    made: Callable[[int], Report] = load("sample").many_findings
    return made


@pytest.fixture(scope="session")
def hostile() -> list[Report]:
    """Reports whose names, texts and messages mean harm to terminals, parsers and readers."""
    made: list[Report] = load("hostile").reports(150)
    return made


@pytest.fixture(scope="session")
def harmless() -> Callable[[str], bool]:
    """Whether a text is one line that no terminal obeys."""
    made: Callable[[str], bool] = load("hostile").harmless
    return made


@pytest.fixture(scope="session")
def golden() -> Callable[[str, str], None]:
    """Hold a text against a file that people have read; UPDATE_GOLDEN=1 writes it anew."""

    def hold(name: str, text: str) -> None:
        path = HERE / "golden" / name
        if os.environ.get("UPDATE_GOLDEN") == "1":
            path.write_bytes(text.encode("utf-8"))
        assert text.encode("utf-8") == path.read_bytes()

    return hold
