"""The tags and the words of HTML, in one pass whose time grows with its length and no faster.

`html.parser` takes the square of it on unfinished tags (before Python 3.14), which a stranger's
text may well hold. What looks like a tag and never ends is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from html import unescape

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]{0,40})")
_STOP = re.compile(r"[>\"']")
# A number of more digits is no character, and Python refuses to read the longest.
_NUMBER = re.compile(r"&#(?:[0-9]{9,}|[xX][0-9A-Fa-f]{9,});?")
RAW = ("script", "style")


class Sort(Enum):
    """What a token is."""

    START = auto()
    END = auto()
    WORDS = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A start tag or an end tag by its name in small letters, or words with entities read."""

    sort: Sort
    text: str


def tokens(html: str) -> Iterator[Token]:
    """The tokens of `html`, in order; attributes, comments, scripts and styles are left out."""
    return _Scanner(html).tokens()


class _Scanner:
    """Each search that fails is remembered, so that none is made twice over the same text."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.quotes = True
        self.missing: set[str] = set()

    def tokens(self) -> Iterator[Token]:
        html, start, position = self.html, 0, 0
        while (opening := html.find("<", position)) >= 0:
            end, name = self._markup(opening)
            if end < 0:
                position = opening + 1
                continue
            if start < opening:
                yield _words(html[start:opening])
            if name:
                closing = html[opening + 1] == "/"
                yield Token(Sort.END if closing else Sort.START, name)
                if name in RAW and not closing:
                    end = max(self._find(f"</{name}", end, fold=True), end)
            start = position = end
        if start < len(html):
            yield _words(html[start:])

    def _markup(self, opening: int) -> tuple[int, str]:
        """Where the markup that may begin at `opening` ends (-1 if it is text), and its tag."""
        html = self.html
        if html.startswith("<!--", opening):
            return self._after("-->", opening + 4), ""
        if html.startswith("<![CDATA[", opening):
            return opening + 9, ""
        if html.startswith(("<!", "<?"), opening):
            return self._after(">", opening), ""
        found = _TAG.match(html, opening)
        if not found:
            return -1, ""
        return self._tag_end(found.end()), found[1].lower()

    def _tag_end(self, position: int) -> int:
        """The end of a tag; one whose quotes never close ends at the first bracket."""
        place = position
        while self.quotes and (found := _STOP.search(self.html, place)):
            if found.group() == ">":
                return found.end()
            place = self._after(found.group(), found.end())
            if place < 0:
                break
        self.quotes = False
        return self._after(">", position)

    def _after(self, text: str, position: int) -> int:
        found = self._find(text, position)
        return found + len(text) if found >= 0 else -1

    def _find(self, text: str, position: int, *, fold: bool = False) -> int:
        if text in self.missing:
            return -1
        if fold:
            match = re.compile(re.escape(text), re.IGNORECASE).search(self.html, position)
            found = match.start() if match else -1
        else:
            found = self.html.find(text, position)
        if found < 0:
            self.missing.add(text)
        return found


def _words(html: str) -> Token:
    if "&" in html:
        html = unescape(_NUMBER.sub("\ufffd", html))
    return Token(Sort.WORDS, html.replace("]]>", ""))
