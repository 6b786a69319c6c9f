"""GitLab's Code Quality report, held against what its documentation asks for.

GitLab publishes no schema to download with a package; this one is ours, from the table of fields
in its documentation ("Code Quality report format").
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from jsonschema import Draft202012Validator

from factcheck.model import Report
from factcheck.report import Style
from factcheck.report.gitlab import render

VALIDATOR = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "location", "severity"],
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "minLength": 1},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "not": {"pattern": r"^\./"}},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {
                                "begin": {"type": "integer", "minimum": 1},
                                "end": {"type": "integer", "minimum": 1},
                            },
                        },
                    },
                },
            },
        },
    }
)


def test_golden(wide_report: Report, golden: Callable[[str, str], None]) -> None:
    golden("report-gitlab.json", render(wide_report, Style()))


def test_a_fingerprint_survives_other_findings(wide_report: Report) -> None:

    alone = replace(wide_report, findings=wide_report.findings[-1:])
    prints = [issue["fingerprint"] for issue in json.loads(render(wide_report, Style()))]
    assert json.loads(render(alone, Style()))[0]["fingerprint"] == prints[-1]


def test_hostile_reports_are_valid(hostile: list[Report], harmless: Callable[[str], bool]) -> None:
    for report in hostile:
        text = render(report, Style())
        text.encode("utf-8")
        issues = json.loads(text)
        assert not list(VALIDATOR.iter_errors(issues))
        assert len(issues) == len(report.findings)
        prints = [issue["fingerprint"] for issue in issues]
        assert len(set(prints)) == len(prints)
        assert all(harmless(issue["description"]) for issue in issues)
