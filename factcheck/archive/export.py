"""What an archive holds as tables for other programs: claims, facts, findings, passages.

Rows are streamed, a file is written beside its place and renamed, so it is whole or not there.
"""

from __future__ import annotations

import csv
import json
import math
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import Any

from factcheck.archive.everything import StoryOutcome
from factcheck.archive.extra import require
from factcheck.archive.passages import COMMON, likeness, passages_of
from factcheck.archive.records import unpack_claims
from factcheck.archive.retrieve import passage_candidates
from factcheck.archive.store import Store
from factcheck.facts import KINDS
from factcheck.model import DocumentRole, FactcheckError, Finding, Location

Row = dict[str, Any]
CLAIMS = ("document", "claim", "start", "end", "words", "subject", "predicate", "attribution",
          "modality", "negated")  # fmt: skip
FACTS = ("document", "published", "claim", "kind", "start", "end", "surface", "shown", "hedge",
         "value", "subject", "measure", "event", "place", "time", "speaker")  # fmt: skip
FINDINGS = ("code", "rule", "severity", "confidence", "message", "topic", "document", "start",
            "end", "other_document", "other_start", "other_end", "values",
            "fingerprint")  # fmt: skip
PASSAGES = ("document", "start", "end", "other_document", "other_start", "other_end", "likeness")
_AT_ONCE = 4_096
# What a formula begins with, in full width too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_SHOW = {kind.kind: kind.show for kind in KINDS}


def claim_rows(store: Store) -> Iterator[Row]:
    """One row a claim, in the order of the archive."""
    for row in store.rows(["name", "claims"]):
        for claim in unpack_claims(row["name"], row["claims"]):
            yield {
                "document": claim.document,
                "claim": claim.index,
                "start": claim.span.start,
                "end": claim.span.end,
                "words": " ".join(claim.words),
                "subject": claim.subject,
                "predicate": claim.predicate,
                "attribution": claim.attribution,
                "modality": claim.modality.value,
                "negated": claim.negated,
            }


def fact_rows(store: Store) -> Iterator[Row]:
    """One row a fact, in the order of the archive; `value` is its value as JSON."""
    for row in store.rows(["name", "published", "claims"]):
        for claim in unpack_claims(row["name"], row["claims"]):
            for fact in claim.facts:
                slot = fact.slot
                yield {
                    "document": fact.document,
                    "published": row["published"].isoformat() if row["published"] else "",
                    "claim": claim.index,
                    "kind": fact.kind.value,
                    "start": fact.span.start,
                    "end": fact.span.end,
                    "surface": fact.surface,
                    "shown": _SHOW[fact.kind](fact),
                    "hedge": fact.hedge.value,
                    "value": json.dumps(_plain(asdict(fact.value)), ensure_ascii=False),
                    "subject": " ".join(slot.subject),
                    "measure": " ".join(slot.measure),
                    "event": " ".join(slot.event),
                    "place": " ".join(slot.place),
                    "time": " ".join(slot.time),
                    "speaker": " ".join(slot.speaker),
                }


def finding_rows(outcomes: Iterable[StoryOutcome]) -> Iterator[Row]:
    """One row a finding that isn't suppressed, story by story, the first other place beside it."""
    for outcome in outcomes:
        for finding in outcome.findings:
            if finding.suppression is None:
                yield finding_row(finding)


def finding_row(finding: Finding) -> Row:
    """A finding as a row."""
    first = finding.primary
    other: Location | None = finding.related[0] if finding.related else None
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "confidence": finding.confidence,
        "message": finding.message,
        "topic": finding.topic,
        "document": first.document,
        "start": first.span.start,
        "end": first.span.end,
        "other_document": other.document if other else "",
        "other_start": other.span.start if other else -1,
        "other_end": other.span.end if other else -1,
        "values": " | ".join(finding.values),
        "fingerprint": finding.fingerprint,
    }


def passage_rows(store: Store) -> Iterator[Row]:
    """One row for each pair of passages of two articles that are nearly alike."""
    for pair in passage_candidates(store, most=COMMON):
        articles = store.load((pair.probe, pair.found), role=DocumentRole.ARTICLE)
        one, two = (document for document, _ in articles)
        others = passages_of(two)
        for passage in passages_of(one):
            for other in others:
                share = likeness(passage.words, other.words)
                if share:
                    yield {
                        "document": one.name,
                        "start": passage.span.start,
                        "end": passage.span.end,
                        "other_document": two.name,
                        "other_start": other.span.start,
                        "other_end": other.span.end,
                        "likeness": round(share, 4),
                    }


def write_rows(rows: Iterator[Row], columns: tuple[str, ...], target: str) -> int:
    """Write `rows` to the file `target` by its suffix, or as JSON Lines to stdout for "-".

    How many rows that were. Raises FactcheckError for a suffix that isn't .parquet, .csv or .jsonl,
    and when the file can't be written.
    """
    if target == "-":
        return _jsonl(rows, sys.stdout.write)
    path = Path(target)
    writers: Mapping[str, Callable[[Iterator[Row], tuple[str, ...], str], int]] = {
        ".parquet": _write_parquet,
        ".csv": _write_csv,
        ".jsonl": _write_jsonl,
    }
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise FactcheckError(f"{target}: can't tell the format; end it in .parquet, .csv or .jsonl")
    try:
        handle, temporary = tempfile.mkstemp(prefix=".factcheck-", dir=path.resolve().parent)
        os.close(handle)
    except OSError as error:
        raise FactcheckError(f"{target}: can't write: {error.strerror or error}") from error
    try:
        count = writer(rows, columns, temporary)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as error:
        raise FactcheckError(f"{target}: can't write: {error.strerror or error}") from error
    finally:
        Path(temporary).unlink(missing_ok=True)
    return count


def _write_parquet(rows: Iterator[Row], columns: tuple[str, ...], path: str) -> int:
    require("pyarrow")
    import pyarrow as pa
    import pyarrow.parquet as pq

    numbers = {"claim", "start", "end", "other_start", "other_end"}
    types = {"confidence": pa.float64(), "likeness": pa.float64(), "negated": pa.bool_()}
    schema = pa.schema(
        [
            (name, types.get(name, pa.int64() if name in numbers else pa.string()))
            for name in columns
        ]
    )
    count = 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        while some := list(islice(rows, _AT_ONCE)):
            writer.write_table(pa.Table.from_pylist(some, schema=schema))
            count += len(some)
    return count


def _write_csv(rows: Iterator[Row], columns: tuple[str, ...], path: str) -> int:
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        count = 0
        for row in rows:
            writer.writerow({name: _safe(value) for name, value in row.items()})
            count += 1
    return count


def _safe(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula (OWASP, "CSV injection")."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _write_jsonl(rows: Iterator[Row], columns: tuple[str, ...], path: str) -> int:
    with Path(path).open("w", encoding="utf-8") as file:
        return _jsonl(rows, file.write)


def _jsonl(rows: Iterator[Row], write: Callable[[str], object]) -> int:
    count = 0
    for row in rows:
        write(json.dumps(row, ensure_ascii=False) + "\n")
        count += 1
    return count


def _plain(value: Any) -> Any:
    """`value` as JSON can carry it: open ends of intervals become null."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
