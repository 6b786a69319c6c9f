"""What the console script runs: the commands, and one clear line for everything that goes wrong."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

EXIT_TROUBLE = 2
EXIT_INTERRUPTED = 130


def main() -> NoReturn:
    """Run the command line and exit: 0 nothing found, 1 found, 2 trouble, 130 interrupted.

    A traceback is shown only with FACTCHECK_DEBUG=1 in the environment.
    """
    if sys.stdout is None:  # closed by the caller (`>&-`), who wants the exit code alone
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    if sys.argv[1:] == ["--version"]:
        # Editors and scripts ask for it at every start; it needs none of the commands.
        from factcheck import __version__

        print(f"factcheck {__version__}")
        sys.exit(0)
    # Facts and parses hold few cycles; looking for them every 700 objects takes a tenth of a run.
    # The libraries, the model and a few articles are some 220,000 objects.
    gc.set_threshold(250_000, 20, 20)
    try:
        from factcheck.cli.app import app_for

        app_for(sys.argv[1:])(prog_name="factcheck")
    except KeyboardInterrupt:
        sys.exit(EXIT_INTERRUPTED)
    except Exception as error:
        if os.environ.get("FACTCHECK_DEBUG") == "1":
            raise
        print(one_line(error), file=sys.stderr)
        sys.exit(EXIT_TROUBLE)
    finally:
        # The process gives its memory back as a whole: the interpreter's own search for cycles on
        # the way out takes 0.2 s when a model is loaded.
        gc.freeze()
    sys.exit(0)


def one_line(error: Exception) -> str:
    """What went wrong, on one line that can't steer a terminal: file names come from strangers."""
    from factcheck.model import FactcheckError

    words = " ".join(str(error).split())
    if isinstance(error, MemoryError):
        words = "not enough memory for all of this; give fewer or shorter texts, or fewer --jobs"
    elif not isinstance(error, FactcheckError):
        words = (
            f"a fault of ours, {type(error).__name__}: {words[:300]}; please report it with the "
            "command you ran (FACTCHECK_DEBUG=1 shows where it happened)"
        )
    return f"factcheck: {printable(words)}"


def printable(words: str) -> str:
    """`words` with everything escaped that steers a terminal."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in words)
