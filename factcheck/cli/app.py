"""The command `factcheck` and its subcommands. A new command is one file and one line here.

This module and the command files import nothing heavy: each command imports what it needs when it
runs, so that `factcheck --version` and `--help` answer at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import Annotated

import typer

from factcheck import __version__
from factcheck.cli import (
    archive,
    baseline,
    batch,
    claims,
    compare,
    explain,
    init,
    lint,
    lsp,
    report,
    rules,
    watch,
)
from factcheck.cli.configured import ConfiguredCommand
from factcheck.cli.help import ShortHelp


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


_EXAMPLES = """\b
Examples:
  factcheck compare story/
  factcheck lint draft.md --against notes/
  factcheck explain FC101
"""

app = typer.Typer(
    name="factcheck",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.callback(epilog=_EXAMPLES)(_root)
app.command("compare", cls=ConfiguredCommand, epilog=compare.EXAMPLES)(compare.command)
app.command("lint", cls=ConfiguredCommand, epilog=lint.EXAMPLES)(lint.command)
app.command("claims", cls=ConfiguredCommand, epilog=claims.EXAMPLES)(claims.command)
app.command("batch", cls=ConfiguredCommand, epilog=batch.EXAMPLES)(batch.command)
app.command("report", cls=ShortHelp, epilog=report.EXAMPLES)(report.command)
app.add_typer(archive.app)
app.add_typer(baseline.app)
app.command("init", cls=ShortHelp, epilog=init.EXAMPLES)(init.command)
app.command("watch", cls=watch.WatchCommand, epilog=watch.EXAMPLES)(watch.command)
app.command("rules", cls=ShortHelp, epilog=rules.EXAMPLES)(rules.command)
app.command("explain", cls=ShortHelp, epilog=explain.EXAMPLES)(explain.command)
app.command("lsp", cls=ShortHelp, epilog=lsp.EXAMPLES)(lsp.command)


def app_for(arguments: Sequence[str]) -> typer.Typer:
    """The command line with no command but the one that `arguments` begin with, which acts alike.

    Typer builds the options of every command that it knows before it runs one, which takes longer
    than to read an article. Everything, when `arguments` begin with something else.
    """
    commands = [one for one in app.registered_commands if one.name == next(iter(arguments), "")]
    if not commands:
        return app
    alone = copy(app)
    alone.registered_commands, alone.registered_groups = commands, []
    return alone
