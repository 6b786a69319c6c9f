"""`factcheck batch`: many sets of documents, one report a line, in input order."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Annotated

import typer


def command(
    path: Annotated[str, typer.Argument()],
    jobs: Annotated[int, typer.Option("--jobs")] = 1,
    model: Annotated[str, typer.Option("--model")] = "auto",
) -> None:
    """Check many document sets: one JSON object a line in, one report a line out."""
    from factcheck.config import Settings

    settings = Settings(model=model)
    stream = sys.stdin.buffer if path == "-" else open(path, "rb")
    with stream:
        for line in reports(stream, settings, jobs=jobs):
            sys.stdout.buffer.write(line.encode("utf-8") + b"\n")
            sys.stdout.buffer.flush()


def reports(lines: Iterable[bytes], settings: object, *, jobs: int) -> Iterator[str]:
    """One output line per input line that isn't blank, in order; never more than a few in memory."""
    from factcheck.cli.sets import check_line

    numbered = ((line, number) for number, line in enumerate(lines, start=1) if line.strip())
    if jobs == 1:
        for line, number in numbered:
            yield check_line(line, number, settings)
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_default_interrupt)
    waiting: deque[Future[str]] = deque()
    try:
        for line, number in numbered:
            waiting.append(pool.submit(check_line, line, number, settings))
            if len(waiting) >= jobs * 4:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _default_interrupt() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
