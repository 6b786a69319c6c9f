"""JSON: a record, a list of records, or JSON Lines; one article a record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from factcheck.model import Document
from factcheck.read.decode import decoded
from factcheck.read.files import LARGEST_FILE
from factcheck.read.formats.records import TEXTS, Names, document_of, record_of
from factcheck.read.formats.source import Source

_REMEDY = "name the field that holds the text with --text-field"
# Where lists of articles stand in what programs write around them.
_LISTS = ("articles", "items", "documents", "records", "results", "data", "entries", "posts")


def read_json(data: bytes, source: Source) -> Iterator[Document]:
    """The articles of a JSON file: a record, a list of records, or a record with such a list.

    Raises:
        FactcheckError: it is no JSON, or a record has no text.
    """
    value = _parsed(decoded(data, source.shown), source)
    if isinstance(value, dict):
        record = record_of(value, source.fields)
        if record.text:
            yield document_of(record, source, name=Names(source).of(record.identity, 1))
            return
        value = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), None)
        if value is None:
            raise source.refusal(_no_text(source))
    if not isinstance(value, list) or not value:
        raise source.refusal("the JSON holds neither a record nor a list of records")
    names = Names(source)
    for number, item in enumerate(value, start=1):
        yield _document(item, number, source, names, f"record {number}", line=0)


def read_jsonl(stream: BinaryIO, source: Source) -> Iterator[Document]:
    """The articles of a file with a JSON record on each line, one after the other.

    Raises:
        FactcheckError: a line is no JSON record with a text in it, or there is none.
    """
    names = Names(source)
    number = done = 0
    while line := stream.readline(LARGEST_FILE + 1):
        number += 1
        if len(line) > LARGEST_FILE:
            raise source.refusal(
                f"the record is over the limit of {LARGEST_FILE / 1e6:.0f} MB for one text",
                line=number,
            )
        text = decoded(line, source.shown).lstrip("\ufeff").strip() if line.strip() else ""
        if text:
            done += 1
            value = _parsed(text, source, line=number)
            yield _document(value, number, source, names, f"line {number}", line=number)
    if not done:
        raise source.refusal("the file holds no record; give a file with text in it")


def _document(
    value: Any, number: int, source: Source, names: Names, place: str, *, line: int
) -> Document:
    if not isinstance(value, dict):
        raise source.refusal(_at(place, "it is no JSON object with named fields", line), line=line)
    record = record_of(value, source.fields)
    if not record.text:
        raise source.refusal(_at(place, _no_text(source), line), line=line)
    return document_of(record, source, name=names.of(record.identity, number), first=place)


def _at(place: str, why: str, line: int) -> str:
    return why if line else f"{place}: {why}"


def _no_text(source: Source) -> str:
    if source.fields.text:
        return f"it has no field {source.fields.text!r} with text in it (--text-field names it)"
    return f"it has no field {', '.join(TEXTS[:3])} with text in it; {_REMEDY}"


def _parsed(text: str, source: Source, *, line: int = 0) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as fault:
        where = line or fault.lineno
        raise source.refusal(
            f"not JSON ({fault.msg} at column {fault.colno}); mend the file", line=where
        ) from fault
    except RecursionError as fault:
        raise source.refusal("the JSON is nested too deeply to be read", line=line) from fault
    except ValueError as fault:  # a number of thousands of digits
        raise source.refusal(f"JSON that can't be read ({fault})", line=line) from fault
