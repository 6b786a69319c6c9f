"""Quantities: what is read, what is left alone, and how two of them stand to each other."""

from __future__ import annotations

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.annotate import annotate, load_model, resolve_model
from factcheck.facts.quantity import KIND
from factcheck.facts.quantity_grammar import read
from factcheck.model import Fact, FactKind, Hedge, QuantityValue, Relation, Span
from factcheck.read import document_from_text


def facts_of(text: str, model: str = "none") -> list[Fact]:
    """The quantities of a text, without a parse unless a model is named."""
    annotated = annotate(document_from_text(text, name="t.txt"), model=load_model(model))
    return [fact for sentence in annotated.sentences for fact in KIND.extract(annotated, sentence)]


def shown(text: str) -> list[str]:
    """What is read from a text, as people are shown it."""
    return [KIND.show(fact) for fact in facts_of(text)]


def only(text: str) -> Fact:
    """The one quantity of a text."""
    found = facts_of(text)
    assert len(found) == 1, [fact.surface for fact in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 33-page report came out.", ["33 pages"]),
        ("At least 12 people were hurt.", ["at least 12 people"]),
        ("A dozen boats sank.", ["12 boats"]),
        ("Nine dead after the storm.", ["9"]),
        ("It cost $1.2bn to build.", ["USD 1.2 billion"]),
        ("They paid £3m for it.", ["GBP 3 million"]),
        ("He owes 40 Canadian dollars.", ["CAD 40"]),
        ("It was A$15 on the day.", ["AUD 15"]),
        ("A $15 fee applies.", ["USD 15"]),
        ("Anna Holt was 87.", ["87 years old"]),
        ("Two of the ships sank.", ["2 ships"]),
        ("She won 500,000 euros.", ["EUR 500,000"]),
        ("A fine of 50p applies.", ["GBP 0.5"]),
        ("Support stood at 17 per cent.", ["17%"]),
        ("Support stood at 17% there.", ["17%"]),
        ("It moved by 2 percentage points.", ["2 percentage points"]),
        ("It moved by 10 basis points.", ["10 basis points"]),
        ("The walk is 5.2 miles long.", ["5.2 miles"]),
        ("She won both 100m titles.", ["100 metres"]),
        ("The 400m hurdler Ada Holt won.", ["400 metres"]),
        ("It has 100m users.", ["100 million users"]),
        ("The plot covers 12 square miles.", ["12 square miles"]),
        ("It fell to -5C overnight.", ["-5 degrees Celsius"]),
        ("Winds hit 80 mph there.", ["80 miles per hour"]),
        ("He is 5ft 9in tall.", ["5.75 feet"]),
        ("The 29-year-old driver left.", ["29 years old"]),
        ("The 29-year-old's car was found.", ["29 years old"]),
        ("The 29-year-old’s car was found.", ["29 years old"]),
        ("Anna Holt, 44, said so.", ["44 years old"]),
        ("Pupils aged about 12 came.", ["about 12 years old"]),
        ("Two-thirds of voters agreed.", ["2/3"]),
        ("One in five homes flooded.", ["1/5"]),
        ("Nine out of ten agreed.", ["9/10"]),
        ("Rovers won 3-2 at home.", ["3-2"]),
        ("Between 10 and 15 ships came.", ["10-15 ships"]),
        ("Some 10-15 ships came.", ["10-15 ships"]),
        ("Two or three ships came.", ["2-3 ships"]),
        ("Dozens of ships came.", ["at least 24 ships"]),
        ("A couple of ships came.", ["about 2 ships"]),
        ("It drew a 100,000-plus crowd.", ["at least 100,000"]),
        ("Up to 300 guests can stay.", ["at most 300 guests"]),
        ("His third goal settled it.", ["3rd goal"]),
        ("An 88th-minute header settled it.", ["88th minute"]),
        ("The 18th-century church fell at the 11th-hour.", []),
        ("He has twice as many sheep.", ["2 times"]),
        ("We expect low double-digit growth.", ["10-19%"]),
        ("We expect mid-single-digit growth.", ["4-6%"]),
        ("They earn $5 a week.", ["USD 5 per week"]),
        ("It paid $0.34 per diluted share.", ["USD 0.34 per share"]),
        ("The hall was sold for 3 million and 2 crore rupees.", ["3 million", "INR 20 million"]),
        ("A 7.1-magnitude quake struck.", ["magnitude 7.1"]),
        ("It measured 5.6 on the Richter scale.", ["magnitude 5.6"]),
        ("It is a £100,000-a-week deal.", ["GBP 100,000 per week"]),
        ("It cost tens of millions of dollars.", ["at least USD 20 million"]),
    ],
)
def test_read(text, expected):
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It opened in 1999 and closed in 2025.",
        "The 2012-13 season was wet.",
        "Life in the 1990s was slow.",
        "They met on 7 December 2025.",
        "They met on December 7-9, 2025.",
        "They met on the 3rd of May.",
        "It begins at 10:30 and ends at 6pm.",
        "Call 555-1234 for help.",
        "Version 1.2.3 is out.",
        "The v1.6.0 release notes are out.",
        "It mends CVE-2024-32002 and CVE-2024-32020.",
        "Case 2023-00451 was heard.",
        "Covid-19 came back.",
        "The talks ended.0",
        "12",
        "An RS6 was parked.",
        "The COP26 talks ended.",
        "The first was late.",
        "They won the Six Nations again.",
        "The film is in 3D there.",
        "A score of note was kept.",
        "Test scores rose again.",
        "He ran for a second term.",
        "The G7 met again.",
        "An F-16 flew over.",
        "Flight MH370 vanished.",
        "No one came.",
        "One of the men left.",
        "This one is red.",
        "Several people came.",
        "He arrived two days ago.",
        "It is open 24/7 for all.",
        "It sailed at 1230 hours.",
        "She remembers 9/11 well.",
        "The match turned in the second half.",
        "The 21st century began badly.",
        "The two met at dawn.",
    ],
)
def test_left_alone(text):
    apart = ("ordinal", "identifier")
    found = [fact for fact in facts_of(text) if fact.value.dimension not in apart]
    assert [fact.surface for fact in found] == []


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("The film is in 3D there.", "#D", 3),
        ("The first 5G phone is out.", "#G", 5),
        ("The G7 met again.", "G#", 7),
        ("An F-16 flew over.", "F#", 16),
        ("The (COVID-19) ward is full.", "COVID#", 19),
        ("Flight MH370 vanished.", "MH#", 370),
    ],
)
def test_letters_and_a_figure_name_one_thing(text, unit, number):
    (fact,) = [fact for fact in facts_of(text) if fact.value.dimension == "identifier"]
    assert (fact.value.unit, fact.value.low, KIND.show(fact)) == (unit, number, fact.surface)


