"""`factcheck lsp` from first byte to last: who may write to standard output, and how it ends."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from factcheck.lsp.server import build_server


def serve(write: Callable[[Path, str], None]) -> int:
    """Serve the editor at the other end of standard input and output until it is done.

    `write` puts a text into a file, whole or not at all. Returns the exit code: 0, or 1 where the
    editor said `exit` without `shutdown`.
    """
    _set_up_logging()
    stdin, stdout = _take_streams()
    server, session = build_server(write)
    server.start_io(stdin, stdout)
    session.close()
    if session.desk.busy:
        # A check can't be stopped, and an editor that closes doesn't wait for it.
        sys.stderr.flush()
        os._exit(server.exit_code)
    return server.exit_code


def _take_streams() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for the protocol alone: whatever else prints goes to stderr."""
    stdin = os.fdopen(os.dup(0), "rb")
    stdout = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return stdin, stdout


def _set_up_logging() -> None:
    if os.environ.get("FACTCHECK_DEBUG") == "1":
        logging.basicConfig(stream=sys.stderr, level=logging.INFO)
    else:
        # Without a handler Python would print tracebacks of pygls's to stderr.
        logging.basicConfig(handlers=[logging.NullHandler()])
