"""The options that commands share, and what becomes of them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from factcheck.config import Settings
    from factcheck.configuration.read import Configuration


class Color(StrEnum):
    """When to use colour; auto: on a terminal, unless NO_COLOR says otherwise."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class FailOn(StrEnum):
    """The least severity that makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def _words(values: list[str] | None) -> list[str] | None:
    """Every word of options that take several, with commas between."""
    parts = [part.strip() for value in values or () for part in value.split(",")]
    return [part for part in parts if part] or None


def complete_rule(incomplete: str) -> list[tuple[str, str]]:
    """The codes and names of rules that begin with `incomplete`, for the completion of a shell."""
    from factcheck.rules import RULES

    words = [(rule.code, rule.summary) for rule in RULES]
    words += [(rule.name, rule.summary) for rule in RULES]
    return [(word, told) for word, told in words if word.lower().startswith(incomplete.lower())]


# The panel of options that the help of a command lists by name alone (cli/help.py).
SELDOM = "seldom"

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files, folders, globs, addresses of pages, or -.",
        show_default=False,
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULES",
        callback=_words,
        help="Run only these: codes (FC101, FC1), names or ALL.",
        autocompletion=complete_rule,
        show_default=False,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULES",
        callback=_words,
        help="Leave these rules out.",
        autocompletion=complete_rule,
        show_default=False,
    ),
]
ExtendSelect = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULES",
        callback=_words,
        help="Run these rules as well.",
        rich_help_panel=SELDOM,
        autocompletion=complete_rule,
        show_default=False,
    ),
]
ExtendIgnore = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULES",
        callback=_words,
        help="Leave these out as well.",
        rich_help_panel=SELDOM,
        autocompletion=complete_rule,
        show_default=False,
    ),
]
MinConfidence = Annotated[
    float, typer.Option(metavar="0..1", help="Hide findings below this confidence (0.6).")
]
Pedantic = Annotated[
    bool, typer.Option("--pedantic/--no-pedantic", help="Show findings of any confidence.")
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude",
        metavar="PATTERNS",
        callback=_words,
        help="Leave these out of folders: drafts/old, *.notes.md.",
        rich_help_panel=SELDOM,
        show_default=False,
    ),
]
IgnoreFiles = Annotated[
    bool,
    typer.Option(
        "--ignore-files/--no-ignore-files",
        help="Read what .gitignore files leave out too.",
        rich_help_panel=SELDOM,
    ),
]
ForceExclude = Annotated[
    bool,
    typer.Option(
        "--force-exclude/--no-force-exclude",
        help="Exclude files that are named one by one too.",
        rich_help_panel=SELDOM,
    ),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Findings accepted before, which are not reported.",
        show_default=False,
    ),
]
Model = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="A spaCy package, auto (default) or none (no parsing).",
    ),
]
CacheDir = Annotated[
    Path | None,
    typer.Option(
        "--cache-dir",
        metavar="FOLDER",
        envvar="FACTCHECK_CACHE_DIR",
        help="Where facts are kept between runs.",
        rich_help_panel=SELDOM,
        show_default=False,
    ),
]
UseCache = Annotated[
    bool,
    typer.Option(
        "--cache/--no-cache",
        help="Neither read nor write kept facts.",
        rich_help_panel=SELDOM,
    ),
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", help="Processes to use (1); 0 for one a core.")
]
ColorOption = Annotated[
    Color,
    typer.Option(
        "--color",
        metavar="WHEN",
        help="Colours: auto (default), always or never.",
        rich_help_panel=SELDOM,
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Use this configuration file, not the nearest.",
        rich_help_panel=SELDOM,
        show_default=False,
    ),
]
Isolated = Annotated[
    bool,
    typer.Option("--isolated", help="Use no configuration file.", rich_help_panel=SELDOM),
]
ShowSettings = Annotated[
    bool,
    typer.Option(
        "--show-settings",
        help="Print the settings and their origins, and exit.",
        rich_help_panel=SELDOM,
    ),
]
TextField = Annotated[
    str | None,
    typer.Option(
        "--text-field",
        metavar="NAME",
        help="The field of a JSON record that holds its text.",
        rich_help_panel=SELDOM,
        show_default=False,
    ),
]
TitleField = Annotated[
    str | None,
    typer.Option(
        "--title-field",
        metavar="NAME",
        help="The field that holds its title.",
        rich_help_panel=SELDOM,
        show_default=False,
    ),
]
DateField = Annotated[
    str | None,
    typer.Option(
        "--date-field",
        metavar="NAME",
        help="The field that holds the day it appeared.",
        rich_help_panel=SELDOM,
        show_default=False,
    ),
]
IdField = Annotated[
    str | None,
    typer.Option(
        "--id-field",
        metavar="NAME",
        help="The field that it is called by.",
        rich_help_panel=SELDOM,
        show_default=False,
    ),
]
Offline = Annotated[
    bool,
    typer.Option("--offline/--no-offline", help="Fetch no page.", rich_help_panel=SELDOM),
]
PrivateHosts = Annotated[
    bool,
    # No key of a configuration file: a stranger's file must not open one's network.
    typer.Option(
        "--allow-private-hosts",
        help="Fetch pages from hosts in private networks too.",
        rich_help_panel=SELDOM,
    ),
]
StdinFilename = Annotated[
    str | None,
    typer.Option(
        "--stdin-filename",
        metavar="NAME",
        help="What standard input is called; .md makes it Markdown.",
        show_default=False,
    ),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="NAME[=FILE]",
        help="text (default), concise, html, json, jsonl, sarif, github, gitlab, junit, rdjson, "
        "markdown; repeatable.",
        show_default=False,
    ),
]
Facts = Annotated[
    bool, typer.Option("--facts/--no-facts", help="Also list every fact by who gives it.")
]
FailOnOption = Annotated[
    FailOn,
    typer.Option(
        "--fail-on",
        metavar="LEVEL",
        help="Exit with 1 from: error (default), warning or info.",
    ),
]
ExitZero = Annotated[
    bool, typer.Option("--exit-zero/--no-exit-zero", help="Exit with 0 whatever is found.")
]
Reference = Annotated[
    list[str] | None,
    typer.Option(
        metavar="PATH",
        help="A primary source, named as the one to check against.",
        show_default=False,
    ),
]
OpenPage = Annotated[
    bool,
    typer.Option(
        "--open",
        help="Show the page of --format html=FILE in the browser.",
        rich_help_panel=SELDOM,
    ),
]
Dated = Annotated[
    str | None,
    typer.Option(
        "--dated",
        metavar="DAY",
        help="The day the page of --format html names: 2026-03-05 or today.",
        rich_help_panel=SELDOM,
        show_default=False,
    ),
]
Statistics = Annotated[
    bool,
    typer.Option(
        "--statistics/--no-statistics", help="Print how often each rule fired, no findings."
    ),
]
TimingOption = Annotated[
    bool,
    typer.Option(
        "--timing/--no-timing",
        help="Tell on stderr where the time went.",
        rich_help_panel=SELDOM,
    ),
]
Quiet = Annotated[
    bool,
    # As in ESLint, what can't fail the run is left out; as in Ruff, so is all but findings. Vale
    # has no such option, only a least level of what it shows.
    typer.Option(
        "--quiet/--no-quiet", "-q", help="Only findings that decide the exit code; no summary."
    ),
]
Verbose = Annotated[
    bool,
    typer.Option(
        "--verbose/--no-verbose", "-v", help="Tell on stderr what is read and what is kept."
    ),
]


def build_settings(
    configuration: Configuration,
    *,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    extend_select: list[str] | None = None,
    extend_ignore: list[str] | None = None,
    min_confidence: float = 0.6,
    pedantic: bool = False,
    baseline: Path | None = None,
    exclude: list[str] | None = None,
    ignore_files: bool = True,
    force_exclude: bool = False,
    text_field: str | None = None,
    title_field: str | None = None,
    date_field: str | None = None,
    id_field: str | None = None,
    offline: bool = False,
    model: str = "auto",
    cache_dir: Path | None = None,
    cache: bool = True,
    jobs: int = 1,
) -> Settings:
    """The Settings of a command's options, and of the keys of the file that have no option.

    Raises FactcheckError for a value out of range or a rule that doesn't exist, before anything is
    read.
    """
    from factcheck.config import Settings
    from factcheck.filters import chosen_rules
    from factcheck.rules import RULES
    from factcheck.workers import processors

    settings = Settings(
        **configuration.only_in_files(),
        model=model,
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        extend_select=tuple(extend_select or ()),
        extend_ignore=tuple(extend_ignore or ()),
        min_confidence=min_confidence,
        pedantic=pedantic,
        baseline=baseline,
        exclude=tuple(exclude or ()),
        ignore_files=ignore_files,
        force_exclude=force_exclude,
        text_field=text_field or "",
        title_field=title_field or "",
        date_field=date_field or "",
        id_field=id_field or "",
        offline=offline,
        cache_dir=cache_dir,
        use_cache=cache,
        jobs=jobs or processors(),
    )
    chosen_rules(RULES, settings)
    return settings
