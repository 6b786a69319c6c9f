"""A finding out of a saved JSON report."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.model import FactcheckError


def find_finding(path: Path, fingerprint: str) -> dict[str, Any]:
    """The finding in the report at `path` whose fingerprint begins with `fingerprint`.

    `path` holds one report, or the lines of `factcheck batch`. Raises FactcheckError when it can't
    be read, isn't such a report, or holds no such finding or several.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise FactcheckError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise FactcheckError(f"{path}: not UTF-8, so no report of factcheck") from error
    found = {
        str(finding["fingerprint"]): finding
        for report in _reports(path, text)
        for finding in report["findings"]
        if str(finding.get("fingerprint", "")).startswith(fingerprint)
    }
    if not found:
        raise FactcheckError(f"{path}: no finding has the fingerprint {fingerprint}")
    if len(found) > 1:
        raise FactcheckError(f"{path}: {len(found)} fingerprints begin with {fingerprint}")
    return next(iter(found.values()))


def _reports(path: Path, text: str) -> Iterator[dict[str, Any]]:
    try:
        values = [json.loads(text)]
    except json.JSONDecodeError:
        try:
            values = [json.loads(line) for line in text.splitlines() if line.strip()]
        except json.JSONDecodeError as error:
            raise FactcheckError(f"{path}: not JSON ({error.msg}, line {error.lineno})") from error
    if not values:
        raise FactcheckError(f"{path}: empty, not JSON")
    for value in values:
        report = value.get("report", value) if isinstance(value, dict) else None
        if isinstance(report, dict) and isinstance(report.get("findings"), list):
            yield report
        elif not (isinstance(value, dict) and "error" in value):
            raise FactcheckError(f"{path}: not a report of factcheck (`--format json` writes one)")