@pytest.mark.parametrize(
    "text",
    [
        "The H1N1 flu and a room in SW1A came up.",
        "Growth in Q3 and H1 was slow; the A-1-2 form too.",
        "It cost USD50 or R50, not RM20.",
        "THE G20 MET IN A380 HALL.",
        "The ISO9001:2015 and IP68-70 forms, x86 and b12 are listed.",
        "It weighs 5g and 3GB, and costs $3D.",
        "The EXPO2020 hall closed.",
    ],
)
def test_longer_codes_quarters_and_sums_are_no_identifiers(text):
    found = [fact for fact in facts_of(text) if fact.value.dimension == "identifier"]
    assert [fact.surface for fact in found] == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The new 33-page strategy was read out.", "page"),
        ("Police held 12 young British soldiers.", "soldier"),
        ("More than 40 children's cook books were sold.", "book"),
        ("They closed three coal-fired power stations.", "station"),
        ("It was his third straight win of the year.", "win"),
        ("Nine people died.", "people"),
    ],
)
def test_the_parse_tells_what_is_counted(text, unit):
    found = facts_of(text, resolve_model("auto"))
    assert [fact.value.unit for fact in found] == [unit]


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("They voted on Proposition 8 then.", "proposition", 8),
        ("Britain invoked Article 50 then.", "article", 50),
        ("It is shown on Channel 4 tonight.", "channel", 4),
        ("He flew a Boeing 737 there.", "boeing", 737),
        ("A statement from No 10 followed.", "no", 10),
        ("See page 12 of it.", "page", 12),
    ],
)
def test_designations_are_labels(text, unit, number):
    value = only(text).value
    assert (value.dimension, value.unit, value.low) == ("label", unit, number)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Sales rose 17% to $2.5bn from $2.1bn.", ["by", "to", "from"]),
        ("Deaths rose from 10 to 15.", ["from", "to"]),
        ("From 10 to 15 people came.", [""]),
        ("Profit was up 4% there.", ["by"]),
        ("They announced a 10% cut.", ["by"]),
        ("The bank drew down $150 million.", [""]),
        ("The rate stands at 4%.", [""]),
        ("They sent 20 more ships.", ["by"]),
        ("Another 15 ships came.", ["by"]),
    ],
)
def test_change(text, changes):
    assert [fact.value.change for fact in facts_of(text)] == changes


def quantity(
    low: float,
    high: float | None = None,
    *,
    unit: str = "page",
    dimension: str = "count",
    step: float = 1.0,
    hedge: Hedge = Hedge.EXACT,
    change: str = "",
    per: str = "",
) -> Fact:
    """A quantity fact made by hand."""
    top = low if high is None else high
    value = QuantityValue(low, top, unit, dimension, step, per, change)
    return Fact(FactKind.QUANTITY, "t.txt", Span(0, 1), "x", value, hedge=hedge)


