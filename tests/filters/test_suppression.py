"""Comments that silence findings: forms, scopes, reasons, and what is said of the comments."""

from __future__ import annotations

import pytest

from factcheck.config import Settings
from factcheck.model import Document, DocumentRole, Report, SuppressionKind
from factcheck.pipeline import run
from factcheck.read import document_from_text

SLIP = "The ticket is valid until 31 April 2026."
OTHER = "The pass is valid until 31 June 2026."
DATES = Settings(model="none", select=("FC001", "FC002", "impossible-date"))


def checked(*texts: str, name: str = "a.md", settings: Settings = DATES) -> Report:
    documents = [
        document_from_text(text, name=f"{number or ''}{name}", markdown=name.endswith(".md"))
        for number, text in enumerate(texts)
    ]
    return run(documents, settings=settings)


def codes(report: Report) -> list[str]:
    return sorted(finding.code for finding in report.findings)


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- factcheck: ignore[impossible-date] printed so -->\n{SLIP}\n",
        f"<!-- factcheck: ignore[impossible-date] printed so -->\n\n{SLIP}\n",
        f"<!-- factcheck: ignore[FC203] printed so --> {SLIP}\n",
        f"{SLIP} <!-- factcheck: ignore[fc203]: printed so -->\n",
        f"<!--factcheck:ignore[FC2] — printed so-->\n{SLIP}\n",
        f"<!-- FactCheck: Ignore[ALL] printed so -->\n{SLIP}\n",
        f"<!-- factcheck: ignore[FC203,\nFC202] printed\nso -->\n{SLIP}\n",
        f"The boat leaves.\n\n{SLIP}\n\n<!-- factcheck: ignore-file[FC203] printed so -->\n",
        f"<!-- factcheck: off[FC203] printed so -->\n\nThe boat leaves.\n\n{SLIP}\n",
        f"[factcheck: ignore[FC203] printed so]\n{SLIP}\n",
        f"[factcheck: ignore[FC203] printed so]\n\n{SLIP}\n",
        f"{SLIP} [factcheck: ignore[FC203] printed so]\n",
        f"[factcheck: ignore[FC203] printed so]\r\n{SLIP}\r\n",
    ],
)
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_a_comment_silences_and_its_reason_is_kept(text: str, name: str) -> None:
    report = checked(text.replace("FC203,\nFC202", "FC203,\nFC203"), name=name)
    assert codes(report) == []
    (silenced,) = report.suppressed
    assert silenced.code == "FC203"
    assert silenced.suppression is not None
    assert silenced.suppression.kind is SuppressionKind.COMMENT
    assert silenced.suppression.reason == "printed so"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"<!-- factcheck: ignore[FC203] -->\n{SLIP}\n\n{OTHER}\n", [OTHER]),
        (f"{OTHER}\n\n{SLIP} <!-- factcheck: ignore[FC203] -->\n", [OTHER]),
        (
            f"<!-- factcheck: off[FC203] -->\n\n{SLIP}\n\n<!-- factcheck: on -->\n\n{OTHER}\n",
            [OTHER],
        ),
        (f"- {SLIP} <!-- factcheck: ignore[FC203] -->\n- {OTHER}\n", [OTHER]),
        (f"{OTHER}\n\n<!-- factcheck: ignore[FC203] -->\n<!-- a note -->\n\n{SLIP}\n", [OTHER]),
        (f"<!-- factcheck: ignore-file[FC203] -->\n{SLIP}\n\n{OTHER}\n", []),
        (
            "<!-- factcheck: ignore[FC203] -->\n| a | b |\n|---|---|\n"
            f"| x | {SLIP} |\n| y | {SLIP} |\n\n{OTHER}\n",
            [OTHER],
        ),
    ],
)
def test_scopes(text: str, left: list[str]) -> None:
    report = checked(text)
    (document,) = report.documents
    blocks = [
        document.slice(block.span)
        for finding in report.findings
        for block in document.blocks
        if block.span.overlaps(finding.primary.span)
    ]
    assert [words.strip("-* ") for words in blocks] == left
    assert report.suppressed


@pytest.mark.parametrize(
    "text",
    [
        f"`<!-- factcheck: ignore[FC203] -->`\n\n{SLIP}\n",
        f"```\n<!-- factcheck: ignore-file[FC203] -->\n```\n\n{SLIP}\n",
        f"<!-- factcheck: ignore[FC203]\n\n{SLIP}\n".replace("<!--", "&lt;!--"),
    ],
)
def test_what_is_no_comment_silences_nothing(text: str) -> None:
    report = checked(text)
    assert codes(report) == ["FC203"]
    assert report.suppressed == ()


def test_either_place_may_carry_the_comment() -> None:
    here = "The harbour plan has 48 pages."
    there = "The harbour plan has 52 pages."
    settings = Settings(select=("FC101", "FC001"))
    assert codes(checked(here, there, settings=settings)) == ["FC101"]
    comment = " <!-- factcheck: ignore[FC101] the annex counted -->"
    for texts in ((here + comment, there), (here, there + comment)):
        report = checked(*texts, settings=settings)
        assert codes(report) == []
        assert len(report.suppressed) == 1


def test_the_comments_of_sources_do_not_count() -> None:
    comment = "<!-- factcheck: ignore[FC101, FC203] -->\n"
    draft = document_from_text(
        "The harbour plan has 48 pages.", name="draft.md", markdown=True, role=DocumentRole.DRAFT
    )
    source = document_from_text(
        f"{comment}The harbour plan has 52 pages.",
        name="source.md",
        markdown=True,
        role=DocumentRole.SOURCE,
    )
    report = run([draft, source], settings=Settings(select=("FC101", "FC001", "FC002")))
    assert codes(report) == ["FC101"]


