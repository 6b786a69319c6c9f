"""The kinds of value that a key of a configuration file can have.

A kind reads a value as TOML gives it and says what it expects, in words and as JSON Schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Protocol


class MisfitError(Exception):
    """A value that doesn't fit; `path` leads from the key to the part at fault.

    `message` says what is wrong, or with "expected …" what would be right; `hint` ends it.
    """

    def __init__(self, message: str, path: tuple[str | int, ...] = (), *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.hint = hint

    def under(self, part: str | int) -> MisfitError:
        """The same misfit, seen from the value that holds it under `part`."""
        return MisfitError(self.message, (part, *self.path), hint=self.hint)


class Kind(Protocol):
    """Reads one value. `expected` completes "expected …"."""

    @property
    def expected(self) -> str: ...

    def read(self, value: object, folder: Path) -> Any:
        """The value as the program wants it; paths count from `folder`. Raises MisfitError."""
        ...

    def schema(self) -> dict[str, Any]:
        """The values that fit, as JSON Schema."""
        ...


@dataclass(frozen=True, slots=True)
class Switch:
    """true or false."""

    expected: str = "true or false"

    def read(self, value: object, folder: Path) -> bool:
        if not isinstance(value, bool):
            raise MisfitError(f"expected {self.expected}")
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number from `low` to `high`."""

    low: float
    high: float

    @property
    def expected(self) -> str:
        return f"a number from {self.low:g} to {self.high:g}"

    def read(self, value: object, folder: Path) -> float:
        # NaN is a number to TOML, and lies in no range.
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not self.low <= value <= self.high:  # type: ignore[operator]
            raise MisfitError(f"expected {self.expected}")
        return float(value)  # type: ignore[arg-type]

    def schema(self) -> dict[str, Any]:
        return {"type": "number", "minimum": self.low, "maximum": self.high}


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `low` up."""

    low: int

    @property
    def expected(self) -> str:
        return f"a whole number from {self.low} up"

    def read(self, value: object, folder: Path) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < self.low:
            raise MisfitError(f"expected {self.expected}")
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.low}


@dataclass(frozen=True, slots=True)
class Text:
    """A string that isn't empty; `what` says which."""

    what: str = "a string"

    @property
    def expected(self) -> str:
        return self.what

    def read(self, value: object, folder: Path) -> str:
        if not isinstance(value, str) or not value.strip():
            raise MisfitError(f"expected {self.expected}")
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def expected(self) -> str:
        return " or ".join(f'"{word}"' for word in self.words)

    def read(self, value: object, folder: Path) -> str:
        if not isinstance(value, str) or value not in self.words:
            raise MisfitError(f"expected {self.expected}", hint=nearest(value, self.words))
        return value

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class RuleWord:
    """A rule's code or name, the beginning of a code, or ALL."""

    expected: str = "a rule: a code, the beginning of one, a name, or ALL"

    def read(self, value: object, folder: Path) -> str:
        from factcheck.filters.selection import is_rule_word, unknown_rule
        from factcheck.rules import RULES

        if not isinstance(value, str):
            raise MisfitError(f"expected {self.expected}")
        if not is_rule_word(value, RULES):
            raise MisfitError(unknown_rule(value, RULES))
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": "^([Ff][Cc][0-9]{1,3}|[a-z]+(-[a-z]+)*|ALL)$"}


@dataclass(frozen=True, slots=True)
class Many:
    """A list of values of one kind."""

    of: Kind

    @property
    def expected(self) -> str:
        return f"a list, each item {self.of.expected}"

    def read(self, value: object, folder: Path) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise MisfitError(f"expected {self.expected}")
        found = []
        for index, item in enumerate(value):
            try:
                found.append(self.of.read(item, folder))
            except MisfitError as error:
                raise error.under(index) from error
        return tuple(found)

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": self.of.schema()}


@dataclass(frozen=True, slots=True)
class Table:
    """A table of values of one kind under names of the user's."""

    names: Kind
    of: Kind

    @property
    def expected(self) -> str:
        return f"a table, each value {self.of.expected}"

    def read(self, value: object, folder: Path) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise MisfitError(f"expected {self.expected}")
        found = {}
        for name, item in value.items():
            try:
                found[self.names.read(name, folder)] = self.of.read(item, folder)
            except MisfitError as error:
                raise error.under(name) from error
        return found

    def schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "propertyNames": self.names.schema(),
            "additionalProperties": self.of.schema(),
        }


@dataclass(frozen=True, slots=True)
class Record:
    """A table with keys of ours."""

    fields: Mapping[str, Kind] = field(default_factory=dict)

    @property
    def expected(self) -> str:
        return f"a table with {' and '.join(self.fields)}"

    def read(self, value: object, folder: Path) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise MisfitError(f"expected {self.expected}")
        found = {}
        for name, item in value.items():
            if name not in self.fields:
                raise unknown_key(name, tuple(self.fields))
            try:
                found[name] = self.fields[name].read(item, folder)
            except MisfitError as error:
                raise error.under(name) from error
        return found

    def schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "properties": {name: kind.schema() for name, kind in self.fields.items()},
            "additionalProperties": False,
        }


def unknown_key(name: str, known: tuple[str, ...]) -> MisfitError:
    """A key that isn't one of `known`, with the nearest, else all of them."""
    hint = nearest(name, known) or f"; there are {', '.join(known)}"
    return MisfitError(f"no key is called {name!r}", (name,), hint=hint)


def nearest(word: object, known: tuple[str, ...]) -> str:
    """The end of a message about `word`: the known word nearest to it, "" if none is near."""
    near = get_close_matches(str(word).lower().replace("_", "-"), known, n=1, cutoff=0.5)
    return f"; did you mean {near[0]}?" if near else ""
