"""`factcheck archive stats`: what an archive holds."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.archive.options import Folder
from factcheck.cli.options import CacheDir

EXAMPLES = """\b
Examples:
  factcheck archive stats wire.archive
  factcheck archive stats wire.archive --json
"""


def command(
    folder: Folder,
    json: Annotated[bool, typer.Option("--json", help="As one JSON object.")] = False,
    cache_dir: CacheDir = None,
) -> None:
    """Tell what an archive holds: articles, claims, facts, days, bytes."""
    from factcheck.archive.stats import statistics
    from factcheck.archive.store import open_store
    from factcheck.cli.output import write_json, write_stdout
    from factcheck.report.json import encode

    found = statistics(open_store(folder, cache=cache_dir))
    if json:
        write_json(encode(found) + "\n")
        return
    width = max(map(len, found))
    shown = {
        name: f"{value:,}" if isinstance(value, int) else value for name, value in found.items()
    }
    write_stdout(
        "".join(f"{name.replace('_', ' '):<{width}}  {value}\n" for name, value in shown.items())
    )
