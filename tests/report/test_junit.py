"""JUnit XML, held against Jenkins' schema (schemas/junit-10.xsd, MIT) and read by junitparser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import junitparser
import xmlschema

from factcheck.model import Document, DocumentRole, Report, Severity
from factcheck.report import Style
from factcheck.report.junit import render

SCHEMA = xmlschema.XMLSchema(Path(__file__).with_name("schemas") / "junit-10.xsd")


def read(report: Report) -> junitparser.JUnitXml:
    """The report as a public reader sees it; it has to be valid."""
    data = render(report, Style()).encode("utf-8")
    SCHEMA.validate(data.decode("utf-8"))
    return junitparser.JUnitXml.fromstring(data)


def test_golden(wide_report: Report, golden: Callable[[str, str], None]) -> None:
    golden("report-junit.xml", render(wide_report, Style()))


def test_errors_and_warnings_fail_and_notes_pass(wide_report: Report) -> None:
    suites = {suite.name: list(suite) for suite in read(wide_report)}
    assert sorted(suites) == sorted(document.name for document in wide_report.documents)
    tides = suites["desk/tides, 50% café.txt"]
    assert [case.is_passed for case in tides] == [False, True]
    assert tides[0].result[0].type == "warning"
    assert "this line stands twice" in tides[1].system_out


def test_what_is_clean_passes_and_silent_sources_are_left_out(wide_report: Report) -> None:
    clean = Document("clean.txt", "x")
    source = Document("source.txt", "x", role=DocumentRole.SOURCE)
    report = replace(wide_report, documents=(clean, source), findings=())
    suites = list(read(report))
    assert [suite.name for suite in suites] == ["clean.txt"]
    assert [case.is_passed for case in suites[0]] == [True]


def test_two_findings_of_a_rule_in_one_place_are_two_cases(wide_report: Report) -> None:
    report = replace(wide_report, findings=2 * wide_report.findings[:1])
    names = [case.name for suite in read(report) for case in suite if "FC101" in case.name]
    assert len(set(names)) == 2


def test_hostile_reports_are_valid(hostile: list[Report]) -> None:
    for report in hostile:
        read_back = read(report)
        failing = [one for one in report.findings if one.severity is not Severity.INFO]
        assert read_back.failures == len(failing)
        cases = [case for suite in read_back for case in suite if case.name != "no findings"]
        assert len(cases) == len(report.findings)
