"""Sets of documents through one process or several, in order, with few of them in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from factcheck.cli.sets import check_line
from factcheck.config import Settings
from factcheck.workers import in_order

Numbered = tuple[int, bytes]


def output_lines(lines: Iterable[bytes], settings: Settings) -> Iterator[str]:
    """One line of JSON for each line that isn't blank, in input order, made by `settings.jobs`.

    Raises FactcheckError when a process dies (for want of memory, mostly).
    """
    numbered = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    check = partial(_check, settings=replace(settings, jobs=1))
    if settings.jobs == 1:
        return map(check, numbered)
    return in_order(check, numbered, jobs=settings.jobs, name=lambda item: f"line {item[0]}")


def _check(item: Numbered, *, settings: Settings) -> str:
    number, line = item
    return check_line(line, number, settings)
