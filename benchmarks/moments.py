"""Precision and recall of the grammar of moments on recognizers_en.jsonl (DateTime records).

Usage: python benchmarks/moments.py [--misses N] [--all] [PATH]

A gold span of a date, a date range, a date with a clock time or a range of those is found when a
moment overlaps it, and its value is right when one reading of the moment is one of the gold values
(a range ends the day before the gold's exclusive end). A moment that overlaps no gold span of any
kind is a false alarm; times of day, durations and repeated times are neither asked for nor held
against us. Records that the data's own reference implementations do not support
(`meta.not_supported`) are left out unless --all is given.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from factcheck.annotate.shadow import shadow_of
from factcheck.facts.moment_compare import intervals
from factcheck.facts.moment_grammar import find
from factcheck.facts.moment_resolve import resolve

WANTED = {"date", "daterange", "datetime", "datetimerange"}
DEFAULT = Path(__file__).parents[2] / "shared" / "bench" / "recognizers_en.jsonl"


def records(path: Path, *, everything: bool) -> Iterator[dict[str, Any]]:
    """The DateTime records of the file, without the unsupported ones unless `everything`."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["meta"]["model"] != "DateTimeModel":
                continue
            if everything or record["meta"]["not_supported"] is None:
                yield record


def gold_intervals(span: dict[str, Any]) -> set[tuple[date, date]]:
    """The intervals of days that a gold span allows, both ends included."""
    found: set[tuple[date, date]] = set()
    for value in (span.get("resolution") or {}).get("values", ()):
        try:
            if "value" in value:
                day = date.fromisoformat(value["value"][:10])
                found.add((day, day))
            elif "start" in value and "end" in value:
                start, end = (date.fromisoformat(value[side][:10]) for side in ("start", "end"))
                exclusive = len(value["end"]) == 10
                found.add((start, end - timedelta(days=1) if exclusive else end))
                found.add((start, end))  # "from 5 to 7 May": the data's end is exclusive, ours not
        except ValueError:
            continue
    return found


def main() -> int:
    """Prints the table; 0 when it could be made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="?", type=Path, default=DEFAULT)
    parser.add_argument("--misses", type=int, default=0, help="print so many misses and alarms")
    parser.add_argument("--all", action="store_true", help="also the unsupported records")
    options = parser.parse_args()
    gold = found = exact = valued = right = predicted = alarms = shown = 0
    for record in records(options.path, everything=options.all):
        document = record["documents"][0]
        text = shadow_of(document["text"])
        published = date.fromisoformat(document["date"][:10]) if document.get("date") else None
        moments = find(text)
        spans = record["spans"]
        for span in spans:
            if (span["type"] or "").rpartition(".")[2] not in WANTED:
                continue
            gold += 1
            over = [
                item for item in moments if item.start < span["end"] and span["start"] < item.end
            ]
            if not over:
                if shown < options.misses:
                    shown += 1
                    sys.stdout.write(f"missed {span['text']!r} in {text!r}\n")
                continue
            found += 1
            exact += any((item.start, item.end) == (span["start"], span["end"]) for item in over)
            wanted = gold_intervals(span)
            if wanted:
                valued += 1
                readings = {
                    reading for item in over for reading in intervals(resolve(item, published))
                }
                right += bool(readings & wanted)
        for item in moments:
            predicted += 1
            if not any(item.start < span["end"] and span["start"] < item.end for span in spans):
                alarms += 1
                if shown < options.misses:
                    shown += 1
                    sys.stdout.write(f"alarm  {text[item.start : item.end]!r} in {text!r}\n")
    sys.stdout.write(
        f"gold {gold}  found {found}  recall {found / gold:.3f}  same span {exact / gold:.3f}\n"
        f"value right {right}/{valued} = {right / valued:.3f} of those found with a value\n"
        f"moments {predicted}  overlapping none {alarms}  precision {1 - alarms / predicted:.3f}\n"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
