"""`factcheck baseline update`: what is found now is accepted, and no longer reported."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli.configured import ConfiguredCommand
from factcheck.cli.options import (
    CacheDir,
    Config,
    DateField,
    Exclude,
    ExtendIgnore,
    ExtendSelect,
    IdField,
    Ignore,
    IgnoreFiles,
    Isolated,
    Jobs,
    MinConfidence,
    Model,
    Offline,
    Pedantic,
    PrivateHosts,
    Reference,
    Select,
    ShowSettings,
    TextField,
    TitleField,
    UseCache,
    build_settings,
)

DEFAULT = Path("factcheck-baseline.json")

app = typer.Typer(
    name="baseline",
    help="Accept findings, so that only new ones are reported.",
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _root() -> None:
    """Accept findings, so that only new ones are reported."""


@app.command("update", cls=ConfiguredCommand)
def update(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH...", help="What lint checks: files, folders, globs.", show_default=False
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline",
            metavar="FILE",
            help=f"The file to write; {DEFAULT} if neither this nor a configuration names one.",
            show_default=False,
        ),
    ] = None,
    against: Annotated[
        list[str] | None,
        typer.Option("--against", metavar="PATH", help="A source, as for lint."),
    ] = None,
    reference: Reference = None,
    compare: Annotated[
        bool, typer.Option("--compare", help="Check as compare does, not as lint does.")
    ] = False,
    from_: Annotated[
        list[Path] | None,
        typer.Option(
            "--from",
            metavar="FILE.json",
            help="Check nothing: take a saved JSON report, or decisions. May be repeated.",
            show_default=False,
        ),
    ] = None,
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why the new ones are accepted.")
    ] = "",
    select: Select = None,
    ignore: Ignore = None,
    extend_select: ExtendSelect = None,
    extend_ignore: ExtendIgnore = None,
    min_confidence: MinConfidence = 0.6,
    pedantic: Pedantic = False,
    exclude: Exclude = None,
    ignore_files: IgnoreFiles = True,
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
    config: Config = None,
    isolated: Isolated = False,
    show_settings: ShowSettings = False,
) -> None:
    """Accept what is found now: write it to the baseline, and drop from it what is mended.

    Entries of other files and of rules that did not run stay, and so do all reasons.
    """
    from factcheck.cli.output import write_file
    from factcheck.cli.told import tell_left_out
    from factcheck.filters.baseline_file import Baseline, dump, read_baseline
    from factcheck.model import FactcheckError

    if bool(paths) == bool(from_):
        raise FactcheckError("give the files to check, or saved findings with --from, not both")
    settings = build_settings(
        context.obj,
        select=select,
        ignore=ignore,
        extend_select=extend_select,
        extend_ignore=extend_ignore,
        min_confidence=min_confidence,
        pedantic=pedantic,
        exclude=exclude,
        ignore_files=ignore_files,
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
    path = baseline or DEFAULT
    left_out: list[str] = []
    old = read_baseline(path) if path.exists() else Baseline()
    if from_:
        from factcheck.cli.decisions import decided

        done = decided(old, from_, path=path, reason=reason)
    else:
        from factcheck.cli.inputs import read_inputs, read_lint_inputs
        from factcheck.drafts import run_drafts
        from factcheck.filters import chosen_rules
        from factcheck.filters.baseline import updated
        from factcheck.pipeline import run
        from factcheck.rules import RULES

        primary = reference or ()
        if compare:
            report = run(
                read_inputs(
                    paths or (),
                    settings=settings,
                    reference=primary,
                    private_hosts=allow_private_hosts,
                ),
                settings=settings,
            )
        else:
            inputs = read_lint_inputs(
                paths or (),
                settings=settings,
                against=against or (),
                reference=primary,
                private_hosts=allow_private_hosts,
            )
            report = run_drafts(inputs.drafts, inputs.sources, settings=settings)
        left_out = [f"{name}: {reason}" for name, reason in report.left_out.items()]
        done = updated(
            old,
            report,
            path=path,
            rules=chosen_rules(RULES, settings),
            settings=settings,
            reason=reason,
        )
    write_file(path, dump(done.baseline))
    number = len(done.baseline.entries)
    entries = "1 entry" if number == 1 else f"{number:,} entries"
    typer.echo(f"{path}: {entries} ({done.added:,} added, {done.dropped:,} dropped)", err=True)
    raise typer.Exit(tell_left_out(left_out))
