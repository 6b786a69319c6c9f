"""`factcheck archive`: a store of many articles, drafts against it, all of it against itself."""

from __future__ import annotations

import typer

from factcheck.cli.archive import build, check, compare, export, remove, stats
from factcheck.cli.configured import ConfiguredCommand
from factcheck.cli.help import ShortHelp

app = typer.Typer(
    name="archive",
    help="Check drafts against years of copy, and all of it against itself.",
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _root() -> None:
    """Check drafts against years of copy, and all of it against itself (docs/scale.md)."""


app.command("build", cls=ConfiguredCommand, epilog=build.EXAMPLES)(build.build)
app.command("add", cls=ConfiguredCommand, epilog=build.ADD_EXAMPLES)(build.add)
app.command("remove", cls=ShortHelp, epilog=remove.EXAMPLES)(remove.command)
app.command("stats", cls=ShortHelp, epilog=stats.EXAMPLES)(stats.command)
app.command("check", cls=ConfiguredCommand, epilog=check.EXAMPLES)(check.command)
app.command("compare", cls=ConfiguredCommand, epilog=compare.EXAMPLES)(compare.command)
app.command("export", cls=ConfiguredCommand, epilog=export.EXAMPLES)(export.command)
