"""An editor without a screen: pygls's own client, over the standard streams of `factcheck lsp`."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections.abc import Callable, Coroutine, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.protocol import default_converter

PATIENCE = 90


class Editor:
    """A client and the server it started; each method returns when the server has answered."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.published: dict[str, types.PublishDiagnosticsParams] = {}
        self.history: list[types.PublishDiagnosticsParams] = []
        self.messages: list[str] = []
        self.shown: list[str] = []
        self.registered: list[str] = []
        self.stderr = b""
        self._news = threading.Condition()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.capabilities: Any = None
        self._client = self._new_client()

    def _new_client(self) -> LanguageClient:
        client = LanguageClient("test editor", "1")

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: types.PublishDiagnosticsParams) -> None:
            with self._news:
                self.published[params.uri] = params
                self.history.append(params)
                self._news.notify_all()

        @client.feature(types.WINDOW_SHOW_MESSAGE)
        def message(params: types.ShowMessageParams) -> None:
            self._take(self.messages, params.message)

        @client.feature(types.WINDOW_SHOW_DOCUMENT)
        def show(params: types.ShowDocumentParams) -> types.ShowDocumentResult:
            self._take(self.shown, params.uri)
            return types.ShowDocumentResult(success=True)

        @client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams) -> None:
            for one in params.registrations:
                self._take(self.registered, one.method)

        return client

    def _take(self, into: list[str], what: str) -> None:
        with self._news:
            into.append(what)
            self._news.notify_all()

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)

    def until(self, wanted: Callable[[], Any]) -> Any:
        with self._news:
            assert self._news.wait_for(wanted, PATIENCE), (self.messages, self.history)
            return wanted()

    # ── the conversation ──────────────────────────────────────────────────────────────────────

    def start(self, *, capabilities: types.ClientCapabilities, options: object) -> Any:
        cache = str(self.folder.parent / "user-cache")
        environment = {**os.environ, "FACTCHECK_CACHE_DIR": cache}
        self.run(
            self._client.start_io(
                sys.executable, "-m", "factcheck", "lsp", env=environment, cwd=self.folder
            )
        )
        answer = self.run(
            self._client.initialize_async(
                types.InitializeParams(
                    capabilities=capabilities,
                    root_uri=self.folder.as_uri(),
                    initialization_options=options,
                )
            )
        )
        self._client.initialized(types.InitializedParams())
        return answer.capabilities

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    def open(self, name: str, text: str, *, language: str = "plaintext") -> str:
        """Open a text of its own, which need not be saved; the URI it has now."""
        uri = name if ":" in name else (self.folder / name).as_uri()
        item = types.TextDocumentItem(uri, language, 1, text)
        self.published.pop(uri, None)
        self._tell("text_document_did_open", types.DidOpenTextDocumentParams(item))
        return uri

    def change(self, uri: str, version: int, *changes: Any) -> None:
        self._tell(
            "text_document_did_change",
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, uri), list(changes)
            ),
        )

    def save(self, uri: str) -> None:
        document = types.TextDocumentIdentifier(uri)
        self._tell("text_document_did_save", types.DidSaveTextDocumentParams(document))

    def close(self, uri: str) -> None:
        document = types.TextDocumentIdentifier(uri)
        self.published.pop(uri, None)
        self._tell("text_document_did_close", types.DidCloseTextDocumentParams(document))

    def file_changed(self, path: Path) -> None:
        event = types.FileEvent(path.as_uri(), types.FileChangeType.Changed)
        self._tell("workspace_did_change_watched_files", types.DidChangeWatchedFilesParams([event]))

    def configure(self, settings: object) -> None:
        params = types.DidChangeConfigurationParams(settings)
        self._tell("workspace_did_change_configuration", params)

    def _tell(self, what: str, params: Any) -> None:
        async def tell() -> None:
            getattr(self._client, what)(params)

        self.run(tell())

    def found(self, uri: str, version: int = 1) -> list[types.Diagnostic]:
        """The diagnostics of a version of a text, once they are there."""

        def there() -> bool:
            last = self.published.get(uri)
            return last is not None and last.version == version

        self.until(there)
        return list(self.published[uri].diagnostics)

    def hover(self, uri: str, line: int, character: int) -> types.Hover | None:
        at = types.Position(line, character)
        document = types.TextDocumentIdentifier(uri)
        return self.run(self._client.text_document_hover_async(types.HoverParams(document, at)))

    def actions(
        self, uri: str, where: types.Range, *, only: Sequence[str] | None = None
    ) -> list[types.CodeAction]:
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(uri),
            where,
            types.CodeActionContext([], only=None if only is None else list(only)),
        )
        # lsprotocol reads an action that holds a command as a bare command, so it is read here.
        protocol = self._client.protocol
        protocol.get_result_type = lambda method: None  # type: ignore[method-assign]
        found = self.run(self._ask(types.TEXT_DOCUMENT_CODE_ACTION, params))
        del protocol.get_result_type
        read = default_converter()
        return [read.structure(one, types.CodeAction) for one in found or ()]

    async def _ask(self, method: str, params: Any) -> Any:
        return await self._client.protocol.send_request_async(method, params)

    def execute(self, command: types.Command) -> Any:
        params = types.ExecuteCommandParams(command.command, command.arguments)
        return self.run(self._client.workspace_execute_command_async(params))

    def shutdown(self) -> None:
        self.run(self._client.shutdown_async(None))

    def exit(self) -> int:
        """Say `exit`, wait for the server to end, and give its exit code."""
        self._tell("exit", None)
        return self.wait()

    def vanish(self) -> int:
        """Close the server's standard input, as an editor that is killed does."""
        server = self._client._server
        assert server is not None
        assert server.stdin is not None
        self._loop.call_soon_threadsafe(server.stdin.close)
        return self.wait()

    def wait(self) -> int:
        server = self._client._server
        assert server is not None
        assert server.stderr is not None
        self.stderr = self.run(server.stderr.read())
        code = self.run(server.wait())
        self._loop.call_soon_threadsafe(self._loop.stop)
        return code

    def stop(self) -> None:
        server = self._client._server
        if server is not None and server.returncode is None:
            self.shutdown()
            self.exit()


FULL = types.ClientCapabilities(
    text_document=types.TextDocumentClientCapabilities(
        hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
        publish_diagnostics=types.PublishDiagnosticsClientCapabilities(
            related_information=True,
            code_description_support=True,
            tag_support=types.ClientDiagnosticsTagOptions([types.DiagnosticTag.Unnecessary]),
        ),
    ),
    workspace=types.WorkspaceClientCapabilities(
        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True),
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
            dynamic_registration=True
        ),
    ),
    window=types.WindowClientCapabilities(
        show_document=types.ShowDocumentClientCapabilities(support=True)
    ),
)

Start = Callable[..., Editor]


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """Start editors, each with a server and a folder of its own; they end with the module."""
    editors: list[Editor] = []

    def begin(
        options: object = None,
        *,
        capabilities: types.ClientCapabilities = FULL,
        folder: str = "arbeit",
    ) -> Editor:
        place = tmp_path_factory.mktemp("editor") / folder
        place.mkdir(exist_ok=True)
        editor = Editor(place)
        editors.append(editor)
        editor.capabilities = editor.start(capabilities=capabilities, options=options)
        return editor

    yield begin
    for editor in editors:
        editor.stop()
