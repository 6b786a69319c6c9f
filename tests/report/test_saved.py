"""A saved report shown again: the same bytes with the texts, the report's own words without."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Document, FactcheckError, Report, Span, Suppression, SuppressionKind
from factcheck.report import FORMATS, Style
from factcheck.report.json import as_dict
from factcheck.report.patchwork import Patch, patchwork
from factcheck.report.positions import Lines
from factcheck.report.saved import report_of

RENDER = {name: format_.render for format_ in FORMATS for name in format_.names}


@pytest.fixture
def full(wide_report: Report) -> Report:
    """A report with everything that a saved one can hold."""
    *findings, last = wide_report.findings
    silenced = replace(last, suppression=Suppression(SuppressionKind.BASELINE, "known"))
    one, *others = wide_report.documents
    documents = (replace(one, reference=True), *others)
    return replace(
        wide_report, findings=tuple(findings), suppressed=(silenced,), documents=documents
    )


def saved(report: Report, reread: Callable[[str], Document | None]) -> Report:
    return report_of(json.loads(json.dumps(as_dict(report))), reread)


@pytest.mark.parametrize("name", sorted(RENDER))
def test_every_format_shows_the_same_again(full: Report, name: str) -> None:
    documents = {document.name: document for document in full.documents}
    again = saved(full, documents.get)
    assert not again.missing
    style = Style(facts=True)
    assert RENDER[name](again, style) == RENDER[name](full, style)


def test_what_is_gone_or_changed_is_told_and_its_words_are_shown(full: Report) -> None:
    changed = full.documents[1]
    again = saved(full, {changed.name: replace(changed, text="Other.")}.get)
    assert again.missing == {
        document.name: "has changed" if document is changed else "is gone"
        for document in full.documents
    }
    page = RENDER["html"](again, Style())
    assert "The text has changed since the check." in page
    assert "The text is gone since the check." in page
    assert "<mark>48 pages</mark>" in page
    assert "published on Monday" not in page
    for one, other in zip(as_dict(again)["findings"], as_dict(full)["findings"], strict=True):
        assert one == other


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda value: value.pop("schema"), "not a report of factcheck"),
        (lambda value: value.pop("facts"), "missing required field `facts`"),
        (lambda value: value["findings"][0].update(severity="bad"), "severity"),
        (lambda value: value["findings"][0]["primary"].update(start=-1), "contradict"),
        (lambda value: value["findings"][0]["primary"].update(text="x"), "contradict"),
        (lambda value: value["findings"][0]["primary"].update(line=9**9), "contradict"),
        (lambda value: value["findings"][0]["primary"].update(end=9**12), "contradict"),
        (lambda value: value["findings"][0]["primary"].update(document="?"), "none of its"),
        (lambda value: value["findings"][0]["primary"].update(start=0, column=1), "contradict"),
        (lambda value: value["documents"].pop(), "none of its documents"),
        (lambda value: value["documents"].append(value["documents"][0]), "two documents of one"),
        (lambda value: value["facts"][0].update(members=[]), "a fact without members"),
    ],
)
def test_what_is_no_report_is_refused(full: Report, change: Any, said: str) -> None:
    value = copy.deepcopy(json.loads(json.dumps(as_dict(full))))
    change(value)
    with pytest.raises(FactcheckError, match=said):
        report_of(value, lambda _: None)


def test_places_that_do_not_fit_the_text_are_refused(full: Report) -> None:
    value = json.loads(json.dumps(as_dict(full)))
    value["findings"][0]["primary"]["text"] = "x"
    documents = {document.name: document for document in full.documents}
    with pytest.raises(FactcheckError, match="doesn't fit the text"):
        report_of(value, documents.get)


@given(st.text(alphabet="ab \n\r", max_size=40), st.data())
def test_the_patchwork_has_every_place_where_it_was(text: str, data: st.DataObject) -> None:
    lines = Lines.of(text)
    patches = []
    for _ in range(data.draw(st.integers(0, 5))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        patches.append(Patch(Span(start, end), text[start:end], *lines.position(start)))
    made = patchwork(patches, "a.txt")
    for patch in patches:
        assert made[patch.span.start : patch.span.end] == patch.words
        assert Lines.of(made).position(patch.span.start) == (patch.line, patch.column)
