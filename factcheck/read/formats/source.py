"""What a reader of files of one kind is given, and what it may say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.model import FactcheckError
from factcheck.read.files import shown

_LONGEST = 300


def _nothing(line: str) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The names of a record's fields; "" stands for those that are usual.

    A dotted name ("meta.headline") leads into a record within the record.
    """

    text: str = ""
    title: str = ""
    published: str = ""
    identity: str = ""


USUAL_FIELDS = Fields()


@dataclass(frozen=True, slots=True)
class Source:
    """The file that is read.

    `name` is what its documents are called and what messages name it (made safe by `shown`),
    `fields` are those of its records, `charset` the encoding that a server gave with it. `note`
    takes a line about what was left unread, for people.
    """

    name: str
    shown: str
    fields: Fields = USUAL_FIELDS
    charset: str = ""
    note: Callable[[str], None] = _nothing

    def refusal(self, why: str, *, line: int = 0) -> FactcheckError:
        """The error that says why the file (or its line, from 1) can't be read.

        What a library says of a file may hold the file's own bytes: it is made safe, and cut.
        """
        why = shown(why)
        if len(why) > _LONGEST:
            why = f"{why[: _LONGEST // 2]} … {why[-_LONGEST // 2 :]}"
        return FactcheckError(f"{self.shown}:{line}: {why}" if line else f"{self.shown}: {why}")


def needs_extra(source: Source, what: str, extra: str) -> FactcheckError:
    """The error for a file of a kind whose library isn't installed."""
    return source.refusal(
        f"to read {what} needs the extra {extra}: pip install 'factcheck-cli[{extra}]'"
    )
