"""The texts that were compared: what they are, when they appeared, who copies whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.facts.moment_compare import show_day
from factcheck.model import Document, DocumentRole, Report
from factcheck.report.html.texts import Texts


@dataclass(frozen=True, slots=True)
class Source:
    """A text. `copies` are the numbers of the texts that are one voice with it, its own too.

    `missing` says why its text is not at hand; "" where it is.
    """

    number: int
    name: str
    title: str
    published: str
    part: str
    words: int
    claims: int
    findings: int
    copies: tuple[int, ...]
    missing: str

    @property
    def voice(self) -> int:
        """The number of the first of its near-copies; its own where it has none."""
        return min(self.copies, default=self.number)


def sources(report: Report, texts: Texts, copies: Sequence[Sequence[str]]) -> tuple[Source, ...]:
    """The texts by number. `copies` are groups of near-copies, by name."""
    touching = Counter(
        name
        for finding in report.findings
        for name in {place.document for place in (finding.primary, *finding.related)}
    )
    voice = {name: tuple(texts.number[one] for one in group) for group in copies for name in group}
    return tuple(
        Source(
            number,
            texts.short[document.name],
            "" if document.title is None else document.slice(document.title),
            "" if document.published is None else show_day(document.published),
            _part(document),
            0 if document.name in report.missing else len(document.text.split()),
            report.claim_counts.get(document.name, 0),
            touching[document.name],
            voice.get(document.name, ()),
            report.missing.get(document.name, ""),
        )
        for number, document in enumerate(report.documents)
    )


def published_words(documents: Sequence[Document]) -> str:
    """The days on which the texts appeared: "5 March 2026", "2 – 5 March 2026", or ""."""
    days = sorted(document.published for document in documents if document.published)
    if not days:
        return ""
    first, last = days[0], days[-1]
    if first == last:
        return show_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} – {show_day(last)}"
    return f"{show_day(first)} – {show_day(last)}"


def _part(document: Document) -> str:
    if document.reference:
        return "reference"
    return "" if document.role is DocumentRole.ARTICLE else document.role.value
