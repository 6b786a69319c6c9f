"""Spawned processes that work through items; one that dies costs the item it had, and no other.

`workers.in_order` gives up when a process dies. Here a run of hours goes on: the item is given out
again, and what kills a process twice is told to the caller, who can make it smaller.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Generic, TypeVar

from factcheck.model import FactcheckError

Item = TypeVar("Item")
Result = TypeVar("Result")

_TRIES = 2


@dataclass(frozen=True, slots=True)
class Done(Generic[Item, Result]):
    """What became of an item: its result, or None where it killed a process `_TRIES` times."""

    number: int
    item: Item
    result: Result | None


@dataclass(slots=True)
class _Worker(Generic[Item]):
    process: SpawnProcess
    pipe: Connection[Any, Any]
    number: int = -1
    item: Item | None = None


def work_through(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    jobs: int,
    on_death: Callable[[Item], None] = lambda item: None,
) -> Iterator[Done[Item, Result]]:
    """`function` of each of `items` by `jobs` processes, in the order in which they get done.

    Items are numbered from 0 in their order and taken only when a process is free, so a stream of
    any length fits. `function` and the items must be picklable. `on_death` is told of an item
    whose process died and that is tried again. What `function` raises is raised here as
    FactcheckError. However it ends, no process stays.
    """
    context = multiprocessing.get_context("spawn")
    source = enumerate(items)
    again: deque[tuple[int, Item]] = deque()
    deaths: dict[int, int] = {}
    workers: list[_Worker[Item]] = []
    clean = False
    try:
        exhausted = False
        while True:
            while not (exhausted and not again):
                free = next((one for one in workers if one.number < 0), None)
                if free is None and len(workers) >= jobs:
                    break
                if again:
                    number, item = again.popleft()
                else:
                    try:
                        number, item = next(source)
                    except StopIteration:
                        exhausted = True
                        continue
                if free is None:
                    free = _start(context, function)
                    workers.append(free)
                _hand(free, number, item)
            busy = {one.pipe: one for one in workers if one.number >= 0}
            if not busy:
                break
            for ready in wait(list(busy)):
                worker = busy[ready]  # type: ignore[index]
                number, had = worker.number, worker.item
                assert had is not None
                try:
                    fault, result = worker.pipe.recv()
                except (EOFError, OSError):
                    workers.remove(worker)
                    _end(worker)
                    deaths[number] = deaths.get(number, 0) + 1
                    if deaths[number] < _TRIES:
                        on_death(had)
                        again.append((number, had))
                    else:
                        yield Done(number, had, None)
                    continue
                worker.number, worker.item = -1, None
                if fault is not None:
                    raise FactcheckError(fault)
                yield Done(number, had, result)
        clean = True
    finally:
        for worker in workers:
            if not clean:
                worker.process.kill()
            _end(worker)


def _start(context: Any, function: Callable[[Any], Any]) -> _Worker[Any]:
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, function), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _hand(worker: _Worker[Item], number: int, item: Item) -> None:
    worker.number, worker.item = number, item
    # A process that is gone already shows when its answer is awaited.
    with suppress(OSError):
        worker.pipe.send(item)


def _end(worker: _Worker[Any]) -> None:
    worker.pipe.close()
    worker.process.join()


def _serve(pipe: Connection[Any, Any], function: Callable[[Any], Any]) -> None:
    """What a process does until the pipe closes, as it does too when the parent is killed."""
    import gc
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(50_000, 20, 20)
    while True:
        try:
            item = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer: tuple[str | None, Any] = (None, function(item))
        except FactcheckError as error:
            answer = (str(error), None)
        except Exception as error:
            answer = (f"a fault of ours, {type(error).__name__}: {error}; please report it", None)
        try:
            pipe.send(answer)
        except OSError:
            return
