"""A configuration file read and checked: what it sets, and on which line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.config import HouseStyle, Settings
from factcheck.model import FactcheckError
from factcheck.workers import processors

if TYPE_CHECKING:
    from factcheck.configuration.kinds import MisfitError

MAX_BYTES = 1_000_000
_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class Origin:
    """A place in a configuration file."""

    path: Path
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a file sets, by the names of keys; nothing where there is no file."""

    path: Path | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""

    def origin(self, key: str) -> Origin | None:
        """Where the file sets `key`; None if it doesn't."""
        from factcheck.configuration.lines import line_of

        if self.path is None or key not in self.values:
            return None
        return Origin(self.path, line_of(self.text, (*_root(self.path), key)))

    def only_in_files(self) -> dict[str, Any]:
        """What the file sets of Settings that has no flag, by the names of the fields."""
        return self._fields(flags=False)

    def settings(self) -> Settings:
        """The settings of the file and the defaults, for whoever has no command line."""
        found = self._fields(flags=True)
        if found.get("jobs") == 0:
            found["jobs"] = processors()
        return Settings(**found)

    def _fields(self, *, flags: bool) -> dict[str, Any]:
        if not self.values:
            return {}
        from factcheck.configuration.keys import KEYS

        set_here = [key for key in KEYS if key.name in self.values and (flags or not key.flag)]
        found = {key.field: self.values[key.name] for key in set_here}
        found.pop("", None)
        if "style" in found:
            found["style"] = HouseStyle(**found["style"])
        return found


def read_file(path: Path) -> Configuration:
    """The configuration in `path`: its table `[tool.factcheck]` where it is a pyproject.toml.

    Raises FactcheckError, with the line, for what can't be read or isn't a key or value of ours.
    """
    from factcheck.configuration.keys import KEYS
    from factcheck.configuration.kinds import MisfitError, unknown_key

    data = read_bytes(path)
    table: Any = load_toml(path, data)
    for name in _root(path):
        table = table.get(name, {}) if isinstance(table, dict) else None
    text = data.decode("utf-8-sig")
    if not isinstance(table, dict):
        raise _misplaced(path, text, (), f"{'.'.join(_root(path))} is not a table")
    folder = path.resolve().parent
    kinds = {key.name: key.kind for key in KEYS}
    values = {}
    for name, value in table.items():
        if name not in kinds:
            error = unknown_key(name, tuple(kinds))
            raise _misplaced(path, text, error.path, error.message + error.hint)
        try:
            values[name] = kinds[name].read(value, folder)
        except MisfitError as error:
            where = (name, *error.path)
            raise _misplaced(path, text, where, _told(error, where, value)) from error
    return Configuration(path, values, text)


def read_bytes(path: Path) -> bytes:
    """The file as it is. Raises FactcheckError for one that can't be read or is too large."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise FactcheckError(f"{path}: can't read: {error.strerror or error}") from error
    if len(data) > MAX_BYTES:
        raise FactcheckError(f"{path}: larger than a configuration file may be ({MAX_BYTES} bytes)")
    return data


def load_toml(path: Path, data: bytes) -> dict[str, Any]:
    """The tables of a file. Raises FactcheckError with the line where it isn't TOML."""
    import tomllib

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FactcheckError(f"{path}:{line}: not UTF-8, as TOML must be") from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        line = int(at[1]) if at and at[1] else text.rstrip().count("\n") + 1
        reason = _AT.sub("", str(error))
        raise FactcheckError(f"{path}:{line}: not TOML: {reason}") from error
    except RecursionError as error:
        raise FactcheckError(f"{path}: nested too deeply") from error


def _root(path: Path) -> tuple[str, ...]:
    return ("tool", "factcheck") if path.name == "pyproject.toml" else ()


def _misplaced(path: Path, text: str, where: tuple[str | int, ...], message: str) -> FactcheckError:
    from factcheck.configuration.lines import line_of

    return FactcheckError(f"{path}:{line_of(text, (*_root(path), *where))}: {message}")


def _told(error: MisfitError, where: tuple[str | int, ...], value: Any) -> str:
    """The line for people: which key, what is wrong there or what was expected instead of what."""
    if not error.message.startswith("expected"):
        return f"{where[0]}: {error.message}{error.hint}"
    dotted = ".".join(part for part in where if isinstance(part, str))
    return f"{dotted}: {error.message}, not {_shown(value, error.path)}{error.hint}"


def _shown(value: Any, path: tuple[str | int, ...]) -> str:
    """The value at fault, briefly and as TOML writes it."""
    import json

    for part in path:
        value = value[part]
    shown = json.dumps(value, ensure_ascii=False, default=str)
    return shown if len(shown) <= 60 else shown[:59] + "…"
