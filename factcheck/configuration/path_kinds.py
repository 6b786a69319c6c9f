"""The kinds of value that name files. What is relative counts from the configuration file."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.configuration.kinds import MisfitError, Text, nearest
from factcheck.globs import anchored


@dataclass(frozen=True, slots=True)
class Glob:
    """A pattern of files: `*` and `?` inside a name, `**` across folders.

    With a slash it counts from the folder of the file; without one it fits names in any folder.
    """

    expected: str = "a pattern of files (a string)"

    def read(self, value: object, folder: Path) -> str:
        text = Text(self.expected).read(value, folder)
        return text if "/" not in text.rstrip("/") else anchored(text, folder)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class File:
    """A path, from the file's own folder unless it is absolute; `~` is the user's home."""

    expected: str = "a path (a string)"

    def read(self, value: object, folder: Path) -> Path:
        return Path(from_folder(Text(self.expected).read(value, folder), folder))

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class Source:
    """As File, but as a string, which may hold the wildcards of a glob."""

    expected: str = "a path (a string)"

    def read(self, value: object, folder: Path) -> str:
        text = Text(self.expected).read(value, folder)
        if "://" in text:
            # Such a file comes along with texts of others: it makes nobody's machine ask a network.
            raise MisfitError(f"{text}: an address is taken from the command line alone")
        return from_folder(text, folder)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class Output:
    """NAME or NAME=FILE, where FILE lies in the folder of the configuration file or below it.

    A configuration file comes along with texts of others; it must not be able to name any file of
    the user's to be written over. A flag can.
    """

    expected: str = 'a format ("json"), or a format and a file ("json=report.json")'

    def read(self, value: object, folder: Path) -> str:
        from factcheck.report import FORMATS

        text = Text(self.expected).read(value, folder)
        name, equals, file = text.partition("=")
        names = tuple(known for one in FORMATS for known in one.names)
        if name not in names:
            hint = nearest(name, names) or f"; there are {', '.join(names)}"
            raise MisfitError(f"no format is called {name!r}", hint=hint)
        if not equals:
            return text
        target = from_folder(file, folder)
        if not file or not Path(target).resolve().is_relative_to(folder.resolve()):
            raise MisfitError(f"{file or 'no file'}: a report can be written below {folder} only")
        return f"{name}={target}"

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}


def from_folder(value: str, folder: Path) -> str:
    """A path of a configuration file in `folder`, as seen from the working folder."""
    joined = os.path.normpath(folder / os.path.expanduser(value))  # noqa: PTH111
    try:
        return os.path.relpath(joined)
    except ValueError:  # another drive
        return joined
