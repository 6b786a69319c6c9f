"""What a format is: a name and a module that makes text of a report."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from factcheck.model import Report


@dataclass(frozen=True, slots=True)
class Style:
    """How a format for people may look; formats for machines ignore it.

    `width` is in terminal cells, `color` says whether to use it, `ascii` keeps frames to ASCII for
    outputs that can carry nothing else, `facts` adds the table of facts by source, `summary` the
    numbers at the end. `day` is when it was checked, in words; "" is told as
    nothing.
    """

    width: int = 80
    color: bool = False
    ascii: bool = False
    facts: bool = False
    summary: bool = True
    day: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """A report format. `names` are its name and its aliases.

    `module` is the file in this folder that has the function `render(report, style) -> str`; it is
    imported when the format is first used, so that a run pays only for the formats it writes.
    `for_programs` formats are UTF-8 wherever they go; the others suit the terminal.
    """

    names: tuple[str, ...]
    summary: str
    module: str
    for_programs: bool = False

    def render(self, report: Report, style: Style) -> str:
        """The whole output."""
        made: str = import_module(f"factcheck.report.{self.module}").render(report, style)
        return made
