"""FC105: which headlines and summaries are flagged, and that nothing is doubled."""

from __future__ import annotations

import pytest

from factcheck.config import Settings
from factcheck.model import DocumentRole, Finding
from factcheck.pipeline import run
from factcheck.read import document_from_text
from factcheck.rules.summary_above import summary_blocks

FIRE = "A fire at the Bexley plant in Ardmore killed three workers on Monday, police said."
REST = "The fire broke out in the paint shop. It took six hours to put it out."
BANK = "Talvik Bank said on Monday that it will close 35 branches in Corvel."
ELECTION = """ELECTION NIGHT: Corvel turns blue after 24 years

Election Desk, Friday 9 May 2025, 2.40am

The Civic Alliance has won the Corvel by-election, taking from the League a seat held since 2001.

Ada Pike of the Alliance had 14,212 votes. Tom Orr, of the League, came second with 12,874, giving
her a majority of 1,338. Ida Holm was third with 3,905 and Bob Vell fourth with 1,109.

The swing from the League to the Alliance was the biggest in the county for 30 years, said
Professor Jean Lund of Corvel College."""
FLAGGED = (
    f"Fire at Bexley plant kills five workers\n\n{FIRE} {REST}",
    f"Fire at Bexley plant\n\n- Five workers were killed at the plant.\n\n{FIRE} {REST}",
    f"Highlights\nFive workers were killed in the fire at the Bexley plant.\n\n{FIRE} {REST}",
    f"Key points:\n\nTalvik Bank will close 45 branches in Corvel.\n\n{BANK} {REST}",
    "Trent jailed for nine years for fraud\n\nPaul Trent was jailed for six years for fraud on "
    "Monday. The trial in Ardmore had begun in May.",
    # A slip takes a figure far from where it was.
    "Thief had 36 timepieces\n\nPaul Trent was jailed on Monday. In his flat lay 16 eye-wateringly "
    "dear timepieces of three makers.",
    # It has the digits of the one in the text, and stands nowhere there.
    "Early nights 'cut strokes by 32%'\n\nPeople who went to bed at the same time on most nights "
    "were 23 per cent less likely to have a stroke, a study of 8,000 people in Corvel has found.",
    # The text has another sum than that, or another figure.
    "Trent's wife drew £15.5m before arrest\n\nIda Trent drew £10 million from the bank in Corvel "
    "the day before the arrest of her husband, the police said. She also drew £4.5 million a few "
    "weeks before.",
    "Motorcycle racer dies after hitting 285mph\n\nA motorcycle racer died on Monday after zooming "
    "off a runway at an air base in Tarvia. Bob Vell, 44, was clocked at 258mph before he lost "
    "control, said Ida Holm, director of the race.",
    "Trent, 47, jailed for fraud\n\nPaul Trent, 44, was jailed for six years for fraud.",
)
LEFT_ALONE = (
    # The length of time above stands in the text, of whatever.
    f"{ELECTION}\n\nPaul Trent had held the seat for 24 years.",
    # A level, however high, is no rise.
    "Net migration drops by a third\n\nNet migration fell to 204,000. It was a third less than in "
    "the year before. Ann Holt said that net migration was still twice as high as in 2012.",
    f"Fire at Bexley plant kills three workers\n\n{FIRE} {REST}",
    f"Three killed in six-hour Bexley fire\n\n{FIRE} {REST}",
    f"Ten questions about the fire\n\n{FIRE} {REST}",
    "Nearly 300 flee Bexley fire\n\nA fire at the Bexley plant drove 296 people from their homes.",
    "Council to spend £5m on sea wall\n\nThe council in Ardmore voted on Monday to repair the sea "
    "wall. Work will begin in May and take 18 months.",
    f"{FIRE} {REST} Five workers were killed at the Bexley plant.",
    "Early nights 'cut strokes by 32%'\n\nPeople who went to bed at the same time on most nights "
    "were 32 per cent less likely to have a stroke, and 23 per cent of them slept badly.",
    "Early nights 'cut strokes by 32%'\n\nPeople who went to bed at the same time were healthier, "
    "and 27 per cent of them slept well, a study of 8,000 people in Corvel has found.",
    # Seats lost by one party, seats held by another.
    "Pike triumphs as League loses six seats\n\nThe Civic Alliance of Ada Pike won the election in "
    "Corvel on Sunday. The Alliance has 38.4 per cent and 26 seats, the League 33.1 per cent.",
    "Clerk who stole £418,000 is jailed\n\nIda Holm took more than £400,000 from the mill in "
    "Corvel where she had worked for 22 years. She was jailed on Monday.",
    # The text has the measure of the headline, exactly, rounded or as a length of time.
    "Motorcycle racer dies after hitting 285mph\n\nA motorcycle racer trying to top 300mph died on "
    "Monday after zooming off a runway at an air base in Tarvia. Bob Vell, 44, was clocked at "
    "285mph before he lost control, said Ida Holm, director of the race. This time he was trying "
    "to hit 300mph using just a mile of the runway.",
    "71% in poll want League to hear Rovers\n\nSome seven in ten people in the poll want the "
    "League to hear the Rovers. Among members of the League, 88% want it to hear the Rovers.",
    "Customer, 83, hit with $24K bill\n\nA customer of 83 in Corvel was billed $24,298 for one "
    "month. Such bills are not new: a customer in Lindal was hit with a bill of more than $18,000.",
    "Insects embrace in 165M-year-old fossil\n\nTwo insects have been at it for 165 million years. "
    "They beat the next-oldest fossil insects, two 135-million-year-old flies.",
    "Singer tells of 6-day-old daughter's death\n\nPaul Trent says that the birth of his daughter "
    "was the best day of his life. The child lived for six days. The couple have two other "
    "daughters, Ada, 5, and Ida, 3.",
    "Holt puts the cost of the bridge at £6.1m\n\nA bridge will be built in Corvel. The council "
    "puts the cost of the bridge at £5.9m, but Ann Holt said that it was 6.1.",
    # A sum of two sentences.
    "Trent's wife drew £15.5m before arrest\n\nIda Trent drew £10 million from the bank in Corvel "
    "the day before the arrest of her husband, the police said. She also drew £5.5 million a few "
    "weeks before.",
    # More than three years is 3.5, cut off.
    "Wall to take 3.5 years\n\nThe plan for the wall in Corvel calls for work in three phases over "
    "more than three years. It will cost $21.6 million.",
    # Two places in one order.
    "Trent's Lantern takes No. 1\n\nLantern, with Paul Trent, took in $21.4 million to lead the "
    "box office in Corvel. Last week's winner, Harbour, slipped to No. 2 with $14.5 million, "
    "says the Gazette, while the film of Bob Vell flopped with $5 million.",
    # A name cut short.
    "Second man dies in Mt Corve National Park\n\nA second man has fallen to his death in Alba "
    "Mount Corve National Park. He was in his thirties.",
    "Chief of Corvel clinic jailed for 6-1/2 years\n\nTom Orr, who led the clinic, was jailed for "
    "six and a half years on Monday.",
)


