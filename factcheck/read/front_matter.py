"""The front matter of a Markdown file: title and day, in YAML, TOML or JSON.

YAML between lines of `---` (Jekyll, Hugo, Pandoc), TOML between lines of `+++` and a JSON object at
the head of the file (Hugo). YAML is read as plain strings: no types, no merges, nothing that runs
or grows.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from factcheck.model import FactcheckError, Span
from factcheck.read.days import written_days
from factcheck.read.lines import Line

_LONGEST = 1000
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
# A file may open with a ruled line and prose; what opens like this was meant as front matter.
_YAML_FIELD = re.compile(r"[\"']?[A-Za-z_][\w .-]{0,60}[\"']?\s{0,5}:(?:\s|$)")
_TOML_FIELD = re.compile(r"[\"']?[A-Za-z_][\w.-]{0,60}[\"']?\s{0,5}=|\[")
_JSON_FIELD = re.compile(r"\{\s{0,200}\"[^\"\n]{1,60}\"\s{0,9}:")
_TITLES = ("title", "headline")
_PUBLISHED = (
    "published",
    "publishdate",
    "datepublished",
    "pubdate",
    "publishedat",
    "publishedon",
    "publicationdate",
    "date",
    "created",
    "updated",
    "lastmod",
    "modified",
    "lastmodified",
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """How many lines it takes, where the words of its title stand, and the day it gives."""

    lines: int
    title: Span | None = None
    published: date | None = None


def read_front_matter(text: str, lines: Sequence[Line], *, name: str) -> FrontMatter | None:
    """The front matter at the head of `text`, whose Markdown lines are `lines`; None for none.

    Text between fences that is no set of fields is text. `name` names the file in messages.

    Raises:
        FactcheckError: it opens like front matter and can't be read; with file, line and remedy.
    """
    if not lines:
        return None
    if lines[0].text.lstrip("\ufeff").startswith("{"):
        return _json(text, lines, name)
    fence = lines[0].text
    if fence not in _FENCES or text[: lines[0].start].strip("\ufeff"):
        return None
    last = next((line for line in lines[1:_LONGEST] if line.text in _FENCES[fence]), None)
    if last is None:
        return None
    body = Span(lines[1].margin, last.margin)
    first = next((line.text for line in lines[1 : last.number] if _says_something(line)), "")
    if not first:
        return FrontMatter(last.number + 1)
    read, field = (_yaml, _YAML_FIELD) if fence == "---" else (_toml, _TOML_FIELD)
    if not field.match(first):
        return None
    return _found(read(text, body, name), last.number + 1)


def _says_something(line: Line) -> bool:
    return not line.blank and not line.text.startswith("#")


@dataclass(frozen=True, slots=True)
class _Field:
    """A field at the top: its value as words, and where they stand (None where that isn't told)."""

    words: str
    span: Span | None


def _found(fields: Mapping[str, _Field], lines: int) -> FrontMatter:
    by_name = {re.sub(r"[\s_-]", "", name).lower(): field for name, field in fields.items()}
    titles = (by_name[name] for name in _TITLES if name in by_name)
    days = (_day(by_name[name].words) for name in _PUBLISHED if name in by_name)
    return FrontMatter(
        lines,
        next((field.span for field in titles if field.words.strip()), None),
        next((day for day in days if day), None),
    )


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words.strip()[:10])
    except ValueError:
        return next((day.day for day in written_days(words) if day.day), None)


def _yaml(text: str, body: Span, name: str) -> dict[str, _Field]:
    import yaml

    try:
        # `compose` gives the nodes with their places and builds nothing from them.
        top = yaml.compose(text[body.start : body.end], Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as fault:
        mark = getattr(fault, "problem_mark", None)
        what = getattr(fault, "problem", None) or "it can't be read"
        raise _broken(text, body.start + (mark.index if mark else 0), name, "YAML", what) from fault
    if not isinstance(top, yaml.MappingNode):
        raise _broken(text, body.start, name, "YAML", "it is no list of fields")
    fields: dict[str, _Field] = {}
    for key, value in top.value:
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode):
            start = body.start + value.start_mark.index
            end = body.start + value.end_mark.index
            fields.setdefault(key.value, _Field(value.value, _bare(text, start, end, value.style)))
    return fields


def _bare(text: str, start: int, end: int, style: str | None) -> Span | None:
    """The words of a YAML scalar without its quotes, or without the sign of a block scalar."""
    if style in ("'", '"'):
        start, end = start + 1, end - 1
    elif style in ("|", ">"):
        start = text.find("\n", start, end) + 1 or end
    return _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    body = text[start:end]
    start, end = start + len(body) - len(body.lstrip()), start + len(body.rstrip())
    return Span(start, end) if start < end else None


def _toml(text: str, body: Span, name: str) -> dict[str, _Field]:
    try:
        table = tomllib.loads(text[body.start : body.end].replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        what, line = str(fault), 0
        if place := re.search(r" \(at line (\d+), column \d+\)$", what):
            what, line = what[: place.start()], int(place[1]) - 1
        elif what.endswith(" (at end of document)"):
            line = text.count("\n", body.start, body.end) - 1
        raise _broken(text, _line_start(text, body, line), name, "TOML", what) from fault
    written = re.compile(
        r"^[ \t]{0,9}[\"']?([\w.-]{1,60})[\"']?[ \t]{0,9}=[ \t]{0,9}"
        r"(?:\"([^\"\n\\]{0,2000}(?:\\.[^\"\n\\]{0,2000}){0,50})\"|'([^'\n]{0,2000})')",
        re.MULTILINE,
    )
    places: dict[str, Span | None] = {}
    for found in written.finditer(text, body.start, body.end):
        group = 2 if found[2] is not None else 3
        places.setdefault(found[1], _trimmed(text, *found.span(group)))
    return {key: _Field(_words(value), places.get(key)) for key, value in table.items()}


def _line_start(text: str, body: Span, line: int) -> int:
    position = body.start
    for _ in range(line):
        position = text.find("\n", position, body.end) + 1 or body.end
    return position


def _json(text: str, lines: Sequence[Line], name: str) -> FrontMatter | None:
    start = lines[0].start + (text[lines[0].start] == "\ufeff")
    if not _JSON_FIELD.match(text, start):
        return None
    try:
        value, end = json.JSONDecoder().raw_decode(text, start)
    except json.JSONDecodeError as fault:
        raise _broken(text, fault.pos, name, "JSON", fault.msg) from fault
    except RecursionError as fault:
        raise _broken(text, start, name, "JSON", "it is nested too deeply") from fault
    last = next((line for line in lines[:_LONGEST] if line.end >= end), None)
    if last is None or last.end != end or not isinstance(value, dict):
        return None
    return _found(dict(_json_fields(text, Span(start, end), value)), last.number + 1)


def _json_fields(
    text: str, body: Span, value: Mapping[str, object]
) -> Iterator[tuple[str, _Field]]:
    string = r"\"((?:[^\"\\\n]|\\.){0,5000})\""
    for key, given in value.items():
        found = re.compile(rf"{re.escape(json.dumps(key))}\s*:\s*{string}").search(
            text, body.start, body.end
        )
        yield key, _Field(_words(given), _trimmed(text, *found.span(1)) if found else None)


def _words(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value if isinstance(value, str) else ""


def _broken(text: str, place: int, name: str, what: str, why: str) -> FactcheckError:
    line = text.count("\n", 0, place) + 1
    return FactcheckError(
        f"{name}:{line}: the front matter is not valid {what} ({why}); mend it (put a value that "
        "holds a colon or a quotation mark in quotes) or take it out"
    )