E, C, D = Relation.EQUAL, Relation.COMPATIBLE, Relation.DIFFERENT
N = Relation.INCOMPARABLE


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("33 pages lay there.", "29 pages lay there.", D),
        ("30 pages lay there.", "29 pages lay there.", D),
        ("12 boats sank.", "A dozen boats sank.", E),
        ("33 boats sank.", "Thirty-three boats sank.", E),
        ("At least 12 boats sank.", "14 boats sank.", C),
        ("At least 12 boats sank.", "11 boats sank.", D),
        ("At least 12 boats sank.", "At least 14 boats sank.", D),
        ("More than 100 boats sank.", "101 boats sank.", C),
        ("More than 100 boats sank.", "99 boats sank.", D),
        ("More than 100 boats sank.", "At least 160 boats sank.", C),
        ("Up to 300 boats sank.", "280 boats sank.", C),
        ("Up to 300 boats sank.", "350 boats sank.", D),
        ("About 50 boats sank.", "48 boats sank.", C),
        ("About 50 boats sank.", "40 boats sank.", D),
        ("Between 10 and 15 boats sank.", "12 boats sank.", C),
        ("Between 10 and 15 boats sank.", "17 boats sank.", D),
        ("It cost $5.2bn.", "It cost $5,180,000,000.", C),
        ("It cost $5 billion.", "It cost $5.2bn.", C),
        ("It cost more than $5 billion.", "It cost $5.2bn.", C),
        ("It cost more than $5 billion.", "It cost less than $5 billion.", D),
        ("At least 12 boats sank.", "Up to 12 boats sank.", D),
        ("More than 10 boats sank.", "Fewer than 15 boats sank.", C),
        ("More than 15 boats sank.", "Fewer than 10 boats sank.", D),
        ("It cost $5 million.", "It cost $5 billion.", D),
        ("It cost $2m.", "It cost $1.6m.", D),
        ("It cost $5.2m.", "It cost $5.4m.", D),
        ("It cost $5m.", "It cost £5m.", N),
        ("Some 18K boats sank.", "18,004 boats sank.", C),
        ("18K boats sank.", "18,004 boats sank.", C),
        ("It grew 17%.", "It grew 17.4%.", C),
        ("It grew 17%.", "It grew 71%.", D),
        ("It is at 4%.", "It is at 4 percentage points.", N),
        ("It moved 2 percentage points.", "It moved 200 basis points.", E),
        ("It rose by 8.2%.", "It rose by 8.2 percentage points.", D),
        ("It rose by 14%.", "It rose by 14 percentage points.", D),
        ("It rose by 14%.", "It rose by 15 percentage points.", N),
        ("It rose to 14%.", "It rose by 14 percentage points.", N),
        ("The road is 1.6 km long.", "The road is 1 mile long.", C),
        ("The road is 5 km long.", "The road is 5 miles long.", D),
        ("Half of them left.", "50% of them left.", E),
        ("One-half of them left.", "One half of them left.", E),
        ("One-half of them left.", "Two-thirds of them left.", D),
        ("Two-thirds of them left.", "67% of them left.", C),
        ("Two-thirds of them left.", "65% of them left.", C),
        ("A third of them left.", "50% of them left.", D),
        ("His third goal won.", "His fourth goal won.", D),
        ("His third goal won.", "His 3rd goal won.", E),
        ("They won 3-2 there.", "They won 3-1 there.", D),
        ("Anna Holt, 44, said so.", "The 44-year-old agreed.", E),
        ("Anna Holt, 44, said so.", "The 45-year-old agreed.", D),
        ("Anna Holt, 44, said so.", "She was 44.", E),
        ("It grew 4.8% to 6.6% then.", "It grew 4.8% to 7.6% then.", D),
        ("It grew 3% to 5% then.", "It grew 2% to 4% then.", D),
        ("About $7.50 was paid.", "Some $7.80 was paid.", D),
        ("It drew 21K letters.", "It drew 21,807 letters.", C),
        ("It drew 270K letters.", "It drew 273,000 letters.", C),
        ("It drew 2m letters.", "It drew 2.4m letters.", C),
        ("It costs $28bn a year.", "It costs $28 billion.", E),
        ("It costs $28bn a year.", "It costs $90 billion.", N),
        ("It is below $25 billion.", "It is below $26 billion.", D),
        ("He has twice the land.", "He has half the land.", D),
        ("It is 100 km away.", "It is 60 miles away.", C),
        ("It grew 4% to 6% then.", "We saw mid-single-digit growth.", E),
        ("We saw low double-digit growth.", "It grew 12% to 14% then.", C),
        ("They earn $5 a week.", "They earn $5 a day.", N),
        ("It is 30C there.", "It is 86F there.", E),
        ("It is 30C there.", "It is 30F there.", D),
    ],
)
def test_compare(left, right, relation):
    first, second = only(left), only(right)
    assert KIND.compare(first, second).relation is relation
    assert KIND.compare(second, first).relation is relation


