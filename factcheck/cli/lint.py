"""`factcheck lint`: each draft on its own, and against sources."""

from __future__ import annotations

from typing import Annotated

import typer

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
    Jobs,
    MinConfidence,
    Model,
    Pedantic,
    Reference,
    Select,
    ShowSettings,
    StdinFilename,
    UseCache,
    build_settings,
)


def command(
    context: typer.Context,
    drafts: Annotated[
        list[str],
        typer.Argument(
            metavar="DRAFT...",
            help="Files, folders, globs, or - for standard input.",
            show_default=False,
        ),
    ],
    against: Annotated[
        list[str] | None,
        typer.Option(
            "--against",
            metavar="PATH",
            help="A source: a file, folder or glob. May be repeated.",
            show_default=False,
        ),
    ] = None,
    reference: Reference = None,
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
    cache_dir: CacheDir = None,
    cache: UseCache = True,
    jobs: Jobs = 1,
    color: ColorOption = Color.AUTO,
    config: Config = None,
    isolated: Isolated = False,
    show_settings: ShowSettings = False,
) -> None:
    """Check drafts: each on its own, and against all sources, not against other drafts.

    Exit codes: 0 nothing at or above --fail-on, 1 something is, 2 trouble, 130 interrupted.
    """
    from factcheck.cli.inputs import read_lint_inputs
    from factcheck.cli.output import exit_code, parse_outputs, write_outputs

    outputs = parse_outputs(format_)
    settings = build_settings(
        context.obj,
        select=select,
        ignore=ignore,
        extend_select=extend_select,
        extend_ignore=extend_ignore,
        min_confidence=min_confidence,
        pedantic=pedantic,
        baseline=baseline,
        exclude=exclude,
        ignore_files=ignore_files,
        force_exclude=force_exclude,
        model=model,
        cache_dir=cache_dir,
        cache=cache,
        jobs=jobs,
    )
    inputs = read_lint_inputs(
        drafts,
        settings=settings,
        against=against or (),
        reference=reference or (),
        stdin_filename=stdin_filename,
    )

    from factcheck.drafts import run_drafts

    report = run_drafts(inputs.drafts, inputs.sources, settings=settings)
    write_outputs(report, outputs, color=color, facts=facts)
    raise typer.Exit(exit_code(report, fail_on, exit_zero=exit_zero))
