"""The command `factcheck` and its subcommands. A new command is one file and one line here.

This module and the command files import nothing heavy: each command imports what it needs when it
runs, so that `factcheck --version` and `--help` answer at once.
"""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck import __version__
from factcheck.cli import baseline, batch, claims, compare, explain, init, lint, lsp, rules, watch
from factcheck.cli.configured import ConfiguredCommand


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"factcheck {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and exit."
        ),
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
app.command("compare", cls=ConfiguredCommand)(compare.command)
app.command("lint", cls=ConfiguredCommand)(lint.command)
app.command("claims", cls=ConfiguredCommand)(claims.command)
app.command("batch", cls=ConfiguredCommand)(batch.command)
app.add_typer(baseline.app)
app.command("init")(init.command)
app.command("watch", cls=watch.WatchCommand)(watch.command)
app.command("rules")(rules.command)
app.command("explain")(explain.command)
app.command("lsp")(lsp.command)
