"""Markdown: block structure, headline, and marks that are no words."""

from __future__ import annotations

import pytest

from factcheck.model import BlockKind, Document, FurnitureKind
from factcheck.read import document_from_text

PAGE = """---
title: The tower
---

# The **tower** report #

*By Ana Lind*
4 March 2024

The council [said](https://harbour.example/2024/40) that 40 panes
were broken<!-- factcheck: ignore[quantity-mismatch] agreed -->.

What next
---------

> Mend it,
> she wrote.

- one pane
  and a half
- a second
  1. a nested one

| part | panes |
|------|-------|
| lamp | 40 |

```
panes = 41
```

    Indented words are read.

![The lamp in 1911](lamp_1911.png)

[ref]: https://harbour.example
"""


def read(text: str) -> Document:
    return document_from_text(text, name="page.md", markdown=True)


def seen(document: Document) -> str:
    """The text with all markup as spaces, folded."""
    characters = list(document.text)
    for span in document.markup:
        characters[span.start : span.end] = " " * (span.end - span.start)
    return " ".join("".join(characters).split())


def test_outline() -> None:
    kinds = [block.furniture.value or block.kind.value for block in read(PAGE).blocks]
    assert kinds == [
        "front matter",
        "heading",
        "front matter",
        "heading",
        "byline",
        "dateline",
        "paragraph",
        "heading",
        "label",
        "quote",
        "list item",
        "list item",
        "list item",
        "table row",
        "label",
        "table row",
        "code",
        "paragraph",
        "caption",
        "label",
    ]


def test_headline_and_day() -> None:
    document = read(PAGE)
    assert document.title is not None
    assert document.slice(document.title) == "The tower"
    assert str(document.published) == "2024-03-04"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It *was* **40** panes.", "It was 40 panes."),
        ("See [the report](http://x.example/a_(b)) now.", "See the report now."),
        ("See [the *long* report][r] now.", "See the long report now."),
        ("He said [she] left.", "He said [she] left."),
        ("Broken<!-- 41 --> panes.", "Broken panes."),
        ("<b>40</b> panes", "40 panes"),
        ("2 * 3 panes and snake_case names.", "2 * 3 panes and snake_case names."),
        (r"40\* panes \_x", "40 * panes _x"),
        ("Note[^1] this.", "Note this."),
        ("- item", "item"),
        ("## Head ##", "Head"),
        ("> quoted\n> more", "quoted more"),
    ],
)
def test_marks_are_no_words(text: str, words: str) -> None:
    assert seen(read(text)) == words


@pytest.mark.parametrize(
    "text",
    [
        "---\nnever closed\n",
        "---\n",
        "---\n---\n",
        "+++\ndate = 2024-03-04\n+++\nWords stand here.",
        "> " * 200 + "deep",
        "- " * 200 + "deep",
        "[" * 5000 + "]" * 5000,
        "<!-- " * 2000,
        "*" * 9999,
        "| a |\n|---|\n",
        "",
        "\r\r\n\n",
    ],
)
def test_odd_markdown_is_read(text: str) -> None:
    read(text)


def test_front_matter_is_no_prose() -> None:
    first = read("---\ndate: 2024-03-04\n---\n\nThe tower was lit.\n").blocks[0]
    assert (first.kind, first.furniture) == (BlockKind.FURNITURE, FurnitureKind.FRONT_MATTER)


def test_carriage_returns_do_not_move_the_lines() -> None:
    document = read("# Head\r\n\r\nOne line\rgoes on.\r\n\r\nLast words.\r\n")
    assert [document.slice(block.span) for block in document.blocks] == [
        "# Head",
        "One line\rgoes on.",
        "Last words.",
    ]