def test_change_and_level_are_not_comparable():
    by = quantity(10, unit="USD", dimension="money", change="by")
    to = quantity(10, unit="USD", dimension="money", change="to")
    level = quantity(10, unit="USD", dimension="money")
    assert KIND.compare(by, to).relation is N
    assert KIND.compare(by, level).relation is N
    assert KIND.compare(to, level).relation is E


def test_counts_of_other_things_compare_by_number_and_say_so():
    outcome = KIND.compare(quantity(33, unit="page"), quantity(29, unit="chapter"))
    assert outcome.relation is D
    assert "page" in outcome.reason
    assert "chapter" in outcome.reason


def test_counts_share_a_key_with_bare_numbers():
    known, bare = quantity(12, unit="people"), quantity(12, unit="", dimension="number")
    assert set(KIND.keys(known)) & set(KIND.keys(bare))
    assert not set(KIND.keys(known)) & set(KIND.keys(quantity(1, unit="USD", dimension="money")))


def test_offsets_are_those_of_the_original():
    text = "The “33‑page” report cost €5 million, he said."
    found = facts_of(text)
    assert [fact.surface for fact in found] == ["33‑page", "€5 million"]
    for fact in found:
        assert text[fact.span.start : fact.span.end] == fact.surface


numbers = st.one_of(
    st.integers(min_value=0, max_value=10**7).map(float),
    st.decimals(min_value=0, max_value=1000, places=1).map(float),
)


@st.composite
def quantities(draw: st.DrawFn) -> Fact:
    """A quantity of some dimension, hedge and width."""
    dimension, unit = draw(
        st.sampled_from(
            [
                ("count", "page"),
                ("count", "people"),
                ("number", ""),
                ("money", "USD"),
                ("money", "GBP"),
                ("percent", "percent"),
                ("ratio", ""),
                ("length", "mile"),
                ("length", "kilometre"),
                ("score", "score"),
                ("ordinal", "goal"),
            ]
        )
    )
    hedge = draw(st.sampled_from(list(Hedge)))
    low, high = sorted((draw(numbers), draw(numbers)))
    if hedge is Hedge.AT_LEAST:
        high = math.inf
    elif hedge is Hedge.AT_MOST:
        low = -math.inf
    elif hedge is not Hedge.RANGE:
        high = low
    return quantity(
        low,
        high,
        unit=unit,
        dimension=dimension,
        hedge=hedge,
        step=draw(st.sampled_from([0.0, 0.1, 1.0, 10.0, 1000.0])),
        change=draw(st.sampled_from(["", "by", "to", "from"])),
    )


@given(quantities())
def test_equal_to_itself(fact):
    assert KIND.compare(fact, fact).relation is E


@given(quantities(), quantities())
def test_symmetric(left, right):
    assert KIND.compare(left, right) == KIND.compare(right, left)


@given(quantities())
def test_always_shown_and_keyed(fact):
    assert KIND.show(fact)
    assert KIND.keys(fact)


@given(
    number=st.integers(min_value=100_000, max_value=10**9),
    digits=st.integers(min_value=2, max_value=4),
)
def test_a_rounded_figure_is_compatible(number, digits):
    place = 10 ** (len(str(number)) - digits)
    rounded = round(number / place) * place
    coarse, fine = only(f"{rounded:,} ships came."), only(f"{number:,} ships came.")
    assert KIND.compare(coarse, fine).relation in (E, C)


@given(st.text(max_size=300))
def test_any_text_is_read_without_a_fault(text):
    end = 0
    for reading in read(text):
        assert end <= reading.start < reading.end <= len(text)
        assert reading.low <= reading.high
        end = reading.end


WORDS = st.sampled_from(
    "a an the of in to from rose by about at least more than one two ten dozen million half third "
    "per cent year-old years hours 10 1.5 2,000 3-2 $5 £3m 18K 1/3 % - , . and per week aged No "
    "Channel ft in 5ft 9in between low double digits".split()
)


@example("$5 per 10")
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_word_salad_is_read_without_a_fault(text):
    for fact in facts_of(text):
        assert fact.document == "t.txt"
        assert text[fact.span.start : fact.span.end] == fact.surface
        assert KIND.show(fact)


def test_long_runs_of_digits_are_no_numbers():
    assert read("9" * 50_000 + " men") == ()
    assert read("1,000" * 10_000) is not None
    assert read("1-" * 20_000) is not None
