"""The options that commands on an archive share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from factcheck.cli.options import SELDOM


class Engine(StrEnum):
    """What does the work: this machine, or a Ray cluster (the extra "cluster")."""

    LOCAL = "local"
    RAY = "ray"


class Kind(StrEnum):
    """The kinds of fact that can be asked for."""

    QUANTITY = "quantity"
    DURATION = "duration"
    MOMENT = "moment"
    PERSON = "person"
    ROLE = "role"
    QUOTE = "quote"
    STATEMENT = "statement"


Folder = Annotated[
    str,
    typer.Argument(
        metavar="DIR",
        help="The archive: a folder, or s3://bucket/name and the like.",
        show_default=False,
    ),
]
MemoryLimit = Annotated[
    str | None,
    typer.Option(
        "--memory-limit",
        metavar="SIZE",
        help="What the join may hold in memory, such as 1GB.",
        rich_help_panel=SELDOM,
        show_default=False,
    ),
]
EngineOption = Annotated[
    Engine, typer.Option("--engine", metavar="NAME", help="local (default) or ray.")
]
TextColumn = Annotated[
    str,
    typer.Option(
        "--text-column",
        metavar="NAME",
        help="The field of the text (text).",
        rich_help_panel=SELDOM,
    ),
]
NameColumn = Annotated[
    str,
    typer.Option(
        "--name-column",
        metavar="NAME",
        help="The field of the name (name).",
        rich_help_panel=SELDOM,
    ),
]
PublishedColumn = Annotated[
    str,
    typer.Option(
        "--published-column",
        metavar="NAME",
        help="The field of the day (published).",
        rich_help_panel=SELDOM,
    ),
]
PartitionSize = Annotated[
    int,
    typer.Option(
        "--partition",
        metavar="N",
        min=1,
        help="The most articles of one partition (1000).",
        rich_help_panel=SELDOM,
    ),
]
