"""`factcheck compare`: all articles against one another, and each with itself."""

from __future__ import annotations

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
    Paths,
    Pedantic,
    Reference,
    Select,
    StdinFilename,
    build_settings,
)


def command(
    paths: Paths,
    format_: Formats = None,
    facts: Facts = False,
    select: Select = None,
    ignore: Ignore = None,
    min_confidence: MinConfidence = 0.6,
    pedantic: Pedantic = False,
    fail_on: FailOnOption = FailOn.ERROR,
    exit_zero: ExitZero = False,
    reference: Reference = None,
    stdin_filename: StdinFilename = None,
    model: Model = "auto",
    cache_dir: CacheDir = None,
    no_cache: NoCache = False,
    jobs: Jobs = 1,
    color: ColorOption = Color.AUTO,
) -> None:
    """Compare articles with one another, and each with itself.

    Exit codes: 0 nothing at or above --fail-on, 1 something is, 2 trouble, 130 interrupted.
    """
    from factcheck.cli.inputs import read_inputs
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
    documents = read_inputs(paths, reference=reference or (), stdin_filename=stdin_filename)

    from factcheck.pipeline import run

    report = run(documents, settings=settings)
    write_outputs(report, outputs, color=color, facts=facts)
    raise typer.Exit(exit_code(report, fail_on, exit_zero=exit_zero))
