"""`factcheck compare`: all articles against one another, and each with itself."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.options import (
    CacheDir,
    Color,
    ColorOption,
    FailOn,
    Ignore,
    Jobs,
    MinConfidence,
    Model,
    NoCache,
    Paths,
    Pedantic,
    Select,
    StdinFilename,
    build_settings,
)


def command(
    paths: Paths,
    format_: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="NAME[=FILE]",
            help="text (default) or json, to a file if one is named; may be repeated.",
            show_default=False,
        ),
    ] = None,
    facts: Annotated[
        bool, typer.Option("--facts", help="Also list every fact by who gives it.")
    ] = False,
    select: Select = None,
    ignore: Ignore = None,
    min_confidence: MinConfidence = 0.6,
    pedantic: Pedantic = False,
    fail_on: Annotated[
        FailOn, typer.Option(help="The least severity that makes the exit code 1.")
    ] = FailOn.ERROR,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")
    ] = False,
    reference: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATH",
            help="A primary document: read too, and named as the one to check against.",
            show_default=False,
        ),
    ] = None,
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
    from factcheck.cli.output import parse_outputs, write_outputs
    from factcheck.model import Severity

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
    floor = Severity(fail_on.value).level
    found = any(finding.severity.level >= floor for finding in report.findings)
    raise typer.Exit(1 if found and not exit_zero else 0)
