"""Whole reports against files that people have read; UPDATE_GOLDEN=1 writes them anew."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from factcheck.model import Document, Report
from factcheck.report import FORMATS, Style
from factcheck.report.json import as_dict, encode
from factcheck.report.text import common_folder

Golden = Callable[[str, str], None]
RENDER = {name: format_.render for format_ in FORMATS for name in format_.names}


@pytest.mark.parametrize(
    ("name", "style"),
    [
        ("report-80.txt", Style()),
        ("report-120-facts.txt", Style(width=120, facts=True)),
        ("report-50-ascii.txt", Style(width=50, ascii=True, facts=True)),
        ("report-80-color.txt", Style(color=True)),
    ],
)
def test_text(report: Report, golden: Golden, name: str, style: Style) -> None:
    golden(name, RENDER["text"](report, style))


def test_json(report: Report, golden: Golden, valid_report: Callable[[Any], None]) -> None:
    text = RENDER["json-v1"](report, Style())
    valid_report(json.loads(text))
    golden("report.json", text)


def test_names_of_formats_are_unique() -> None:
    names = [name for format_ in FORMATS for name in format_.names]
    assert len(names) == len(set(names))


def test_text_without_colour_has_no_escapes_and_fits(report: Report) -> None:
    for width in (60, 80, 120):
        text = RENDER["text"](report, Style(width=width, facts=True))
        assert "\x1b" not in text
        assert max(map(len, text.splitlines())) <= width


def test_severity_stands_in_words_whatever_the_colour(report: Report) -> None:
    for color in (False, True):
        text = RENDER["text"](report, Style(color=color))
        assert "error" in text
        assert "warning" in text


def test_hostile_names_and_texts_reach_no_terminal(report: Report) -> None:
    renamed = {doc.name: f"\x1b]0;x\x07{doc.name}\u202e" for doc in report.documents}
    documents = tuple(
        Document(renamed[doc.name], doc.text.replace(" ", "\x1b", 1)) for doc in report.documents
    )
    findings = tuple(
        replace(
            finding,
            message=f"\x1b[2J{finding.message}\u202e",
            primary=replace(finding.primary, document=renamed[finding.primary.document]),
            related=tuple(replace(p, document=renamed[p.document]) for p in finding.related),
        )
        for finding in report.findings
    )
    hostile = replace(report, documents=documents, findings=findings, claims=(), groups=())
    text = RENDER["text"](hostile, Style())
    assert not set(text) & {"\x1b", "\x07", "\u202e"}


def test_a_reference_is_named_as_the_one_to_check_against(report: Report) -> None:
    one, two = report.documents
    text = RENDER["text"](replace(report, documents=(replace(one, reference=True), two)), Style())
    assert "docks.md is the reference" in text
    assert "harbour.txt is the reference" not in text


def test_nothing_found_says_so_in_the_summary(report: Report) -> None:
    text = RENDER["text"](replace(report, findings=(), hidden=0), Style())
    assert text.splitlines()[-1] == "2 articles · 2 claims · 0 findings"


@pytest.mark.parametrize(
    ("names", "folder"),
    [
        ([], ""),
        (["a/b.txt"], ""),
        (["a/b.txt", "a/c.txt"], "a/"),
        (["a/b.txt", "ab/c.txt"], ""),
        (["a/x/b.txt", "a/c.txt"], "a/"),
        (["/t/a/b.txt", "/t/c/d.txt"], "/t/"),
        (["b.txt", "c.txt"], ""),
        (["./a/b.txt", "./a/c.txt"], ""),
    ],
)
def test_common_folder(names: list[str], folder: str) -> None:
    assert common_folder(names) == folder


def test_json_lines_stay_lines_and_carry_anything() -> None:
    value = {"text": "one\u2028two\x85three\nfour é"}
    line = encode(value)
    assert len(line.splitlines()) == 1
    assert json.loads(line) == value
    assert json.loads(encode({"half": "\ud800é"}).encode("utf-8")) == {"half": "\ud800é"}


def test_offsets_are_code_points_of_the_text(report: Report) -> None:
    texts = {document.name: document.text for document in report.documents}
    for finding in as_dict(report)["findings"]:
        for place in (finding["primary"], *finding["related"]):
            assert texts[place["document"]][place["start"] : place["end"]] == place["text"]
