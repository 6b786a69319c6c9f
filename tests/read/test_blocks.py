"""Blocks of plain text and scraped pages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import BlockKind, Document, FurnitureKind
from factcheck.read import document_from_text

PROSE = "The harbour council met on Tuesday and voted to mend the old lighthouse."


def read(text: str) -> Document:
    return document_from_text(text, name="page.txt")


def outline(text: str) -> list[tuple[str, str]]:
    """Kind (with the kind of furniture) and words of each block."""
    document = read(text)
    return [
        (block.furniture.value or block.kind.value, " ".join(document.slice(block.span).split()))
        for block in document.blocks
    ]


def kind_of(line: str) -> str:
    """What a line is read as between a headline and running text."""
    return outline(f"Council mends its lighthouse\n\n{line}\n\n{PROSE}\n\n{PROSE}\n")[1][0]


@pytest.mark.parametrize(
    "line",
    [
        "By Maria Oduya",
        "By Maria Oduya and Piet Claes in Oslo",
        "BY MARIA ODUYA, STAFF WRITER",
        "Written by Maria Oduya",
        "Our City Staff",
        "Ana Lind, Coast Correspondent",
        "Posted by Ana Lind",
        "By Ana Lind for The Harbour Post, a weekly about boats",
        "Staff and agencies",
        "Associated Press",
        "Reuters",
        "Reporting by Maria Oduya; Editing by Piet Claes",
        "By Maria Oduya | 4 March 2024",
    ],
)
def test_bylines(line: str) -> None:
    assert kind_of(line) == FurnitureKind.BYLINE


@pytest.mark.parametrize(
    "line",
    [
        "04 March 2024 9:15am GMT",
        "Monday, March 4, 2024",
        "Published: 2024-03-04T09:15:00Z",
        "Posted 3/14/2024 7:21 AM",
        "Last updated 13:26 14 / 03 / 2024",
        "Updated 5 hours ago",
        "4 March 2024, 10:00 (GMT+05:00)",
        "First published on 4 March 2024",
        "OSLO, 4 March 2024",
        "Mar. 4 5:46 PM EST",
    ],
)
def test_datelines(line: str) -> None:
    assert kind_of(line) == FurnitureKind.DATELINE


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("312", FurnitureKind.COUNT),
        ("48 comments", FurnitureKind.COUNT),
        ("3 min read", FurnitureKind.COUNT),
        ("Share this on your favourite network", FurnitureKind.SHARE),
        ("Gift this article free", FurnitureKind.SHARE),
        ("Sign up to our free newsletter", FurnitureKind.SHARE),
        ("Facebook Twitter WhatsApp", FurnitureKind.SHARE),
        ("Advertisement", FurnitureKind.LABEL),
        ("Overview", FurnitureKind.LABEL),
        ("Logo", FurnitureKind.LABEL),
        ("© 2024 The Harbour Post. All rights reserved.", FurnitureKind.LABEL),
        ("Tags: lighthouse, harbour, council", FurnitureKind.TAGS),
        ("#harbour #lighthouse", FurnitureKind.TAGS),
        ("The lamp room from the sea. Photo: Ana Lind/Harbour Post", BlockKind.CAPTION),
        ("Image: the lamp room", BlockKind.CAPTION),
        ("The lamp room from the sea (AP Photo/Ana Lind)", BlockKind.CAPTION),
        ("- new glass for the lamp", BlockKind.LIST_ITEM),
        ("2. new glass for the lamp", BlockKind.LIST_ITEM),
        ("| glass | 40 panes |", BlockKind.TABLE_ROW),
        ("|---|---|", FurnitureKind.LABEL),
        ("> We will mend it, he wrote.", BlockKind.QUOTE),
        ("## What comes next", BlockKind.HEADING),
        ("What comes next for the tower?", BlockKind.HEADING),
        ("How the lamp was saved", BlockKind.HEADING),
    ],
)
def test_other_lines(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the tower will be closed to visitors.",
        "By dawn, Reuters had counted 40 boats.",
        "Share prices fell by 3 percent after the vote.",
        "Print sales of the paper rose to 4,000.",
        "Save the tower, the crowd told councillors.",
        "The photo was taken on 4 March 2024.",
        "On 4 March 2024 the council met.",
        "Forty-eight comments were read out.",
        "By Monday the council had no staff.",
        "He told reporters that the",
    ],
)
def test_lines_of_text_are_not_furniture(line: str) -> None:
    assert kind_of(line) == BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    "headline",
    [
        "Save the lighthouse, say islanders",
        "Share of boats under sail rises to 40%",
        "Follow the herring: how the fleet moved north",
        "Register of tall ships to close",
        "Support our fishermen rally draws 500",
        "Who will light the lamp?",
        "Lamp failures spread across the U.S.",
    ],
)
def test_headlines_that_begin_like_links(headline: str) -> None:
    document = read(f"{headline}\n\n{PROSE}\n")
    assert document.title is not None
    assert document.slice(document.title) == headline


def test_scraped_head() -> None:
    page = f"""Logo
4
Tower lamp ‘fit for a century’, say engineers
Report, released on Monday, asks for 40 new panes and a second keeper

Our Coast Staff
04 March 2024 9:15am GMT
Related Topics
Lighthouses, Harbour council, Ana Lind

57

