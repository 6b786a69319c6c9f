"""How far a long run is: a bar with rate and remaining time on a terminal, else a line a minute."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

_EVERY = 60.0


@contextmanager
def progress(
    what: str, *, clock: Callable[[], float] = time.monotonic
) -> Iterator[Callable[[int, int | None, str], None]]:
    """Tell on stderr how far a run is; the function takes done, all (None: not known) and more.

    `what` is counted ("articles").
    """
    if sys.stderr.isatty():
        yield from _bar(what)
    else:
        yield from _lines(what, clock)


def _bar(what: str) -> Iterator[Callable[[int, int | None, str], None]]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    start = time.monotonic()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None, rate="")

        def told(done: int, total: int | None, more: str) -> None:
            rate = _rate(done, time.monotonic() - start, what)
            bar.update(task, completed=done, total=total, rate=f"{rate} {more}".strip())

        yield told


def _lines(
    what: str, clock: Callable[[], float]
) -> Iterator[Callable[[int, int | None, str], None]]:
    start = last = clock()

    def told(done: int, total: int | None, more: str) -> None:
        nonlocal last
        now = clock()
        if now - last < _EVERY:
            return
        last = now
        line = f"factcheck: {done:,}{'' if total is None else f' of {total:,}'} {what}"
        line += f", {_rate(done, now - start, what)}"
        if total is not None and done:
            left = (now - start) * (total - done) / done
            line += f", about {left / 60:.0f} min left"
        typer.echo(f"{line}{', ' + more if more else ''}", err=True)

    yield told


def _rate(done: int, seconds: float, what: str) -> str:
    return f"{done / seconds:,.1f} {what}/s" if seconds > 0 and done else ""
