"""`factcheck lint`: each draft on its own, and against sources."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.options import (
    SELDOM,
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
  factcheck lint draft.md --against notes/ --reference ruling.txt
  factcheck lint drafts/ --jobs 0 --fail-on warning --quiet
  cat draft.md | factcheck lint - --stdin-filename draft.md
"""


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
            help="A source: a file, folder or glob; repeatable.",
            show_default=False,
        ),
    ] = None,
    archive: Annotated[
        str | None,
        typer.Option(
            "--archive",
            metavar="DIR",
            help="What an archive has on the same story.",
            rich_help_panel=SELDOM,
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
    # Listed by `archive check`, which is this command with an archive.
    memory_limit: Annotated[str | None, typer.Option("--memory-limit", hidden=True)] = None,
) -> None:
    """Check drafts, each on its own and against sources, not against one another.

    Exit codes: 0 nothing at or above --fail-on, 1 something is, 2 trouble.
    """
    from factcheck.cli.finish import Ending, finish
    from factcheck.cli.inputs import read_lint_inputs
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
        inputs = read_lint_inputs(
            drafts,
            settings=settings,
            against=against or (),
            reference=reference or (),
            stdin_filename=stdin_filename,
            private_hosts=allow_private_hosts,
            left_out=left_out,
        )
    if verbose:
        documents = (*inputs.drafts, *inputs.sources)
        tell(inputs_told(context.obj, documents, left_out, inputs.both))

    if archive:
        from factcheck.archive.drafts import check_drafts
        from factcheck.archive.remote import is_address
        from factcheck.archive.store import open_store
        from factcheck.model import FactcheckError
        from factcheck.read.files import shown

        if settings.offline and is_address(archive):
            raise FactcheckError(
                f"{shown(archive)}: not read, as --offline says; copy the archive into a folder"
            )
        store = open_store(
            archive,
            memory_limit=memory_limit or "",
            threads=settings.jobs,
            cache=settings.cache_dir,
        )
        report = check_drafts(store, inputs.drafts, inputs.sources, settings=settings, timing=taken)
    else:
        from factcheck.drafts import run_drafts

        report = run_drafts(inputs.drafts, inputs.sources, settings=settings, timing=taken)
    if verbose:
        tell(run_told(report, settings, taken))
    with taken.stage("report"):
        code = finish(report, ending)
    if timing:
        tell(timing_told(taken))
    raise typer.Exit(code)
