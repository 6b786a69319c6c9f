"""The hand-made report, for tests that pytest imports by path."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from factcheck.model import Report


@pytest.fixture
def report() -> Report:
    """Two documents, an error across them and a warning inside one of them."""
    path = Path(__file__).with_name("sample.py")
    spec = importlib.util.spec_from_file_location("report_sample", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    made: Report = module.sample_report()
    return made
