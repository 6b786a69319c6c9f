"""Odd texts through all of it: every reader of text, every grammar, every rule, every report."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.config import Settings
from factcheck.model import FactcheckError, Report
from factcheck.pipeline import run
from factcheck.read import document_from_text, read_paths
from factcheck.report import FORMATS, Style

WORDS = "The bridge cost £33 million, the mayor said on Friday. The bridge cost £35 million."
TIER_0 = Settings(model="none", pedantic=True)
SHAPES = {
    "bidi": f"\u202e{WORDS}\u202c \u2066{WORDS}\u2069 \u200f\u200e" * 5,
    "bidi never closed": "\u202e\u2067" * 500 + WORDS,
    "zero width": "\u200b".join(WORDS) + "\ufeff\u2060\u200d",
    "nothing but zero width": "\u200b\u200d\ufeff" * 500,
    "combining": "".join(f"{one}\u0301\u0323" for one in WORDS),
    "marks on marks": "e" + "\u0301" * 3000 + " " + WORDS,
    "decomposed": "Zele\u0301nsky met 3\u0301 men. Zelénsky met 4 men.",
    "emoji": f"👩‍👩‍👧‍👦 {WORDS} 🇬🇧🇺🇦 👍🏽" * 10,
    "other digits": "The plan has ٤٨ pages. The plan has ५२ pages. The plan has 四十 pages.",
    "full width": "Ｔｈｅ　ｐｌａｎ　ｈａｓ　４８　ｐａｇｅｓ．",
    "carriage returns and line feeds": f"A plan\r\n\r\n{WORDS}\r\n\r\n{WORDS}\r\n",
    "carriage returns": f"A plan\r\r{WORDS}\r\r{WORDS}\r",
    "line ends of every kind": WORDS.join(("\r", "\n\r", "\x85", "\u2028", "\x0b", "\x0c", "\n")),
    "half characters": f"\ud83d {WORDS} \udc4d",
    "quotation marks": '"' * 3000,
    "quotation marks of every kind": "“”‘’«»„‟'\"" * 300,
    "opened quotations": f"“{WORDS} " * 20,
    "deep quotes": "> " * 1500 + WORDS,
    "deep lists": "".join(f"{'  ' * n}- {WORDS}\n" for n in range(60)),
    "deep links": "[" * 700 + "a" + "](b)" * 700,
    "deep emphasis": "*_" * 700 + "a" + "_*" * 700,
    "deep brackets": "(" * 1500 + WORDS + ")" * 1500,
    "one long word": "a" * 20_000,
    "one long number": f"It cost {'9' * 20_000} pounds, or {'1,000' * 2000}.",
    "tabs": "\t".join(WORDS.split()) * 20,
    "blank": "\u00a0\u3000\u2003" * 300 + "x",
}


def sound(report: Report) -> None:
    """Each place lies in its text, and each format can show the report."""
    texts = {document.name: document.text for document in report.documents}
    for finding in report.findings:
        for place in (finding.primary, *finding.related):
            assert 0 <= place.span.start <= place.span.end <= len(texts[place.document])
    for format_ in FORMATS:
        assert isinstance(format_.render(report, Style()), str)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("markdown", [False, True])
def test_odd_texts(shape: str, markdown: bool) -> None:
    documents = [
        document_from_text(SHAPES[shape], name="odd", markdown=markdown),
        document_from_text(WORDS.replace("33", "36"), name="plain"),
    ]
    report = run(documents, settings=TIER_0)
    assert len(report.documents) == 2
    sound(report)


@pytest.mark.parametrize("shape", ["bidi", "carriage returns", "emoji", "combining", "zero width"])
def test_places_are_those_of_the_text_as_it_is(shape: str) -> None:
    report = run([document_from_text(SHAPES[shape], name="odd")], settings=TIER_0)
    for claim in report.claims:
        for fact in claim.facts:
            assert fact.surface == report.documents[0].slice(fact.span)


def test_line_ends_change_no_finding() -> None:
    found = []
    for end in ("\n", "\r\n", "\r"):
        documents = []
        for name, pages in (("a.txt", 48), ("b.txt", 52)):
            plan = f"The harbour plan, published on Monday, runs to {pages} pages."
            text = f"A plan\n\n{plan}\n\n“It is so,” she said.\n".replace("\n", end)
            documents.append(document_from_text(text, name=name))
        report = run(documents, settings=TIER_0)
        found.append([(one.code, one.values) for one in report.findings])
    assert "FC101" in {code for code, _ in found[0]}
    assert found[0] == found[1] == found[2]


def test_nul_bytes_are_refused_in_one_line(tmp_path: Path) -> None:
    for data in (b"\0" * 1000, WORDS.encode() + b"\0", b"\0" + WORDS.encode()):
        (tmp_path / "nul.txt").write_bytes(data)
        with pytest.raises(FactcheckError, match=r"^[^\n]*nul\.txt[^\n]*$"):
            read_paths([str(tmp_path / "nul.txt")])


def test_ten_megabytes_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("words " * 1_700_000)
    with pytest.raises(FactcheckError, match=r"long\.txt.*line"):
        read_paths([str(path)])


def test_a_million_quotation_marks() -> None:
    report = run([document_from_text('"' * 1_000_000, name="a")], settings=Settings(model="none"))
    assert report.findings == ()


@pytest.mark.parametrize("text", ["“" * 50_000, "‘’" * 25_000, ('"' * 99 + "\n") * 500])
@pytest.mark.parametrize("markdown", [False, True])
def test_many_quotation_marks(text: str, markdown: bool) -> None:
    sound(run([document_from_text(text, name="a", markdown=markdown)], settings=TIER_0))
