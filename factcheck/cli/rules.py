"""`factcheck rules`: the catalogue."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.options import Color, ColorOption


class ListFormat(StrEnum):
    """How a list is printed."""

    TEXT = "text"
    JSON = "json"


EXAMPLES = """\b
Examples:
  factcheck rules
  factcheck rules --format json
"""


def command(
    format_: Annotated[
        ListFormat, typer.Option("--format", metavar="NAME", help="text (default) or json.")
    ] = ListFormat.TEXT,
    color: ColorOption = Color.AUTO,
) -> None:
    """List the rules: code, name, severity and what each flags."""
    from factcheck.cli.output import stdout_style, write_json, write_stdout
    from factcheck.report.catalogue import render_json, render_text
    from factcheck.rules import RULES

    if format_ is ListFormat.JSON:
        write_json(render_json(RULES))
    else:
        write_stdout(render_text(RULES, stdout_style(color)))
