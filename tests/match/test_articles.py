"""Drafts that are articles of their own: what contradicts the sources, and what is the writer's."""

from __future__ import annotations

import pytest

from factcheck.config import Settings
from factcheck.match.digests import digests
from factcheck.model import DocumentRole, Finding, Severity
from factcheck.pipeline import read_claims, run
from factcheck.read import document_from_text

RELEASE = """Port of Aldham: results of the dredging scheme

12 May 2025

The port authority today published the results of its dredging scheme. The channel is now 14.2
metres deep. The works cost £38.6 million and took 26 weeks. In April 1,482 ships called at the
port. A petition against the scheme was signed by 7,431 residents. The authority employs 612 people.
Dredgers removed 2.4 million tonnes of silt.
"""
BEFORE = """Aldham harbour reopens to big ships

13 May 2025

For the first time since 1987 a ship of the largest class tied up at Aldham yesterday, and a brass
band of 24 played on the quay. The harbour, which was dug by 900 convicts in the 1840s and closed
twice during the war, had silted up so badly that pilots refused to work at low water. A plan to
dredge it was turned down in 2003 for want of £15 million, and another in 2011 after a survey found
340 pairs of terns on the bank. The town has lost a third of its fishing fleet in ten years. Its
rival up the coast, Norrow, took 61% of the grain trade last year.

"""
AFTER = """

The harbour master, Edda Lorne, has worked there for 31 years. Her office is on the fourth floor of
a tower that was built for 12 clerks. On a clear day, she said, you can count 40 sails from it. A
new crane is to be put up in 2027.
"""


def findings(middle: str, source: str = RELEASE) -> list[Finding]:
    documents = [
        document_from_text(source, name="release.txt", role=DocumentRole.SOURCE),
        document_from_text(f"{BEFORE}{middle}{AFTER}", name="d.txt", role=DocumentRole.DRAFT),
    ]
    report = run(documents, settings=Settings(select=("FC1", "FC2")))
    return [finding for finding in report.findings if finding.severity is not Severity.INFO]


def test_what_the_writer_knows_besides_is_no_conflict() -> None:
    assert findings("The band went home at ten.") == []


@pytest.mark.parametrize(
    "middle",
    [
        "The channel is now 14.2 metres deep, and the works cost £38.6m.",
        "The works took half a year and cost nearly £39m.",
        "About 1,480 ships called in April, and more than 7,400 residents signed a petition.",
        "The authority, which has 612 workers, employed 850 people in 1990.",
        "Norrow, the rival, spent £36.8m on a scheme of its own in 2019.",
    ],
)
def test_what_the_sources_say_otherwise_worded_is_no_conflict(middle: str) -> None:
    assert findings(middle) == []


@pytest.mark.parametrize(
    ("middle", "value"),
    [
        ("A petition against the scheme was signed by 7,341 residents.", "7,431 residents"),
        ("Those against it gathered 7,341 names on a petition.", "7,431 residents"),
        ("The channel is now 12.4 metres deep.", "14.2 metres"),
        ("The works took 28 weeks and cost £38.6m.", "26 weeks"),
        # Neither figure stands elsewhere in the other text, and no word is shared.
        ("Nobody had thought that the list would grow to 7,341.", "7,431 residents"),
        ("Nobody had thought that so many, 7,134, would sign.", "7,431 residents"),
    ],
)
def test_a_slip_in_copying_is_a_conflict(middle: str, value: str) -> None:
    (finding,) = findings(middle)
    assert any(value in shown for shown in finding.values)


def test_a_figure_that_the_draft_gives_is_the_counterpart_of_no_other() -> None:
    text = "The works took 26 weeks. Norrow needed 62 weeks for its own."
    assert findings(text) == []


def test_a_date_is_no_support_for_a_day_of_another_month() -> None:
    source = (
        f"{RELEASE}\nThe cup final at Norrow is on Wednesday 19 March. The band plays on 26 May.\n"
    )
    (finding,) = findings("The cup final at Norrow will be played on Wednesday 26 March.", source)
    assert finding.code == "FC201"
    told = "The cup final at Norrow will be played on Wednesday 19 March."
    assert findings(told, source) == []


@pytest.mark.parametrize(
    ("draft", "source", "short"),
    [
        ("It cost £5m.", "It cost £6m.", True),
        ("It cost £5m.", "", False),
        ("It rained. " * 40, "It rained. " * 100, True),
        ("It rained. " * 40, "It rained. " * 41, False),
        ("It rained. " * 120, "It rained. " * 1_000, True),
        ("It rained. " * 120, "It rained. " * 400, False),
        ("It rained. " * 600, "It rained. " * 9_000, False),
    ],
)
def test_a_digest_is_short_and_shorter_than_its_sources(
    draft: str, source: str, short: bool
) -> None:
    documents = [document_from_text(draft + "\n", name="d.txt", role=DocumentRole.DRAFT)]
    if source:
        documents.append(document_from_text(source + "\n", name="s.txt", role=DocumentRole.SOURCE))
    claims = read_claims(documents, model="none", settings=Settings(model="none"))
    assert digests(documents, claims) == (frozenset({"d.txt"}) if short else frozenset())
