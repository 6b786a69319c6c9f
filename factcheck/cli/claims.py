"""`factcheck claims`: what was read, claim by claim."""

from __future__ import annotations

from typing import Annotated

import typer

from factcheck.cli.options import (
    CacheDir,
    Color,
    ColorOption,
    Config,
    DateField,
    Exclude,
    ForceExclude,
    IdField,
    IgnoreFiles,
    Isolated,
    Jobs,
    Model,
    Offline,
    Paths,
    PrivateHosts,
    ShowSettings,
    StdinFilename,
    TextField,
    TitleField,
    UseCache,
    build_settings,
)
from factcheck.cli.rules import ListFormat

EXAMPLES = """\b
Examples:
  factcheck claims draft.md
  factcheck claims story/ --format json
"""


def command(
    context: typer.Context,
    paths: Paths,
    format_: Annotated[
        ListFormat, typer.Option("--format", metavar="NAME", help="text (default) or json.")
    ] = ListFormat.TEXT,
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
) -> None:
    """Show the claims and typed facts read from articles."""
    from factcheck.cli.inputs import read_inputs
    from factcheck.cli.output import stdout_style, write_json, write_stdout
    from factcheck.cli.told import tell_left_out
    from factcheck.report.claims import render_json, render_text

    settings = build_settings(
        context.obj,
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
    documents = read_inputs(
        paths,
        settings=settings,
        stdin_filename=stdin_filename,
        private_hosts=allow_private_hosts,
    )

    from factcheck.annotate import resolve_model
    from factcheck.extraction import read_claims

    left_out: dict[str, str] = {}
    model_ = resolve_model(settings.model)
    found = read_claims(documents, model=model_, settings=settings, left_out=left_out)
    documents = tuple(document for document in documents if document.name not in left_out)
    if format_ is ListFormat.JSON:
        write_json(render_json(documents, found))
    else:
        write_stdout(render_text(documents, found, stdout_style(color)))
    raise typer.Exit(tell_left_out([f"{name}: {why}" for name, why in left_out.items()]))
