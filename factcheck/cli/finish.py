"""The end of a command that checks: what of its report is written where, and the exit code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.cli.options import Color, FailOn
from factcheck.cli.output import Output, stdout_style, write_outputs, write_stdout
from factcheck.model import FactcheckError, Report, Severity


@dataclass(frozen=True, slots=True)
class Ending:
    """What the options of a command ask for at its end.

    Raises FactcheckError when statistics would stand where a program reads a report.
    """

    outputs: tuple[Output, ...]
    color: Color = Color.AUTO
    facts: bool = False
    statistics: bool = False
    quiet: bool = False
    fail_on: FailOn = FailOn.ERROR
    exit_zero: bool = False

    def __post_init__(self) -> None:
        """Refuse before the work what couldn't be written after it."""
        for output in self.outputs:
            if self.statistics and output.path is None and output.format.for_programs:
                name = output.format.names[0]
                raise FactcheckError(
                    f"--statistics prints a table where {name} would go; "
                    f"write that to a file: --format {name}=FILE"
                )


def finish(report: Report, ending: Ending) -> int:
    """Write the report as `ending` says; the exit code: 1 when a finding counts, else 0."""
    floor = Severity(ending.fail_on.value).level
    counting = tuple(one for one in report.findings if one.severity.level >= floor)
    shown = replace(report, findings=counting) if ending.quiet else report
    outputs: Sequence[Output] = ending.outputs
    if ending.statistics or (ending.quiet and not counting):
        # Neither has room for a report for people on standard output.
        outputs = [one for one in outputs if one.path or one.format.for_programs]
    write_outputs(shown, outputs, color=ending.color, facts=ending.facts, summary=not ending.quiet)
    if ending.statistics:
        from factcheck.report.statistics import render

        write_stdout(render(shown, stdout_style(ending.color)))
    return int(bool(counting) and not ending.exit_zero)
