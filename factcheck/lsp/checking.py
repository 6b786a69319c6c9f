"""One check of one open text: against its sources, with the settings that hold where it lies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from factcheck.config import Settings
from factcheck.drafts import run_drafts
from factcheck.lsp.buffers import Buffer
from factcheck.lsp.options import Options
from factcheck.lsp.setup import set_up
from factcheck.lsp.sources import Shelf, identity, name_of
from factcheck.model import Document, Finding, Location, OutOfMemoryError, Report
from factcheck.read import document_from_text
from factcheck.read.decode import decode
from factcheck.read.folders import LeaveOut


@dataclass(frozen=True, slots=True)
class Job:
    """What one check needs: the text, the other open ones, and the folder that paths count from."""

    buffer: Buffer
    others: tuple[Buffer, ...]
    options: Options
    root: Path | None


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check came to; `report` is None for a text that holds nothing but white space.

    `settings` are those it was made with. `name` is the draft's name in the report, `uris` and
    `texts` give the URI and the text behind each document's name. Offsets count in the text of
    `buffer`. `sources` are the files it was checked against, by `identity`.
    """

    buffer: Buffer
    settings: Settings
    name: str
    report: Report | None
    uris: Mapping[str, str]
    texts: Mapping[str, str]
    sources: frozenset[str]

    @property
    def draft(self) -> Document | None:
        """The text as it was read; None without a report."""
        documents = self.report.documents if self.report else ()
        return next((one for one in documents if one.name == self.name), None)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of the report that have a place in the draft, worst first."""
        shown = self.report.findings if self.report else ()
        return tuple(finding for finding in shown if self.own(finding))

    def own(self, finding: Finding) -> tuple[Location, ...]:
        """The places of a finding that lie in the draft."""
        return tuple(place for place in places(finding) if place.document == self.name)

    def others(self, finding: Finding) -> tuple[Location, ...]:
        """The places of a finding besides the first in the draft, which is where it is shown."""
        first = self.own(finding)[0]
        return tuple(place for place in places(finding) if place is not first)

    def document(self, name: str) -> Document:
        """A document of the report by its name."""
        documents = self.report.documents if self.report else ()
        return next(one for one in documents if one.name == name)

    def findings_at(self, start: int, end: int) -> tuple[Finding, ...]:
        """The findings with a place in the draft that meets the code points `start` to `end`."""
        return tuple(
            finding
            for finding in self.findings
            if any(
                place.span.start <= end and start <= place.span.end for place in self.own(finding)
            )
        )


def places(finding: Finding) -> tuple[Location, ...]:
    """All places of a finding, the primary first."""
    return (finding.primary, *finding.related)


def check(job: Job, shelf: Shelf) -> Checked | None:
    """Check the text of `job` against its sources; None for one of the sources that is only read.

    A text among the sources is a draft from its first change on, and no source for itself.

    A source that is open counts as the editor holds it, not as it was saved. Raises FactcheckError
    for settings or sources that can't be used, for a buffer that is no text, and for want of
    memory.
    """
    buffer = job.buffer
    setup = set_up(buffer, job.options, job.root)
    leave_out = LeaveOut(setup.settings.exclude, setup.settings.ignore_files)
    look = partial(shelf.documents, leave_out=leave_out, held=job.others)
    sources = look(setup.against) | look(setup.reference, reference=True)
    if buffer.path and sources.pop(identity(buffer.path), None) and not buffer.edited:
        return None
    name = name_of(buffer.path) if buffer.path else buffer.uri
    uris = {name: buffer.uri}
    held = {identity(one.path): one.uri for one in job.others if one.path}
    for place, source in sources.items():
        uris[source.name] = held.get(place) or Path(source.file or place).as_uri()
    if not buffer.text.strip():
        return Checked(
            buffer, setup.settings, name, None, uris, {name: buffer.text}, frozenset(sources)
        )
    # Refuses what a file is refused for: binary data, endless lines, too much.
    decode(buffer.text.encode("utf-8", "replace"), name)
    draft = document_from_text(buffer.text, name=name, markdown=buffer.markdown)
    # A text in the middle of an edit would fill the cache with versions that nobody sees again.
    report = run_drafts(
        [draft], list(sources.values()), settings=setup.settings, passing=buffer.edited
    )
    for left_out, reason in report.left_out.items():
        raise OutOfMemoryError(f"{left_out}: {reason}")
    texts = {document.name: document.text for document in report.documents}
    return Checked(buffer, setup.settings, name, report, uris, texts, frozenset(sources))
