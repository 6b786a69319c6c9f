"""Findings as an editor underlines them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lsprotocol import types

from factcheck.lsp.checking import Checked
from factcheck.lsp.positions import Ruler
from factcheck.lsp.words import message, passage, plain, within
from factcheck.model import Finding, Location, Severity
from factcheck.report.page import page_path

SOURCE = "factcheck"

_TOP = types.Range(types.Position(0, 0), types.Position(0, 0))

# Without it a text with no findings could be taken for one that was checked.
SOURCE_NOTE = types.Diagnostic(
    range=_TOP,
    severity=types.DiagnosticSeverity.Hint,
    source=SOURCE,
    message="this text is one of the sources; it is checked once you change it",
)

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
# Text that could go: editors show it faded.
_UNNECESSARY = frozenset({"duplicate-paragraph", "repeated-line", "unused-suppression"})


@dataclass(frozen=True, slots=True)
class Shows:
    """What the editor can show of a diagnostic, by what it said of itself at the start."""

    related: bool = False
    tags: bool = False
    links: bool = False

    @classmethod
    def of(cls, capabilities: types.ClientCapabilities) -> Shows:
        """What a client's capabilities come to."""
        document = capabilities.text_document
        can = document.publish_diagnostics if document else None
        if can is None:
            return cls()
        known = can.tag_support.value_set if can.tag_support else ()
        return cls(
            related=bool(can.related_information),
            tags=types.DiagnosticTag.Unnecessary in known,
            links=bool(can.code_description_support),
        )


def diagnostics(
    checked: Checked, *, encoding: types.PositionEncodingKind | str, shows: Shows
) -> list[types.Diagnostic]:
    """One diagnostic for each finding, at its first place in the draft, worst first."""
    rulers = {name: Ruler(text, encoding) for name, text in checked.texts.items()}
    return [diagnostic(finding, checked, rulers, shows=shows) for finding in checked.findings]


def diagnostic(
    finding: Finding, checked: Checked, rulers: Mapping[str, Ruler], *, shows: Shows
) -> types.Diagnostic:
    """A finding underlined at its first place in the draft.

    The other places are related information; an editor without it gets them in the message.
    `rulers` measure the texts of `checked`, by name.
    """
    here = checked.own(finding)[0]
    words = message(finding)
    related: list[types.DiagnosticRelatedInformation] = []
    for place in checked.others(finding):
        told = _told(place, checked)
        document = checked.document(place.document)
        where = within(document, place.span.start)
        if shows.related:
            # Of a text taken out of a file of another kind, that file has no lines.
            spot = rulers[document.name].range(place.span) if document.verbatim else _TOP
            at = types.Location(checked.uris[place.document], spot)
            told = told if document.verbatim else f"{where.strip()} {told}"
            related.append(types.DiagnosticRelatedInformation(at, told))
        else:
            words += f"\n{plain(place.document)}{where}: {told}"
    page = page_path(finding.rule)
    link = types.CodeDescription(page.as_uri()) if shows.links and page.is_file() else None
    faded = shows.tags and finding.rule in _UNNECESSARY
    return types.Diagnostic(
        range=rulers[here.document].range(here.span),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        code_description=link,
        source=SOURCE,
        message=words,
        tags=[types.DiagnosticTag.Unnecessary] if faded else None,
        related_information=related or None,
        data={"fingerprint": finding.fingerprint, "rule": finding.rule},
    )


def _told(place: Location, checked: Checked) -> str:
    """A place in words: its value, where that says more than the passage does, and the passage."""
    words = passage(checked.texts[place.document], place)
    label = plain(place.label)
    return words if not label or label.casefold() in words.casefold() else f"{label} · {words}"
