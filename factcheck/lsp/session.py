"""One editor and what it holds open, from `initialize` to `exit`."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from factcheck.lsp.actions import code_actions, with_accepted
from factcheck.lsp.buffers import Buffer, changed, opened, path_of
from factcheck.lsp.checking import Checked, Job
from factcheck.lsp.desk import Desk
from factcheck.lsp.diagnostics import SOURCE_NOTE, Shows, diagnostics
from factcheck.lsp.faults import fault_line
from factcheck.lsp.hover import hover
from factcheck.lsp.options import Options, parse_options
from factcheck.lsp.positions import Ruler
from factcheck.model import FactcheckError
from factcheck.read.formats.table import SUFFIXES
from factcheck.report.page import load_page, page_path

log = logging.getLogger("factcheck.lsp")

_FILES = ("factcheck.toml", "pyproject.toml", "factcheck-baseline.json", ".gitignore")
_WATCHED = tuple(f"**/{name}" for name in (*_FILES, *(f"*{suffix}" for suffix in SUFFIXES)))


class Session:
    """What the server knows of its editor, and its answers. All of it runs on the event loop."""

    def __init__(self, server: LanguageServer, write: Callable[[Path, str], None]) -> None:
        self.server = server
        self._write = write
        self.options = Options()
        self.shows = Shows()
        self.desk = Desk(self._job, self._done, self._failed)
        self._told: dict[str, str] = {}

    # ── beginning and settings ────────────────────────────────────────────────────────────────

    def initialize(self, params: types.InitializeParams) -> None:
        """Take in what the editor can show and what it sets."""
        self.shows = Shows.of(params.capabilities)
        self._set_options(params.initialization_options)

    def initialized(self, params: types.InitializedParams) -> None:
        """Ask to be told of changed configuration files and sources, if the editor can watch."""
        workspace = self.server.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if not watching or not watching.dynamic_registration:
            return
        watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
        self.server.client_register_capability(
            types.RegistrationParams(
                [
                    types.Registration(
                        id="factcheck-files",
                        method=types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                        register_options=types.DidChangeWatchedFilesRegistrationOptions(watchers),
                    )
                ]
            )
        )

    def did_change_configuration(self, params: types.DidChangeConfigurationParams) -> None:
        """Take in new settings, from their part `factcheck`; without one nothing changes."""
        settings = params.settings
        if isinstance(settings, Mapping) and "factcheck" in settings:
            self._set_options(settings["factcheck"])
            self.desk.recheck()

    def did_change_watched_files(self, params: types.DidChangeWatchedFilesParams) -> None:
        """Check again: a configuration file or a source may be another now."""
        held = {buffer.path for buffer in self.desk.buffers()}
        if all(path_of(change.uri) in held for change in params.changes):
            return  # the editor's own saving, which `did_save` has seen to
        self.desk.shelf.clear()
        self.desk.recheck(wait=self.options.debounce)

    # ── texts ─────────────────────────────────────────────────────────────────────────────────

    def did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Check a text that was opened, and those that it is a source of."""
        buffer = opened(params.text_document)
        self.desk.shelf.clear()
        self.desk.put(buffer)
        self.desk.recheck_users(buffer)

    def did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Check a text that changed, once the typing pauses."""
        held = self.desk.buffer(params.text_document.uri)
        if held is None:
            raise FactcheckError(f"{params.text_document.uri} changed and was never opened")
        buffer = changed(
            held,
            params.content_changes,
            version=params.text_document.version,
            encoding=self._encoding,
        )
        self.desk.put(buffer, wait=self.options.debounce)
        self.desk.recheck_users(buffer, wait=self.options.debounce)

    def did_save(self, params: types.DidSaveTextDocumentParams) -> None:
        """Check a saved text against its sources as they now are."""
        self.desk.shelf.clear()
        buffer = self.desk.buffer(params.text_document.uri)
        if buffer:
            self.desk.put(buffer)

    def did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Forget a text; as a source it counts as saved again."""
        uri = params.text_document.uri
        buffer = self.desk.drop(uri)
        self._told.pop(uri, None)
        self._publish(uri, None, [])
        if buffer:
            self.desk.shelf.clear()
            self.desk.recheck_users(buffer)

    # ── questions ─────────────────────────────────────────────────────────────────────────────

    async def hover(self, params: types.HoverParams) -> types.Hover | None:
        """What is known of the words under the pointer."""
        checked = await self.desk.settled(params.text_document.uri)
        if checked is None:
            return None
        ruler = Ruler(checked.buffer.text, self._encoding)
        found = hover(checked, ruler.offset(params.position), markdown=self._markdown_hover)
        if found is None:
            return None
        words, span = found
        kind = types.MarkupKind.Markdown if self._markdown_hover else types.MarkupKind.PlainText
        return types.Hover(types.MarkupContent(kind, words), ruler.range(span))

    async def code_action(self, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        """What can be done about the findings in a range."""
        only = params.context.only
        if only and not any(types.CodeActionKind.QuickFix.value.startswith(kind) for kind in only):
            return None
        checked = await self.desk.settled(params.text_document.uri)
        if checked is None:
            return None
        return code_actions(
            checked,
            params,
            encoding=self._encoding,
            shows=self.shows,
            documents=self._document_changes,
        )

    def show_rule(self, rule: str) -> None:
        """Open the page of a rule in the editor, or say where it is."""
        load_page(rule)  # refuses what is no rule
        page = page_path(rule)
        window = self.server.client_capabilities.window
        if window and window.show_document and window.show_document.support:
            self.server.window_show_document(
                types.ShowDocumentParams(page.as_uri(), take_focus=True)
            )
        else:
            words = f"the page of {rule} is {page}; `factcheck explain {rule}` shows it"
            self._say(types.MessageType.Info, words)

    async def accept(self, uri: str, fingerprint: str) -> None:
        """Write a finding into the baseline, so that it is not reported again."""
        checked = await self.desk.settled(uri)
        text = with_accepted(checked, fingerprint) if checked else None
        if checked is None or checked.settings.baseline is None or text is None:
            self._say(types.MessageType.Warning, "this finding is gone, so it isn't accepted")
            return
        self._write(checked.settings.baseline, text)
        self.desk.recheck()

    def close(self) -> None:
        """Take no more texts."""
        self.desk.close()

    # ── what the desk asks and tells ──────────────────────────────────────────────────────────

    def _job(self, buffer: Buffer, others: tuple[Buffer, ...]) -> Job:
        return Job(buffer, others, self.options, self._root(buffer))

    def _done(self, buffer: Buffer, checked: Checked | None) -> None:
        if checked is None:
            self._publish(buffer.uri, buffer.version, [SOURCE_NOTE])
            return
        self._told.pop(buffer.uri, None)
        found = diagnostics(checked, encoding=self._encoding, shows=self.shows)
        self._publish(buffer.uri, buffer.version, found)

    def _failed(self, buffer: Buffer, error: Exception) -> None:
        log.error("%s", buffer.uri, exc_info=error)
        self._tell_once(buffer.uri, fault_line(error))
        self._publish(buffer.uri, buffer.version, [])

    # ── the rest ──────────────────────────────────────────────────────────────────────────────

    @property
    def _encoding(self) -> types.PositionEncodingKind | str:
        return self.server.workspace.position_encoding or types.PositionEncodingKind.Utf16

    @property
    def _markdown_hover(self) -> bool:
        document = self.server.client_capabilities.text_document
        formats = document.hover.content_format if document and document.hover else None
        return bool(formats) and types.MarkupKind.Markdown in (formats or ())

    @property
    def _document_changes(self) -> bool:
        workspace = self.server.client_capabilities.workspace
        return bool(
            workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes
        )

    def _root(self, buffer: Buffer) -> Path | None:
        """The innermost workspace folder that holds a text; without one the text's own folder."""
        workspace = self.server.workspace
        roots = [path_of(uri) for uri in workspace.folders]
        if workspace.root_uri:
            roots.append(path_of(workspace.root_uri))
        known = [root for root in roots if root]
        if buffer.path is None:
            return known[0] if known else None
        around = [root for root in known if buffer.path.is_relative_to(root)]
        return max(around, key=lambda root: len(root.parts), default=buffer.path.parent)

    def _set_options(self, given: object) -> None:
        try:
            self.options = parse_options(given)
        except FactcheckError as error:
            self._say(types.MessageType.Error, fault_line(error))

    def _publish(self, uri: str, version: int | None, found: list[types.Diagnostic]) -> None:
        self.server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, version=version, diagnostics=found)
        )

    def _tell_once(self, uri: str, words: str) -> None:
        """Show a line about a text, not again at every keystroke."""
        if self._told.get(uri) != words:
            self._told[uri] = words
            self._say(types.MessageType.Error, words)

    def _say(self, kind: types.MessageType, words: str) -> None:
        self.server.window_show_message(types.ShowMessageParams(kind, f"factcheck: {words}"))
