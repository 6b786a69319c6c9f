"""Feeds: RSS 0.9x to 2.0, RSS 1.0 (RDF) and Atom; each item an article."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from xml.etree.ElementTree import Element

from factcheck.model import Document
from factcheck.read.formats.dates import stated_day
from factcheck.read.formats.records import Names, Record, document_of
from factcheck.read.formats.source import Source
from factcheck.read.formats.xml_tree import local, xml_tree

ROOTS = ("rss", "feed", "RDF")
# The whole article comes before a summary of it.
_TEXTS = ("encoded", "content", "description", "summary")
_DAYS = ("pubDate", "published", "date", "issued", "updated", "modified")
_AUTHORS = ("creator", "author")


def read_feed(data: bytes, source: Source) -> Iterator[Document]:
    """The items of a feed that hold text, in the order of the file; a line tells of the others.

    Raises:
        FactcheckError: it is no well-formed XML, no feed, or no item holds text.
    """
    root = xml_tree(data, source)
    if local(root) not in ROOTS:
        raise source.refusal(
            f"XML of a kind that isn't read (its root is {local(root)[:40]}); "
            "RSS and Atom feeds are"
        )
    names = Names(source)
    without = 0
    items = [each for each in root.iter() if local(each) in ("item", "entry")]
    for number, item in enumerate(items, start=1):
        record = _record(item)
        if not record.text.strip():
            without += 1
            continue
        name = names.of(record.identity, number)
        yield document_of(record, source, name=name, first=f"item {number}")
    if without == len(items):
        raise source.refusal("no item of the feed holds text")
    if without:
        source.note(f"{source.shown}: {without} of {len(items)} items hold no text")


def _record(item: Element) -> Record:
    return Record(
        _first(item, _TEXTS),
        _first(item, ("title",)),
        _author(item),
        stated_day(_first(item, _DAYS)),
        _first(item, ("guid", "id")) or _link(item),
    )


def _first(item: Element, names: tuple[str, ...]) -> str:
    for name in names:
        for each in item:
            if local(each) == name and (words := _words(each)):
                return words
    return ""


def _words(element: Element) -> str:
    """The text of an element; XHTML within it (Atom) is written out as HTML."""
    if len(element):
        return "".join(chain([element.text or ""], *map(_html, element))).strip()
    return (element.text or "").strip()


def _html(element: Element) -> Iterator[str]:
    from html import escape

    yield f"<{local(element)}>{escape(element.text or '')}"
    for each in element:
        yield from _html(each)
    yield f"</{local(element)}>{escape(element.tail or '')}"


def _author(item: Element) -> str:
    for each in item:
        if local(each) in _AUTHORS:
            name = next((one.text or "" for one in each if local(one) == "name"), "")
            return (name or each.text or "").strip()
    return ""


def _link(item: Element) -> str:
    for each in item:
        if local(each) == "link":
            return (each.get("href") or each.text or "").strip()
    return ""
