"""Precision and recall of quantity extraction on labelled expressions.

    python benchmarks/extraction.py [../shared/bench/recognizers_en.jsonl]

The set holds number, percentage, currency, dimension, temperature and age expressions with their
values (the English test cases of a recogniser library). Records that its own authors mark as not
supported by any port but one are left out, as are plain numbers that we mean to leave alone (a
lone year). A reading is right when its span overlaps the labelled one and its value is the same;
cents and minor units count in their main unit. It also prints reading speed in words a second.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.facts.quantity_grammar import Reading, read
from factcheck.facts.time_units import SECONDS

DEFAULT = Path(__file__).resolve().parent.parent.parent / "shared/bench/recognizers_en.jsonl"
MODELS = {
    "NumberModel": (),
    "PercentModel": ("percent", "percentage point"),
    "CurrencyModel": ("money",),
    "DimensionModel": ("length", "mass", "area", "volume", "speed", "temperature"),
    "TemperatureModel": ("temperature",),
    "AgeModel": ("age",),
    "OrdinalModel": ("ordinal", "label"),
}
"""The dimensions that count as a reading of each kind of label; () takes every one."""


def main(path: Path) -> None:
    """Print a table for the set at `path`."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    print(f"{'model':18} {'gold':>5} {'found':>6} {'right':>6} {'prec':>6} {'recall':>7}")
    for model in MODELS:
        score(model, [record for record in records if wanted(record, model)])
    speed(records)


def wanted(record: dict[str, Any], model: str) -> bool:
    """Whether a record is of `model` and supported by the library's reference implementation."""
    unsupported = record["meta"]["not_supported"] or ""
    return record["meta"]["model"] == model and "dotnet" not in unsupported


def score(model: str, records: list[dict[str, Any]]) -> None:
    """Print one line: labelled, found and right readings of a model."""
    counts: Counter[str] = Counter()
    for record in records:
        text = record["documents"][0]["text"]
        readings = [r for r in read(text) if not MODELS[model] or r.dimension in MODELS[model]]
        labels = [label for label in record["spans"] if number_of(label) is not None]
        counts["gold"] += len(labels)
        counts["found"] += len(readings)
        for label in labels:
            hit = any(matches(reading, label) for reading in readings)
            counts["right"] += hit
            if not hit and "-v" in sys.argv:
                print("  missed", repr(label["text"]), "in", repr(text[:90]))
    precision = counts["right"] / max(counts["found"], 1)
    recall = counts["right"] / max(counts["gold"], 1)
    print(
        f"{model:18} {counts['gold']:5} {counts['found']:6} {counts['right']:6}"
        f" {100 * precision:6.1f} {100 * recall:7.1f}"
    )


def number_of(label: dict[str, Any]) -> float | None:
    """The labelled value as a number; None for a bare unit or a relative ordinal ("last")."""
    value = str((label.get("resolution") or {}).get("value") or "").rstrip("%")
    try:
        return float(value)
    except ValueError:
        return None


def matches(reading: Reading, label: dict[str, Any]) -> bool:
    """Whether a reading overlaps a label and has its value."""
    if reading.end <= label["start"] or label["end"] <= reading.start:
        return False
    gold = number_of(label)
    return gold is not None and any(
        abs(value - gold) <= 1e-6 * max(1.0, abs(gold)) for value in values(reading)
    )


def values(reading: Reading) -> Iterator[float]:
    """The values a reading may be labelled with: its ends, and money in cents."""
    for value in (reading.low, reading.high):
        yield value
        if reading.dimension == "money":
            yield value * 100
        if reading.unit in SECONDS:
            yield value


def speed(records: list[dict[str, Any]]) -> None:
    """Print how many words a second the grammar reads on one core."""
    texts = [record["documents"][0]["text"] for record in records]
    words = sum(len(text.split()) for text in texts)
    start = time.process_time()
    for text in texts:
        read.__wrapped__(text)
    print(f"{words / (time.process_time() - start):,.0f} words/s of number-laden text")


if __name__ == "__main__":
    paths = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    source = Path(paths[0]) if paths else DEFAULT
    if not source.exists():
        sys.exit(f"{source}: not here; this measure needs the shared bench data")
    main(source)
