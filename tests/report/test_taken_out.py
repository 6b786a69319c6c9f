"""Findings in texts taken out of other files: every format tells the page, never a wrong line."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from factcheck.model import Landmark, Report
from factcheck.report import FORMATS, Style
from factcheck.report.claims import render_json, render_text

from .sample import sample_report

PLACE = "page 3, line 12"


@pytest.fixture
def report() -> Report:
    """The sample, with one text out of a PDF and one out of a list of records."""
    made = sample_report()
    taken = []
    for document in made.documents:
        if document.name.endswith("docks.md"):
            taken.append(replace(document, file="desk/docks", landmarks=(Landmark(0, "line 7"),)))
        else:
            taken.append(replace(document, landmarks=(Landmark(0, "page 1"), Landmark(18, PLACE))))
    return replace(made, documents=tuple(taken))


def rendered(report: Report, name: str) -> str:
    (chosen,) = (one for one in FORMATS if name in one.names)
    return chosen.render(report, Style(width=100))


@pytest.mark.parametrize("name", [one.names[0] for one in FORMATS])
def test_every_format_tells_the_place(report: Report, name: str) -> None:
    told = rendered(report, name)
    assert PLACE in told
    assert "harbour.txt:3:" not in told


def test_machines_are_given_no_line_that_the_file_has_not(report: Report) -> None:
    sarif = json.loads(rendered(report, "sarif"))["runs"][0]
    places = [result["locations"][0] for result in sarif["results"]]
    assert all("region" not in one["physicalLocation"] for one in places)
    assert {"uri": "desk/docks"} in [one["location"] for one in sarif["artifacts"]]
    (found,) = (one for one in places if "harbour" in str(one) and PLACE in str(one))
    assert found["logicalLocations"] == [
        {"fullyQualifiedName": f"desk/harbour.txt ({PLACE})", "name": PLACE}
    ]
    for issue in json.loads(rendered(report, "gitlab")):
        assert issue["location"]["lines"] == {"begin": 1, "end": 1}
    for diagnostic in json.loads(rendered(report, "rdjson"))["diagnostics"]:
        assert set(diagnostic["location"]) == {"path"}
    commands = [one for one in rendered(report, "github").splitlines() if one.startswith("::")]
    assert commands
    assert not any("line=" in one or "col=" in one for one in commands)


def test_json_has_the_place_beside_the_offsets(
    report: Report, valid_report: Callable[[Any], None]
) -> None:
    read = json.loads(rendered(report, "json"))
    valid_report(read)
    assert any(one["primary"].get("place") == PLACE for one in read["findings"])
    plain = json.loads(rendered(sample_report(), "json"))
    assert not any("place" in one["primary"] for one in plain["findings"])


def test_claims_tell_it_too(report: Report) -> None:
    if report.claims:
        assert PLACE in render_text(report.documents, report.claims, Style())
        assert PLACE in render_json(report.documents, report.claims)


def test_a_place_before_the_first_landmark_has_none() -> None:
    (document, *_) = sample_report().documents
    marked = replace(document, landmarks=(Landmark(5, "a"), Landmark(9, "b")))
    assert [marked.landmark(offset) for offset in (0, 5, 8, 9, 99)] == ["", "a", "a", "b", "b"]
