"""The end of a command that checks: what of its report is written where, and the exit code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from factcheck.cli.options import Color, FailOn
from factcheck.cli.output import Output, stdout_style, write_outputs, write_stdout
from factcheck.cli.told import tell_left_out
from factcheck.model import FactcheckError, Report, Severity


@dataclass(frozen=True, slots=True)
class Ending:
    """What the options of a command ask for at its end.

    `day` is when the check is said to have been made; "" says nothing. Raises FactcheckError when
    statistics would stand where a program reads a report, or no page is written that could be
    opened.
    """

    outputs: tuple[Output, ...]
    color: Color = Color.AUTO
    facts: bool = False
    statistics: bool = False
    quiet: bool = False
    fail_on: FailOn = FailOn.ERROR
    exit_zero: bool = False
    open_page: bool = False
    day: str = ""

    def __post_init__(self) -> None:
        """Refuse before the work what couldn't be written after it."""
        for output in self.outputs:
            if self.statistics and output.path is None and output.format.for_programs:
                name = output.format.names[0]
                raise FactcheckError(
                    f"--statistics prints a table where {name} would go; "
                    f"write that to a file: --format {name}=FILE"
                )
        if self.open_page and self.page is None:
            raise FactcheckError("--open shows a page: it needs --format html=FILE")

    @property
    def page(self) -> Path | None:
        """The file of the page that a browser can show; None where none is written."""
        pages = (one.path for one in self.outputs if one.format.names[0] == "html")
        return next((path for path in pages if path), None)


def finish(report: Report, ending: Ending) -> int:
    """Write the report as `ending` says; the exit code: 1 when a finding counts, else 0.

    2 when a text was left out for want of memory, which is told on standard error.
    """
    floor = Severity(ending.fail_on.value).level
    counting = tuple(one for one in report.findings if one.severity.level >= floor)
    shown = replace(report, findings=counting) if ending.quiet else report
    outputs: Sequence[Output] = ending.outputs
    if ending.statistics or (ending.quiet and not counting):
        # Neither has room for a report for people on standard output.
        outputs = [one for one in outputs if one.path or one.format.for_programs]
    write_outputs(
        shown,
        outputs,
        color=ending.color,
        facts=ending.facts,
        summary=not ending.quiet,
        day=ending.day,
    )
    if ending.open_page and ending.page:
        show_page(ending.page)
    if ending.statistics:
        from factcheck.report.statistics import render

        write_stdout(render(shown, stdout_style(ending.color)))
    if report.left_out:
        return tell_left_out([f"{name}: {reason}" for name, reason in report.left_out.items()])
    return int(bool(counting) and not ending.exit_zero)


def show_page(path: Path) -> None:
    """Show the file at `path` in the browser; where there is none, say so on standard error."""
    import webbrowser

    if not webbrowser.open(path.resolve().as_uri()):
        typer.echo(f"factcheck: no browser could be opened; the page is {path}", err=True)
