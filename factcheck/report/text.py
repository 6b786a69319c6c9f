"""The report for people: each finding with both passages framed, then what it all comes to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from rich.cells import cell_len

from factcheck.model import Finding, Location, Report
from factcheck.report.facts_table import facts_lines
from factcheck.report.format import Style
from factcheck.report.frame import frame
from factcheck.report.paint import paint
from factcheck.report.places import Places, within
from factcheck.report.positions import Lines
from factcheck.report.summary import summary_lines
from factcheck.report.visible import visible
from factcheck.report.why import why_paired
from factcheck.report.wrap import wrapped

# Places stand beside their passages while they take no more than this share of the width.
_BESIDE = 0.34


def render(report: Report, style: Style) -> str:
    """The findings worst first, the facts if asked for, and the summary; ends with a line break."""
    page = Page(report, style)
    lines: list[str] = []
    if page.folder and report.findings:
        lines += [paint(f"in {visible(page.folder)}", "dim", color=style.color), ""]
    for finding in report.findings:
        lines += [*page.finding(finding), ""]
    if style.facts and report.groups:
        lines += [*facts_lines(report.groups, page.short, style), ""]
    if style.summary:
        lines += summary_lines(report, style)
    text = "\n".join(lines) + "\n"
    return text.replace("·", "-").replace("…", "...") if style.ascii else text


class Page:
    """Findings as lines for people, with what all of them share: short names, column width."""

    def __init__(self, report: Report, style: Style) -> None:
        self.style = style
        self.documents = {document.name: document for document in report.documents}
        self.places = Places(report)
        self.texts = {document.name: document.text for document in report.documents}
        self.lines = {document.name: Lines.of(document.text) for document in report.documents}
        self.references = {doc.name for doc in report.documents if doc.reference}
        self.folder = common_folder([document.name for document in report.documents])
        places = [place for finding in report.findings for place in _places(finding)]
        widest = max((cell_len(self.place(place)) for place in places), default=0)
        self.column = widest + 2 if widest + 4 <= style.width * _BESIDE else 0

    def short(self, name: str) -> str:
        """A document's name without the folder that all share, safe to print."""
        return visible(name.removeprefix(self.folder), ascii_only=self.style.ascii)

    def place(self, place: Location) -> str:
        """Document, line and column, as editors and terminals understand them, or its landmark."""
        document = self.documents[place.document]
        position = self.places.of(place)
        where = within(document, place.span.start, position.line, position.column)
        return f"{self.short(place.document)}{where}"

    def finding(self, finding: Finding) -> Iterator[str]:
        """The lines of one finding."""
        yield from self._head(finding)
        for place in _places(finding):
            yield from self._passage(place, finding)
        for line in self._reasons(finding):
            yield from wrapped(f"  = {line}", self.style.width, indent="    ")

    def _head(self, finding: Finding) -> Iterator[str]:
        color, width = self.style.color, self.style.width
        severity, code = finding.severity.value, f"{finding.code} {finding.rule}"
        topic, message = self._safe(finding.topic), self._safe(finding.message)
        confidence = f"confidence {finding.confidence:.2f}"
        label = f"{paint(severity, severity, color=color)} {paint(code, 'bold', color=color)}"
        subject = topic or message
        room = width - cell_len(f"{severity} {code} · {subject}{confidence}")
        fits = room >= 2
        if fits:
            label += f" · {subject}"
        else:
            room = max(width - cell_len(f"{severity} {code}{confidence}"), 2)
        yield f"{label}{' ' * room}{paint(confidence, 'dim', color=color)}"
        if topic and not fits and not self._told(topic, finding):
            yield from wrapped(f"  {topic}", width, indent="  ")
        if message and (topic or not fits) and message != topic:
            yield from wrapped(f"  {message}", width, indent="  ")

    def _told(self, topic: str, finding: Finding) -> bool:
        """Whether the message or a passage says the topic word for word."""
        stem = topic.rstrip(".…")
        passages = (self._words(place) for place in _places(finding))
        return any(stem in self._safe(text) for text in (finding.message, *passages))

    def _words(self, place: Location) -> str:
        # No topic is longer than a few hundred code points, whatever the passage is.
        return self.texts[place.document][place.span.start : place.span.end][:1000]

    def _passage(self, place: Location, finding: Finding) -> Iterator[str]:
        style, color, severity = self.style, self.style.color, finding.severity
        where = self.place(place)
        margin = self.column + 2 if self.column else 4
        width = style.width - margin
        cut = frame(
            self.texts[place.document],
            self.lines[place.document].bounds(place.span.start),
            place.span,
            width=width,
            ascii_only=style.ascii,
        )
        label = self._label(place, finding)
        # A line that is marked from its start on needs no row of marks to show where.
        whole = not cut.before and cut.length >= width * 0.6
        shown = f"{cut.before}{paint(cut.core, severity, color=color)}{cut.after}"
        painted = paint(where, "place", color=color)
        if self.column:
            yield f"  {painted}{' ' * (self.column - cell_len(where))}{shown}"
        elif whole and label and cell_len(where) + cell_len(label) + 5 <= style.width:
            yield f"  {painted} · {paint(label, severity, color=color)}"
            yield f"{' ' * margin}{shown}"
            return
        else:
            yield f"  {painted}"
            yield f"{' ' * margin}{shown}"
        if whole:
            marks, indent = "", 0
        else:
            marks, indent = "^" * cut.length, cut.indent
        for line in _marked(marks, label, indent, width):
            yield f"{' ' * margin}{paint(line, severity, color=color)}"

    def _label(self, place: Location, finding: Finding) -> str:
        """The value beside the marks; nothing where it repeats the marked words or the message."""
        label = self._safe(place.label)
        stem = label.strip("“”‘’\"'….").casefold()
        words = self._safe(self._words(place)).strip("“”‘’\"'").casefold()
        return "" if words.startswith(stem) or place.label == finding.message else label

    def _reasons(self, finding: Finding) -> Iterator[str]:
        reasons, against = why_paired(finding.why)
        if reasons:
            yield f"why paired: {self._safe(reasons)}"
        if against:
            yield f"against it: {self._safe(against)}"
        yield from map(self._safe, finding.notes)
        for name in dict.fromkeys(place.document for place in _places(finding)):
            if name in self.references:
                yield f"{self.short(name)} is the reference: check the others against it"

    def _safe(self, text: str) -> str:
        # Rules name documents in full; the folder is told once, at the top.
        if "/" in self.folder:
            text = text.replace(self.folder, "")
        # Our own dots and ellipses are turned to ASCII at the end, not escaped.
        if self.style.ascii:
            text = text.replace("·", "-").replace("…", "...")
        return visible(" ".join(text.split()), ascii_only=self.style.ascii)


def _marked(marks: str, label: str, indent: int, width: int) -> Iterator[str]:
    """The marks with their label after them, or beneath them where it doesn't fit."""
    if not marks and not label:
        return
    if not label or indent + cell_len(f"{marks} {label}") <= width:
        yield " " * indent + f"{marks} {label}".strip()
        return
    if marks:
        yield f"{' ' * indent}{marks}"
    yield from wrapped(" " * max(min(indent, width - cell_len(label)), 0) + label, width)


def common_folder(names: list[str]) -> str:
    """The folder (with its slash) that holds all of `names`; "" for none or a single name."""
    if len(names) < 2:
        return ""
    parts = [PurePath(name).parts[:-1] for name in names]
    shared: list[str] = []
    for level in zip(*parts, strict=False):
        if len(set(level)) > 1:
            break
        shared.append(level[0])
    folder = str(PurePath(*shared)) if shared else ""
    folder = folder if folder.endswith(("/", "\\")) or not folder else folder + "/"
    return folder if all(name.startswith(folder) for name in names) else ""


def _places(finding: Finding) -> tuple[Location, ...]:
    return (finding.primary, *finding.related)
