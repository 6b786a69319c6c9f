"""Sets of documents through one process or several, in order, with few of them in memory."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace

from factcheck.cli.sets import check_line
from factcheck.config import Settings
from factcheck.model import FactcheckError

# Sets handed out ahead of the one awaited, for each process: enough that none stands idle while a
# long set holds up the output.
_AHEAD = 8


def output_lines(lines: Iterable[bytes], settings: Settings) -> Iterator[str]:
    """One line of JSON for each line that isn't blank, in input order, made by `settings.jobs`.

    Raises FactcheckError when a process dies (for want of memory, mostly).
    """
    numbered = ((line, number) for number, line in enumerate(lines, start=1) if line.strip())
    alone = replace(settings, jobs=1)
    if settings.jobs == 1:
        return (check_line(line, number, alone) for line, number in numbered)
    return _through_pool(numbered, alone, settings.jobs)


def _through_pool(
    numbered: Iterable[tuple[bytes, int]], settings: Settings, jobs: int
) -> Iterator[str]:
    # Spawned, not forked: a fork of a process with threads (NumPy's) can hang.
    pool = ProcessPoolExecutor(
        jobs,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_die_on_interrupt,
    )
    waiting: deque[Future[str]] = deque()
    finished = False
    try:
        for line, number in numbered:
            waiting.append(pool.submit(check_line, line, number, settings))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
        finished = True
    except BrokenProcessPool as error:
        raise FactcheckError(
            "a worker process died, perhaps for want of memory; try fewer --jobs"
        ) from error
    finally:
        if not finished:
            _stop_workers()
        pool.shutdown(wait=finished, cancel_futures=True)


def _stop_workers() -> None:
    for worker in multiprocessing.active_children():
        worker.terminate()


def _die_on_interrupt() -> None:
    """Let Ctrl-C end a worker without a traceback; the parent does the talking."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
