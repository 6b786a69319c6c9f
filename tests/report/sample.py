"""A report made by hand, so that formats are tested apart from what finds things."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factcheck.model import (
    BlockKind,
    Claim,
    Document,
    Fact,
    FactGroup,
    FactKind,
    Finding,
    Location,
    Part,
    QuantityValue,
    Report,
    Scope,
    Severity,
    Span,
    Status,
    Tool,
)

HARBOUR = "Harbour plan out\n\nThe harbour plan, published on Monday, runs to 48 pages.\n"
DOCKS = (
    "Docks to grow\n\nAt 42 pages, the harbour plan is shorter than the last one, officials said.\n"
)


def span(text: str, words: str) -> Span:
    """Where `words` stand in `text`."""
    return Span(text.index(words), text.index(words) + len(words))


def page_fact(name: str, text: str, words: str, count: float) -> Fact:
    """A number of pages."""
    value = QuantityValue(count, count, "page", "count")
    return Fact(FactKind.QUANTITY, name, span(text, words), words, value)


def sample_report() -> Report:
    """Two documents, an error across them and a warning inside one of them."""
    one, two = "desk/harbour.txt", "desk/docks.md"
    left, right = page_fact(one, HARBOUR, "48 pages", 48), page_fact(two, DOCKS, "42 pages", 42)
    pages = Finding(
        code="FC101",
        rule="quantity-mismatch",
        severity=Severity.ERROR,
        confidence=0.97,
        message="48 pages here, 42 pages there",
        scope=Scope.ACROSS,
        primary=Location(one, left.span, "48 pages"),
        related=(Location(two, right.span, "42 pages (counted)"),),
        values=("48 pages", "42 pages"),
        why=(
            Part("story", "same story", -4.0),
            Part("unit", "same", 1.5),
            Part("subject", "same", 3.25),
            Part("words", "half", 3.0),
            Part("time", "other", -0.5),
        ),
        topic="the harbour plan: number of pages",
        notes=("no third source gives this figure",),
        fingerprint="0123456789abcdef",
    )
    stray = Finding(
        code="FC704",
        rule="stray-characters",
        severity=Severity.WARNING,
        confidence=0.8,
        message='a stray full stop after "said"',
        scope=Scope.WITHIN,
        primary=Location(two, span(DOCKS, "said.")),
        fingerprint="fedcba9876543210",
    )
    documents = (
        Document(two, DOCKS, title=span(DOCKS, "Docks to grow")),
        Document(one, HARBOUR, published=date(2026, 3, 2), title=span(HARBOUR, "Harbour plan out")),
    )
    claims = (
        Claim(two, 0, span(DOCKS, DOCKS[15:-1]), 1, BlockKind.PARAGRAPH, facts=(right,)),
        Claim(one, 0, span(HARBOUR, HARBOUR[18:-1]), 1, BlockKind.PARAGRAPH, facts=(left,)),
    )
    group = FactGroup(
        FactKind.QUANTITY, "the harbour plan: number of pages", Status.DISPUTED, (right, left)
    )
    tool = Tool("factcheck", "1.2.3", "none")
    return Report(tool, documents, claims, (pages, stray), (group,), 2, {one: 1, two: 1})


TIDES = (
    "Tides\r\n\r\nThe “café” on the quay – 水 – opens at 9am.\r\n"
    "It opens at 9am\r\non weekdays only.\r\n"
)


def wide_report() -> Report:
    """The same, with a note and a warning in a third document whose name needs escapes."""
    base, name = sample_report(), "desk/tides, 50% café.txt"
    twice = Finding(
        code="FC702",
        rule="repeated-line",
        severity=Severity.INFO,
        confidence=0.65,
        message="this line stands twice",
        scope=Scope.WITHIN,
        primary=Location(name, span(TIDES, "opens at 9am\r\non weekdays"), "again here"),
        related=(Location(name, span(TIDES, "opens at 9am."), "first here"),),
        topic="opens at 9am",
        fingerprint="00112233445566aa",
    )
    spelling = Finding(
        code="FC304",
        rule="spelling-variant",
        severity=Severity.WARNING,
        confidence=0.7,
        message="“café” here, “cafe” there: [one](word) of {0} in two spellings",
        scope=Scope.WITHIN,
        primary=Location(name, span(TIDES, "café")),
        related=tuple(Location(name, span(TIDES, words)) for words in ("quay", "水", "9am", "It")),
        fingerprint="00112233445566bb",
    )
    documents = tuple(sorted((*base.documents, Document(name, TIDES)), key=lambda one: one.name))
    return replace(base, documents=documents, findings=(*base.findings, spelling, twice))


def many_findings(number: int) -> Report:
    """`number` findings of all severities, the worst first, each with its own fingerprint."""
    base = wide_report()
    found = [
        replace(base.findings[place % len(base.findings)], fingerprint=f"{place:016x}")
        for place in range(number)
    ]
    found.sort(key=lambda finding: -finding.severity.level)
    return replace(base, findings=tuple(found))
