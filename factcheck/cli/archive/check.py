"""`factcheck archive check`: drafts against an archive."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.archive.options import Folder, MemoryLimit
from factcheck.cli.options import (
    Baseline,
    CacheDir,
    Color,
    ColorOption,
    Config,
    Exclude,
    ExitZero,
    ExtendIgnore,
    ExtendSelect,
    Facts,
    FailOn,
    FailOnOption,
    ForceExclude,
    Formats,
    Ignore,
    IgnoreFiles,
    Isolated,
    MinConfidence,
    Model,
    Pedantic,
    Quiet,
    Select,
    ShowSettings,
    Statistics,
    StdinFilename,
    TimingOption,
    UseCache,
    Verbose,
)

EXAMPLES = """\b
Examples:
  factcheck archive check wire.archive draft.md
  factcheck archive check wire.archive drafts/ --format json=report.json
"""


def command(
    context: typer.Context,
    folder: Folder,
    drafts: Annotated[
        list[str],
        typer.Argument(
            metavar="DRAFT...",
            help="Files, folders, globs, or - for standard input.",
            show_default=False,
        ),
    ],
    format_: Formats = None,
    facts: Facts = False,
    select: Select = None,
    ignore: Ignore = None,
    extend_select: ExtendSelect = None,
    extend_ignore: ExtendIgnore = None,
    min_confidence: MinConfidence = 0.6,
    pedantic: Pedantic = False,
    baseline: Baseline = None,
    fail_on: FailOnOption = FailOn.ERROR,
    exit_zero: ExitZero = False,
    stdin_filename: StdinFilename = None,
    exclude: Exclude = None,
    ignore_files: IgnoreFiles = True,
    force_exclude: ForceExclude = False,
    model: Model = "auto",
    memory_limit: MemoryLimit = None,
    cache_dir: CacheDir = None,
    cache: UseCache = True,
    color: ColorOption = Color.AUTO,
    config: Config = None,
    isolated: Isolated = False,
    show_settings: ShowSettings = False,
    statistics: Statistics = False,
    timing: TimingOption = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check drafts against what an archive has on the same things (lint --archive DIR).

    Exit codes: 0 nothing at or above --fail-on, 1 something is, 2 trouble.
    """
    from factcheck.cli.lint import command as lint

    lint(
        context,
        drafts,
        archive=folder,
        memory_limit=memory_limit,
        format_=format_,
        facts=facts,
        select=select,
        ignore=ignore,
        extend_select=extend_select,
        extend_ignore=extend_ignore,
        min_confidence=min_confidence,
        pedantic=pedantic,
        baseline=baseline,
        fail_on=fail_on,
        exit_zero=exit_zero,
        stdin_filename=stdin_filename,
        exclude=exclude,
        ignore_files=ignore_files,
        force_exclude=force_exclude,
        model=model,
        cache_dir=cache_dir,
        cache=cache,
        color=color,
        statistics=statistics,
        timing=timing,
        quiet=quiet,
        verbose=verbose,
    )
