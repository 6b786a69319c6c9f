"""Processes that die: what they had is done again, the others go on."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from factcheck.archive.build import build
from factcheck.archive.pool import work_through
from factcheck.archive.store import open_store
from factcheck.model import FactcheckError
from tests.archive.conftest import story


def square(number: int) -> int:
    return number * number


def dies_once(item: tuple[int, str]) -> int:
    """Killed on its first number 3, as for want of memory."""
    number, folder = item
    mark = Path(folder) / "died"
    if number == 3 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def dies_always(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def fails(number: int) -> int:
    raise FactcheckError(f"number {number} is no good")


def test_every_item_is_done_once() -> None:
    done = list(work_through(square, range(20), jobs=2))
    assert sorted((one.number, one.result) for one in done) == [(n, n * n) for n in range(20)]


def test_what_a_killed_process_had_is_done_again(tmp_path: Path) -> None:
    told: list[tuple[int, str]] = []
    items = [(number, str(tmp_path)) for number in range(6)]
    done = list(work_through(dies_once, items, jobs=2, on_death=told.append))
    assert sorted(one.result for one in done) == list(range(6))
    assert told == [(3, str(tmp_path))]


def test_what_kills_its_process_twice_is_given_back() -> None:
    done = {one.number: one.result for one in work_through(dies_always, range(5), jobs=2)}
    assert done == {0: 0, 1: 1, 2: None, 3: 3, 4: 4}


def test_a_fault_is_raised_and_no_process_stays() -> None:
    import multiprocessing

    with pytest.raises(FactcheckError, match="number 0 is no good"):
        list(work_through(fails, [0], jobs=1))
    assert not multiprocessing.active_children()


def test_the_article_that_kills_its_process_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raws = [story(number) for number in range(7)]
    # The environment reaches the spawned processes, a patched function would not.
    monkeypatch.setenv("FACTCHECK_TEST_KILLER", raws[5].name)
    monkeypatch.setattr("factcheck.archive.build.write_partition", write_or_die)
    notes: list[str] = []
    folder = str(tmp_path / "a")
    tally = build(folder, raws, model="none", size=4, jobs=2, note=notes.append)
    assert [line.split(":")[0] for line in tally.failures] == [raws[5].name]
    names = {row["name"] for row in open_store(folder).rows(["name"])}
    assert names == {raw.name for raw in raws} - {raws[5].name}
    assert notes


def write_or_die(batch, *, folder: str, model: str):
    """As write_partition, but one article is the death of its process."""
    from factcheck.archive.partition import write_partition

    if any(raw.name == os.environ["FACTCHECK_TEST_KILLER"] for raw in batch.articles):
        os.kill(os.getpid(), signal.SIGKILL)
    return write_partition(batch, folder=folder, model=model)


def test_a_long_stream_is_not_read_ahead() -> None:
    taken: list[int] = []

    def numbers():
        for number in range(50):
            taken.append(number)
            yield number

    pool = work_through(square, numbers(), jobs=2)
    next(pool)
    assert len(taken) <= 4
    pool.close()
