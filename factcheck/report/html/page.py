"""What the page holds, put into the templates."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from factcheck.match.copies import copies
from factcheck.model import Document, DocumentRole, Report, Severity, Span
from factcheck.report.format import Style
from factcheck.report.html.agreement import agreement
from factcheck.report.html.data import data_json
from factcheck.report.html.facts import rows, singles
from factcheck.report.html.findings import WITH_PASSAGES, differences_of, seen, shown_findings
from factcheck.report.html.pieces import Pieces
from factcheck.report.html.shown import isolated, shown
from factcheck.report.html.sources import published_words, sources
from factcheck.report.html.texts import Texts, names_of
from factcheck.report.html.timeline import timeline
from factcheck.report.summary import (
    by_severity,
    counted,
    left_out_line,
    status_counts,
    suppressed_line,
)

_HERE = Path(__file__).parent
_SCRIPTS = (
    "page.js",
    "views.js",
    "marks.js",
    "findings.js",
    "passages.js",
    "matrix.js",
    "panes.js",
    "ties.js",
    "steps.js",
    "print.js",
    "start.js",
)
MOST_COLUMNS = 6
"""Without JavaScript, facts are a table with a column a text up to so many texts."""


def render(report: Report, style: Style) -> str:
    """The whole page; the same for the same report and `style.day`."""
    groups = tuple(report.groups)
    documents = {document.name: document for document in report.documents}
    texts = _texts(report, documents)
    facts = rows(groups, texts)
    findings = list(shown_findings(report.findings, documents, texts))
    listed = sources(report, texts, copies(report.documents))
    css, script = assets()
    page = _environment().get_template("page.html")
    return page.render(
        report=report,
        texts=texts,
        title=_title(report),
        day=style.day,
        published=published_words(report.documents),
        statuses=status_counts(report),
        severities=_severities(report),
        by_severity=by_severity(report.findings),
        suppressed=suppressed_line(report) if report.suppressed else "",
        left_out=left_out_line(report) if report.left_out else "",
        findings=findings,
        with_passages=WITH_PASSAGES,
        facts=facts,
        single_facts=singles(facts),
        grid=len(report.documents) <= MOST_COLUMNS,
        sources=listed,
        agreement=agreement(facts, [source.voice for source in listed]),
        timeline=timeline(groups, texts),
        data=Markup(data_json(listed, facts, findings)),
        css=Markup(css),
        script=Markup(script),
        policy=policy(css, script),
    )


def assets() -> tuple[str, str]:
    """The style sheet and the script of the page, the script's modules in one scope."""
    folder = _HERE / "assets"
    css = (folder / "page.css").read_text(encoding="utf-8")
    modules = [(folder / name).read_text(encoding="utf-8") for name in _SCRIPTS]
    script = '(() => {\n"use strict";\n' + "\n".join(modules) + "})();\n"
    return f"\n{css}", f"\n{script}"


def policy(css: str, script: str) -> str:
    """A content security policy that lets in this style sheet and this script, and nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {_hash(css)}",
            f"script-src {_hash(script)}",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _texts(report: Report, documents: dict[str, Document]) -> Texts:
    folder, short = names_of(report)
    facts: dict[str, list[Span]] = {name: [] for name in documents}
    marked: dict[str, list[Span]] = {name: [] for name in documents}
    for group in report.groups:
        for fact in group.facts:
            facts[fact.document].append(fact.span)
    for number, finding in enumerate(report.findings):
        for place in (finding.primary, *finding.related):
            marked[place.document].append(seen(place.span, documents[place.document].text))
        if number < WITH_PASSAGES:
            for (name, _), spans in differences_of(finding, documents).items():
                marked[name] += spans
    return Texts(
        folder,
        {name: number for number, name in enumerate(documents)},
        short,
        tuple(Pieces(document, facts[name], marked[name]) for name, document in documents.items()),
    )


def _title(report: Report) -> str:
    drafts = sum(document.role is DocumentRole.DRAFT for document in report.documents)
    others = len(report.documents) - drafts
    if not drafts:
        return f"{counted(others, 'article')} compared"
    return counted(drafts, "draft") + (f" against {counted(others, 'source')}" if others else "")


def _severities(report: Report) -> list[tuple[str, str, int]]:
    found = [finding.severity for finding in report.findings]
    words = ((Severity.ERROR, "Errors"), (Severity.WARNING, "Warnings"), (Severity.INFO, "Notes"))
    return [(severity.value, noun, found.count(severity)) for severity, noun in words]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: dict[str, Any] = {"shown": shown, "isolated": isolated, "counted": counted}
    environment.filters.update(filters)
    return environment
