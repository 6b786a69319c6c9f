"""PDFs: paragraphs, page furniture, hyphens, places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.model import Document

from .makers import pdf, pdf_of

Read = Callable[..., tuple[Document, ...]]

PAGES = [
    [
        (72, 800, "Harbour News"),
        (72, 750, "The Lantern Bridge opens", 20),
        (72, 716, "The bridge has 33 pages of plans and the govern-"),
        (72, 702, "ment says that it will open on 5 December 2025, with well-"),
        (72, 688, "known guests. It was built in a 29-"),
        (72, 674, "month spell."),
        (72, 646, "A second paragraph follows here. It goes on to the next"),
        (300, 30, "1"),
    ],
    [
        (72, 800, "Harbour News"),
        (72, 750, "page, where it ends. The bridge is long-lived."),
        (72, 722, "A third paragraph of the text."),
        (300, 30, "2"),
    ],
    [(72, 800, "Harbour News"), (72, 750, "12"), (72, 722, "That was the last."), (300, 30, "3")],
]


def test_paragraphs_without_the_furniture_of_pages(read: Read) -> None:
    (document,) = read("bridge.pdf", pdf(PAGES))
    assert document.text.rstrip().split("\n\n") == [
        "The Lantern Bridge opens",
        "The bridge has 33 pages of plans and the government says that it will open on 5 December "
        "2025, with well-known guests. It was built in a 29-month spell.",
        "A second paragraph follows here. It goes on to the next page, where it ends. The bridge "
        "is long-lived.",
        "A third paragraph of the text.",
        "12",
        "That was the last.",
    ]
    assert document.title is not None
    assert document.slice(document.title) == "The Lantern Bridge opens"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("33 pages", "page 1, line 3"),
        ("government", "page 1, line 3"),
        ("ment says", "page 1, line 4"),
        ("known guests", "page 1, line 5"),
        ("where it ends", "page 2, line 2"),
        ("the last", "page 3, line 3"),
    ],
)
def test_every_place_has_its_page_and_line(read: Read, words: str, place: str) -> None:
    """Lines are counted as on the page, running heads and all."""
    (document,) = read("bridge.pdf", pdf(PAGES))
    assert document.landmark(document.text.index(words)) == place


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("They co-operate in the well-", "being of all."), "the well-being of all."),
        (("He met the Anglo-", "American group."), "the Anglo-American group."),
        (("A long-term plan. It is a long-", "term plan."), "It is a long-term plan."),
        (("The coordination was good. This coordi-", "nation is good."), "This coordination is"),
        (("The deal took a while –", "and more."), "took a while – and more."),
        (("They spent the pre-", "1945 years there."), "the pre-1945 years"),
    ],
)
def test_hyphens_at_the_end_of_a_line(read: Read, lines: tuple[str, str], text: str) -> None:
    (document,) = read("a.pdf", pdf([[(72, 700, lines[0]), (72, 686, lines[1])]]))
    assert text in document.text


def test_a_lone_number_that_is_no_page_number_stays(read: Read) -> None:
    pages = [
        [(72, 700, f"Deaths in {town}"), (72, 686, number), (72, 600, f"So said {town}.")]
        for town, number in (("Ayr", "12"), ("Bath", "99"), ("Cork", "31"))
    ]
    (document,) = read("a.pdf", pdf(pages))
    assert all(number in document.text for number in ("12", "99", "31"))


def test_files_that_are_no_readable_pdf(refusal: Callable[..., str]) -> None:
    assert "OCR" in refusal("scan.pdf", pdf([[]]))
    assert "damaged" in refusal("a.pdf", b"%PDF-1.7 and nothing else")
    assert "damaged" in refusal("a.pdf", b"<html>no PDF</html>" * 20)


def test_a_form_that_shows_itself_twice(refusal: Callable[..., str]) -> None:
    """Of six hundred bytes, it would take all the memory of the machine."""
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >>"
        b" /Length 11 >>\nstream\n/X Do /X Do\nendstream"
    )
    bomb = pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R "
            b"/Resources << /XObject << /X 4 0 R >> >> >>",
            form,
            b"<< /Length 5 >>\nstream\n/X Do\nendstream",
        ]
    )
    assert "made to do harm" in refusal("bomb.pdf", bomb)


def test_a_tree_of_pages_that_bites_its_tail(refusal: Callable[..., str]) -> None:
    loop = pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 200000000 >>",
            b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>",
        ]
    )
    refusal("loop.pdf", loop)
