"""Faults on one line: an editor shows a line of ours, and nobody reads a traceback there."""

from __future__ import annotations

from pygls.exceptions import JsonRpcException

from factcheck.lsp.words import plain
from factcheck.model import FactcheckError


def fault_line(error: BaseException) -> str:
    """What went wrong and, if it is a fault of ours, what to do about it."""
    if isinstance(error, FactcheckError):
        return plain(str(error))
    if isinstance(error, JsonRpcException):
        return plain(f"a message of the editor can't be understood: {error}")
    return plain(
        f"a fault of ours, {type(error).__name__}: {str(error)[:300]}; please report it "
        "(FACTCHECK_DEBUG=1 in the environment of the editor logs where it happened)"
    )
