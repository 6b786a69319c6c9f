"""The language server: which message of the protocol is answered by what."""

from __future__ import annotations

import functools
import inspect
import logging
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.language_server import lsp_method

from factcheck import __version__
from factcheck.lsp.actions import ACCEPT, SHOW_RULE
from factcheck.lsp.faults import fault_line
from factcheck.lsp.session import Session

log = logging.getLogger("factcheck.lsp")


class Protocol(LanguageServerProtocol):
    """pygls's protocol, but for a text's changes, which `buffers` applies.

    pygls breaks lines at form feeds and Unicode separators as well, which no editor does, and it
    moves the positions in a message to where it thinks that a line ends.
    """

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(
        self, params: types.DidChangeTextDocumentParams
    ) -> Generator[Any, Any, None]:
        """Hand the changes on as they came."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None


class Server(LanguageServer):
    """pygls's server, with one line for what goes wrong and an eye on how it ends."""

    def __init__(self) -> None:
        super().__init__("factcheck", __version__, protocol_cls=Protocol)
        self.shut_down = False
        self.exit_code = 0

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Tell the editor of a fault, on one line; where it asked, the answer tells it."""
        log.error("fault", exc_info=error)
        if source is FeatureRequestError:
            return
        self.window_show_message(
            types.ShowMessageParams(types.MessageType.Error, f"factcheck: {fault_line(error)}")
        )


def build_server(write: Callable[[Path, str], None]) -> tuple[Server, Session]:
    """The server with all that it answers, and the session it answers from.

    `write` puts a text into a file, whole or not at all; it raises FactcheckError.
    """
    server = Server()
    session = Session(server, write)

    def answer(method: str, handler: Callable[..., Any], options: Any = None) -> None:
        server.feature(method, options)(_guarded(handler, server))

    answer(types.INITIALIZE, session.initialize)
    answer(types.INITIALIZED, session.initialized)
    answer(types.TEXT_DOCUMENT_DID_OPEN, session.did_open)
    answer(types.TEXT_DOCUMENT_DID_CHANGE, session.did_change)
    answer(types.TEXT_DOCUMENT_DID_SAVE, session.did_save)
    answer(types.TEXT_DOCUMENT_DID_CLOSE, session.did_close)
    answer(types.WORKSPACE_DID_CHANGE_CONFIGURATION, session.did_change_configuration)
    answer(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, session.did_change_watched_files)
    answer(types.TEXT_DOCUMENT_HOVER, session.hover)
    answer(
        types.TEXT_DOCUMENT_CODE_ACTION,
        session.code_action,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    )
    server.command(SHOW_RULE)(_guarded(session.show_rule, server))
    server.command(ACCEPT)(_guarded(session.accept, server))

    def shutdown(params: None) -> None:
        server.shut_down = True
        session.close()

    def exit_(params: None) -> None:
        server.exit_code = 0 if server.shut_down else 1

    answer(types.SHUTDOWN, shutdown)
    answer(types.EXIT, exit_)
    return server, session


def _guarded(handler: Callable[..., Any], server: Server) -> Callable[..., Any]:
    """`handler`, whose faults become a line in the editor: pygls would send it the traceback."""
    if inspect.iscoroutinefunction(handler):

        @functools.wraps(handler)
        async def waiting(*args: Any) -> Any:
            try:
                return await handler(*args)
            except Exception as error:
                server.report_server_error(error, None)

        return waiting

    @functools.wraps(handler)
    def at_once(*args: Any) -> Any:
        try:
            return handler(*args)
        except Exception as error:
            server.report_server_error(error, None)

    return at_once
