"""Waterfalls, rule pages and the catalogue."""

from __future__ import annotations

import json

import pytest

from factcheck.model import FactcheckError, Report
from factcheck.report import Style
from factcheck.report.catalogue import render_json, render_text
from factcheck.report.json import as_dict
from factcheck.report.page import load_page, pages_folder, render_page
from factcheck.report.waterfall import probability, render
from factcheck.rules import RULES


def test_waterfall_adds_up(report: Report) -> None:
    finding = as_dict(report)["findings"][0]
    text = render(finding, Style())
    rows = [line.split() for line in text.splitlines() if line[-1:].isdigit() and "." in line]
    assert rows[-1][-3:] == ["-0.50", "+3.25", f"{probability(3.25):.3f}"]
    assert "FC101 quantity-mismatch" in text
    assert "harbour.txt:3:48" in text


def test_waterfall_of_a_finding_without_a_match(report: Report) -> None:
    assert "No match was weighed" in render(as_dict(report)["findings"][1], Style())


@pytest.mark.parametrize(("bits", "value"), [(0, 0.5), (1, 2 / 3), (-1, 1 / 3), (1e6, 1.0)])
def test_probability(bits: float, value: float) -> None:
    assert probability(bits) == pytest.approx(value)


def test_catalogue_lists_every_rule_in_order() -> None:
    codes = [entry["code"] for entry in json.loads(render_json(RULES))]
    assert codes == [rule.code for rule in RULES] == sorted(codes)
    text = render_text(RULES, Style())
    assert all(rule.code in text and rule.name in text for rule in RULES)
    assert all(len(line) <= 80 for line in text.splitlines())


def test_unknown_rule_is_told_with_the_nearest() -> None:
    with pytest.raises(FactcheckError, match=r"quantity-mismatch \(FC101\)"):
        load_page("quantity-missmatch")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_pages_are_found_by_code_and_by_name(rule: object) -> None:
    name, code = getattr(rule, "name", ""), getattr(rule, "code", "")
    if not (pages_folder() / f"{name}.md").is_file():
        pytest.fail(f"docs/rules/{name}.md is missing")
    assert load_page(code) == load_page(name)
    text = render_page(load_page(code.lower()), Style())
    assert name in text
    assert "\x1b" not in text
