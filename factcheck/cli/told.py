"""What commands tell on stderr, line by line."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from factcheck.cli.entry import EXIT_TROUBLE, printable

_SHOWN = 20


def note(line: str) -> None:
    """One line on stderr that can't steer a terminal."""
    typer.echo(f"factcheck: {printable(line)}", err=True)


def tell_left_out(failures: Sequence[str]) -> int:
    """Name what was left out, with why; the exit code: 2 where there are any."""
    for failure in failures[:_SHOWN]:
        note(f"left out: {failure}")
    if len(failures) > _SHOWN:
        note(f"left out: and {len(failures) - _SHOWN:,} more")
    return EXIT_TROUBLE if failures else 0
