"""The page of HTML as a document: whole, well formed, safe, the same for the same report."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from factcheck.model import Document, Finding, Part, Report, Suppression, SuppressionKind
from factcheck.report import FORMATS, Style

(HTML,) = (format_ for format_ in FORMATS if format_.names == ("html",))
ROOT = Path(__file__).resolve().parents[2]
STORIES = ("club-takeover", "flood-strategy", "harbour-bridge")
VOID = {"meta", "input", "br", "hr", "img", "link"}


class Page(HTMLParser):
    """The elements of a page: every start tag with its attributes, and the text outside scripts."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.feed(text)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID and not self.get_starttag_text().endswith("/>"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in self.raw:
            self.raw[self.open[-1]].append(data)
        else:
            self.words.append(data)

    @property
    def text(self) -> str:
        """All words of the page, white space folded."""
        return " ".join("".join(self.words).split())

    def having(self, name: str) -> list[str]:
        """The values of an attribute, in the order of the page."""
        return [
            value or ""
            for _, attributes in self.tags
            for key, value in attributes.items()
            if key == name
        ]


def page_of(report: Report, style: Style | None = None) -> Page:
    return Page(HTML.render(report, style or Style()))


def data_of(page: Page) -> Any:
    return json.loads(page.raw["script"][0])


def test_it_says_what_the_report_says(wide_report: Report) -> None:
    page = page_of(wide_report)
    for finding in wide_report.findings:
        assert finding.rule in page.text
        for told in (finding.topic, finding.message, *finding.notes):
            assert " ".join(told.split()) in page.text
    for document in wide_report.documents:
        assert document.name.removeprefix("desk/") in page.text
        for line in document.text.split():
            assert line in page.text
    assert "2 doubtful findings not shown" in page.text
    assert "3 articles compared" in page.text
    assert "published 2 March 2026" in page.text


def test_both_passages_stand_with_the_words_marked(report: Report) -> None:
    text = HTML.render(report, Style())
    assert "runs to <mark>48 pages</mark>." in text
    assert "At <mark>42 pages</mark>, the harbour plan" in text


def test_links_and_labels_lead_somewhere(wide_report: Report) -> None:
    page = page_of(wide_report)
    ids = page.having("id")
    assert len(ids) == len(set(ids))
    for target in page.having("href"):
        assert target.startswith("#")
        assert target[1:] in ids
    for name in ("aria-labelledby", "for", "aria-controls"):
        assert set(page.having(name)) <= set(ids)


