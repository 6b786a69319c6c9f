"""`factcheck watch`: drafts are checked again whenever they change."""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path
from typing import Annotated, Any

import typer

from factcheck.cli.configured import ConfiguredCommand
from factcheck.cli.options import (
    Baseline,
    CacheDir,
    Color,
    ColorOption,
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
    Pedantic,
    Reference,
    Select,
    ShowSettings,
    TextField,
    TitleField,
    UseCache,
    build_settings,
)

EXAMPLES = """\b
Examples:
  factcheck watch drafts/ --against notes/
  factcheck watch draft.md --format concise --no-clear
"""

_SETTINGS = (
    *("select", "ignore", "extend_select", "extend_ignore", "min_confidence", "pedantic"),
    *("exclude", "ignore_files", "text_field", "title_field", "date_field", "id_field"),
    *("model", "cache", "jobs"),
)
_GIVEN = "factcheck.watch.arguments"


class WatchCommand(ConfiguredCommand):
    """A configured command that can be asked again what its arguments come to."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Keep the arguments, which the parser eats."""
        ctx.meta[_GIVEN] = list(args)
        return super().parse_args(ctx, args)


def command(
    context: typer.Context,
    drafts: Annotated[
        list[str],
        typer.Argument(metavar="DRAFT...", help="Files, folders or globs.", show_default=False),
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
    reference: Reference = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="NAME", help="How findings are printed.")
    ] = "text",
    clear: Annotated[
        bool, typer.Option("--clear/--no-clear", help="Clear the terminal before each check.")
    ] = True,
    select: Select = None,
    ignore: Ignore = None,
    extend_select: ExtendSelect = None,
    extend_ignore: ExtendIgnore = None,
    min_confidence: MinConfidence = 0.6,
    pedantic: Pedantic = False,
    baseline: Baseline = None,
    exclude: Exclude = None,
    ignore_files: IgnoreFiles = True,
    text_field: TextField = None,
    title_field: TitleField = None,
    date_field: DateField = None,
    id_field: IdField = None,
    model: Model = "auto",
    cache_dir: CacheDir = None,
    cache: UseCache = True,
    jobs: Jobs = 1,
    color: ColorOption = Color.AUTO,
    config: Config = None,
    isolated: Isolated = False,
    show_settings: ShowSettings = False,
) -> None:
    """Check drafts as lint does, and again whatever has changed, until Ctrl-C.

    A changed source, baseline or configuration file checks all drafts again. It needs the extra
    "watch".
    """
    from factcheck.cli.changes import changes
    from factcheck.cli.entry import one_line
    from factcheck.cli.output import parse_outputs, stdout_style, tell_stale, write_stdout
    from factcheck.cli.told import tell_left_out
    from factcheck.cli.watching import Round, State, Watched, check, look, rounds
    from factcheck.model import FactcheckError
    from factcheck.report.summary import counted

    if "-" in drafts:
        raise FactcheckError("standard input can't be watched; give files, folders or globs")
    (output,) = parse_outputs([format_])
    if output.path:
        raise FactcheckError("watch prints its findings; `factcheck lint` writes them to files")

    def show(state: State, found: Round) -> bool:
        """Print one round; False when nobody reads any more."""
        if clear and found.drafts and sys.stdout.isatty():
            write_stdout("\x1b[2J\x1b[3J\x1b[H")
        for line in found.lines:
            typer.echo(one_line(FactcheckError(line)), err=True)
        reading = True
        if found.drafts:
            try:
                report = check(state, found.drafts)
            except FactcheckError as error:
                typer.echo(one_line(error), err=True)
            else:
                head = f"--- {found.header}\n\n" if found.header else ""
                reading = write_stdout(head + output.format.render(report, stdout_style(color)))
                tell_stale(report)
                tell_left_out([f"{name}: {why}" for name, why in report.left_out.items()])
        told = f"{counted(len(state.drafts), 'draft')}, {counted(len(state.sources), 'source')}"
        typer.echo(f"watching {told}; Ctrl-C ends", err=True)
        return reading

    def watched(ctx: Any) -> Watched:
        given = ctx.params
        settings = build_settings(
            ctx.obj,
            baseline=Path(given["baseline"]) if given["baseline"] else None,
            cache_dir=Path(given["cache_dir"]) if given["cache_dir"] else None,
            **{key: given[key] for key in _SETTINGS},
        )
        return Watched(
            settings,
            tuple(given["drafts"]),
            tuple(given["against"] or ()),
            tuple(given["reference"] or ()),
            ctx.obj.path,
        )

    def again() -> Watched:
        """As the first time, but for what the configuration file says by now."""
        arguments = list(context.meta[_GIVEN])
        fresh: Any = context.command
        with fresh.make_context(context.info_name, arguments, parent=context.parent) as ctx:
            return watched(ctx)

    start = watched(context)
    first = look(start)
    listening = changes(start)
    next(listening)
    reading = show(first, Round(tuple(first.drafts.values())))
    # Once more at once, for what changed before the file system was listened to.
    for state, found in rounds(first, chain((None,), listening), again):
        if not reading:
            break
        reading = show(state, found)
