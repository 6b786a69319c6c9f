"""Web pages: the article by trafilatura, without the furniture of the site.

Trafilatura finds the title, the author and the day in what the page says of itself (meta tags,
JSON-LD), and the text by the page's tags. The day is not guessed from the page's prose.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from factcheck.model import Document, Landmark
from factcheck.read.formats.dates import stated_day
from factcheck.read.formats.encodings import text_of
from factcheck.read.formats.parts import (
    BYLINE,
    LIST_ITEM,
    QUOTE,
    TABLE_ROW,
    TITLE,
    Part,
    assembled,
    heading,
    row,
    squeezed,
    squeezed_lines,
)
from factcheck.read.formats.source import Source, needs_extra

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_TAGS = 200_000
# The first kilobyte, says the standard; many a page has its long comments first.
_HEAD = 4096
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{1,40})", re.I)
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}


def read_html(data: bytes, source: Source, *, name: str = "", address: str = "") -> Document:
    """The article of the page in `data`; landmarks are its headings, paragraphs, list items, ….

    `name` is that of the document where it isn't the file's; `address` is where the page was.

    Raises:
        FactcheckError: trafilatura isn't installed, the bytes are no text, or no article is found.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise needs_extra(source, "web pages", "html") from error
    # It writes what it makes of a page to the log, which falls through to the terminal.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    logging.getLogger("htmldate").addHandler(logging.NullHandler())
    html = _text_of(data, source)
    if html.count("<") > MOST_TAGS:
        raise source.refusal(
            f"the page holds more than {MOST_TAGS:,} tags, which no article does; save its text as "
            ".txt or .md"
        )
    try:
        found: Any = bare_extraction(
            html,
            url=address or None,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            date_extraction_params=dict(_DATES),
        )
    except Exception as fault:  # it checks little of what strangers write
        raise source.refusal(
            f"the page can't be read ({type(fault).__name__}); save its text as .txt or .md"
        ) from fault
    parts = [] if found is None or found.body is None else list(_parts(found.body))
    if not parts:
        raise source.refusal(
            "no article was found in the page; save its text as .txt or .md, or leave it out"
        )
    return assembled(
        _with_head(parts, found.title or "", found.author or ""),
        source,
        name=name,
        published=stated_day(found.date or ""),
    )


def _text_of(data: bytes, source: Source) -> str:
    """The text of a page: its encoding by its mark, the server, the page, else as for any text."""
    stated = _CHARSET.search(data, 0, _HEAD)
    return text_of(data, source, stated[1].decode("ascii", "replace") if stated else "")


def _with_head(parts: list[Part], title: str, author: str) -> Iterator[Part]:
    """The title and the author before the text, where it doesn't open with them."""
    title, author = squeezed(title), squeezed(author.replace(";", ","))
    first = parts[0]
    if title and _folded(first.text) == _folded(title):
        yield Part(first.text, TITLE, first.landmarks)
        parts = parts[1:]
    elif title:
        yield Part(title, TITLE, (Landmark(0, "title"),))
    if author and not any(author.casefold() in part.text.casefold() for part in parts[:3]):
        yield Part(author, BYLINE, (Landmark(0, "author"),))
    yield from parts


def _folded(text: str) -> str:
    return squeezed(text).casefold()


def _parts(body: _Element) -> Iterator[Part]:
    counts: Counter[str] = Counter()
    for part, word in _blocks(body):
        if part.text:
            counts[word] += 1
            yield Part(part.text, part.reading, (Landmark(0, f"{word} {counts[word]}"),))


def _blocks(parent: _Element) -> Iterator[tuple[Part, str]]:
    """The blocks of trafilatura's tree (a small TEI) with what each is called for people."""
    if (words := squeezed(parent.text or "")) and parent.tag not in ("list", "table"):
        yield Part(words), "paragraph"
    for element in parent:
        tag = str(element.tag)
        if tag == "head":
            level = str(element.get("rend", "h2"))[1:]
            text, reading = _text(element), heading(int(level) if level.isdigit() else 2)
            yield Part(text, reading), "heading"
        elif tag == "p":
            yield Part(_text(element)), "paragraph"
        elif tag == "item":
            yield Part(_text(element), LIST_ITEM), "list item"
        elif tag == "quote":
            yield Part(_text(element), QUOTE), "quotation"
        elif tag == "row":
            yield Part(row(map(_text, element)), TABLE_ROW), "table row"
        elif tag in ("list", "table", "body", "div"):
            yield from _blocks(element)
        elif tag != "graphic":
            yield Part(_text(element)), "paragraph"
        if words := squeezed(element.tail or ""):
            yield Part(words), "paragraph"


def _text(element: _Element) -> str:
    for mark in element.iter("lb"):
        mark.tail = "\n" + (mark.tail or "")
    words = "".join(_spaced(element))
    return squeezed_lines(words)


def _spaced(element: _Element) -> Iterator[str]:
    """The words of an element; blocks within it stand on lines of their own."""
    for event, each in _walk(element):
        if each is not element and str(each.tag) in ("p", "item", "row", "head", "quote", "cell"):
            yield "\n"
        yield (each.text or "") if event == "start" else ""
        if event == "end" and each is not element:
            yield each.tail or ""


def _walk(element: _Element) -> Iterator[tuple[str, _Element]]:
    from lxml.etree import iterwalk

    yield from iterwalk(element, events=("start", "end"))
