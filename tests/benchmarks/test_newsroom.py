"""Whole articles that were written for it: no error there is wrong, and plain slips are found."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from factcheck.model import Severity

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
SETS = sorted(folder.name for folder in (BENCHMARKS / "newsroom").iterdir())


@pytest.fixture(scope="module")
def newsroom() -> ModuleType:
    if str(BENCHMARKS) not in sys.path:
        sys.path.append(str(BENCHMARKS))
    return importlib.import_module("newsroom")


@pytest.mark.parametrize("name", SETS)
def test_no_error_is_wrong(newsroom: ModuleType, name: str) -> None:
    documents, findings = newsroom.checked(newsroom.SETS / name)
    gold = newsroom.planted_in(newsroom.SETS / name, documents)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    wrong = [one for one in errors if newsroom.judge(one, gold)[0] == newsroom.WRONG]
    assert [newsroom.told(one) for one in wrong] == []


@pytest.mark.parametrize(
    ("name", "code"),
    [("lint-01", "FC101"), ("lint-33", "FC701"), ("compare-21", "FC204"), ("lint-09", "FC202")],
)
def test_plain_slips_are_found(newsroom: ModuleType, name: str, code: str) -> None:
    documents, findings = newsroom.checked(newsroom.SETS / name)
    gold = newsroom.planted_in(newsroom.SETS / name, documents)
    right = [one for one in findings if newsroom.judge(one, gold)[0] == newsroom.RIGHT]
    assert code in {one.code for one in right}
