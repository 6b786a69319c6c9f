"""A clock that goes backwards: files from the future change no report and stay no longer."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from factcheck.cache import MAX_AGE_DAYS, open_cache, prune
from factcheck.config import Settings
from factcheck.pipeline import run
from factcheck.read import document_from_text, read_paths
from factcheck.read.kept import Kept
from factcheck.read.pages import Page, keep_page
from factcheck.report.json import as_dict

DAY = 86_400
FUTURE = 50 * 365 * DAY


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("claims-1/??/*"))


def test_a_run_after_the_clock_was_set_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "The plan runs to 48 pages. The plan, as printed, runs to 52 pages."
    documents = [document_from_text(text, name="a.txt")]
    settings = Settings(model="none", use_cache=True, cache_dir=tmp_path)
    expected = as_dict(run(documents, settings=settings))
    now = time.time()
    for moment in (now - FUTURE, now + FUTURE, now - DAY / 2, now):
        monkeypatch.setattr(time, "time", lambda moment=moment: moment)
        assert as_dict(run(documents, settings=settings)) == expected
        assert entries(tmp_path)


def test_pruning_goes_on_though_it_was_last_done_in_the_future(tmp_path: Path) -> None:
    settings = Settings(use_cache=True, cache_dir=tmp_path)
    cache = open_cache(settings)
    assert cache
    cache.store_bytes("ab" * 32, b"long unused")
    (old,) = entries(tmp_path)
    then = time.time() - (MAX_AGE_DAYS + 1) * DAY
    os.utime(old, (then, then))
    stamp = tmp_path / "claims-1" / "pruned"
    os.utime(stamp, (time.time() + FUTURE,) * 2)
    open_cache(settings)
    assert not old.exists()
    assert abs(time.time() - stamp.stat().st_mtime) < DAY


def test_entries_of_the_future_do_not_crowd_out_those_of_today(tmp_path: Path) -> None:
    cache = open_cache(Settings(use_cache=True, cache_dir=tmp_path))
    assert cache
    now = time.time()
    ages = {"aa" * 32: 0, "bb" * 32: 5 * DAY, "cc" * 32: FUTURE}
    for key, ahead in ages.items():
        cache.store_bytes(key, b"x" * 100)
        os.utime(cache.folder / key[:2] / key, (now + ahead,) * 2)
    left_behind = cache.folder / "aa" / "x.part"
    left_behind.write_bytes(b"half")
    os.utime(left_behind, (now + DAY,) * 2)
    prune(cache.folder)
    assert {path.name for path in entries(tmp_path)} == {"aa" * 32, "bb" * 32}
    prune(cache.folder, max_bytes=200)
    assert {path.name for path in entries(tmp_path)} == {"aa" * 32}


def test_pages_of_the_future_go_too(tmp_path: Path) -> None:
    page = Page("http://a.example/", "text/html", b"words")
    keep_page("http://a.example/", page, tmp_path)
    (old,) = tmp_path.iterdir()
    os.utime(old, (time.time() + FUTURE,) * 2)
    keep_page("http://b.example/", page, tmp_path)
    assert not old.exists()


@pytest.mark.parametrize("moment", [-FUTURE, -60, 60, FUTURE])
def test_a_watched_file_that_changed_at_an_odd_time_is_read_again(
    tmp_path: Path, moment: float
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("One.\n")
    past = time.time() - 3600
    os.utime(file, (past, past))
    kept = Kept()
    assert read_paths([str(file)], kept=kept)[0].text == "One.\n"
    file.write_text("Two.\n")
    os.utime(file, (past + moment,) * 2)
    for _ in range(2):
        assert read_paths([str(file)], kept=kept)[0].text == "Two.\n"
    file.write_text("Six.\n")
    os.utime(file, (past + moment,) * 2)
    assert read_paths([str(file)], kept=kept)[0].text == "Six.\n"
