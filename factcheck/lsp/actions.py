"""What can be done about a finding from within the editor."""

from __future__ import annotations

from lsprotocol import types

from factcheck.lsp.checking import Checked
from factcheck.lsp.diagnostics import Shows, diagnostic
from factcheck.lsp.positions import Ruler
from factcheck.model import Finding

SHOW_RULE = "factcheck.showRule"


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
        if finding.rule not in seen:
            seen.add(finding.rule)
            actions.append(_show(finding, about))
    return actions


def _show(finding: Finding, about: list[types.Diagnostic]) -> types.CodeAction:
    title = f"Show what {finding.code} {finding.rule} is about"
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=about,
        command=types.Command(title=title, command=SHOW_RULE, arguments=[finding.rule]),
    )
