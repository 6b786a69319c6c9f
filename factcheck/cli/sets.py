"""One line of `factcheck batch`: a set of documents in, one line of JSON out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from factcheck.config import Settings
from factcheck.extraction import DIED, NO_MEMORY
from factcheck.model import Document, DocumentRole, FactcheckError, OutOfMemoryError, Report

ROLES = {"": DocumentRole.ARTICLE, **{role.value: role for role in DocumentRole}}
_MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Answer:
    """The output line for a set, without its line break.

    `no_memory` says what there was not enough memory for; "" where that was no trouble.
    """

    line: str
    no_memory: str = ""


def check_line(line: bytes, number: int, settings: Settings) -> Answer:
    """The answer to input line `number`.

    Whatever is wrong with the set becomes an `error` object, so that one bad set never stops the
    others.
    """
    from factcheck.report.json import as_dict, encode

    identity: object = None
    try:
        record = _record(line)
        identity = record.get("id")
        report = _run(_documents(record), settings)
        return Answer(encode({"id": identity, "report": as_dict(report)}))
    except OutOfMemoryError as error:
        return _error(identity, number, str(error), no_memory=True)
    except MemoryError:
        return _error(identity, number, f"the set: {NO_MEMORY}", no_memory=True)
    except FactcheckError as error:
        message = str(error)
    except Exception as error:
        message = f"a fault of ours: {type(error).__name__}: {error}"
    return _error(identity, number, message)


def lost_line(line: bytes, number: int) -> Answer:
    """The answer to input line `number`, a set that killed the processes it was given to."""
    identity: object = None
    documents = "the set"
    with suppress(FactcheckError):
        record = _record(line)
        identity = record.get("id")
        names = [document.name for document in _documents(record)]
        documents = ", ".join(names[:_MOST_NAMES]) + (" and more" * (len(names) > _MOST_NAMES))
    return _error(identity, number, f"{documents}: {DIED}", no_memory=True)


def _error(identity: object, number: int, message: str, *, no_memory: bool = False) -> Answer:
    from factcheck.report.json import encode

    message = f"line {number}: {' '.join(message.split())}"
    line = encode({"id": identity, "error": {"message": message}})
    return Answer(line, message if no_memory else "")


def _run(documents: list[Document], settings: Settings) -> Report:
    """Raises OutOfMemoryError when a document was left out: a set is checked whole or not."""
    from factcheck.pipeline import run

    report = run(documents, settings=settings)
    for name, reason in report.left_out.items():
        raise OutOfMemoryError(f"{name}: {reason}")
    return report


def _record(line: bytes) -> Mapping[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FactcheckError(f"not UTF-8 ({error.reason} at byte {error.start})") from error
    except json.JSONDecodeError as error:
        raise FactcheckError(f"not JSON ({error.msg} at column {error.colno})") from error
    except RecursionError as error:
        raise FactcheckError("not JSON that can be read: nested too deeply") from error
    if not isinstance(record, dict):
        raise FactcheckError('not a JSON object with "id" and "documents"')
    return record


def _documents(record: Mapping[str, Any]) -> list[Document]:
    found = record.get("documents")
    if not isinstance(found, list) or not found:
        raise FactcheckError('"documents" is missing or not a list with at least one document')
    documents = [_document(item, place) for place, item in enumerate(found, start=1)]
    names: set[str] = set()
    for document in documents:
        if document.name in names:
            raise FactcheckError(f"two documents have the name {document.name!r}")
        names.add(document.name)
    return documents


def _document(item: object, place: int) -> Document:
    from factcheck.read import document_from_text

    if not isinstance(item, dict):
        raise FactcheckError(f"document {place} is not a JSON object")
    name, text = item.get("name"), item.get("text")
    if not isinstance(name, str) or not name:
        raise FactcheckError(f'document {place} has no "name" (a string)')
    if not isinstance(text, str):
        raise FactcheckError(f'document {place} ({name}) has no "text" (a string)')
    return document_from_text(
        text,
        name=name,
        published=_published(item.get("published"), name),
        role=_role(item.get("role"), name),
    )


def _published(value: object, name: str) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, str):
        # A time of day may follow ("2025-12-07T12:35:00Z"); only the day counts.
        try:
            return date.fromisoformat(value[:10])
        except ValueError:
            pass
    raise FactcheckError(f'document {name}: "published" is {value!r}, not a day like 2025-12-07')


def _role(value: object, name: str) -> DocumentRole:
    role = ROLES.get(value or "") if value is None or isinstance(value, str) else None
    if role is None:
        raise FactcheckError(f'document {name}: "role" is {value!r}, neither draft nor source')
    return role
