"""`factcheck report`: a saved JSON report, in any format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.options import Color, ColorOption, Facts, Formats

EXAMPLES = """\b
Examples:
  factcheck report report.json --format html=report.html --open
  factcheck report report.json --facts
"""


def command(
    path: Annotated[
        Path,
        typer.Argument(metavar="FILE.json", help="What `--format json` wrote.", show_default=False),
    ],
    format_: Formats = None,
    facts: Facts = False,
    open_: Annotated[
        bool, typer.Option("--open", help="Show the page of --format html=FILE in the browser.")
    ] = False,
    dated: Annotated[
        str | None,
        typer.Option(
            "--dated",
            metavar="DAY",
            help="The day the page names: 2026-03-05 or today.",
            show_default=False,
        ),
    ] = None,
    color: ColorOption = Color.AUTO,
) -> None:
    """Show a saved report in another format, without checking anything again.

    A saved report holds no texts: they are read anew, by the names in it, from the same folder as
    then. The page of html can do without, and says so. Exit code 0, whatever was found.
    """
    from factcheck.cli.finish import Ending, finish
    from factcheck.cli.output import parse_outputs
    from factcheck.cli.saved import load_report, tell_missing
    from factcheck.cli.today import day_told

    outputs = parse_outputs(format_)
    ending = Ending(
        outputs,
        color=color,
        facts=facts,
        exit_zero=True,
        open_page=open_,
        day=day_told(dated),
    )
    report = load_report(path)
    tell_missing(report, outputs)
    raise typer.Exit(finish(report, ending))
