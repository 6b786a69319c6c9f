"""Breaking lines by terminal cells, not code points."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len


def wrapped(text: str, width: int, *, indent: str = "") -> Iterator[str]:
    """`text` in lines of at most `width` cells, broken at spaces; `indent` starts later lines.

    White space at the start of `text` is kept; a word longer than a line stands on its own line.
    """
    body = text.lstrip(" ")
    line = text[: len(text) - len(body)]
    fresh = True
    for word in body.split(" "):
        if not fresh and cell_len(line) + 1 + cell_len(word) > width:
            yield line
            line, fresh = indent, True
        line += word if fresh else f" {word}"
        fresh = False
    yield line
