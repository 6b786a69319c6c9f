"""Web pages, and HTML within other files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from factcheck.model import BlockKind, Document, FurnitureKind
from factcheck.read.formats.fragment import parts_of_html

from .makers import page

Read = Callable[..., tuple[Document, ...]]

STORY = (
    "The bridge cost £33 million and took the builders four years, the council said on Friday.",
    "It will open to the public on 12 December, with a walk from the lighthouse to the old mill.",
    "Nobody had thought that the lamps of the old bridge would be kept, but they were.",
)


def test_the_article_of_a_page_with_title_author_and_day(read: Read) -> None:
    (document,) = read("bridge.html", page("The Lantern Bridge", *STORY))
    assert document.title is not None
    assert document.slice(document.title) == "The Lantern Bridge"
    assert document.published == date(2025, 12, 7)
    assert "All rights reserved" not in document.text
    assert "Sport" not in document.text
    bylines = [one for one in document.blocks if one.furniture is FurnitureKind.BYLINE]
    assert [document.slice(one.span) for one in bylines] == ["Ada Poe"]
    assert document.landmark(document.text.index("Nobody")) == "paragraph 3"


@pytest.mark.parametrize(
    ("encoding", "stated"),
    [
        ("utf-8", "utf-8"),
        ("cp1252", "iso-8859-1"),
        ("cp1252", ""),
        ("utf-16", ""),
        ("cp1251", "windows-1251"),
        ("utf-8", "no-such-encoding"),
        ("cp1252", "utf-8"),
        ("utf-8", "punycode"),
        ("utf-8", "unicode_escape"),
    ],
)
def test_the_encoding_of_a_page(read: Read, encoding: str, stated: str) -> None:
    text = (
        page("The bridge", *STORY).decode().replace("£33", "£33" if encoding != "cp1251" else "33")
    )
    text = text.replace("charset='utf-8'", f"charset='{stated}'" if stated else "name='x'")
    (document,) = read("a.html", text.encode(encoding))
    assert "33 million" in document.text
    assert "\ufffd" not in document.text


def test_tags_left_in_the_words_of_a_page_are_told(read: Read) -> None:
    """In a page's source they belong; in its words they don't."""
    from factcheck import Settings, compare

    data = page("The bridge", *STORY, "It was said that &lt;b&gt;nobody&lt;/b&gt; knew of it.")
    data = data.replace(b"&amp;lt;", b"&lt;").replace(b"&amp;gt;", b"&gt;")
    (document,) = read("a.html", data)
    report = compare([document], settings=Settings(model="none"))
    assert "FC704" in {finding.code for finding in report.findings}


def test_a_page_without_an_article(refusal: Callable[..., str]) -> None:
    assert "no article" in refusal("a.html", "<html><head><title>x</title></head><body></body>")


def test_tables_lists_and_quotations_keep_their_kinds(read: Read) -> None:
    more = (
        "<ul><li>Steel from two mills was used for it.</li></ul><blockquote><p>We kept the lamps."
        "</p></blockquote><table><tr><th>Year</th><th>Cost</th></tr><tr><td>2024</td><td>12</td>"
        "</tr></table>"
    )
    data = page("The bridge", *STORY).replace(b"</article>", more.encode() + b"</article>")
    (document,) = read("a.html", data)
    kinds = {document.slice(block.span): block.kind for block in document.blocks}
    assert kinds["Steel from two mills was used for it."] is BlockKind.LIST_ITEM
    assert kinds["We kept the lamps."] is BlockKind.QUOTE
    assert kinds["2024 | 12"] is BlockKind.TABLE_ROW


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>One &amp; two</p><p>Three</p>", ["One & two", "Three"]),
        ("One<br>two<br/>three", ["One\ntwo\nthree"]),
        ("<script>x < 1; '<p>no</p>'</script><p>Yes", ["Yes"]),
        ("<style>p { }</style>a<!-- no -->b", ["ab"]),
        ('<a title="1 > 0">link</a> words', ["link words"]),
        ("5 < 6 and 7 > 2", ["5 < 6 and 7 > 2"]),
        ("<ul><li>a<li>b</ul>c", ["a", "b", "c"]),
        ("<table><tr><td>a<td>b</tr></table>", ["a | b"]),
        ("<table><tr><td><p>left</p></td><td>right</td></tr></table>", ["left", "right"]),
        ("<svg>never closed <p>words", ["never closed", "words"]),
        ("&#99999999999999999999; &#xfffffffffff;", ["\ufffd \ufffd"]),
        ("unfinished <a href='x", ["unfinished <a href='x"]),
    ],
)
def test_html_that_is_an_article_already(html: str, words: list[str]) -> None:
    assert [part.text for part in parts_of_html(html)] == words


@pytest.mark.parametrize(
    "unit", ["<", "<!--", "<a b='", "</", "<![CDATA[", "&", "<script>", "<td>"]
)
def test_unfinished_tags_are_read_in_the_time_of_their_length(unit: str) -> None:
    """The parser of the standard library would take a minute over each; here it is a blink."""
    parts_of_html(unit * 200_000)
