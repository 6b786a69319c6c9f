"""`factcheck archive export`: what an archive holds, as a table."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli.archive.compare import Kinds, Since, scope_of
from factcheck.cli.archive.options import Engine, EngineOption, Folder, MemoryLimit
from factcheck.cli.options import (
    CacheDir,
    Config,
    ExtendIgnore,
    ExtendSelect,
    Ignore,
    Isolated,
    Jobs,
    MinConfidence,
    Pedantic,
    Select,
    ShowSettings,
    build_settings,
)

if TYPE_CHECKING:
    from factcheck.archive.everything import StoryOutcome

EXAMPLES = """\b
Examples:
  factcheck archive export wire.archive facts facts.parquet
  factcheck archive export wire.archive findings found.csv --since 2026-03-01
"""


class What(StrEnum):
    """The tables that there are."""

    FACTS = "facts"
    CLAIMS = "claims"
    FINDINGS = "findings"
    PASSAGES = "passages"


def command(
    context: typer.Context,
    folder: Folder,
    what: Annotated[
        What,
        typer.Argument(
            metavar="WHAT", help="facts, claims, findings or passages.", show_default=False
        ),
    ],
    target: Annotated[
        str,
        typer.Argument(metavar="FILE", help="A .parquet, .csv or .jsonl file; - for JSON Lines."),
    ] = "-",
    since: Since = "",
    kind: Kinds = None,
    select: Select = None,
    ignore: Ignore = None,
    extend_select: ExtendSelect = None,
    extend_ignore: ExtendIgnore = None,
    min_confidence: MinConfidence = 0.6,
    pedantic: Pedantic = False,
    engine: EngineOption = Engine.LOCAL,
    jobs: Jobs = 1,
    memory_limit: MemoryLimit = None,
    cache_dir: CacheDir = None,
    config: Config = None,
    isolated: Isolated = False,
    show_settings: ShowSettings = False,
) -> None:
    """Write what an archive holds as a table, a row at a time.

    Findings are those of `factcheck archive compare`; passages are pairs that two articles tell
    nearly alike. Exit codes: 0 written, 2 trouble.
    """
    from factcheck.archive import export
    from factcheck.archive.everything import STORY_LEFT_OUT, each_story
    from factcheck.archive.store import open_store
    from factcheck.cli.archive.progress import progress
    from factcheck.cli.told import tell_left_out
    from factcheck.model import FactcheckError

    settings = build_settings(
        context.obj,
        select=select,
        ignore=ignore,
        extend_select=extend_select,
        extend_ignore=extend_ignore,
        min_confidence=min_confidence,
        pedantic=pedantic,
        cache_dir=cache_dir,
        jobs=jobs,
    )
    if engine is Engine.RAY and what is not What.FINDINGS:
        raise FactcheckError(
            f"--engine ray: {what.value} are only copied, no cluster is of use for that; leave it "
            "out (it is for findings)"
        )
    left_out: set[str] = set()
    store = open_store(
        folder, memory_limit=memory_limit or "", threads=jobs, cache=settings.cache_dir
    )
    if what is What.FACTS:
        wanted = {one.value for one in kind or ()}
        rows = (row for row in export.fact_rows(store) if not wanted or row["kind"] in wanted)
        count = export.write_rows(rows, export.FACTS, target)
    elif what is What.CLAIMS:
        count = export.write_rows(export.claim_rows(store), export.CLAIMS, target)
    elif what is What.PASSAGES:
        count = export.write_rows(export.passage_rows(store), export.PASSAGES, target)
    else:
        with progress("stories") as told:

            def tell(done: int, total: int) -> None:
                told(done, total, "")

            scope = scope_of(since, kind)
            if engine is Engine.RAY:
                from factcheck.cluster import each_story_on_ray

                outcomes = each_story_on_ray(
                    store, settings=settings, scope=scope, jobs=jobs, progress=tell
                )
            else:
                outcomes = each_story(store, settings=settings, scope=scope, progress=tell)
            found = export.finding_rows(_noting(outcomes, left_out))
            count = export.write_rows(found, export.FINDINGS, target)
    if target != "-":
        typer.echo(f"{count:,} rows written to {target}")
    raise typer.Exit(tell_left_out([f"{name}: {STORY_LEFT_OUT}" for name in sorted(left_out)]))


def _noting(outcomes: Iterator[StoryOutcome], left_out: set[str]) -> Iterator[StoryOutcome]:
    for outcome in outcomes:
        left_out.update(outcome.left_out)
        yield outcome
