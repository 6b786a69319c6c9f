"""`factcheck lint`: each draft on its own, and against sources."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.options import (
    CacheDir,
    Color,
    ColorOption,
    ExitZero,
    Facts,
    FailOn,
    FailOnOption,
    Formats,
    Ignore,
    Jobs,
    MinConfidence,
    Model,
    NoCache,
    Pedantic,
    Reference,
    Select,
    StdinFilename,
    build_settings,
)


def command(
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
    min_confidence: MinConfidence = 0.6,
    pedantic: Pedantic = False,
    fail_on: FailOnOption = FailOn.ERROR,
    exit_zero: ExitZero = False,
    stdin_filename: StdinFilename = None,
    model: Model = "auto",
    cache_dir: CacheDir = None,
    no_cache: NoCache = False,
    jobs: Jobs = 1,
    color: ColorOption = Color.AUTO,
) -> None:
    """Check drafts: each on its own, and against all sources, not against other drafts.

    Exit codes: 0 nothing at or above --fail-on, 1 something is, 2 trouble, 130 interrupted.
    """
    from factcheck.cli.inputs import read_lint_inputs
    from factcheck.cli.output import exit_code, parse_outputs, write_outputs

    outputs = parse_outputs(format_)
    settings = build_settings(
        select=select,
        ignore=ignore,
        min_confidence=min_confidence,
        pedantic=pedantic,
        model=model,
        cache_dir=cache_dir,
        no_cache=no_cache,
        jobs=jobs,
    )
    inputs = read_lint_inputs(
        drafts,
        against=against or (),
        reference=reference or (),
        stdin_filename=stdin_filename,
    )

    from factcheck.drafts import run_drafts

    report = run_drafts(inputs.drafts, inputs.sources, settings=settings)
    write_outputs(report, outputs, color=color, facts=facts)
    raise typer.Exit(exit_code(report, fail_on, exit_zero=exit_zero))
