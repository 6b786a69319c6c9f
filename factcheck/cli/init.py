"""`factcheck init`: a configuration, a pre-commit entry and a workflow, never over what exists."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = """\b
Examples:
  factcheck init
  factcheck init site/ --dry-run
"""


def command(
    folder: Annotated[
        Path, typer.Argument(metavar="[FOLDER]", help="Where to; this folder if none is named.")
    ] = Path(),
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; print what would be written.")
    ] = False,
) -> None:
    """Set a folder up: factcheck.toml, .pre-commit-config.yaml, .github/workflows/factcheck.yml.

    A file that exists is left as it is, and what it lacks is printed to be pasted.
    """
    from factcheck.cli.output import write_stdout
    from factcheck.cli.starting import notes, plan, told, write

    planned = plan(folder)
    if not dry_run:
        write(planned, folder)
    write_stdout(told(planned, dry_run=dry_run))
    for note in notes(planned, folder):
        typer.echo(f"note: {note}", err=True)