def test_hidden_findings_use_a_comment_and_are_not_counted() -> None:
    text = f"<!-- factcheck: ignore[FC203] -->\n{SLIP}\n"
    strict = Settings(model="none", select=("FC001", "FC203"), min_confidence=1.0)
    report = checked(text, settings=strict)
    assert (report.findings, report.suppressed, report.hidden) == ((), (), 0)


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("Keir Starmer spoke. Later Kier [sic] Starmer left. Keir Starmer came back.", True),
        ("Keir Starmer spoke. Later Kier Starmer (sic) left. Keir Starmer came back.", True),
        ("Keir Starmer spoke. Later Kier Starmer left [sic]. Keir Starmer came back.", False),
    ],
)
def test_sic_silences_its_own_word(text: str, silent: bool) -> None:
    report = checked(text, name="a.txt", settings=Settings(select=("FC301",)))
    kinds = [one.suppression.kind for one in report.suppressed if one.suppression]
    assert kinds == ([SuppressionKind.SIC] if silent and report.suppressed else [])
    assert bool(report.findings) is not silent


def test_sic_silences_a_doubled_word_and_not_a_date() -> None:
    settings = Settings(model="none", select=("FC703", "FC203"))
    text = "They painted the the [sic] gate in spring.\n\nOpen until 31 April [sic] 2026."
    report = checked(text, settings=settings)
    assert codes(report) == ["FC203"]


COMMENTS = [
    "<!-- factcheck: ignore[FC999] -->",
    "<!-- a note with 99 numbers, by Ana Lind, on 4 March 2024 -->",
    "[factcheck: ignore[ALL] 40 people were counted]",
]
PAGE = (
    "The tower report\n\nBy Ana Lind\n4 March 2024\n\nThe tower was lit on Monday, and 40 people "
    "came.\n\nWhat next\n\nThe council will mend 12 panes.\n\n- one pane\n- two doors\n"
)


def outline(document: Document) -> list[tuple[str, str]]:
    return [
        (block.furniture.value or block.kind.value, document.slice(block.span))
        for block in document.blocks
        if block.furniture != "comment"
    ]


@pytest.mark.parametrize("markdown", [False, True])
@pytest.mark.parametrize("comment", COMMENTS)
def test_a_comment_line_changes_nothing_else(comment: str, markdown: bool) -> None:
    plain = document_from_text(PAGE, name="a", markdown=markdown)
    lines = PAGE.splitlines(keepends=True)
    for number, line in enumerate(lines):
        if line.strip() and number:
            continue
        gap = "\n" if number else ""
        text = "".join([*lines[:number], gap, comment, "\n\n", *lines[number:]])
        document = document_from_text(text, name="a", markdown=markdown)
        assert outline(document) == outline(plain), text
        assert document.published == plain.published


def test_comments_in_hard_wrapped_text_are_no_words() -> None:
    wrapped = (
        "The harbour master said that the boats would leave the quay at the end of\n"
        "the week, and that the crews had been told of it by a letter that went out\n"
        "on Monday to each of the forty boats.\n"
    )
    plain = document_from_text(wrapped, name="a")
    comment = "<!-- factcheck: ignore[FC101] a long reason that is far wider than the text " * 2
    lines = wrapped.splitlines(keepends=True)
    text = "".join([lines[0], f"{comment}\nand goes on -->\n", *lines[1:]])
    document = document_from_text(text, name="a")
    words = [block for block in document.blocks if block.furniture != "comment"]
    assert len(plain.blocks) == len(words) == 1
    shown = list(document.text)
    for mark in document.markup:
        shown[mark.start : mark.end] = " " * (mark.end - mark.start)
    assert "".join(shown).split() == wrapped.split()


def test_words_in_comments_are_checked_by_no_rule() -> None:
    said = (
        "<!-- factcheck: ignore[FC203] the the colour of 48 pages was lost &nbsp; {{name}} -->",
        "<!-- The harbour plan has 52 pages, said Ana Brandao and Ana Brandão on 31 April 2026 -->",
    )
    text = (
        f"# The plan\n\nThe harbour plan has 48 pages. {said[0]}\n\n{said[1]}\n\n"
        f"The color of the gate was chosen by Ana Brandão, and nobody had asked. {said[1]}\n"
    )
    for name in ("a.md", "a.txt"):
        report = checked(text, name=name, settings=Settings(pedantic=True, ignore=("FC001",)))
        assert codes(report) == [], [finding.message for finding in report.findings]


def test_a_comment_does_not_change_a_fingerprint() -> None:
    settings = Settings(model="none", select=("FC203",))
    (bare,) = checked(f"{SLIP}\n", settings=settings).findings
    (noted,) = checked(f"{SLIP} <!-- ask the press -->\n", settings=settings).findings
    assert noted.fingerprint == bare.fingerprint


def test_code_is_not_misspelt() -> None:
    text = "Set `color` to choose the colour, and run `the the` twice.\n"
    report = checked(text, settings=Settings(select=("FC304", "FC703")))
    assert codes(report) == []
    prose = checked(text.replace("`", ""), settings=Settings(select=("FC304", "FC703")))
    assert codes(prose) == ["FC304", "FC703"]


def test_the_configuration_holds_for_the_comments_too() -> None:
    text = "<!-- factcheck: ignore[FC203] -->\nThe boat leaves at nine.\n"
    ignored = Settings(model="none", per_file_ignores={"*.md": ("FC203",)})
    assert codes(checked(text, settings=ignored)) == []
    (finding,) = checked(text, settings=Settings(model="none", severity={"FC001": "info"})).findings
    assert finding.severity.value == "info"
