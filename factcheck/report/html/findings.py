"""Findings as the page shows them: the worst with passages and weights, all with their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.model import Document, Finding, Location, Span
from factcheck.report.html.differences import differing
from factcheck.report.html.passages import Passage, passage
from factcheck.report.html.texts import Texts
from factcheck.report.html.waterfall import Waterfall, waterfall
from factcheck.report.places import within
from factcheck.report.positions import Lines
from factcheck.report.why import why_paired

WITH_PASSAGES = 400
"""So many findings, the worst, come with passages; the others name their places."""

_MOST_PLACES = 8
# Rules whose two passages should say the same words.
_WORD_FOR_WORD = ("FC4", "FC603", "FC701", "FC702", "FC301", "FC304")


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A place of a finding. `document` is the number of its text, `first` and `last` its pieces,
    `within` says where in its file it is (":8:5", " (page 3, line 12)").

    `differing` are the numbers of pieces whose words differ from the other side.
    """

    document: int
    name: str
    within: str
    label: str
    first: int
    last: int
    differing: tuple[int, ...] = ()
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding, its places and its reasons; `number` counts all shown, from 1.

    `whole` says that it comes with its passages.
    """

    number: int
    whole: bool
    finding: Finding
    places: tuple[ShownPlace, ...]
    more_places: int
    reasons: str
    against: str
    notes: tuple[str, ...]
    weights: Waterfall | None
    documents: tuple[int, ...]


Differences = Mapping[tuple[str, Span], tuple[Span, ...]]


def differences_of(finding: Finding, documents: Mapping[str, Document]) -> Differences:
    """The words of a finding's places that differ from its other side, as spans of the texts."""
    if not finding.code.startswith(_WORD_FOR_WORD) or not finding.related:
        return {}
    found: dict[tuple[str, Span], tuple[Span, ...]] = {}
    for one, other in _sides(finding):
        texts = [documents[place.document].slice(place.span) for place in (one, other)]
        for place, spans in zip((one, other), differing(*texts), strict=True):
            key = (place.document, place.span)
            found.setdefault(key, tuple(_moved(span, place.span.start) for span in spans))
    return found


def shown_findings(
    findings: Sequence[Finding], documents: Mapping[str, Document], texts: Texts
) -> Iterator[ShownFinding]:
    """The findings in their order."""
    lines = {name: Lines.of(document.text) for name, document in documents.items()}
    references = {name for name, document in documents.items() if document.reference}
    for number, finding in enumerate(findings, start=1):
        whole = number <= WITH_PASSAGES
        differences = differences_of(finding, documents) if whole else {}
        places = [finding.primary, *finding.related]
        reasons, against = why_paired(finding.why)
        names = dict.fromkeys(place.document for place in places)
        notes = [texts.told(note) for note in finding.notes]
        notes += [
            f"{texts.short[name]} is the reference: check the others against it"
            for name in names
            if name in references
        ]
        yield ShownFinding(
            number,
            whole,
            finding,
            tuple(
                _place(place, differences, documents, texts, lines, whole=whole)
                for place in places[:_MOST_PLACES]
            ),
            max(len(places) - _MOST_PLACES, 0),
            reasons,
            against,
            tuple(notes),
            waterfall(finding.why) if whole else None,
            tuple(texts.number[name] for name in names),
        )


def seen(span: Span, text: str) -> Span:
    """`span`, or where it is empty the code point behind it, so that there is something to mark."""
    if span.start < span.end:
        return span
    return (
        Span(span.start, span.end + 1)
        if span.end < len(text)
        else Span(max(span.start - 1, 0), span.end)
    )


def _sides(finding: Finding) -> Iterator[tuple[Location, Location]]:
    """The places that say one thing: of copied passages two by two, else each with the first."""
    places = (finding.primary, *finding.related)
    if finding.code == "FC603":
        yield from zip(places[::2], places[1::2], strict=False)
        return
    for other in finding.related:
        yield finding.primary, other


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _place(
    place: Location,
    differences: Differences,
    documents: Mapping[str, Document],
    texts: Texts,
    lines: Mapping[str, Lines],
    *,
    whole: bool,
) -> ShownPlace:
    document, number = documents[place.document], texts.number[place.document]
    span = seen(place.span, document.text)
    pieces = texts.pieces[number]
    spans = differences.get((place.document, place.span), ())
    line, column = lines[place.document].position(place.span.start)
    first, last = pieces.range(span) or (-1, -1)
    ranges = [pieces.range(one) for one in spans]
    return ShownPlace(
        number,
        texts.short[place.document],
        within(document, place.span.start, line, column),
        texts.told(place.label),
        first,
        last,
        tuple(at for one in ranges if one for at in range(one[0], one[1] + 1)),
        passage(document, pieces, place.span, spans) if whole else None,
    )
