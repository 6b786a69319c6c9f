"""Statements: what is read off a clause, and how two of them compare."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.annotate import annotate, load_model, resolve_model
from factcheck.facts.statement import KIND, extract
from factcheck.facts.statement_compare import (
    DENIED,
    DIRECTION,
    NOBODY,
    OPPOSITE,
    OTHER_AGENT,
    OTHER_GOAL,
    OTHER_PLACE,
    SWAPPED,
    compare,
    functional,
)
from factcheck.model import (
    Comparison,
    Fact,
    FactKind,
    Modality,
    Relation,
    Span,
    StatementValue,
)
from factcheck.read import document_from_text


def facts_of(text: str, *, model: str = "auto") -> list[Fact]:
    """The statements of a text."""
    document = document_from_text(text + "\n", name="a.txt")
    annotated = annotate(document, model=load_model(resolve_model(model)))
    return [fact for sentence in annotated.sentences for fact in extract(annotated, sentence)]


def value_of(text: str, predicate: str) -> StatementValue:
    """The one statement of `text` with this predicate."""
    values = [fact.value for fact in facts_of(text)]
    (found,) = [
        value
        for value in values
        if isinstance(value, StatementValue) and value.predicate == predicate
    ]
    return found


def compared(left: str, right: str, predicate: str, other: str = "") -> Comparison:
    """How the statements of two sentences with the given predicates compare."""
    return compare(
        fact_with(value_of(left, predicate)), fact_with(value_of(right, other or predicate))
    )


def fact_with(value: StatementValue) -> Fact:
    return Fact(FactKind.STATEMENT, "a.txt", Span(0, 1), "x", value)


def test_active_and_passive_have_one_reading() -> None:
    active = value_of("The council of Corvel closed the pier in May.", "close")
    passive = value_of("The pier was closed by the council of Corvel in May.", "close")
    assert active.agent[0] == passive.agent[0] == "council"
    assert active.patient[0] == passive.patient[0] == "pier"
    assert passive.passive
    assert not active.passive


def test_names_stand_in_full_in_an_argument() -> None:
    text = "Mayor Ann Holt opened the pier in Corvel. On Monday Holt thanked the crew."
    value = value_of(text, "thank")
    assert set(value.agent) >= {"ann", "holt"}
    assert value.agent_names == ("ann holt",)


@pytest.mark.parametrize(
    ("text", "predicate", "negated"),
    [
        ("Ann Holt did not sign the treaty.", "sign", True),
        ("Ann Holt never signed the treaty.", "sign", True),
        ("Ann Holt signed no treaty.", "sign", True),
        ("Ann Holt refused to sign the treaty.", "sign", True),
        ("Ann Holt failed to sign the treaty.", "sign", True),
        ("Ann Holt left Corvel without signing the treaty.", "sign", True),
        ("Ann Holt did not fail to sign the treaty.", "sign", False),
        ("Ann Holt never refused to sign the treaty.", "sign", False),
        ("Ann Holt agreed to sign the treaty.", "sign", False),
        ("Ann Holt signed the treaty without a word.", "sign", False),
        ("No evidence was found by the police in Corvel.", "find", True),
        ("Ann Holt didn't sign the treaty.", "sign", True),
        ("There was never an arrest made in Corvel.", "make", True),
        ("There was an arrest made in Corvel.", "make", False),
        ("Ann Holt grants the firm a no-charge licence.", "grant", False),
    ],
)
def test_polarity(text: str, predicate: str, negated: bool) -> None:
    assert value_of(text, predicate).negated is negated


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Shares in Talvik rose 3% on Monday.", 1),
        ("Shares in Talvik fell 3% on Monday.", -1),
        ("Talvik reported a rise in profit for 2024.", 1),
        ("Talvik reported a drop in profit for 2024.", -1),
        ("Profit at Talvik was lower in 2024.", -1),
        ("Talvik opened 3 branches in 2024.", 0),
    ],
)
def test_direction(text: str, direction: int) -> None:
    values = [fact.value for fact in facts_of(text)]
    found = {value.direction for value in values if isinstance(value, StatementValue)}
    assert found - {0} == ({direction} if direction else set())


@pytest.mark.parametrize(
    ("text", "predicate", "modality"),
    [
        ("Talvik closed 40 branches.", "close", Modality.FACT),
        ("Talvik will close 40 branches.", "close", Modality.PLAN),
        ("Talvik plans to close 40 branches.", "close", Modality.PLAN),
        ("Talvik may close 40 branches.", "close", Modality.POSSIBILITY),
        ("Talvik would close 40 branches.", "close", Modality.POSSIBILITY),
        ("If Talvik closes 40 branches, villages will suffer.", "close", Modality.CONDITION),
    ],
)
def test_modality(text: str, predicate: str, modality: Modality) -> None:
    assert value_of(text, predicate).modality is modality


def test_places_from_narrow_to_wide() -> None:
    value = value_of("Ida Holm was born in Bergen, Norway, in 1902.", "bear")
    assert value.where[:2] == ("bergen", "norway")


def test_the_subject_of_a_conjunct_is_that_of_the_verb_above() -> None:
    value = value_of("Ann Holt opened the pier in Corvel and thanked the crew.", "thank")
    assert value.agent_names == ("ann holt",)


def test_who_stands_for_its_noun() -> None:
    value = value_of("Ann Holt, who signed the treaty in May, left Corvel.", "sign")
    assert "holt" in value.agent


def test_verbs_in_titles_are_no_statements() -> None:
    predicates = {
        fact.value.predicate
        for fact in facts_of('Mara Quill released the album "We Never Leave Home" in 2019.')
        if isinstance(fact.value, StatementValue)
    }
    assert "leave" not in predicates


def test_the_span_holds_subject_and_object() -> None:
    text = "On Monday Ann Holt signed the treaty with Lesna."
    (fact,) = facts_of(text)
    assert fact.surface == text[fact.span.start : fact.span.end]
    assert fact.surface.startswith("Ann Holt") or fact.surface.startswith("On Monday")
    assert "treaty" in fact.surface


def test_an_unparsed_text_has_no_statements() -> None:
    assert facts_of("Ann Holt signed the treaty with Lesna.", model="none") == []


def test_a_question_is_no_denial() -> None:
    for fact in facts_of("Did Ann Holt sign the treaty with Lesna?"):
        assert isinstance(fact.value, StatementValue)
        assert not fact.value.negated


# ── comparison ────────────────────────────────────────────────────────────────────────────────

DIFFERENT = [
    ("Ann Holt signed the treaty.", "Ann Holt did not sign the treaty.", "sign", "", DENIED),
    ("Norvik Energy sued Bexley Foods.", "Bexley Foods sued Norvik Energy.", "sue", "", SWAPPED),
    (
        "Norvik Energy sued Bexley Foods.",
        "Norvik Energy was sued by Bexley Foods.",
        "sue",
        "",
        SWAPPED,
    ),
    ("Profit at Talvik rose 3%.", "Profit at Talvik fell 3%.", "rise", "fall", DIRECTION),
    (
        "Ann Holt praised the plan of Corvel.",
        "Ann Holt criticised the plan of Corvel.",
        "praise",
        "criticise",
        OPPOSITE,
    ),
    (
        "Paul Trent pleaded guilty to fraud in Corvel.",
        "Paul Trent denied fraud in Corvel.",
        "admit",
        "deny",
        OPPOSITE,
    ),
    (
        "Paul Trent pleaded guilty to three counts of fraud.",
        "Paul Trent pleaded not guilty to three counts of fraud.",
        "admit",
        "",
        DENIED,
    ),
    (
        "The jury cleared Paul Trent of theft.",
        "Paul Trent was found guilty of theft.",
        "acquit",
        "convict",
        OPPOSITE,
    ),
    ("Paul Trent was granted bail.", "Paul Trent was refused bail.", "bail", "remand", OPPOSITE),
    (
        "Paul Trent was released on bail.",
        "Paul Trent was remanded in custody.",
        "bail",
        "remand",
        OPPOSITE,
    ),
    (
        "The amendment was carried.",
        "The amendment on fees was lost.",
        "approve",
        "reject",
        OPPOSITE,
    ),
    (
        "The council of Corvel supports the sale.",
        "The council of Corvel is against the sale.",
        "support",
        "oppose",
        OPPOSITE,
    ),
    ("Ann Holt voted against.", "Ann Holt voted in favour.", "oppose", "support", OPPOSITE),
    (
        "Ann Holt voted for the plan.",
        "Ann Holt voted against the plan.",
        "support",
        "oppose",
        OPPOSITE,
    ),
    (
        "Ann Holt accepted the prize.",
        "Ann Holt turned the prize down.",
        "accept",
        "reject",
        OPPOSITE,
    ),
    (
        "Ann Holt will stay as chair.",
        "Ann Holt will step down as chair.",
        "stay",
        "resign",
        OPPOSITE,
    ),
    (
        "The mill in Corvel made a loss.",
        "The mill in Corvel made a profit.",
        "make",
        "",
        OPPOSITE,
    ),
    (
        "Talvik has repaid the grant.",
        "Talvik has repaid nothing of the grant.",
        "repay",
        "",
        DENIED,
    ),
    (
        "The inspector refused the application for costs of Talvik.",
        "The application for costs of Talvik was allowed.",
        "refuse",
        "allow",
        OPPOSITE,
    ),
    ("Ann Holt will leave in May.", "Ann Holt will stay on in May.", "leave", "stay", OPPOSITE),
    ("Tickets will be refunded.", "Tickets will not be refunded.", "refund", "", DENIED),
    ("The injured were flown to Oslo.", "The injured were flown to Rome.", "fly", "", OTHER_GOAL),
    (
        "The ferry Ida was built in Oslo.",
        "The ferry Ida was built in Rome.",
        "build",
        "",
        OTHER_PLACE,
    ),
    ("No one was injured in the fire.", "Two men were hurt in the fire.", "injure", "", NOBODY),
    ("There were no injuries.", "Two men were injured.", "injure", "", NOBODY),
    (
        "Ida Holm was born in Bergen, Norway.",
        "Ida Holm was born in Aarhus, Denmark.",
        "bear",
        "",
        OTHER_PLACE,
    ),
    (
        "The novel Grey Harbour was written by Ida Holm.",
        "The novel Grey Harbour was written by Clara Munk.",
        "write",
        "",
        OTHER_AGENT,
    ),
]

NOT_DIFFERENT = [
    ("Paul Trent pleaded not guilty to fraud.", "Paul Trent denied fraud.", "admit", "deny"),
    ("Paul Trent pleaded guilty to fraud.", "Paul Trent denied theft.", "admit", "deny"),
    ("Paul Trent was refused entry.", "Paul Trent was granted asylum.", "refuse", "grant"),
    ("Paul Trent was arrested in May.", "Paul Trent was released in May.", "arrest", "release"),
    ("The amendment was carried.", "The motion was lost.", "approve", "reject"),
    ("Ann Holt voted for the plan.", "Ann Holt voted against the fees.", "support", "oppose"),
    ("Ann Holt left in May.", "Ann Holt stayed in May.", "leave", "stay"),
    ("Ann Holt stayed in Corvel.", "Ann Holt left the house.", "stay", "leave"),
    ("Tickets will be shown.", "Tickets will not be seen.", "show", "see"),
    ("The village is called Lindal.", "The village is not called Corvel.", "call", ""),
    ("The injured were flown to Oslo.", "The injured were flown to Norway.", "fly", ""),
    ("The injured were flown to Oslo.", "The crew were flown to Rome.", "fly", ""),
    ("There were no injuries in Corvel.", "Two men were injured.", "be", "injure"),
    ("Nobody was injured in Corvel.", "Two men were injured in Lindal.", "injure", ""),
    ("Ann Holt signed the treaty.", "The treaty was signed by Ann Holt.", "sign", ""),
    ("Ann Holt signed the treaty.", "Ann Holt did not fail to sign the treaty.", "sign", ""),
    ("Ann Holt signed the treaty.", "Paul Trent did not sign the letter.", "sign", ""),
    ("Profit at Talvik rose 3%.", "Sales at Bexley fell 3%.", "rise", "fall"),
    ("Ida Holm was born in Bergen.", "Ida Holm was born in Norway.", "bear", ""),
    ("Ida Holm was born in Bergen, Norway.", "Ida Holm was born in Norway.", "bear", ""),
    ("Ann Holt met Paul Trent.", "Ann Holt met Clara Munk and Paul Trent.", "meet", ""),
    ("Ann Holt praised the crew.", "Paul Trent criticised the police.", "praise", "criticise"),
]


@pytest.mark.parametrize(("left", "right", "predicate", "other", "reason"), DIFFERENT)
def test_different(left: str, right: str, predicate: str, other: str, reason: str) -> None:
    comparison = compared(left, right, predicate, other)
    assert comparison == Comparison(Relation.DIFFERENT, reason)


@pytest.mark.parametrize(("left", "right", "predicate", "other"), NOT_DIFFERENT)
def test_not_different(left: str, right: str, predicate: str, other: str) -> None:
    assert compared(left, right, predicate, other).relation is not Relation.DIFFERENT


def test_a_denial_of_many_does_not_deny_some() -> None:
    left = "The Civic Union won seats in Corvel."
    right = "The Civic Union did not win many seats in Corvel."
    assert compared(left, right, "win").relation is not Relation.DIFFERENT


@pytest.mark.parametrize("adverb", ["fully", "immediately", "always"])
def test_a_denial_of_the_manner_does_not_deny_the_deed(adverb: str) -> None:
    left = "The ministry answered the letter from Corvel."
    right = f"The ministry did not {adverb} answer the letter from Corvel."
    assert compared(left, right, "answer").relation is not Relation.DIFFERENT


def test_present_and_absent_are_opposite() -> None:
    left, right = "Ann Holt was present in Corvel.", "Ann Holt was absent in Corvel."
    present = replace(value_of(left, "be"), patient=("present", "signing", "corvel"))
    absent = replace(value_of(right, "be"), patient=("absent", "signing", "corvel"))
    assert compare(fact_with(present), fact_with(absent)).reason == OPPOSITE


def test_one_thing_may_hold_of_one_maker_only() -> None:
    written = value_of("Grey Harbour was written by Ida Holm.", "write")
    welcomed = value_of("The plan was welcomed by Ida Holm.", "welcome")
    assert functional(written, OTHER_AGENT)
    assert not functional(welcomed, OTHER_AGENT)


words = st.sampled_from("ann holt paul trent treaty pier profit norvik talvik it".split())
phrases = st.lists(words, max_size=3, unique=True).map(tuple)
names = st.lists(st.sampled_from(["ann holt", "paul trent", "norvik"]), max_size=1).map(tuple)
places = st.lists(st.sampled_from(["bergen", "norway", "kenya", "ohio"]), max_size=2).map(tuple)
values = st.builds(
    StatementValue,
    predicate=st.sampled_from("sign rise fall be bear write accept reject".split()),
    agent=phrases,
    patient=phrases,
    others=phrases.map(lambda found: tuple(f"in:{word}" for word in found)),
    negated=st.booleans(),
    direction=st.sampled_from([-1, 0, 1]),
    passive=st.booleans(),
    agent_names=names,
    patient_names=names,
    where=places,
    definite=st.booleans(),
    modality=st.sampled_from(list(Modality)),
)


@given(values, values)
def test_comparison_is_symmetric(left: StatementValue, right: StatementValue) -> None:
    one, two = fact_with(left), fact_with(right)
    assert compare(one, two) == compare(two, one)


@given(values)
def test_nothing_contradicts_itself(value: StatementValue) -> None:
    fact = fact_with(value)
    assert compare(fact, fact).relation is not Relation.DIFFERENT


@given(values)
def test_the_words_of_the_arguments_are_keys(value: StatementValue) -> None:
    keys = KIND.keys(fact_with(value))
    assert set(keys) >= {*value.agent, *value.patient}
    assert len(keys) == len(set(keys))
