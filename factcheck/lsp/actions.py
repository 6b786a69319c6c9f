"""What can be done about a finding from within the editor."""

from __future__ import annotations

from lsprotocol import types

from factcheck.filters.baseline import accept, merged, namer, ordered
from factcheck.filters.baseline_file import Baseline, dump, read_baseline
from factcheck.lsp.checking import Checked
from factcheck.lsp.diagnostics import Shows, diagnostic
from factcheck.lsp.positions import Ruler
from factcheck.lsp.silencing import silencing
from factcheck.model import Finding, Span

SHOW_RULE = "factcheck.showRule"
ACCEPT = "factcheck.accept"


def code_actions(
    checked: Checked,
    params: types.CodeActionParams,
    *,
    encoding: types.PositionEncodingKind | str,
    shows: Shows,
    documents: bool,
) -> list[types.CodeAction]:
    """The actions for the findings that the range of `params` meets, worst finding first.

    `documents` says that the editor takes edits with the version of the text they are meant for.
    """
    rulers = {name: Ruler(text, encoding) for name, text in checked.texts.items()}
    ruler = rulers[checked.name]
    start, end = ruler.offset(params.range.start), ruler.offset(params.range.end)
    actions: list[types.CodeAction] = []
    seen: set[str] = set()
    for finding in checked.findings_at(start, end):
        about = [diagnostic(finding, checked, rulers, shows=shows)]
        silent = _ignore(finding, checked, ruler, Span(start, end), about, documents=documents)
        if silent is not None and silent.title not in seen:
            seen.add(silent.title)
            actions.append(silent)
        if checked.settings.baseline is not None and checked.buffer.path is not None:
            actions.append(_accept(finding, checked, about))
        if finding.rule not in seen:
            seen.add(finding.rule)
            actions.append(_show(finding, about))
    return actions


def _ignore(
    finding: Finding,
    checked: Checked,
    ruler: Ruler,
    within: Span,
    about: list[types.Diagnostic],
    *,
    documents: bool,
) -> types.CodeAction | None:
    """The action that writes the comment which silences `finding`; None where none can."""
    places = checked.own(finding)
    here = next((place for place in places if place.span.overlaps(within)), places[0])
    draft = checked.draft
    found = silencing(draft, checked.buffer, finding, here) if draft else None
    if found is None:
        return None
    at = ruler.position(found[0])
    buffer, edit = checked.buffer, types.TextEdit(types.Range(at, at), found[1])
    if documents:
        which = types.OptionalVersionedTextDocumentIdentifier(buffer.uri, version=buffer.version)
        change = types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(which, [edit])])
    else:
        change = types.WorkspaceEdit(changes={buffer.uri: [edit]})
    return types.CodeAction(
        title=f"Ignore {finding.rule} in this passage",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=about,
        edit=change,
    )


def _accept(finding: Finding, checked: Checked, about: list[types.Diagnostic]) -> types.CodeAction:
    title = f"Accept this {finding.rule} into {checked.settings.baseline}"
    arguments = [checked.buffer.uri, finding.fingerprint]
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=about,
        command=types.Command(title=title, command=ACCEPT, arguments=arguments),
    )


def with_accepted(checked: Checked, fingerprint: str) -> str | None:
    """The baseline's file with the finding of `fingerprint` in it; None if that is gone.

    Raises FactcheckError for a baseline that is missing or can't be read.
    """
    settings = checked.settings
    finding = next((one for one in checked.findings if one.fingerprint == fingerprint), None)
    if finding is None or settings.baseline is None:
        return None
    old = read_baseline(settings.baseline)
    entries = merged([*old.entries, accept(finding, namer(settings.baseline))])
    floor = 0.0 if settings.pedantic else settings.min_confidence
    return dump(Baseline(ordered(entries.values()), min(floor, old.min_confidence)))


def _show(finding: Finding, about: list[types.Diagnostic]) -> types.CodeAction:
    title = f"Show what {finding.code} {finding.rule} is about"
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=about,
        command=types.Command(title=title, command=SHOW_RULE, arguments=[finding.rule]),
    )