Gift this article free
Ana Lind (left) with the lamp that was lit in 1911
Ana Lind (left) with the lamp that was lit in 1911 Credit: Piet Claes/Harbour Post
{PROSE}
"""
    document = read(page)
    assert [kind for kind, _ in outline(page)] == [
        "label",
        "count",
        "heading",
        "heading",
        "byline",
        "dateline",
        "label",
        "tags",
        "count",
        "share",
        "caption",
        "caption",
        "paragraph",
    ]
    assert str(document.published) == "2024-03-04"
    assert document.title is not None
    assert document.slice(document.title).startswith("Tower lamp")


def test_repeated_headline_keeps_the_first() -> None:
    document = read(f"Tower reopens\n\nTower reopens\nReuters\n\n{PROSE}\n")
    assert document.title == document.blocks[0].span
    assert [block.level for block in document.blocks[:2]] == [1, 1]


def test_key_figures_are_tied_to_their_labels() -> None:
    page = f"""Tower in figures

{PROSE}

Key figures

40
Panes broken in the lamp room
The storm of January broke them within an hour.
5 hours
Length of the rescue at the rocks
The crew was lifted off before dark.
"""
    rows = [words for kind, words in outline(page) if kind == "table row"]
    assert rows == [
        "40 Panes broken in the lamp room",
        "5 hours Length of the rescue at the rocks",
    ]


def test_section_numbers_are_no_key_figures() -> None:
    page = f"Three ways out\n\n{PROSE}\n1\nMend the lamp\n{PROSE}\n2\nSell the tower\n{PROSE}\n"
    assert "table row" not in [kind for kind, _ in outline(page)]


def test_fields_of_a_fact_box() -> None:
    page = f"{PROSE}\n\nTower\nStatus: in use since 1911\n\nPier\nStatus: closed to visitors\n"
    assert [kind for kind, words in outline(page) if words.startswith("Status")] == [
        "list item"
    ] * 2


def test_timeline_dates_are_headings() -> None:
    page = f"{PROSE}\n\n4 March 2024\n{PROSE}\n\n5 March 2024\n{PROSE}\n\n{PROSE}\n"
    assert [kind for kind, words in outline(page) if words.endswith("2024")] == ["heading"] * 2


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    page = """The tower was lit again

The council of the harbour met on Tuesday evening and voted, by
eleven to four, to mend the lighthouse. Engineers had asked for
40 panes of glass. The work begins in May.

A second vote on the pier was put off until the next session of
the council.
"""
    assert [kind for kind, _ in outline(page)] == ["heading", "paragraph", "paragraph"]


def test_one_sentence_a_line_stays_apart() -> None:
    page = "The vote was eleven to four.\nThe work begins in May.\nNobody spoke against it.\n"
    assert [kind for kind, _ in outline(page)] == ["paragraph"] * 3


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("(Mar 4, 2024  8:37 AM CDT)", "2024-03-04"),
        ("OSLO, March 4, 2024 (Reuters) -", "2024-03-04"),
        ("OSLO, March 4 (Reuters) -", None),
        ("BERGEN, Norway (AP) —", None),
        ("TRONDHEIM —", None),
    ],
)
def test_a_dateline_that_opens_the_text_is_cut_off(opening: str, day: str | None) -> None:
    document = read(f"{opening} {PROSE}\n")
    first, second = document.blocks
    assert (first.furniture, document.slice(first.span)) == (FurnitureKind.DATELINE, opening)
    assert document.slice(second.span) == PROSE
    assert (str(document.published) if document.published else None) == day


@pytest.mark.parametrize(
    "text",
    [
        "(The vote was close.) The council met again.",
        "NATO — the alliance — said so.",
        "The tower (1911) was lit again.",
        "AMD (NYSE: AMD) said on Monday that it would buy the yard.",
    ],
)
def test_openings_that_are_no_datelines(text: str) -> None:
    assert [block.kind for block in read(text).blocks] == [BlockKind.PARAGRAPH]


def test_bullets_and_addresses_are_markup() -> None:
    text = f"{PROSE}\n- forty panes, see https://harbour.example/2024/40.\n"
    document = read(text)
    assert [document.slice(span) for span in document.markup] == [
        "- ",
        "https://harbour.example/2024/40",
    ]


def visible(text: str) -> str:
    """The text without white space and invisible characters."""
    return "".join(character for character in text if character not in INVISIBLE).strip()


INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [PROSE, "", "  ", "40", "Tags", "a, b", "- x", "| a | b |", "---", "====", "> q", "# h"]
        ),
        st.text(max_size=60),
    ),
    max_size=14,
)


@settings(max_examples=150, deadline=None)
@given(lines=LINES, markdown=st.booleans())
def test_blocks_cover_the_text_in_order(lines: list[str], markdown: bool) -> None:
    text = "\n".join(lines)
    document = document_from_text(text, name="x", markdown=markdown)
    position = 0
    for block in document.blocks:
        assert position <= block.span.start < block.span.end <= len(text)
        assert not visible(text[position : block.span.start])
        position = block.span.end
    assert not visible(text[position:])
    for before, after in pairwise(document.markup):
        assert before.end <= after.start


def test_a_last_line_that_breaks_off_is_text() -> None:
    page = f"Tower reopens\n\n{PROSE}\n\nHe told reporters that the lamp\n"
    assert outline(page)[-1][0] == BlockKind.PARAGRAPH


@pytest.mark.parametrize("line", ["Union asks for more staff", "Keepers are short of staff"])
def test_a_summary_that_ends_in_staff(line: str) -> None:
    assert kind_of(line) == BlockKind.HEADING
