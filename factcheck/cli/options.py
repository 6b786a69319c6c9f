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


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files, folders, globs, or - for standard input.",
        show_default=False,
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE,...",
        callback=_words,
        help="Run only these rules: codes (FC101), beginnings of codes (FC1), names, or ALL.",
        show_default=False,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE,...", callback=_words, help="Leave these rules out.", show_default=False
    ),
]
ExtendSelect = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE,...", callback=_words, help="Run these rules as well.", show_default=False
    ),
]
ExtendIgnore = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE,...", callback=_words, help="Leave these out as well.", show_default=False
    ),
]
MinConfidence = Annotated[
    float, typer.Option(metavar="0..1", help="Hide findings below this confidence.")
]
Pedantic = Annotated[
    bool, typer.Option("--pedantic/--no-pedantic", help="Show findings of any confidence.")
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude",
        metavar="PATTERN,...",
        callback=_words,
        help="Leave these files and folders out of folders: drafts/old, *.notes.md.",
        show_default=False,
    ),
]
IgnoreFiles = Annotated[
    bool,
    typer.Option("--ignore-files/--no-ignore-files", help="Leave out what .gitignore files do."),
]
ForceExclude = Annotated[
    bool,
    typer.Option(
        "--force-exclude/--no-force-exclude", help="Exclude files that are named one by one too."
    ),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Accepted findings, which are not reported; `factcheck baseline update` writes it.",
        show_default=False,
    ),
]
Model = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="The language model: a spaCy package, auto, or none (no parsing; fewer rules).",
    ),
]
CacheDir = Annotated[
    Path | None,
    typer.Option(
        "--cache-dir",
        metavar="FOLDER",
        envvar="FACTCHECK_CACHE_DIR",
        help="Where extracted facts are kept between runs.",
        show_default=False,
    ),
]
UseCache = Annotated[
    bool, typer.Option("--cache/--no-cache", help="Read and write extracted facts.")
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", help="Processes to use; 0 for one a core.")
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Use this configuration file, not the nearest factcheck.toml or pyproject.toml.",
        show_default=False,
    ),
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Use no configuration file.")]
ShowSettings = Annotated[
    bool, typer.Option("--show-settings", help="Print the settings and their origins, and exit.")
]
ColorOption = Annotated[Color, typer.Option("--color", help="When to use colour.")]
StdinFilename = Annotated[
    str | None,
    typer.Option(
        "--stdin-filename",
        metavar="NAME",
        help="The name that standard input goes by; its ending says whether it is Markdown.",
        show_default=False,
    ),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="NAME[=FILE]",
        help="text (default), concise, json, jsonl, sarif, github, gitlab, junit, rdjson or "
        "markdown, to a file if one is named; may be repeated.",
        show_default=False,
    ),
]
Facts = Annotated[
    bool, typer.Option("--facts/--no-facts", help="Also list every fact by who gives it.")
]
FailOnOption = Annotated[
    FailOn, typer.Option("--fail-on", help="The least severity that makes the exit code 1.")
]
ExitZero = Annotated[
    bool, typer.Option("--exit-zero/--no-exit-zero", help="Exit with 0 whatever is found.")
]
Reference = Annotated[
    list[str] | None,
    typer.Option(
        metavar="PATH",
        help="A primary document: read too, and named as the one to check against.",
        show_default=False,
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
        cache_dir=cache_dir,
        use_cache=cache,
        jobs=jobs or processors(),
    )
    chosen_rules(RULES, settings)
    return settings
