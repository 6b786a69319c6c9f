"""`factcheck lsp`: findings in an editor, as you write."""

from __future__ import annotations

import sys

import typer

EXAMPLES = """\b
Examples (docs/editors.md has more):
  factcheck lsp
"""


def command() -> None:
    """Serve an editor over standard input and output, as a language server.

    An editor starts this; docs/editors.md says how to tell yours. It needs the extra "lsp".
    """
    from factcheck.model import FactcheckError

    try:
        from factcheck.lsp.serve import serve
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise FactcheckError(
            "the server for editors needs the extra lsp: pip install 'factcheck-cli[lsp]'"
        ) from error
    if sys.stdin is not None and sys.stdin.isatty():
        print(
            "factcheck lsp: waiting for an editor on standard input; end with Ctrl-D "
            "(docs/editors.md says how to set up an editor)",
            file=sys.stderr,
        )
    from factcheck.cli.output import write_file

    raise typer.Exit(serve(write_file))
