"""One finding a line, held against the published schema."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from jsonschema import Draft202012Validator

from factcheck.model import Report
from factcheck.report import Style
from factcheck.report.jsonl import render

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs/schema/finding-v1.json").read_text(encoding="utf-8")
)


def test_golden(wide_report: Report, golden: Callable[[str, str], None]) -> None:
    golden("report.jsonl", render(wide_report, Style()))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_nothing_found_is_nothing(wide_report: Report) -> None:

    assert render(replace(wide_report, findings=()), Style()) == ""


def units(text: str) -> bytes:
    """UTF-16, in which two halves side by side are the character that JSON makes of them."""
    return text.encode("utf-16-le", "surrogatepass")


def test_each_line_is_valid_and_can_be_used_alone(hostile: list[Report]) -> None:
    validator = Draft202012Validator(SCHEMA)
    for report in hostile:
        text = render(report, Style())
        text.encode("utf-8")
        records = [json.loads(line) for line in text.splitlines()]
        texts = {document.name: document.text for document in report.documents}
        for record, finding in zip(records, report.findings, strict=True):
            assert not list(validator.iter_errors(record))
            told = (record["primary"], *record["related"])
            for place, location in zip(told, (finding.primary, *finding.related), strict=True):
                whole = texts[location.document]
                assert units(whole[place["start"] : place["end"]]) == units(place["text"])
                around = place["before"] + place["text"] + place["after"]
                assert units(around) in units(whole)
                assert units(place["document"]["name"]) == units(location.document)
