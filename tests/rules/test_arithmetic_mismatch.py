"""FC104: which related figures are flagged, and which are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.config import Settings
from factcheck.model import Finding, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text

FLAGGED = (
    "The share rose from 10 percent to 15 percent, an increase of 5 percent.",
    "The tax goes up from 20 to 22 per cent, a rise of 2 per cent, next year.",
    "The error rate fell by 6%, from 19% before the trial to 13% at its end.",
    "The club won 14 matches: 8 at home, 4 away and 3 on neutral ground.",
    "The fund paid out £9.9m: £5.2m for roads, £3.1m for schools and £1.1m for parks.",
    "It saves £11.4m in 2026: £5.2m on care, £3.1m on roads, £1.9m on books and £1.4m on staff.",
    "Sales more than doubled to 30 from 20.",
    "Sales tripled to $30 million from $20 million.",
    "Sales doubled from $3 million to $12 million.",
    "They sold 12,000 tickets, twice the 3,200 of last year.",
    "Revenue was $5.0bn, up 17% from $4.0bn.",
    "Earnings rose 27% to $0.34 a share from $0.29 a share.",
    "The price rose by 20 percent from $10 to $15.",
    "The price rose from $10 to $15, an increase of 20 percent.",
    "The share rose from 10 percent to 15 percent, an increase of 20 percentage points.",
    "Unemployment fell 2 percentage points from 7.5% to 6.5%.",
    "It rose from 437 to 441 million, an increase of 14 million.",
    "The club has 1,200 members, up 300 from 800.",
    "He scored 25 points, 5 more than the 18 points he had before.",
    "Traffic rose fivefold from 200 to 700 cars.",
    "The index rose 222 points, or 2.4%, to close at 16,196.",
    "Revenue grew $2.0 million, or 25%, to $22.0 million.",
    "The crash killed 12 people, seven men and four women.",
    "Twelve people - seven local men and four older women - were killed.",
    "The flood reached 118 houses in Camber, 47 in Holm and 26 in Netherby, a total of 181.",
    "They dug up 12 coins in the barn, 4 in the mill and 7 by the well, 25 in all.",
    "Of the 1,200 jobs to go, 650 are in Britain, 300 in Norway and 350 elsewhere.",
    "Of the 31 injured, six are in danger, nine have broken bones and 18 were bruised.",
    "The council has 40 members: 22 members and 19 members.",
    "Inspectors found 3 leaks in Kent and 4 leaks in Essex, for a total of 8 leaks.",
    "The party took 22 of the 19 seats.",
    "In the vote 13 of 40 members, or 40 percent, backed the mayor.",
    "The firm will cut 120 workers, or 10% of its 1,500 employees.",
    "Some 70 percent went to the city and the remaining 45 percent to the county.",
    "In the poll 62 percent voted for the plan and 45 percent against.",
)
LEFT_ALONE = (
    "The tax goes up from 20 to 22 per cent, a rise of 10 per cent, next year.",
    "The tax goes up from 20 to 22 per cent, a rise of 2 percentage points, next year.",
    "The share fell by 1%, from 100% to 99%.",
    "The flood reached 118 houses in Camber, 47 in Holm and 26 in Netherby, a total of 191.",
    "They dug up 12 coins in the barn, 4 in the mill and 7 by the well, 23 in all.",
    "Of the 1,200 jobs to go, 650 are in Britain, 300 in Norway and 250 elsewhere.",
    # Not all parts are told, or the parts overlap.
    "Of the 1,200 jobs to go, 650 are in Britain and 300 in Norway.",
    "Of the 31 patients, 25 had a fever, 20 a cough and 18 a rash.",
    "Of the 31 injured, including six from Holm, nine and 18 were bruised.",
    "Sales doubled from $3 million to $7 million.",
    "They sold 12,000 tickets, twice the 5,900 of last year.",
    "Revenue was $5bn, up 17% from $4bn.",
    "Earnings rose 17% to $0.34 a share from $0.29 a share.",
    "The share rose from 10 percent to 15 percent, an increase of 50 percent.",
    "The share rose from 30 percent to 31.5 percent, an increase of 5 percent.",
    "The fund paid out £9.4m: £5.2m for roads, £3.1m for schools and £1.1m for parks.",
    "The fund has £9m in all: £5.2m for roads and £3.1m for schools.",
    "The team won 14 matches: 8 at home, among them 3 in a row, 4 away and 3 in the cup.",
    "The fund paid out £9.5m: £5.2m for roads, £3.1m for schools and £1.1m for parks.",
    "It rose from 437 to 441 million, an increase of 4 million.",
    "The index rose 222 points, or 1.4%, to close at 16,196.",
    "The index fell 35 points, or 1.9%, to close at 1,880.",
    "Revenue rose 12% year over year to $5.0 billion from $4.9 billion in the previous quarter.",
    "Coal output fell 5 percent from 2010 to 2014.",
    "The tax rose from 5 percent to 7 percent, raising $3 million from 40,000 firms.",
    "The price ranges from $10 to $15, about 20 percent above that of rivals.",
    "Profit could range from $0.15 to $0.30 on one basis and from $0.37 to $0.52 on another.",
    "The crash killed 12 people, seven men and five women.",
    "The crash killed 12 people, including seven men and four women.",
    "The crash killed 12 people, seven men, four women and a boy.",
    "The club has 12 teams: 5 teams in Kent and 4 in Essex.",
    "The party took 19 of the 22 seats.",
    "Add 118 snipe, and the moor holds 629 pairs of the four waders.",
    "Of the 40 patients, 30 had a fever and 25 a cough.",
    "In the vote 13 of 40 members, or 33 percent, backed the mayor.",
    "About 60 percent went to the city and the remaining 40 percent to the county.",
)


def findings(text: str) -> tuple[Finding, ...]:
    document = document_from_text(text + "\n", name="a.txt")
    return run([document], settings=Settings(select=("FC104",))).findings


@pytest.mark.parametrize("text", FLAGGED)
def test_flags(text: str) -> None:
    assert len(findings(text)) == 1


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_leaves_alone(text: str) -> None:
    assert [finding.message for finding in findings(text)] == []


def test_a_finding_tells_what_the_figures_make() -> None:
    (finding,) = findings("The crash killed 12 people, seven men and four women.")
    assert finding.severity is Severity.ERROR
    assert finding.values == ("12 people stated", "11 by the other figures")
    assert len(finding.related) == 2


def test_what_rounding_may_explain_is_a_warning() -> None:
    (finding,) = findings("Unemployment fell 2 percentage points from 7.5% to 6.5%.")
    assert finding.severity is Severity.WARNING


@given(st.integers(1, 999), st.integers(1, 999))
def test_a_change_that_is_worked_out_is_never_flagged(start: int, end: int) -> None:
    if start == end:
        return
    word = "an increase" if end > start else "a decrease"
    share = f"{abs(end / start - 1) * 100:.1f}"
    text = f"The number of members went from {start} to {end}, {word} of {share} percent."
    document = document_from_text(text + "\n", name="a.txt")
    settings = Settings(select=("FC104",), model="none")
    assert run([document], settings=settings).findings == ()


@given(st.lists(st.integers(2, 90), min_size=2, max_size=2), st.integers(-3, 3))
def test_parts_are_flagged_when_they_do_not_make_the_total(parts: list[int], off: int) -> None:
    men, women = parts
    total = men + women + off
    text = f"The fire killed {total} people, {men} men and {women} women."
    document = document_from_text(text + "\n", name="a.txt")
    settings = Settings(select=("FC104",), model="none")
    # From 100 on trailing zeros are a sign of rounding.
    if total < 100:
        assert bool(run([document], settings=settings).findings) == bool(off)


TABLE = """# Cases

