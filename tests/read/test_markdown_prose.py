"""Prose told from the rest of Markdown, held against what markdown-it-py renders."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from factcheck.config import Settings
from factcheck.model import BlockKind, Document
from factcheck.pipeline import run
from factcheck.read import document_from_text

UNREAD = (BlockKind.CODE, BlockKind.FURNITURE)


def read(text: str) -> Document:
    return document_from_text(text, name="page.md", markdown=True)


def words_read(text: str) -> list[str]:
    """The words in blocks that are read, marks as spaces."""
    document = read(text)
    shown = list(text)
    for mark in document.markup:
        shown[mark.start : mark.end] = " " * (mark.end - mark.start)
    return [
        word
        for block in document.blocks
        if block.kind not in UNREAD
        for word in "".join(shown[block.span.start : block.span.end]).replace("|", " ").split()
    ]


def words_rendered(text: str) -> list[str]:
    """The words of text and code spans in what markdown-it-py makes of it (CommonMark, tables)."""
    parser = MarkdownIt("commonmark").enable("table")
    found: list[str] = []
    for token in parser.parse(text):
        parts = [
            "\n" if child.type in ("softbreak", "hardbreak") else child.content
            for child in token.children or ()
            if child.type in ("text", "code_inline", "softbreak", "hardbreak", "text_special")
        ]
        found += "".join(parts).split()
    return found


@pytest.mark.parametrize(
    "text",
    [
        "The *harbour* plan has **48** pages, __all__ of them ***new***.\n",
        'See [the plan](https://a.example/48 "52 pages") and [its *long* annex][a].\n\n[a]: /x\n',
        "See [the plan\nof the harbour](https://a.example/48) now.\n",
        "Run `make *all* [x](y)` and ``a ` b`` now, *not* later.\n",
        "The **`page_count`** is [`48`](https://a.example/52).\n",
        "A <b>bold</b> word and a<br/>\nbreak.\n",
        "Words <!-- 48 *pages* `x --> and more.\n",
        "# The plan\n\n## Its *pages* ##\n\nForty-eight\n===========\n",
        "> The plan has 48 pages,\n> he said.\n\n- one\n- *two*\n  goes on\n\n1. first\n",
        "| part | pages |\n|---|--:|\n| *plan* | 48 |\n| `annex` | 4 |\n",
        "```\npages = 48\n```\n\nAfter it.\n\n    x = {48}\n    y = 52;\n\nAnd then.\n",
        "~~~ python\nprint(48)\n~~~\n",
        "- item\n\n  ```\n  pages = 48\n  ```\n- second\n",
        "Before.\n<!-- factcheck: ignore[FC101] 48 -->\nAfter.\n",
        "An escaped \\*star\\* and \\_bar\\_.\n",
        "Two trailing spaces  \nbreak a line, so does\\\na backslash.\n",
        "<https://a.example/48>\n\nWords.\n",
        "***\n\nWords.\n\n* * *\n",
    ],
)
def test_the_words_are_those_that_are_rendered(text: str) -> None:
    rendered = [word for word in words_rendered(text) if not word.startswith("https://")]
    # A mark between a word and a full stop becomes a space, so white space is left aside.
    assert "".join(words_read(text)) == "".join(rendered)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("![The lamp in 1911](lamp_1912.png)\n", "The lamp in 1911"),
        ("![The lamp](a.png)\n![The *tower*](b.png)\n", "The lamp The tower"),
        ("[![The lamp](a.png)](https://a.example/48)\n", "The lamp"),
        ("Before ![The lamp](a.png) after.\n", "Before after."),
        (
            "The plan has 48 pages.[^1]\n\n[^1]: Without the annex.\n",
            "The plan has 48 pages. Without the annex.",
        ),
        ("It is 10&nbsp;km long.\n", "It is 10 km long."),
        ("<!-- a note --> The plan has 48 pages.\n", "The plan has 48 pages."),
        ("<!-- a note\nover 2 lines --> The plan.\n", "The plan."),
        ("<div>\nThe plan <b>has</b> 48 pages.\n</div>\n", "The plan has 48 pages."),
        ("<table>\n<tr><td>plan</td><td>48</td></tr>\n</table>\n", "plan 48"),
        ("<script>\nvar pages = 48;\n</script>\n\nWords.\n", "Words."),
        ("<!DOCTYPE html>\n\nWords.\n", "Words."),
        ("    Indented words are prose here.\n", "Indented words are prose here."),
        ("Intro:\n\n    $ factcheck lint 48.md\n\nWords.\n", "Intro: Words."),
        ('[ref]: https://a.example/48 "52 pages"\n\nWords.\n', "Words."),
    ],
)
def test_what_is_prose(text: str, words: str) -> None:
    assert " ".join(words_read(text)) == words


def test_offsets_hold_in_every_block() -> None:
    text = "---\ntitle: Päge\n---\n\n# Pläge\r\n\r\n![Ä lamp](x.png)\n\n- *ö* 48 pages <!-- x -->\n"
    document = read(text)
    assert [
        document.slice(block.span) for block in document.blocks if block.kind not in UNREAD
    ] == [
        "Päge",
        "# Pläge",
        "![Ä lamp](x.png)",
        "- *ö* 48 pages <!-- x -->",
    ]


def test_an_alternative_text_is_a_caption_and_no_repetition() -> None:
    text = (
        "# The tower\n\nThe tower was lit on Monday, and many came to see it.\n\n"
        "![The lamp of the tower in 1911](lamp.png)\n\n*The lamp of the tower in 1911*\n\n"
        "Nobody could say who had lit it.\n"
    )
    document = read(text)
    assert [b.kind for b in document.blocks if b.kind is BlockKind.CAPTION]
    assert run([document], settings=Settings(model="none", select=("FC702",))).findings == ()


def test_figures_in_code_and_links_are_compared_with_nothing() -> None:
    text = (
        "The harbour plan has 48 pages.\n\n```\nThe harbour plan has 52 pages.\n```\n\n"
        "<!-- The harbour plan has 53 pages. -->\n\n"
        '[The harbour plan](https://a.example/has-54-pages "The harbour plan has 54 pages")\n'
    )
    assert run([read(text)], settings=Settings(select=("FC1",))).findings == ()


def test_long_hostile_marks_are_read_quickly() -> None:
    for text in (
        "`" * 50_000,
        "` `` ``` " * 5_000,
        "[factcheck:" * 9_000,
        "![" * 20_000,
        "<!--" * 9_000,
    ):
        read(text)
