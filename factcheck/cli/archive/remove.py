"""`factcheck archive remove`: articles out of an archive."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.archive.options import Folder
from factcheck.cli.options import CacheDir

EXAMPLES = """\b
Examples:
  factcheck archive remove wire.archive copy/2024/withdrawn.txt
  factcheck archive remove wire.archive --from withdrawn.txt
"""


def command(
    folder: Folder,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]...", help="Articles by the names they have there.", show_default=False
        ),
    ] = None,
    from_: Annotated[
        str,
        typer.Option("--from", metavar="FILE", help="A file of names, one a line; - for stdin."),
    ] = "",
    cache_dir: CacheDir = None,
) -> None:
    """Take articles out of an archive: all that are named, or none if one is not there.

    Exit codes: 0 done, 2 trouble.
    """
    from factcheck.archive.change import remove
    from factcheck.cli.lines import open_lines
    from factcheck.model import FactcheckError

    wanted = list(names or ())
    if from_:
        with open_lines(from_) as lines:
            wanted += [line.decode("utf-8", "surrogateescape").rstrip("\r\n") for line in lines]
    wanted = [name for name in dict.fromkeys(wanted) if name]
    if not wanted:
        raise FactcheckError("nothing to remove: give names, or a file of names with --from")
    removed = remove(folder, wanted, cache=cache_dir)
    typer.echo(f"{removed:,} article{'' if removed == 1 else 's'} removed")
