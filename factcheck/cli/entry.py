"""What the console script runs: the commands, and one clear line for everything that goes wrong."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

EXIT_TROUBLE = 2
EXIT_INTERRUPTED = 130


def main() -> NoReturn:
    """Run the command line and exit: 0 nothing found, 1 found, 2 trouble, 130 interrupted.

    A traceback is shown only with FACTCHECK_DEBUG=1 in the environment.
    """
    try:
        from factcheck.cli.app import app

        app(prog_name="factcheck")
    except KeyboardInterrupt:
        _leave(EXIT_INTERRUPTED)
    except BrokenPipeError:
        _leave(0)
    except Exception as error:
        if os.environ.get("FACTCHECK_DEBUG") == "1":
            raise
        print(_one_line(error), file=sys.stderr)
        sys.exit(EXIT_TROUBLE)
    sys.exit(0)


def _one_line(error: Exception) -> str:
    from factcheck.model import FactcheckError

    words = " ".join(str(error).split())
    if isinstance(error, FactcheckError):
        return f"factcheck: {words}"
    return (
        f"factcheck: a fault of ours: {type(error).__name__}: {words[:300]} · please report it with "
        "the command you ran; FACTCHECK_DEBUG=1 shows where it happened"
    )


def _leave(code: int) -> NoReturn:
    """Exit without a word, even where standard output is closed already."""
    # Python flushes standard output once more on exit, which would fail again on a closed pipe.
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    sys.exit(code)
