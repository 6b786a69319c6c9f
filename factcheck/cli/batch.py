"""`factcheck batch`: many sets of documents, one report a line, in input order."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.options import (
    CacheDir,
    Config,
    ExtendIgnore,
    ExtendSelect,
    Ignore,
    Isolated,
    Jobs,
    MinConfidence,
    Model,
    Pedantic,
    Select,
    ShowSettings,
    build_settings,
)

EXAMPLES = """\b
Examples:
  factcheck batch sets.jsonl --jobs 4 > reports.jsonl
  cat sets.jsonl | factcheck batch - --select FC1,FC2
"""


def command(
    context: typer.Context,
    path: Annotated[
        str,
        typer.Argument(
            metavar="FILE.jsonl",
            help="One set a line, or - for standard input.",
            show_default=False,
        ),
    ],
    select: Select = None,
    ignore: Ignore = None,
    extend_select: ExtendSelect = None,
    extend_ignore: ExtendIgnore = None,
    min_confidence: MinConfidence = 0.6,
    pedantic: Pedantic = False,
    model: Model = "auto",
    cache_dir: CacheDir = None,
    jobs: Jobs = 1,
    config: Config = None,
    isolated: Isolated = False,
    show_settings: ShowSettings = False,
) -> None:
    """Check many sets of documents, one JSON object a line.

    In: {"id", "documents": [{"name", "text", "published"?, "role"?: "draft"|"source"}]}. Out, in
    the same order: {"id", "report"}, or {"id", "error": {"message"}} for a set that can't be
    checked. Facts are kept only with --cache-dir. Exit code 0; 2 when FILE itself can't be read or
    there is not enough memory for a set.
    """
    from factcheck.cli.lines import open_lines
    from factcheck.cli.output import write_json
    from factcheck.cli.stream import output_lines
    from factcheck.cli.told import tell_left_out

    settings = build_settings(
        context.obj,
        select=select,
        ignore=ignore,
        extend_select=extend_select,
        extend_ignore=extend_ignore,
        min_confidence=min_confidence,
        pedantic=pedantic,
        model=model,
        cache_dir=cache_dir,
        cache=cache_dir is not None,
        jobs=jobs,
    )
    left_out: list[str] = []
    with open_lines(path) as lines:
        for line in output_lines(lines, settings, left_out=left_out):
            if not write_json(line + "\n"):
                break
    raise typer.Exit(tell_left_out(left_out))
