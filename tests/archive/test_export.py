"""Tables for other programs: what a spreadsheet would run is text in them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from factcheck.archive.export import FINDINGS, PASSAGES, write_rows

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a")


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_begins_as_a_formula_does(tmp_path: Path, formula: str) -> None:
    row = dict.fromkeys(FINDINGS, formula) | {"start": -1, "confidence": 0.9}
    assert write_rows(iter([row]), FINDINGS, str(tmp_path / "a.csv")) == 1
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        (read,) = csv.DictReader(file)
    assert read == dict.fromkeys(FINDINGS, f"'{formula}") | {"start": "-1", "confidence": "0.9"}


@pytest.mark.parametrize("plain", ["a=1", "“-1”", "", " =1", "'=1", 'a "b", c\nd'])
def test_other_cells_are_left_as_they_are(tmp_path: Path, plain: str) -> None:
    write_rows(iter([dict.fromkeys(PASSAGES, plain)]), PASSAGES, str(tmp_path / "a.csv"))
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == [dict.fromkeys(PASSAGES, plain)]
