"""`factcheck compare`: all articles against one another, and each with itself."""

from __future__ import annotations

import typer

from factcheck.cli.options import (
    Baseline,
    CacheDir,
    Color,
    ColorOption,
    Config,
    Dated,
    DateField,
    Exclude,
    ExitZero,
    ExtendIgnore,
    ExtendSelect,
    Facts,
    FailOn,
    FailOnOption,
    ForceExclude,
    Formats,
    IdField,
    Ignore,
    IgnoreFiles,
    Isolated,
    Jobs,
    MinConfidence,
    Model,
    Offline,
    OpenPage,
    Paths,
    Pedantic,
    PrivateHosts,
    Quiet,
    Reference,
    Select,
    ShowSettings,
    Statistics,
    StdinFilename,
    TextField,
    TimingOption,
    TitleField,
    UseCache,
    Verbose,
    build_settings,
)

EXAMPLES = """\b
Examples:
  factcheck compare story/
  factcheck compare wire.txt "drafts/*.md" --reference ruling.txt
  factcheck compare story/ --format json=report.json --format text
"""


def command(
    context: typer.Context,
    paths: Paths,
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
    reference: Reference = None,
    stdin_filename: StdinFilename = None,
    exclude: Exclude = None,
    ignore_files: IgnoreFiles = True,
    force_exclude: ForceExclude = False,
    text_field: TextField = None,
    title_field: TitleField = None,
    date_field: DateField = None,
    id_field: IdField = None,
    offline: Offline = False,
    allow_private_hosts: PrivateHosts = False,
    model: Model = "auto",
    cache_dir: CacheDir = None,
    cache: UseCache = True,
    jobs: Jobs = 1,
    color: ColorOption = Color.AUTO,
    config: Config = None,
    isolated: Isolated = False,
    show_settings: ShowSettings = False,
    open_: OpenPage = False,
    dated: Dated = None,
    statistics: Statistics = False,
    timing: TimingOption = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Compare articles with one another, and each with itself.

    Exit codes: 0 nothing at or above --fail-on, 1 something is, 2 trouble.
    """
    from factcheck.cli.finish import Ending, finish
    from factcheck.cli.inputs import read_inputs
    from factcheck.cli.notes import inputs_told, run_told, tell, timing_told
    from factcheck.cli.output import parse_outputs
    from factcheck.cli.today import day_told
    from factcheck.timing import Timing

    taken = Timing()
    ending = Ending(
        parse_outputs(format_),
        color=color,
        facts=facts,
        statistics=statistics,
        quiet=quiet,
        fail_on=fail_on,
        exit_zero=exit_zero,
        open_page=open_,
        day=day_told(dated),
    )
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
        text_field=text_field,
        title_field=title_field,
        date_field=date_field,
        id_field=id_field,
        offline=offline,
        model=model,
        cache_dir=cache_dir,
        cache=cache,
        jobs=jobs,
    )
    left_out: list[str] = []
    with taken.stage("read"):
        documents = read_inputs(
            paths,
            settings=settings,
            reference=reference or (),
            stdin_filename=stdin_filename,
            private_hosts=allow_private_hosts,
            left_out=left_out,
        )
    if verbose:
        tell(inputs_told(context.obj, documents, left_out))

    from factcheck.pipeline import run

    report = run(documents, settings=settings, timing=taken)
    if verbose:
        tell(run_told(report, settings, taken))
    with taken.stage("report"):
        code = finish(report, ending)
    if timing:
        tell(timing_told(taken))
    raise typer.Exit(code)
