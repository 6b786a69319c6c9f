"""What stands under the pointer: what a finding rests on, and who gives a fact its values."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factcheck.lsp.checking import Checked, places
from factcheck.lsp.words import escaped, message, passage, plain, within
from factcheck.model import Fact, FactGroup, Finding, Span, Status
from factcheck.report.values import show_value
from factcheck.report.why import why_paired

_STATUS = {
    Status.DISPUTED: "the sources disagree",
    Status.CORROBORATED: "several agree",
    Status.SINGLE: "given once",
}

Say = Callable[[str], str]


def hover(checked: Checked, offset: int, *, markdown: bool) -> tuple[str, Span] | None:
    """What to say of `offset` and the span it is about; None where there is nothing to say.

    The findings there come first, then the fact with the shortest wording. `markdown` says whether
    the editor shows Markdown: then strangers' text is escaped, else it is plain.
    """
    say = escaped if markdown else plain
    bold = (lambda text: f"**{text}**") if markdown else (lambda text: text)
    spans: list[Span] = []
    pieces: list[str] = []
    for finding in checked.findings_at(offset, offset):
        spans += [place.span for place in checked.own(finding) if _holds(place.span, offset)] or [
            checked.own(finding)[0].span
        ]
        pieces.append("\n".join(_finding(finding, checked, say, bold)))
    found = _fact_at(checked, offset)
    if found:
        group, fact = found
        spans.append(fact.span)
        pieces.append("\n".join(_group(group, say, bold)))
    if not pieces:
        return None
    separator = "\n\n---\n\n" if markdown else "\n\n"
    return separator.join(pieces), min(spans, key=lambda span: span.end - span.start)


def _finding(finding: Finding, checked: Checked, say: Say, bold: Say) -> Iterator[str]:
    head = f"{finding.severity.value} {finding.code} {finding.rule}"
    yield f"{bold(head)} · {say(message(finding))} (confidence {finding.confidence:.2f})"
    yield ""
    for place in places(finding):
        text = checked.texts[place.document]
        where = within(checked.document(place.document), place.span.start)
        label = f" · {say(place.label)}" if place.label else ""
        yield f"- {say(place.document)}{where}{label}: “{say(passage(text, place))}”"
    reasons, against = why_paired(finding.why)
    if reasons:
        yield f"- why paired: {say(reasons)}"
    if against:
        yield f"- against it: {say(against)}"
    for note in finding.notes:
        yield f"- {say(note)}"
    for document in checked.report.documents if checked.report else ():
        if document.reference and any(place.document == document.name for place in places(finding)):
            yield f"- {say(document.name)} is the reference: check the others against it"


def _group(group: FactGroup, say: Say, bold: Say) -> Iterator[str]:
    yield f"{bold(say(group.label))} · {group.kind.value}, {_STATUS[group.status]}"
    yield ""
    values: dict[str, dict[str, None]] = {}
    for fact in group.facts:
        values.setdefault(show_value(fact), {})[fact.document] = None
    for value, documents in values.items():
        yield f"- {bold(say(value))}: {', '.join(say(name) for name in documents)}"


def _fact_at(checked: Checked, offset: int) -> tuple[FactGroup, Fact] | None:
    """The fact of the draft with the shortest wording that holds `offset`, and its group."""
    if checked.report is None:
        return None
    there = [
        (group, fact)
        for group in checked.report.groups
        for fact in group.facts
        if fact.document == checked.name and _holds(fact.span, offset)
    ]
    return min(there, key=lambda pair: pair[1].span.end - pair[1].span.start, default=None)


def _holds(span: Span, offset: int) -> bool:
    return span.start <= offset < span.end
