"""`factcheck archive build` and `add`: articles into an archive."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.archive.options import (
    Engine,
    EngineOption,
    Folder,
    NameColumn,
    PartitionSize,
    PublishedColumn,
    TextColumn,
)
from factcheck.cli.options import (
    CacheDir,
    Config,
    Exclude,
    IgnoreFiles,
    Isolated,
    Jobs,
    Model,
    ShowSettings,
    build_settings,
)

if TYPE_CHECKING:
    from factcheck.archive.build import Tally
    from factcheck.config import Settings
    from factcheck.read.folders import LeaveOut

EXAMPLES = """\b
Examples:
  factcheck archive build wire.archive copy/2024 copy/2025 --jobs 0
  factcheck archive build wire.archive dump.parquet --text-column body
"""
ADD_EXAMPLES = """\b
Examples:
  factcheck archive add wire.archive copy/today
  cat new.jsonl | factcheck archive add wire.archive -
"""

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Folders, texts, .jsonl, .parquet; - for JSON Lines.",
        show_default=False,
    ),
]


def build(
    context: typer.Context,
    folder: Folder,
    paths: Inputs,
    model: Model = "auto",
    jobs: Jobs = 1,
    engine: EngineOption = Engine.LOCAL,
    exclude: Exclude = None,
    ignore_files: IgnoreFiles = True,
    text_column: TextColumn = "text",
    name_column: NameColumn = "name",
    published_column: PublishedColumn = "published",
    partition: PartitionSize = 1000,
    cache_dir: CacheDir = None,
    config: Config = None,
    isolated: Isolated = False,
    show_settings: ShowSettings = False,
) -> None:
    """Make an archive of articles; run again after a stop, it goes on from there.

    Exit codes: 0 all is in, 2 trouble, or articles that were left out (named on stderr).
    """
    settings = build_settings(
        context.obj,
        model=model,
        jobs=jobs,
        exclude=exclude,
        ignore_files=ignore_files,
        cache_dir=cache_dir,
    )
    columns = (text_column, name_column, published_column)
    if engine is Engine.RAY:
        _on_ray(folder, paths, settings, columns, partition, adding=False)
    else:
        _read_in(folder, paths, settings, columns, partition, adding=False)


def add(
    context: typer.Context,
    folder: Folder,
    paths: Inputs,
    model: Model = "auto",
    jobs: Jobs = 1,
    engine: EngineOption = Engine.LOCAL,
    exclude: Exclude = None,
    ignore_files: IgnoreFiles = True,
    text_column: TextColumn = "text",
    name_column: NameColumn = "name",
    published_column: PublishedColumn = "published",
    partition: PartitionSize = 1000,
    cache_dir: CacheDir = None,
    config: Config = None,
    isolated: Isolated = False,
    show_settings: ShowSettings = False,
) -> None:
    """Add articles to an archive; one with a name that is there takes its place.

    Exit codes: 0 all is in, 2 trouble, or articles that were left out (named on stderr).
    """
    settings = build_settings(
        context.obj,
        model=model,
        jobs=jobs,
        exclude=exclude,
        ignore_files=ignore_files,
        cache_dir=cache_dir,
    )
    columns = (text_column, name_column, published_column)
    if engine is Engine.RAY:
        _on_ray(folder, paths, settings, columns, partition, adding=True)
    else:
        _read_in(folder, paths, settings, columns, partition, adding=True)


def _read_in(
    folder: str,
    paths: list[str],
    settings: Settings,
    columns: tuple[str, str, str],
    size: int,
    *,
    adding: bool,
) -> None:
    from factcheck.annotate import resolve_model
    from factcheck.archive.build import add, build
    from factcheck.archive.inputs import Columns, check_inputs, each_article, expected
    from factcheck.cli.archive.progress import progress
    from factcheck.cli.told import note

    check_inputs(paths)
    failures: list[str] = []
    articles = each_article(
        paths, columns=Columns(*columns), failed=failures.append, leave_out=_leave_out(settings)
    )
    total = expected(paths, _leave_out(settings))
    with progress("articles") as told:
        tally = (add if adding else build)(
            folder,
            articles,
            model=resolve_model(settings.model),
            jobs=settings.jobs,
            size=size,
            cache=settings.cache_dir,
            progress=partial(_tell, told, total),
            note=note,
        )
    _finish(tally, [*failures, *tally.failures])


def _on_ray(
    folder: str,
    paths: list[str],
    settings: Settings,
    columns: tuple[str, str, str],
    size: int,
    *,
    adding: bool,
) -> None:
    from factcheck.annotate import resolve_model
    from factcheck.archive.inputs import Columns
    from factcheck.cli.archive.progress import progress
    from factcheck.cluster import build_on_ray

    with progress("articles") as told:
        tally = build_on_ray(
            folder,
            paths,
            columns=Columns(*columns),
            model=resolve_model(settings.model),
            jobs=settings.jobs,
            size=size,
            cache=settings.cache_dir,
            leave_out=_leave_out(settings),
            progress=partial(_tell, told, None),
        )
    _finish(tally, tally.failures)


def _leave_out(settings: Settings) -> LeaveOut:
    from factcheck.read.folders import LeaveOut

    return LeaveOut(settings.exclude, settings.ignore_files, settings.force_exclude)


def _tell(told: Callable[[int, int | None, str], None], total: int | None, tally: Tally) -> None:
    done = tally.added + tally.replaced + tally.known + len(tally.failures)
    told(done, total, f"{tally.words:,} words read")


def _finish(tally: Tally, failures: list[str]) -> None:
    from factcheck.cli.told import tell_left_out

    added = "1 article" if tally.added == 1 else f"{tally.added:,} articles"
    parts = [f"{added} added ({tally.words:,} words, {tally.claims:,} claims)"]
    if tally.replaced:
        parts.append(f"{tally.replaced:,} replaced")
    if tally.known:
        parts.append(f"{tally.known:,} there already")
    if failures:
        parts.append(f"{len(failures):,} left out")
    typer.echo(" · ".join(parts))
    raise typer.Exit(tell_left_out(failures))
