"""Write what is said of the configuration in docs/ anew: the table of keys and the JSON Schema.

usage: python tools/configuration.py

A test holds both to the keys of `factcheck.configuration`. Run at development time only.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from typer.main import get_command

from factcheck.cli.app import app
from factcheck.cli.configured import options_of
from factcheck.configuration.keys import KEYS, Key
from factcheck.configuration.kinds import (
    Choice,
    Kind,
    Many,
    Number,
    Record,
    RuleWord,
    Switch,
    Table,
    Text,
    Whole,
)
from factcheck.configuration.path_kinds import File, Glob, Output, Source
from factcheck.configuration.schema import schema

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGE, SCHEMA = DOCS / "configuration.md", DOCS / "schema" / "configuration.json"
TABLE = re.compile(r"(?<=<!-- keys -->\n).*?(?=<!-- end of keys -->)", re.S)
PLURALS: dict[type[Any], str] = {
    RuleWord: "rules",
    Source: "paths",
    Output: "formats",
    Text: "strings",
    Glob: "patterns of files",
}


def takes(kind: Kind) -> str:
    """A kind of value in a few words."""
    match kind:
        case Switch() | Number() | Whole():
            return kind.expected.removeprefix("a ")
        case Choice(words=words):
            return ", ".join(f"`{word}`" for word in words)
        case Many(of=of):
            return f"list of {PLURALS[type(of)]}"
        case Table(names=names, of=of):
            return f"table: {PLURALS[type(names)]} to {takes(of)}"
        case Record(fields=fields):
            return "table: " + ", ".join(f"`{name}`" for name in fields)
        case File():
            return "path"
    return "string"


def default(key: Key) -> str:
    """The value that holds where neither file nor flag says anything."""
    commands = get_command(app).commands.values()  # type: ignore[attr-defined]
    for command in commands:
        for parameter in command.params:
            if options_of(command).get(key.name) == parameter.name:
                value = getattr(parameter.default, "value", parameter.default)
                return f"`{json.dumps(value)}`" if value not in (None, (), []) else ""
    return ""


def flag(key: Key) -> str:
    """The flag, or the two of a switch."""
    if not key.flag:
        return ""
    off = f", `--no-{key.name}`" if isinstance(key.kind, Switch) else ""
    return f"`--{key.name}`{off}"


def table() -> str:
    """All keys as a Markdown table."""
    rows = ["| key | takes | default | flag | what it is |", "|---|---|---|---|---|"]
    for key in KEYS:
        cells = (f"`{key.name}`", takes(key.kind), default(key), flag(key), key.about)
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def schema_text() -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema(), indent=2) + "\n"


def main() -> None:
    """Write both files."""
    page = PAGE.read_text("utf-8")
    PAGE.write_text(TABLE.sub(lambda _: table(), page), "utf-8")
    SCHEMA.write_text(schema_text(), "utf-8")


if __name__ == "__main__":
    main()