def findings(text: str, *select: str) -> tuple[Finding, ...]:
    document = document_from_text(text + "\n", name="a.txt")
    return run([document], settings=Settings(select=select or ("FC105",))).findings


@pytest.mark.parametrize("text", FLAGGED)
def test_flags(text: str) -> None:
    assert findings(text)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_leaves_alone(text: str) -> None:
    assert [finding.message for finding in findings(text)] == []


@pytest.mark.parametrize("text", FLAGGED)
def test_nothing_is_reported_twice(text: str) -> None:
    codes = [finding.code for finding in findings(text, "FC1", "FC2")]
    assert codes == ["FC105"] * len(codes)


def test_the_headline_comes_first() -> None:
    (finding,) = findings(FLAGGED[0])
    assert finding.primary.span.start < finding.related[0].span.start
    assert finding.values == ("5 workers", "3 workers")
    assert "above the text" in finding.message


def test_the_headline_of_a_source_is_left_alone() -> None:
    source = document_from_text(FLAGGED[0] + "\n", name="s.txt", role=DocumentRole.SOURCE)
    assert run([source], settings=Settings(select=("FC105",))).findings == ()


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (f"A headline\n\n{FIRE}\n\n{REST}", ["A headline"]),
        (f"{FIRE}\n\n{REST}", []),
        (
            f"A headline\n\n{BANK}\n\nBy Ann Holt\n\n{FIRE}\n\n{REST}",
            ["A headline", BANK],
        ),
        (f"Highlights\n{BANK}\n\n{FIRE}\n\n{REST}", [BANK]),
        (f"A headline\n\nKey points\n- {BANK}\n- {REST}\n\n{FIRE}", ["A headline", BANK, REST]),
        ("A headline alone", []),
    ],
)
def test_what_sums_up_a_text(text: str, summary: list[str]) -> None:
    document = document_from_text(text + "\n", name="a.txt")
    found = [document.slice(document.blocks[n].span) for n in sorted(summary_blocks(document))]
    assert [line.lstrip("- ") for line in found] == summary


def test_people_in_the_text_below_a_summary_are_followed_through_pronouns() -> None:
    text = (
        f"Trent, 47, dead\n\n{BANK} Ann Holt leads it.\n\nPaul Trent was born in 1964. He was a "
        "sailor. He died in 2010 at the age of 46."
    )
    assert [finding.code for finding in findings(text, "FC105", "FC204")] in ([], ["FC105"])


def test_a_summary_that_opens_with_a_pronoun_has_lost_whom_it_is_of() -> None:
    text = (
        "Highlights\nHe sold half of the boatyard to a rival from Lindal. The deal was signed on "
        "Monday.\n\nPaul Trent has sold half of his boatyard in Corvel to a rival from Lindal. "
        "Trent, who founded the yard, said that the money would pay for a new slipway. The deal "
        "was signed on Monday in the town hall."
    )
    (finding,) = findings(text, "FC105", "FC305")
    assert finding.code == "FC105"
    assert "“He” opens the text" in finding.message
