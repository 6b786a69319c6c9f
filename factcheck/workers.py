"""Spawned processes that work through items; one that dies costs the item it had, and no other.

A process dies for want of memory, mostly. The item is given out again, and what kills a process
twice is told to the caller, who can name it and go on, or make it smaller.
"""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from factcheck.model import FactcheckError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnContext, SpawnProcess

Item = TypeVar("Item")
Result = TypeVar("Result")

_TRIES = 2
# Items handed out ahead of the one awaited, for each process: enough that none stands idle while a
# long one holds up the others, few enough that a stream of any length fits in memory.
_AHEAD = 8
_READY, _DONE, _FAULT = range(3)


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
    ready: bool = False


def processors() -> int:
    """How many processors this process may use, at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(
    function: Callable[[Item], Result], items: Iterable[Item], *, jobs: int
) -> Iterator[Done[Item, Result]]:
    """As `work_through`, but in the order of `items`, of which few are held at a time."""
    waiting: dict[int, Done[Item, Result]] = {}
    following = 0
    with closing(work_through(function, items, jobs=jobs, ahead=jobs * _AHEAD)) as each:
        for done in each:
            waiting[done.number] = done
            while following in waiting:
                yield waiting.pop(following)
                following += 1


def work_through(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    jobs: int,
    on_death: Callable[[Item], None] = lambda item: None,
    ahead: int | None = None,
) -> Generator[Done[Item, Result], None, None]:
    """`function` of each of `items` by `jobs` processes, in the order in which they get done.

    Items are numbered from 0 in their order and taken only when a process is free, so a stream of
    any length fits; with `ahead`, only so many after the first that isn't done. `function` and the
    items must be picklable. `on_death` is told of an item whose process died and that is tried
    again. What `function` raises is raised here as FactcheckError, and so is a process that dies
    before it is given anything. However it ends, no process stays.
    """
    from multiprocessing import get_context
    from multiprocessing.connection import wait

    # Spawned, not forked: a fork of a process with threads (NumPy's) can hang.
    context = get_context("spawn")
    fresh = enumerate(items)
    following = 0
    again: deque[tuple[int, Item]] = deque()
    deaths: Counter[int] = Counter()
    workers: list[_Worker[Item]] = []
    clean = False
    try:
        while True:
            while True:
                free = next((one for one in workers if one.number < 0), None)
                if free is None and len(workers) >= jobs:
                    break
                if again:
                    number, item = again.popleft()
                elif ahead is not None and following - _oldest(workers, following) >= ahead:
                    break
                else:
                    try:
                        number, item = next(fresh)
                    except StopIteration:
                        break
                    following = number + 1
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
                    kind, said = worker.pipe.recv()
                except (EOFError, OSError):
                    workers.remove(worker)
                    _end(worker)
                    if not worker.ready:
                        raise FactcheckError(
                            "a process died on its start, perhaps for want of memory; try fewer "
                            "--jobs"
                        ) from None
                    deaths[number] += 1
                    if deaths[number] < _TRIES:
                        on_death(had)
                        again.append((number, had))
                    else:
                        yield Done(number, had, None)
                    continue
                if kind == _READY:
                    worker.ready = True
                    continue
                worker.number, worker.item = -1, None
                if kind == _FAULT:
                    raise FactcheckError(said)
                yield Done(number, had, said)
        clean = True
    finally:
        for worker in workers:
            if not clean:
                worker.process.kill()
            _end(worker)


def _oldest(workers: Iterable[_Worker[Any]], following: int) -> int:
    """The number of the first item that is not done."""
    return min((one.number for one in workers if one.number >= 0), default=following)


def _start(context: SpawnContext, function: Callable[[Any], Any]) -> _Worker[Any]:
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
    gc.set_threshold(250_000, 20, 20)
    # The parent may be gone at any point.
    with suppress(EOFError, OSError):
        pipe.send((_READY, None))
        while True:
            item = pipe.recv()
            try:
                pipe.send(_answer(function, item))
            except MemoryError:
                # As good as killed: what it holds is given back, and another process tries.
                os._exit(1)


def _answer(function: Callable[[Item], Result], item: Item) -> tuple[int, Result | str]:
    try:
        return _DONE, function(item)
    except MemoryError:
        raise
    except FactcheckError as error:
        return _FAULT, str(error)
    except Exception as error:
        fault = f"a fault of ours, {type(error).__name__}: {error}; please report it"
        return _FAULT, fault
