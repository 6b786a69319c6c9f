"""The command `factcheck` and its subcommands. A new command is one file and one line here."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck import __version__
from factcheck.cli import batch, compare


def _version(value: bool) -> None:
    if value:
        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Find where texts disagree on the facts, and say why."""


app = typer.Typer(
    name="factcheck",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.callback()(_root)
app.command("compare")(compare.command)
app.command("batch")(batch.command)
