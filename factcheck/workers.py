"""A function over many items by several processes, with the results in order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from factcheck.model import FactcheckError

if TYPE_CHECKING:
    from concurrent.futures import Future

Item = TypeVar("Item")
Result = TypeVar("Result")

# Items handed out ahead of the one awaited, for each process: enough that none stands idle while a
# long one holds up the others, few enough that a stream of any length fits in memory.
_AHEAD = 8


def processors() -> int:
    """How many processors this process may use, at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    jobs: int,
    name: Callable[[Item], str],
) -> Iterator[Result]:
    """`function` of each of `items`, in their order, worked out by `jobs` processes.

    `function` and `items` must be picklable; `name` says what an item is called in a message. What
    `function` raises is raised here. Raises FactcheckError, which names the first item without a
    result, when a process dies (for want of memory, mostly). However it ends, no process stays.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    others = set(multiprocessing.active_children())
    # Spawned, not forked: a fork of a process with threads (NumPy's) can hang.
    pool = ProcessPoolExecutor(
        jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_die_on_interrupt
    )
    waiting: deque[tuple[str, Future[Result]]] = deque()
    finished = False
    try:
        for item in items:
            waiting.append((name(item), pool.submit(function, item)))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting[0][1].result()
                waiting.popleft()
        while waiting:
            yield waiting[0][1].result()
            waiting.popleft()
        finished = True
    except BrokenProcessPool as error:
        raise FactcheckError(
            f"a process died on {waiting[0][0] if waiting else 'its start'} or on one of the next, "
            "perhaps for want of memory; try fewer --jobs"
        ) from error
    finally:
        if not finished:
            ours = [one for one in multiprocessing.active_children() if one not in others]
            for worker in ours:
                worker.terminate()
            for worker in ours:
                worker.join()
        pool.shutdown(wait=finished, cancel_futures=True)


def _die_on_interrupt() -> None:
    """Let Ctrl-C end a worker without a traceback; the parent does the talking."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)
