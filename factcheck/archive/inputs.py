"""Articles as they come in, one at a time: folders, files, JSON Lines, Parquet, standard input."""

from __future__ import annotations

import glob
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePath
from typing import Any

from factcheck.archive.extra import require
from factcheck.archive.records import Raw
from factcheck.model import FactcheckError
from factcheck.read.files import LARGEST_FILE, read_bytes, shown
from factcheck.read.folders import USUAL, LeaveOut, each_text

LINES = (".jsonl", ".ndjson")
TABLES = (".parquet",)
STDIN = "-"
_PATTERN = frozenset("*?[")
_ROWS_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Columns:
    """What the fields of JSON Lines and the columns of Parquet are called."""

    text: str = "text"
    name: str = "name"
    published: str = "published"


Failed = Callable[[str], None]


def check_inputs(paths: Sequence[str]) -> None:
    """Raise FactcheckError for a path that isn't there, before anything is read."""
    if not paths:
        raise FactcheckError("nothing to read: give folders, texts, .jsonl or .parquet files, or -")
    for path in paths:
        if path == STDIN or os.path.lexists(path):
            continue
        if _PATTERN & set(path):
            if not glob.glob(path, recursive=True):  # noqa: PTH207
                raise FactcheckError(f"{shown(path)}: no file matches the pattern; check it")
        else:
            raise FactcheckError(f"{shown(path)}: no such file or folder; check the spelling")


def expected(paths: Sequence[str], leave_out: LeaveOut = USUAL) -> int | None:
    """About how many articles `paths` hold, for telling how far a run is; None with `-` among them.

    Folders are walked and lines counted, nothing is held or parsed.
    """
    if STDIN in paths:
        return None
    found = 0
    for path in paths:
        for one in (path,) if os.path.lexists(path) else glob.glob(path, recursive=True):  # noqa: PTH207
            found += _expected_of(one, leave_out)
    return found


def _expected_of(path: str, leave_out: LeaveOut) -> int:
    suffix = PurePath(path).suffix.lower()
    try:
        if Path(path).is_dir():
            return sum(1 for _ in each_text(path, leave_out, []))
        if suffix in LINES:
            with Path(path).open("rb") as file:
                return sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b""))
        if suffix in TABLES:
            import pyarrow.parquet as pq

            return int(pq.read_metadata(path).num_rows)
    except Exception:
        # Whatever is wrong with it is told when it is read.
        return 0
    return 1


def each_article(
    paths: Sequence[str], *, columns: Columns, failed: Failed, leave_out: LeaveOut = USUAL
) -> Iterator[Raw]:
    """The articles of `paths` in order; only one, or one batch of a table, is held at a time.

    A path is a folder (its texts, at any depth), a text, a `.jsonl` or `.ndjson` file, a `.parquet`
    file, a pattern of those, or `-` for JSON Lines on standard input. What can't be taken as an
    article is told to `failed`, one line that names file and place, and left out. Raises
    FactcheckError for a folder or table that can't be read at all.
    """
    for path in paths:
        if path == STDIN:
            yield from _of_lines(sys.stdin.buffer, "<stdin>", columns, failed)
            continue
        if os.path.lexists(path):
            found: Iterable[str] = (path,)
        else:
            found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207
        for one in found:
            yield from _of_path(one, columns, failed, leave_out)


def _of_path(path: str, columns: Columns, failed: Failed, leave_out: LeaveOut) -> Iterator[Raw]:
    suffix = PurePath(path).suffix.lower()
    if Path(path).is_dir():
        for file in each_text(path, leave_out, []):
            yield from _of_text(file, failed)
    elif suffix in LINES:
        try:
            with Path(path).open("rb") as lines:
                yield from _of_lines(lines, shown(path), columns, failed)
        except OSError as error:
            raise FactcheckError(f"{shown(path)}: {error.strerror or error}") from error
    elif suffix in TABLES:
        yield from _of_table(path, columns, failed)
    else:
        yield from _of_text(path, failed)


def _of_text(path: str, failed: Failed) -> Iterator[Raw]:
    try:
        data = read_bytes(path)
    except FactcheckError as error:
        failed(str(error))
        return
    yield Raw(path.replace(os.sep, "/"), data, as_file=True)


def _of_lines(lines: Any, name: str, columns: Columns, failed: Failed) -> Iterator[Raw]:
    number = 0
    while line := lines.readline(LARGEST_FILE + 1):
        number += 1
        where = f"{name}:{number}"
        if len(line) > LARGEST_FILE:
            failed(f"{where}: the line is over the limit of {LARGEST_FILE / 1e6:.0f} MB")
            while line and not line.endswith(b"\n"):
                line = lines.readline(LARGEST_FILE + 1)
            continue
        if not line.strip():
            continue
        try:
            record = json.loads(line.decode("utf-8-sig"))
        except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
            failed(f"{where}: not JSON ({type(error).__name__}: {error})")
            continue
        if not isinstance(record, dict):
            failed(f"{where}: not a JSON object with a {columns.text!r}")
            continue
        yield from each_record(record, where, columns, failed)


def _of_table(path: str, columns: Columns, failed: Failed) -> Iterator[Raw]:
    require("pyarrow")
    import pyarrow as pa
    import pyarrow.parquet as pq

    name = shown(path)
    try:
        with pq.ParquetFile(path) as file:
            there = file.schema_arrow.names
            if columns.text not in there:
                raise FactcheckError(
                    f"{name}: there is no column {columns.text!r} (there are "
                    f"{', '.join(there[:12])}); name it with --text-column"
                )
            wanted = [
                one for one in (columns.text, columns.name, columns.published) if one in there
            ]
            number = 0
            for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE, columns=wanted):
                for record in batch.to_pylist():
                    number += 1
                    yield from each_record(record, f"{name}:{number}", columns, failed)
    except (OSError, pa.ArrowException) as error:
        reason = " ".join(str(error).split())[:200]
        raise FactcheckError(f"{name}: not a Parquet file that can be read ({reason})") from error


def each_record(
    record: dict[str, Any], where: str, columns: Columns, failed: Failed
) -> Iterator[Raw]:
    """The article of a record, if it is one; else why not is told to `failed`."""
    text = record.get(columns.text)
    name = record.get(columns.name)
    if not isinstance(text, str) or not text.strip():
        failed(f"{where}: there is no text in {columns.text!r}")
    elif name is not None and not isinstance(name, (str, int)):
        failed(f"{where}: {columns.name!r} is neither words nor a number")
    else:
        try:
            day = _day(record.get(columns.published))
        except ValueError:
            failed(f"{where}: {columns.published!r} is not a day like 2025-12-07")
            return
        yield Raw(where if name is None or name == "" else str(name), text, day)


def _day(value: Any) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        # A time of day may follow ("2025-12-07T12:35:00Z"); only the day counts.
        return date.fromisoformat(value[:10])
    raise ValueError(value)
