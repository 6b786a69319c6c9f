"""The file that a baseline is kept in: JSON, `factcheck.baseline/v1`, sorted, one entry a finding.

Its schema is docs/schema/baseline-v1.json.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.model import Accepted, FactcheckError

SCHEMA = "factcheck.baseline/v1"
_LARGEST = 100_000_000


@dataclass(frozen=True, slots=True)
class Baseline:
    """Accepted findings, and the least confidence of the runs that they come from."""

    entries: tuple[Accepted, ...] = ()
    min_confidence: float = 1.0


def read_baseline(path: Path) -> Baseline:
    """The baseline in the file at `path`.

    Raises:
        FactcheckError: the file is missing, can't be read, or is no baseline.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise FactcheckError(
                f"{path}: too large for a baseline ({_LARGEST // 10**6} MB at most)"
            )
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as fault:
        raise FactcheckError(
            f"{path}: there is no such baseline; `factcheck baseline update PATH... --baseline "
            f"{path}` writes one"
        ) from fault
    except OSError as fault:
        raise FactcheckError(f"{path}: can't be read: {fault.strerror or fault}") from fault
    except UnicodeDecodeError as fault:
        raise _no_baseline(path, "it is not UTF-8") from fault
    return parse(text, path)


def parse(text: str, path: Path) -> Baseline:
    """The baseline that `text` holds; `path` names it in messages. Raises as `read_baseline`."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as fault:
        raise _no_baseline(path, f"{fault.msg}, line {fault.lineno}") from fault
    except RecursionError as fault:
        raise _no_baseline(path, "it is nested too deeply") from fault
    if not isinstance(value, dict) or value.get("schema") != SCHEMA:
        raise _no_baseline(path, f'it has no "schema": "{SCHEMA}"')
    entries = value.get("entries")
    floor = value.get("min_confidence", 1.0)
    if not isinstance(entries, list) or not isinstance(floor, int | float):
        raise _no_baseline(path, 'it has no list of "entries"')
    return Baseline(
        tuple(_entry(entry, number, path) for number, entry in enumerate(entries, start=1)),
        float(floor),
    )


def _entry(value: Any, number: int, path: Path) -> Accepted:
    if not isinstance(value, dict):
        raise _no_baseline(path, f"entry {number} is no object")
    words = {name: value.get(name, "") for name in _WORDS}
    others, count = value.get("others", []), value.get("count", 1)
    if not words["fingerprint"] or not all(isinstance(word, str) for word in words.values()):
        raise _no_baseline(path, f"entry {number} has no fingerprint, or a field that is no text")
    if not isinstance(others, list) or not all(isinstance(other, str) for other in others):
        raise _no_baseline(path, f'entry {number}: "others" is no list of names')
    if type(count) is not int or count < 1:
        raise _no_baseline(path, f'entry {number}: "count" is no number from 1 up')
    return Accepted(others=tuple(others), count=count, **words)


_WORDS = ("fingerprint", "code", "rule", "document", "message", "reason")


def dump(baseline: Baseline) -> str:
    """The text of the file; the same for the same entries."""
    value = {
        "schema": SCHEMA,
        "min_confidence": baseline.min_confidence,
        "entries": [_as_dict(entry) for entry in baseline.entries],
    }
    # Escaped to ASCII where UTF-8 can't carry it (half a character in the name of a file).
    try:
        text = json.dumps(value, ensure_ascii=False, indent=2)
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value, indent=2)
    return text + "\n"


def _as_dict(entry: Accepted) -> dict[str, Any]:
    value: dict[str, Any] = {
        "fingerprint": entry.fingerprint,
        "code": entry.code,
        "rule": entry.rule,
        "document": entry.document,
        "message": entry.message,
    }
    if entry.others:
        value["others"] = list(entry.others)
    if entry.count > 1:
        value["count"] = entry.count
    if entry.reason:
        value["reason"] = entry.reason
    return value


def _no_baseline(path: Path, why: str) -> FactcheckError:
    return FactcheckError(
        f"{path}: not a baseline of factcheck ({why}); mend it, or move it away and run "
        "`factcheck baseline update`"
    )
