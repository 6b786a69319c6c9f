"""Reviewdog's format, held against its protocol's definition (proto/rdf/reviewdog.proto).

No package for Python carries the JSON schema of it; this one is ours, from the messages there, and
knows no other fields, as the reader doesn't.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from jsonschema import Draft202012Validator

from factcheck.model import Report
from factcheck.report import Style
from factcheck.report.rdjson import render


def message(required: list[str], **properties: Any) -> dict[str, Any]:
    """The schema of a message of the protocol."""
    closed = {"type": "object", "additionalProperties": False}
    return {**closed, "required": required, "properties": properties}


TEXT = {"type": "string"}
NUMBER = {"type": "integer", "minimum": 1, "maximum": 2**31 - 1}
POSITION = message(["line", "column"], line=NUMBER, column=NUMBER)
LOCATION = message(
    ["path", "range"], path=TEXT, range=message(["start", "end"], start=POSITION, end=POSITION)
)
DIAGNOSTIC = message(
    ["message", "location", "severity", "code"],
    message=TEXT,
    location=LOCATION,
    severity={"enum": ["ERROR", "WARNING", "INFO"]},
    code=message(["value"], value=TEXT),
    related_locations={
        "type": "array",
        "items": message(["message", "location"], message=TEXT, location=LOCATION),
    },
)
VALIDATOR = Draft202012Validator(
    message(
        ["source", "diagnostics"],
        source=message(["name"], name=TEXT),
        diagnostics={"type": "array", "items": DIAGNOSTIC},
    )
)


def test_golden(wide_report: Report, golden: Callable[[str, str], None]) -> None:
    golden("report-rdjson.json", render(wide_report, Style()))


def test_columns_are_bytes(wide_report: Report) -> None:
    """`The “` takes seven bytes, so the word behind it begins at the eighth."""
    found = json.loads(render(wide_report, Style()))["diagnostics"][2]
    assert found["location"]["range"]["start"] == {"line": 3, "column": 8}
    assert found["location"]["range"]["end"] == {"line": 3, "column": 13}


def test_hostile_reports_are_valid(hostile: list[Report]) -> None:
    for report in hostile:
        text = render(report, Style())
        text.encode("utf-8")
        result = json.loads(text)
        assert not list(VALIDATOR.iter_errors(result))
        assert len(result["diagnostics"]) == len(report.findings)
