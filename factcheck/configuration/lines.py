"""On which line of a TOML file a key stands, which the standard library's reader doesn't tell."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from typing import Any

KeyPath = tuple[str | int, ...]

# Only a line with one of these can end a statement of several lines.
_CLOSING = ("]", "}", '"""', "'''")


def line_of(text: str, path: KeyPath) -> int:
    """The line (from 1) on which `path` is set, in a text that is valid TOML.

    `path` is the keys from the top, with the numbers of items of lists. Where no line has the whole
    path, the line of the longest part of it.
    """
    best, line = 0, 1
    for number, chunk, prefix, value in _statements(text):
        depth = _depth(path, prefix, value)
        if depth > best:
            best, line = depth, number + _item_line(chunk, path, depth)
    return line


def _statements(text: str) -> Iterator[tuple[int, list[str], tuple[str, ...], dict[str, Any]]]:
    """Each statement: its first line, its lines, the table it stands in, and what it sets."""
    chunk: list[str] = []
    prefix: tuple[str, ...] = ()
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        if not chunk and (not line.strip() or line.lstrip().startswith("#")):
            continue
        chunk.append(line)
        if len(chunk) > 1 and not any(mark in line for mark in _CLOSING):
            continue
        try:
            value = tomllib.loads("\n".join(chunk))
        except tomllib.TOMLDecodeError:
            continue
        start = number - len(chunk) + 1
        if chunk[0].lstrip().startswith("["):
            prefix = _header(value)
            yield start, chunk, prefix, {}
        else:
            yield start, chunk, prefix, value
        chunk = []


def _header(value: Any) -> tuple[str, ...]:
    keys: list[str] = []
    while value:
        if isinstance(value, list):
            value = value[0]
            continue
        key, value = next(iter(value.items()))
        keys.append(key)
    return tuple(keys)


def _depth(path: KeyPath, prefix: tuple[str, ...], value: Any) -> int:
    """How many parts of `path` a statement sets; 0 when it is about something else."""
    depth = 0
    for part, key in zip(path, prefix, strict=False):
        if part != key:
            # A header [a.b] sets a too, as far as anything does.
            return depth
        depth += 1
    if depth < len(prefix):
        return depth
    for part in path[depth:]:
        if isinstance(value, dict) and part in value:
            value = value[part]
        elif not (isinstance(value, list) and isinstance(part, int) and part < len(value)):
            break
        else:
            value = value[part]
        depth += 1
    return depth


def _item_line(chunk: Sequence[str], path: KeyPath, depth: int) -> int:
    """How many lines below its start a statement has the item that `path` leads to."""
    if len(chunk) == 1 or not isinstance(path[depth - 1], int):
        return 0
    wanted = int(path[depth - 1])
    # Closing the list after each line shows how many items the lines so far hold.
    for count in range(1, len(chunk)):
        try:
            value: Any = tomllib.loads("\n".join((*chunk[:count], "]")))
        except tomllib.TOMLDecodeError:
            continue
        while isinstance(value, dict):
            value = next(iter(value.values()))
        if len(value) > wanted:
            return count - 1
    return len(chunk) - 1
