"""Where findings stand, worked out once for every format: lines, columns, bytes, words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from factcheck.model import Document, Finding, Location, Report, Span
from factcheck.report.positions import Lines

# Bytes are counted from marks this far apart, so that a finding far down a long line is cheap.
_STEP = 4096


@dataclass(frozen=True, slots=True)
class Place:
    """A location worked out: lines, and columns in code points, from 1; the end is exclusive."""

    document: Document
    span: Span
    label: str
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def words(self) -> str:
        """The marked words as written."""
        return self.document.slice(self.span)

    @property
    def landmark(self) -> str:
        """Where in its file the place is, in words; "" where line and column say so."""
        return self.document.landmark(self.span.start)

    @property
    def verbatim(self) -> bool:
        """Whether line and column hold for the file as well as for the text."""
        return self.document.verbatim

    @property
    def path(self) -> str:
        """The path of the file that holds the document."""
        return self.document.path

    @property
    def name(self) -> str:
        """Document, line and column as editors write them; the name is not safe to print.

        For a text that was taken out of a file of another kind it is the place in that file:
        "report.pdf (page 3, line 12)".
        """
        return (
            f"{self.document.name}{within(self.document, self.span.start, self.line, self.column)}"
        )


def within(document: Document, offset: int, line: int, column: int) -> str:
    """What follows a document's name to say where in it: ":8:5", or " (page 3, line 12)"."""
    landmark = document.landmark(offset)
    return f" ({landmark})" if landmark else f":{line}:{column}"


class Places:
    """The places of a report's findings; each text is looked through once, when first asked for."""

    def __init__(self, report: Report) -> None:
        self._documents = {document.name: document for document in report.documents}
        self._texts: dict[str, _Text] = {}

    def primary(self, finding: Finding) -> Place:
        """Where the finding points."""
        return self.of(finding.primary)

    def related(self, finding: Finding) -> tuple[Place, ...]:
        """The other places, in the finding's order."""
        return tuple(self.of(location) for location in finding.related)

    def of(self, location: Location) -> Place:
        """`location` with its document, lines and columns."""
        document, span = self._documents[location.document], location.span
        lines = self._text(document.name).lines
        return Place(
            document,
            span,
            location.label,
            *lines.position(span.start),
            *lines.position(max(span.end, span.start)),
        )

    def around(self, place: Place, reach: int) -> tuple[str, str]:
        """Up to `reach` code points of the line before the place, and of the line after it."""
        lines, text = self._text(place.document.name).lines, place.document.text
        first = max(lines.bounds(place.span.start)[0], place.span.start - reach)
        last = min(lines.bounds(place.span.end)[1], place.span.end + reach)
        return text[first : place.span.start], text[place.span.end : last]

    def bounds(self, place: Place) -> tuple[int, int]:
        """Start and end, in code points of the text, of the line in which the place begins."""
        return self._text(place.document.name).lines.bounds(place.span.start)

    def byte_columns(self, place: Place) -> tuple[int, int]:
        """Start and end column of the place, from 1, in bytes of UTF-8."""
        text = self._text(place.document.name)
        return text.byte_column(place.span.start), text.byte_column(place.span.end)

    def _text(self, name: str) -> _Text:
        if name not in self._texts:
            self._texts[name] = _Text(self._documents[name].text)
        return self._texts[name]


class _Text:
    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = Lines.of(text)

    def byte_column(self, offset: int) -> int:
        start, _ = self.lines.bounds(offset)
        return self._bytes(offset) - self._bytes(start) + 1

    def _bytes(self, offset: int) -> int:
        """How many bytes of UTF-8 stand before `offset`."""
        if self.text.isascii():
            return offset
        mark = offset // _STEP
        return self._marks[mark] + _size(self.text[mark * _STEP : offset])

    @cached_property
    def _marks(self) -> list[int]:
        marks = [0]
        for start in range(0, len(self.text), _STEP):
            marks.append(marks[-1] + _size(self.text[start : start + _STEP]))
        return marks


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
