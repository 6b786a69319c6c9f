"""Processes that die: what they had is done again, the others go on."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.model import FactcheckError
from factcheck.workers import in_order, work_through


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


def runs_short(number: int) -> int:
    """Out of memory on number 1, as Python tells it."""
    if number == 1:
        raise MemoryError
    return number


def waits_for_the_third(item: tuple[int, str]) -> int:
    """The first item gets done only after the third."""
    number, folder = item
    if number == 2:
        (Path(folder) / "third").touch()
    while number == 0 and not (Path(folder) / "third").exists():
        time.sleep(0.01)
    return number


class DiesOnItsStart:
    """A function that no process can be started with."""

    def __call__(self, number: int) -> int:
        return number

    def __reduce__(self) -> tuple[Callable[[int], object], tuple[int]]:
        return os._exit, (1,)


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


def test_out_of_memory_is_a_death() -> None:
    done = {one.number: one.result for one in work_through(runs_short, range(3), jobs=2)}
    assert done == {0: 0, 1: None, 2: 2}


def test_results_come_in_order(tmp_path: Path) -> None:
    items = [(number, str(tmp_path)) for number in range(40)]
    done = list(in_order(waits_for_the_third, items, jobs=2))
    assert [(one.number, one.result) for one in done] == [(n, n) for n in range(40)]
    assert [one.result for one in in_order(dies_always, range(5), jobs=2)] == [0, 1, None, 3, 4]


def test_what_dies_on_its_start_is_no_item_s_fault() -> None:
    with pytest.raises(FactcheckError, match="died on its start"):
        list(work_through(DiesOnItsStart(), range(3), jobs=2))
    assert not multiprocessing.active_children()


def test_a_fault_is_raised_and_no_process_stays() -> None:
    with pytest.raises(FactcheckError, match="number 0 is no good"):
        list(work_through(fails, [0], jobs=1))
    assert not multiprocessing.active_children()


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


def holds(item: tuple[int, str]) -> int:
    """The first item gets done only when it may."""
    number, folder = item
    while number == 0 and not (Path(folder) / "go").exists():
        time.sleep(0.01)
    return number


def test_results_that_wait_for_a_slow_one_are_few(tmp_path: Path) -> None:
    taken: list[int] = []

    def numbers():
        for number in range(100):
            taken.append(number)
            yield number, str(tmp_path)

    seen: list[int] = []
    pool = work_through(holds, numbers(), jobs=2, ahead=10)
    for done in pool:
        if done.number == 9:
            assert max(taken) == 9
            (tmp_path / "go").touch()
        seen.append(done.number)
    assert sorted(seen) == list(range(100))
