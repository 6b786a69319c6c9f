"""Line and column of an offset: inside factcheck all offsets are code points."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

# What editors take for a line break: LF, CRLF and a lone CR. Form feed, NEL and the Unicode
# separators are characters within a line to them, so they are to us.
_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one text. `starts[i]` and `ends[i]` bound line i + 1 without its line break."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Lines:
        """The lines of `text`; an empty text has one empty line."""
        breaks = [found.span() for found in _BREAK.finditer(text)]
        starts = (0, *(end for _, end in breaks))
        ends = (*(start for start, _ in breaks), len(text))
        return cls(starts, ends)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of `offset`, both from 1, the column in code points."""
        index = max(bisect_right(self.starts, offset) - 1, 0)
        return index + 1, offset - self.starts[index] + 1

    def bounds(self, offset: int) -> tuple[int, int]:
        """Start and end of the line in which `offset` stands, without the line break."""
        index = max(bisect_right(self.starts, offset) - 1, 0)
        return self.starts[index], max(self.ends[index], self.starts[index])