def test_nothing_is_loaded_and_nothing_can_run_but_our_script(report: Report) -> None:
    text = HTML.render(report, Style())
    page = Page(text)
    assert {"link", "img", "iframe", "object", "embed", "base"}.isdisjoint(t for t, _ in page.tags)
    for name in ("src", "style", "action", "formaction", "srcdoc"):
        assert page.having(name) == []
    assert not [key for _, attributes in page.tags for key in attributes if key.startswith("on")]
    assert not re.search(r"https?:|url\(|@import", text)
    (policy,) = [
        attributes["content"] or ""
        for tag, attributes in page.tags
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == _hash(page.raw["script"][1])
    assert rules["style-src"] == _hash(page.raw["style"][0])
    assert "unsafe" not in policy


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_hostile_texts_are_words_of_the_page(
    hostile: list[Report], wide_report: Report, harmless: Any
) -> None:
    plain = {tag for tag, _ in page_of(wide_report).tags} | {"bdi"}
    for report in hostile:
        text = HTML.render(report, Style())
        assert all(harmless(line) for line in text.replace("\t", " ").split("\n"))
        text.encode("utf-8")
        page = Page(text)
        assert {tag for tag, _ in page.tags} <= plain
        assert len([tag for tag, _ in page.tags if tag == "script"]) == 2
        data_of(page)


def test_hidden_characters_are_marked(report: Report) -> None:
    one = report.documents[0]
    text = one.text.replace("officials", "offi\u202ecials\u200b\x1b\ufffe<script>")
    shown = HTML.render(
        replace(report, documents=(replace(one, text=text), *report.documents[1:])), Style()
    )
    for code in ("202E", "200B", "001B", "FFFE"):
        assert f'<b class="cp">U+{code}</b>' in shown
    assert "&lt;script&gt;" in shown


def test_the_weights_stand_in_a_table_and_as_bars(report: Report) -> None:
    (finding, _) = report.findings
    page = page_of(report)
    bars = [attributes for tag, attributes in page.tags if tag == "rect"]
    weighed = [part for part in finding.why if part.weight]
    assert len(
        [bar for bar in bars if bar.get("class") in ("up", "down") and bar.get("y") != "0"]
    ) == len(weighed)
    for part in weighed:
        assert f"{part.weight:+.2f}" in page.text
    assert "+3.25 bits, probability 0.905" in page.text


def test_words_that_differ_are_marked_in_quotations() -> None:
    left, right = "“We will rebuild it by May,” he said.", "“We shall rebuild it by June,” he said."
    documents = (Document("a.txt", left), Document("b.txt", right))
    report = _report_of(documents, "FC401", left[:28], right[:30])
    shown = HTML.render(report, Style())
    assert '<span class="differs">will</span>' in shown
    assert '<span class="differs">shall</span>' in shown
    assert '<span class="differs">June</span>' in shown
    assert '<span class="differs">' not in HTML.render(
        _report_of(documents, "FC101", left[:28], right[:30]), Style()
    )


def _report_of(documents: tuple[Document, ...], code: str, *passages: str) -> Report:
    from factcheck.model import Location, Scope, Severity, Span, Tool

    places = [
        Location(document.name, Span(0, len(words)))
        for document, words in zip(documents, passages, strict=True)
    ]
    finding = Finding(
        code,
        "quote-wording",
        Severity.ERROR,
        0.9,
        "two wordings",
        Scope.ACROSS,
        places[0],
        tuple(places[1:]),
        fingerprint="0123456789abcdef",
    )
    return Report(Tool("factcheck", "1.2.3", "none"), documents, (), (finding,), ())


def test_passages_have_no_marks_of_layout() -> None:
    from factcheck.model import Location, Scope, Severity, Span, Tool
    from factcheck.read import document_from_text

    text = "# Fire\n\n- The *old* mill lost **nine** rooms at [Holt](x.htm) and www.mill.example.\n"
    document = document_from_text(text, name="a.md", markdown=True)
    place = Location("a.md", Span(text.index("nine"), text.index("nine") + 4))
    finding = Finding("FC101", "x", Severity.INFO, 0.9, "m", Scope.WITHIN, place)
    report = Report(Tool("factcheck", "1.2.3", "none"), (document,), (), (finding,), ())
    page = HTML.render(report, Style())
    assert "The old mill lost <mark>nine</mark> rooms at Holt and www.mill.example." in page
    assert "The old mill lost nine rooms at Holt and www.mill.example." in Page(page).text


def test_the_data_leads_to_the_pieces_of_the_texts(report: Report) -> None:
    page = page_of(report)
    data = data_of(page)
    assert data["sources"] == ["docks.md", "harbour.txt"]
    ((kind, status, label, given),) = data["facts"]
    assert (data["kinds"][kind], data["statuses"][status]) == ("quantity", "disputed")
    assert label == "the harbour plan: number of pages"
    assert [(words, side, text) for words, side, text, _, _ in given] == [
        ("42 pages", 0, 0),
        ("48 pages", 1, 1),
    ]
    ids = set(page.having("id"))
    for _, _, text, first, last in given:
        assert {f"p{text}-{first}", f"p{text}-{last}"} <= ids
    assert [fingerprint for fingerprint, _ in data["findings"]] == [
        finding.fingerprint for finding in report.findings
    ]


def test_the_day_is_told_only_when_asked_for(report: Report) -> None:
    assert "checked" not in page_of(report).text.split("Findings")[0]
    assert "checked 5 March 2026" in page_of(report, Style(day="5 March 2026")).text


def test_suppressed_findings_are_listed_with_their_reason(report: Report) -> None:
    one, other = report.findings
    silenced = replace(other, suppression=Suppression(SuppressionKind.COMMENT, "as printed <b>"))
    page = page_of(replace(report, findings=(one,), suppressed=(silenced,)))
    assert "1 finding suppressed: 1 by comments in the text" in page.text
    assert "(as printed <b>)" in page.text


def test_a_report_without_findings_or_facts_is_a_page(report: Report) -> None:
    page = page_of(replace(report, findings=(), groups=(), hidden=0))
    assert "Nothing was found." in page.text


def test_beyond_the_worst_findings_only_places_are_named(many: Any) -> None:
    page = page_of(many(450))
    assert page.text.count("confidence 0.") == 450
    assert "The first 400 findings come with their passages" in page.text


def test_a_finding_of_no_width_still_has_a_place() -> None:
    documents = (Document("a.txt", "It is gone."), Document("b.txt", "It is."))
    report = _report_of(documents, "FC703", "", "")
    for _, places in data_of(page_of(report))["findings"]:
        assert all(first <= last and first >= 0 for _, first, last, _ in places)


@pytest.mark.parametrize("weights", [(), (0.0,), (-3.0, 1.0), (40.0,)])
def test_any_weights_can_be_drawn(report: Report, weights: tuple[float, ...]) -> None:
    why = tuple(Part(f"dimension {number}", "same", bits) for number, bits in enumerate(weights))
    one, other = report.findings
    text = HTML.render(replace(report, findings=(replace(one, why=why), other)), Style())
    for x, width in re.findall(
        r'<rect class="(?:up|down)" x="([\d.-]+)" y="2" width="([\d.-]+)" height="6"', text
    ):
        assert 0 <= float(x) <= float(x) + float(width) <= 101


def test_the_page_of_five_articles_is_small(tmp_path: Path) -> None:
    """400 kB at most, for articles of the length of news."""
    from factcheck.api import compare
    from factcheck.read import read_paths

    stories = [sorted((ROOT / "corpus" / name).iterdir()) for name in STORIES]
    for number in range(5):
        texts = [
            files[number % len(files)].read_text(encoding="utf-8")
            for files in ([f for f in story if f.suffix in (".txt", ".md")] for story in stories)
        ]
        (tmp_path / f"{number}.txt").write_text("\n\n".join(texts), encoding="utf-8")
    report = compare(read_paths([str(tmp_path)]))
    assert sum(len(document.text) for document in report.documents) > 25_000
    assert len(report.groups) > 300
    assert len(HTML.render(report, Style()).encode("utf-8")) <= 400_000


def test_the_page_of_the_real_articles_is_small(seeds: Path) -> None:
    from factcheck.api import compare
    from factcheck.read import read_paths

    report = compare(read_paths([str(seeds)]))
    assert len(HTML.render(report, Style()).encode("utf-8")) <= 400_000
