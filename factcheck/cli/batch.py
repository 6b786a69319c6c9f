"""`factcheck batch`: many sets of documents, one report a line, in input order."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.options import (
    CacheDir,
    Ignore,
    Jobs,
    MinConfidence,
    Model,
    Pedantic,
    Select,
    build_settings,
)


def command(
    path: Annotated[
        str,
        typer.Argument(
            metavar="FILE.jsonl",
            help='One set a line, or - for standard input: {"id", "documents": [{"name", "text", '
            '"published"?, "role"?: "draft"|"source"}]}.',
            show_default=False,
        ),
    ],
    select: Select = None,
    ignore: Ignore = None,
    min_confidence: MinConfidence = 0.6,
    pedantic: Pedantic = False,
    model: Model = "auto",
    cache_dir: CacheDir = None,
    jobs: Jobs = 1,
) -> None:
    """Check many sets of documents: one JSON object a line in, one line out, in input order.

    A line out is {"id", "report"}, or {"id", "error": {"message"}} for a set that can't be checked.

    Extracted facts are kept only with --cache-dir. Exit code 0 unless FILE itself can't be read.
    """
    from factcheck.cli.lines import open_lines
    from factcheck.cli.output import write_json
    from factcheck.cli.stream import output_lines

    settings = build_settings(
        select=select,
        ignore=ignore,
        min_confidence=min_confidence,
        pedantic=pedantic,
        model=model,
        cache_dir=cache_dir,
        no_cache=cache_dir is None,
        jobs=jobs,
    )
    with open_lines(path) as lines:
        for line in output_lines(lines, settings):
            if not write_json(line + "\n"):
                break
