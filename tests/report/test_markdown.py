"""The comment for a pull request, read by a Markdown parser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

from markdown_it import MarkdownIt

from factcheck.model import Report
from factcheck.report import Style
from factcheck.report.markdown import LIMIT, render


class Prose(HTMLParser):
    """The text of a page outside code, and its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.text: list[str] = []
        self.elements: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.depth += tag == "code"

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "code"

    def handle_data(self, data: str) -> None:
        if not self.depth:
            self.text.append(data)


def prose(text: str) -> Prose:
    """What a reader of Markdown makes of `text`, outside code."""
    page = Prose()
    page.feed(MarkdownIt("gfm-like", {"linkify": False}).render(text))
    assert page.depth == 0
    return page


def test_golden(wide_report: Report, golden: Callable[[str, str], None]) -> None:
    golden("report.md", render(wide_report, Style()))


def test_nothing_found(wide_report: Report) -> None:
    text = render(replace(wide_report, findings=(), hidden=0), Style())
    assert text == "## factcheck: nothing found\n\n3 documents checked by factcheck 1.2.3.\n"


def test_both_passages_are_there(wide_report: Report) -> None:
    text = render(wide_report, Style())
    assert "runs to 48 pages" in text
    assert "At 42 pages" in text
    assert prose(text).elements >= {"details", "summary", "table", "pre", "code"}


def test_ten_thousand_findings_fit_and_say_what_is_left_out(many: Callable[[int], Report]) -> None:
    text = render(many(10_000), Style())
    assert 0.9 * LIMIT < len(text.encode("utf-8")) < LIMIT
    shown = text.count("```text\n")
    assert f"**{10_000 - shown:,} more findings** (" in text
    assert "| error | FC101 quantity-mismatch | 2,500 |" in text
    assert text.count("<details>") == text.count("</details>")
    # The worst come first, so nothing but errors fits.
    assert "warning FC" not in text


def test_a_monstrous_finding_is_cut(wide_report: Report) -> None:
    finding = wide_report.findings[0]
    monster = replace(finding, related=500 * finding.related, notes=500 * ("x" * 5000,))
    text = render(replace(wide_report, findings=(monster, *wide_report.findings[1:])), Style())
    assert len(text.encode("utf-8")) < LIMIT
    assert "more lines" in text
    assert "FC704 stray-characters" in text


def test_articles_are_only_heard_in_code(hostile: list[Report]) -> None:
    for report in hostile:
        text = render(report, Style())
        assert len(text.encode("utf-8")) < LIMIT
        page = prose(text)
        ours = {"h2", "p", "table", "thead", "tbody", "tr", "th", "td", "strong"}
        assert page.elements <= ours | {"details", "summary", "pre", "code"}
        for harm in ("@", "#", "http", "www", "\\", "[", "`", "{"):
            assert harm not in "".join(page.text)
