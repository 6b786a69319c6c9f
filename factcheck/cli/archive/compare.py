"""`factcheck archive compare`: all of an archive against all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.archive.options import Engine, EngineOption, Folder, Kind, MemoryLimit
from factcheck.cli.options import (
    Baseline,
    CacheDir,
    Color,
    ColorOption,
    Config,
    ExitZero,
    ExtendIgnore,
    ExtendSelect,
    FailOn,
    FailOnOption,
    Formats,
    Ignore,
    Isolated,
    Jobs,
    MinConfidence,
    Pedantic,
    Quiet,
    Select,
    ShowSettings,
    Statistics,
    build_settings,
)

if TYPE_CHECKING:
    from factcheck.archive.everything import Scope

EXAMPLES = """\b
Examples:
  factcheck archive compare wire.archive --since 2026-03-01
  factcheck archive compare wire.archive --kind quantity --engine ray
"""

Since = Annotated[
    str,
    typer.Option(
        "--since", metavar="DAY", help="Articles from this day on, against all (2026-03-01)."
    ),
]
Kinds = Annotated[
    list[Kind] | None,
    typer.Option(
        "--kind", metavar="KIND", help="Compare facts of this kind alone; repeatable.",
        show_default=False,
    ),
]  # fmt: skip


def command(
    context: typer.Context,
    folder: Folder,
    since: Since = "",
    kind: Kinds = None,
    format_: Formats = None,
    select: Select = None,
    ignore: Ignore = None,
    extend_select: ExtendSelect = None,
    extend_ignore: ExtendIgnore = None,
    min_confidence: MinConfidence = 0.6,
    pedantic: Pedantic = False,
    baseline: Baseline = None,
    fail_on: FailOnOption = FailOn.ERROR,
    exit_zero: ExitZero = False,
    engine: EngineOption = Engine.LOCAL,
    jobs: Jobs = 1,
    memory_limit: MemoryLimit = None,
    color: ColorOption = Color.AUTO,
    cache_dir: CacheDir = None,
    config: Config = None,
    isolated: Isolated = False,
    show_settings: ShowSettings = False,
    statistics: Statistics = False,
    quiet: Quiet = False,
) -> None:
    """Compare all articles of an archive, story by story, and each with itself.

    Exit codes: 0 nothing at or above --fail-on, 1 something is, 2 trouble.
    """
    from factcheck.cli.archive.progress import progress
    from factcheck.cli.finish import Ending, finish
    from factcheck.cli.output import parse_outputs

    ending = Ending(
        parse_outputs(format_),
        color=color,
        statistics=statistics,
        quiet=quiet,
        fail_on=fail_on,
        exit_zero=exit_zero,
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
        cache_dir=cache_dir,
        jobs=jobs,
    )
    scope = scope_of(since, kind)
    with progress("stories") as told:

        def tell(done: int, total: int) -> None:
            told(done, total, "")

        if engine is Engine.RAY:
            from factcheck.cluster import compare_on_ray

            report = compare_on_ray(
                folder, settings=settings, scope=scope, jobs=jobs, progress=tell
            )
        else:
            from factcheck.archive.everything import compare_archive
            from factcheck.archive.store import open_store

            store = open_store(
                folder, memory_limit=memory_limit or "", threads=jobs, cache=settings.cache_dir
            )
            report = compare_archive(store, settings=settings, scope=scope, progress=tell)
    raise typer.Exit(finish(report, ending))


def scope_of(since: str, kinds: list[Kind] | None) -> Scope:
    """What `--since` and `--kind` ask for. Raises FactcheckError for a day that is none."""
    from datetime import date

    from factcheck.archive.everything import Scope
    from factcheck.model import FactcheckError, FactKind

    try:
        day = date.fromisoformat(since) if since else None
    except ValueError as error:
        raise FactcheckError(f"--since {since}: not a day like 2026-03-01") from error
    return Scope(since=day, kinds=tuple(FactKind(one.value) for one in kinds or ()))
