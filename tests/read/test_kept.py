"""Documents kept between looks: a file that stays as it was is read once."""

from __future__ import annotations

import os
from pathlib import Path

from factcheck.model import DocumentRole
from factcheck.read import read_paths
from factcheck.read.kept import Kept

LONG_AGO = 1_500_000_000


def test_a_file_that_stays_is_not_read_again(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("One.\n")
    os.utime(file, (LONG_AGO, LONG_AGO))
    kept = Kept()
    (first,) = read_paths([str(file)], kept=kept)
    assert read_paths([str(file)], kept=kept)[0] is first
    # In another role it is another document.
    (source,) = read_paths([str(file)], role=DocumentRole.SOURCE, kept=kept)
    assert source.role is DocumentRole.SOURCE
    file.write_text("Two.\n")
    os.utime(file, (LONG_AGO, LONG_AGO))
    assert read_paths([str(file)], kept=kept)[0].text == "Two.\n"


def test_a_file_that_has_just_changed_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("One.\n")
    kept = Kept()
    before = file.stat().st_mtime_ns
    read_paths([str(file)], kept=kept)
    file.write_text("Two.\n")
    os.utime(file, ns=(before, before))
    assert read_paths([str(file)], kept=kept)[0].text == "Two.\n"
