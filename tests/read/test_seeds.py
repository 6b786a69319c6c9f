"""Real pages, read only on machines that have them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.model import BlockKind, Document, FurnitureKind
from factcheck.read import read_paths

SEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"{SEEDS} is not on this machine")


@pytest.fixture(scope="module")
def pages() -> tuple[Document, ...]:
    return read_paths([str(SEEDS)])


def test_the_day_of_the_page_with_a_dateline(pages: tuple[Document, ...]) -> None:
    assert [page.published for page in pages] == [None, None, date(2025, 12, 7), None, None]


def test_captions_and_furniture(pages: tuple[Document, ...]) -> None:
    page = pages[2]
    assert sum(block.kind is BlockKind.CAPTION for block in page.blocks) == 2
    kinds = {block.furniture for block in page.blocks}
    # It is plain text, copied from a web page: comments and front matter are marks of Markdown.
    assert kinds == set(FurnitureKind) - {FurnitureKind.COMMENT, FurnitureKind.FRONT_MATTER}


@pytest.mark.parametrize("index", [1, 4])
def test_a_repeated_headline(pages: tuple[Document, ...], index: int) -> None:
    page = pages[index]
    twins = [block for block in page.blocks if block.level == 1]
    assert len(twins) == 2
    assert page.title == twins[0].span


def test_key_figures(pages: tuple[Document, ...]) -> None:
    rows = [block for block in pages[4].blocks if block.kind is BlockKind.TABLE_ROW]
    assert [pages[4].slice(row.span).split("\n")[0] for row in rows] == ["0", "5 hours", "3"]
