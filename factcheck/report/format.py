"""What a format is: a name and a function from a report to text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.model import Report


@dataclass(frozen=True, slots=True)
class Style:
    """How a format for people may look; formats for machines ignore it.

    `width` is in terminal cells, `color` says whether to use it, `ascii` keeps frames to ASCII for
    outputs that can carry nothing else, `facts` adds the table of facts by source.
    """

    width: int = 80
    color: bool = False
    ascii: bool = False
    facts: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """A report format. `names` are its name and its aliases; `render` gives the whole output.

    `for_programs` formats are UTF-8 wherever they go; the others suit the terminal.
    """

    names: tuple[str, ...]
    summary: str
    render: Callable[[Report, Style], str]
    for_programs: bool = False