| Nation | Cases | Share |
|---|---|---|
| England | 27 | 66% |
| Scotland | 5 | 12% |
| Wales | 9 | 22% |
| {label} | {total} | 90% |
"""


def in_table(text: str) -> tuple[Finding, ...]:
    document = document_from_text(text, name="a.md")
    return run([document], settings=Settings(select=("FC104",), model="none")).findings


def test_the_total_row_of_a_table_is_held_against_the_rows_above() -> None:
    text = TABLE.format(label="**Total**", total=42)
    (finding,) = in_table(text)
    assert finding.severity is Severity.ERROR
    assert text[finding.primary.span.start : finding.primary.span.end] == "42"
    assert "make 41" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        TABLE.format(label="Total", total=41),
        TABLE.format(label="Ireland", total=42),
        TABLE.format(label="Total", total=42).replace("| 9 |", "| - |"),
        TABLE.format(label="Total", total=42).replace("Scotland", "of which Ely"),
        TABLE.format(label="Total", total=42).replace("Cases |", "Mean age |"),
        # Figures rounded to a tenth may be off by a tenth or two.
        TABLE.format(label="Total", total="4.2")
        .replace("27", "2.7")
        .replace(" 5 ", " 0.5 ")
        .replace("| 9 |", "| 0.9 |"),
    ],
)
def test_tables_that_add_up_or_need_not_pass(text: str) -> None:
    assert in_table(text) == ()


def in_two(one: str, two: str) -> tuple[Finding, ...]:
    texts = [document_from_text(text + "\n", name=name) for name, text in (("a", one), ("b", two))]
    return run(texts, settings=Settings(select=("FC104",), model="none")).findings


BY_POINTS = "The bank of Corvel raised its key rate by {change} to 4.5 percent on Monday."
OF_SHARES = "Corvel rate: 4.5 percent (before: {before} percent)."


@pytest.mark.parametrize(
    ("one", "two", "made"),
    [
        (
            BY_POINTS.format(change="0.5 percent"),
            OF_SHARES.format(before="4.0"),
            "0.5 percentage points, or 12.5 percent",
        ),
        (
            BY_POINTS.format(change="0.5 percent"),
            BY_POINTS.format(change="0.5 percentage points"),
            "0.5 percentage points",
        ),
        (
            "Sales of Talvik skis rose by 8 percent to 920 pairs.",
            "Talvik sold 920 pairs of skis, after 1,004 the winter before.",
            "a fall of 8.37 percent",
        ),
        (
            "Sales of Talvik skis were at €1.2 million, down 20 percent.",
            "| Talvik skis, sales (€m) | 1.2 | 1.0 |",
            "a rise of 20 percent",
        ),
    ],
)
def test_a_change_is_held_against_the_start_of_another_text(one: str, two: str, made: str) -> None:
    (finding,) = in_two(one, two)
    assert finding.severity is Severity.WARNING
    assert finding.message.endswith(f"the figures of the other text make {made}")
    assert {finding.primary.document, *(place.document for place in finding.related)} == {"a", "b"}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # It follows, as percent or as points.
        (BY_POINTS.format(change="12.5 percent"), OF_SHARES.format(before="4.0")),
        (BY_POINTS.format(change="0.5 percentage points"), OF_SHARES.format(before="4.0")),
        # Neither of percent nor of points: the two figures are of two times.
        (BY_POINTS.format(change="0.3 percent"), OF_SHARES.format(before="4.0")),
        # Another end, another thing, another base.
        (BY_POINTS.format(change="0.5 percent"), "Corvel rate: 4.7 percent (before: 4.2 percent)."),
        (BY_POINTS.format(change="0.5 percent"), "Its shares: 4.5 percent (before: 4 percent)."),
        (
            "Sales of Talvik skis rose by an organic 8 percent to 920 pairs.",
            "Talvik sold 920 pairs of skis, after 1,004 the winter before.",
        ),
        # Of several figures one will fit by accident.
        (
            "Sales of Talvik skis rose by 8 percent to 920 pairs.",
            "Talvik sold 920 pairs of skis, after 1,004 and 790 pairs in the winters before.",
        ),
        (
            "Sales of Talvik skis did not rise by 8 percent to 920 pairs.",
            "Talvik sold 920 pairs of skis, after 1,004 pairs the winter before.",
        ),
    ],
)
def test_a_start_of_another_text_is_left_alone_where_it_tells_nothing(one: str, two: str) -> None:
    assert [finding.message for finding in in_two(one, two)] == []


@given(st.integers(200, 999), st.integers(200, 999))
def test_a_change_that_follows_from_another_text_is_never_flagged(start: int, end: int) -> None:
    change = round((end / start - 1) * 100, 1)
    move = "rose" if end > start else "fell"
    one = f"Sales of Talvik skis {move} by {abs(change)} percent to {end} pairs."
    assert in_two(one, f"Talvik skis sold: {end} pairs, after {start} pairs.") == ()
