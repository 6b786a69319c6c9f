"""Saved JSON reports: one of their findings, or all of one as a Report again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import typer

from factcheck.cli.output import Output
from factcheck.model import Document, FactcheckError, Report


def find_finding(path: Path, fingerprint: str) -> dict[str, Any]:
    """The finding in the report at `path` whose fingerprint begins with `fingerprint`.

    `path` holds one report, or the lines of `factcheck batch`. Raises FactcheckError when it can't
    be read, isn't such a report, or holds no such finding or several.
    """
    text = _text(path)
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


def load_report(path: Path) -> Report:
    """The report in the file at `path`, with the texts that are still as they were.

    Raises FactcheckError when it can't be read or isn't one.
    """
    from factcheck.report.saved import report_of

    reports = list(_reports(path, _text(path)))
    if len(reports) != 1:
        raise FactcheckError(f"{path}: {len(reports)} reports in it; give a file with one")
    try:
        return report_of(reports[0], _reread)
    except FactcheckError as error:
        raise FactcheckError(f"{path}: {error}") from error


def tell_missing(report: Report, outputs: Sequence[Output]) -> None:
    """Say on standard error which texts are not at hand any more.

    Raises FactcheckError where one of `outputs` can't do without them: only the page of html can.
    """
    for name, why in report.missing.items():
        needing = [one.format.names[-1] for one in outputs if one.format.names[0] != "html"]
        if needing:
            raise FactcheckError(
                f"{name}: the text {why} since the report was made, so it can't be shown as "
                f"{needing[0]}; html can do without it, or compare the texts again"
            )
    if report.missing:
        number = len(report.missing)
        texts = "1 text has" if number == 1 else f"{number:,} texts have"
        typer.echo(
            f"factcheck: {texts} changed or gone since the report was made; "
            "the page shows the report's own words of them",
            err=True,
        )


def _reread(name: str) -> Document | None:
    """The document in the file called `name`; None where there is no such file, or no text."""
    from factcheck.read import read_paths

    if name.startswith("<") or not Path(name).is_file():
        return None
    try:
        (document,) = read_paths([name])
    except (FactcheckError, ValueError):
        return None
    return document


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise FactcheckError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise FactcheckError(f"{path}: not UTF-8, so no report of factcheck") from error


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
