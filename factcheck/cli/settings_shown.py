"""`--show-settings`: the settings in force as a configuration file, with where each comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any

from factcheck.cli.configured import options_of
from factcheck.configuration.keys import KEYS
from factcheck.configuration.read import Configuration

_SOURCES = {"COMMANDLINE": "command line", "ENVIRONMENT": "environment", "DEFAULT": "default"}


def render(ctx: Any) -> str:
    """The settings of a command's context, as TOML that works as a configuration file."""
    configuration: Configuration = ctx.obj
    file = f"configuration file {configuration.path}"
    lines = [
        f"# settings of `factcheck {ctx.command.name}`, "
        f"{file if configuration.path else 'no configuration file'}"
    ]
    tables: list[str] = []
    options = options_of(ctx.command)
    for key in KEYS:
        if key.name in options:
            value = ctx.params[options[key.name]]
            origin = _SOURCES.get(ctx.get_parameter_source(options[key.name]).name, "")
        elif "select" in options and not key.flag:
            value, origin = configuration.values.get(key.name, {}), ""
        else:
            continue
        if not origin:
            origin = str(configuration.origin(key.name) or "default")
        if isinstance(value, Mapping):
            tables += ["", *_table(key.name, value, origin)]
        elif value is None:
            lines.append(f"# {key.name} is not set")
        else:
            lines.append(f"{key.name} = {_toml(value)}  # {origin}")
    return "\n".join([*lines, *tables, ""])


def _table(name: str, value: Mapping[str, Any], origin: str) -> Iterator[str]:
    yield f"[{name}]  # {origin}"
    inner = {key: item for key, item in value.items() if isinstance(item, Mapping)}
    for key, item in value.items():
        if key not in inner:
            yield f"{_key(key)} = {_toml(item)}"
    for key, item in inner.items():
        yield f"[{name}.{_key(key)}]"
        for left, right in item.items():
            yield f"{_key(left)} = {_toml(right)}"


def _key(name: str) -> str:
    return name if name.isascii() and name.replace("-", "").isalnum() else _toml(name)


def _toml(value: Any) -> str:
    """A value as TOML: JSON's strings, numbers, booleans and lists are TOML's."""
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, Path):
        value = str(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(_toml(item) for item in value)}]"
    return json.dumps(value, ensure_ascii=True)
