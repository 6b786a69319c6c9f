"""Sets of documents through one process or several, in order, with few of them in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from factcheck.cli.sets import Answer, check_line, lost_line
from factcheck.config import Settings
from factcheck.workers import in_order

Numbered = tuple[int, bytes]


def output_lines(
    lines: Iterable[bytes], settings: Settings, *, left_out: list[str]
) -> Iterator[str]:
    """One line of JSON for each line that isn't blank, in input order, made by `settings.jobs`.

    What could not be checked for want of memory is added to `left_out`, in words.
    """
    numbered = ((number, line) for number, line in enumerate(lines, start=1) if line.strip())
    check = partial(_check, settings=replace(settings, jobs=1))
    for answer in _answers(check, numbered, settings.jobs):
        if answer.no_memory:
            left_out.append(answer.no_memory)
        yield answer.line


def _answers(
    check: Callable[[Numbered], Answer], numbered: Iterator[Numbered], jobs: int
) -> Iterator[Answer]:
    if jobs == 1:
        yield from map(check, numbered)
        return
    for done in in_order(check, numbered, jobs=jobs):
        number, line = done.item
        yield done.result or lost_line(line, number)


def _check(item: Numbered, *, settings: Settings) -> Answer:
    number, line = item
    return check_line(line, number, settings)
