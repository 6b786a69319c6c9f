"""FC305: pronouns of summaries that stand for no one, or for the other sex."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.model import Document, Finding, Severity

RULE = "FC305"
Check = Callable[..., tuple[Finding, ...]]
Make = Callable[..., list[Document]]

SOLD = "Paul Trent has sold half of his boatyard in Corvel to a rival from Lindal, he said."
YARD = (
    "Paul Trent sold half of his boatyard. The rival is from Lindal. The deal took a year. The "
    "yard is old. It lies on the river. Rain fell. The fair went on. Boats came from Lindal."
)
FLAGGED = (
    (
        "“He” opens the text",
        SOLD,
        "He sold half of the boatyard to a rival from Lindal. The deal was signed on Monday.",
        "He",
    ),
    (
        "“They” opens the text",
        "The Trents have sold half of their boatyard in Corvel to a rival from Lindal, they said.",
        "They have sold half of the boatyard to a rival from Lindal. The price is not known.",
        "They",
    ),
    (
        "“It” opens the text",
        "The boatyard in Corvel was sold for 2m crowns at the Lindal fair on Monday.",
        "It was sold for 2m crowns at the Lindal fair. The deal was signed on Monday.",
        "It",
    ),
    (
        "“She” is of a sex",
        YARD,
        "Trent sold half of the boatyard. She said the rival is from Lindal and the deal long.",
        "She",
    ),
)
QUIET = (
    # Someone is named before the pronoun, in a clause behind it, or in what is quoted.
    (
        "Paul Trent has sold half of his boatyard in Corvel to a rival from Lindal, he said.",
        "Trent owned a boatyard. He sold half of the boatyard to a rival from Lindal.",
    ),
    (
        "Paul Trent has sold half of his boatyard in Corvel to a rival from Lindal, he said.",
        "He sold half of the boatyard to a rival from Lindal, but Trent still builds boats there.",
    ),
    (
        "Paul Trent's sister has sold half of the boatyard in Corvel to a rival from Lindal.",
        "His sister has sold half of the boatyard to a rival from Lindal, Paul Trent says.",
    ),
    # "It" stands for what follows.
    (
        "The boatyard in Corvel will close before the winter, the union fears.",
        "It is feared that the boatyard in Corvel will close before the winter.",
    ),
    # A woman is spoken of in the source.
    (
        f"{YARD} His sister was there.",
        "Trent sold half of the boatyard. She said the rival is from Lindal and the deal long.",
    ),
    # A sentence alone may be cut from a text that names whom it means.
    (SOLD, "He sold half of the boatyard to a rival from Lindal."),
    # Who is quoted knows whom they mean.
    (SOLD, '"He sold half of the boatyard to a rival from Lindal," it said. The yard is old.'),
    # Nothing in the source is worded like it.
    (SOLD, "He was fined for speeding near the chapel. The fine was paid on Monday."),
)


@pytest.mark.parametrize(("message", "source", "draft", "told"), FLAGGED)
def test_flagged(
    findings: Check, texts: Make, message: str, source: str, draft: str, told: str
) -> None:
    documents = texts(source, draft, roles=("source", "draft"))
    (finding,) = findings(documents)
    assert finding.message.startswith(message)
    assert finding.severity is Severity.WARNING
    place = finding.primary
    assert (place.document, documents[1].slice(place.span)) == ("b.txt", told)
    assert [other.document for other in finding.related] == ["a.txt"]


@pytest.mark.parametrize(("source", "draft"), QUIET)
def test_left_alone(findings: Check, texts: Make, source: str, draft: str) -> None:
    assert findings(texts(source, draft, roles=("source", "draft"))) == ()


@pytest.mark.parametrize(("source", "draft"), [(one[1], one[2]) for one in FLAGGED])
def test_equal_articles_are_no_summaries(
    findings: Check, texts: Make, source: str, draft: str
) -> None:
    assert findings(texts(source, draft)) == ()
