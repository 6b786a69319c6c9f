"""`factcheck explain`: a rule's page, or why one finding of a report was made."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.options import Color, ColorOption, complete_rule

EXAMPLES = """\b
Examples:
  factcheck explain FC101
  factcheck explain quantity-mismatch
  factcheck explain 3f9c27 --from report.json
"""


def command(
    what: Annotated[
        str,
        typer.Argument(
            metavar="RULE|FINGERPRINT",
            help="A rule's code or name; with --from, a fingerprint.",
            autocompletion=complete_rule,
            show_default=False,
        ),
    ],
    from_: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="REPORT.json",
            help="The JSON report that holds the finding.",
            show_default=False,
        ),
    ] = None,
    color: ColorOption = Color.AUTO,
) -> None:
    """Explain a rule, or with --from how a finding was made."""
    from factcheck.cli.output import stdout_style, write_stdout

    style = stdout_style(color)
    if from_ is not None:
        from factcheck.cli.saved import find_finding
        from factcheck.report.waterfall import render

        write_stdout(render(find_finding(from_, what), style))
        return
    from factcheck.report.page import load_page, render_page

    write_stdout(render_page(load_page(what), style))
