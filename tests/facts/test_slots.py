"""Slots: what a value is about, read off a parse.

The sentences are parsed by hand, so that no language model decides these tests: each word is
`text/lemma/POS/dependency/head`, the head by its place in the sentence.
"""

from __future__ import annotations

from factcheck.annotate.nouns import Annotated, Entity, Name, Sentence, Token
from factcheck.annotate.sentences import tokenize
from factcheck.facts.slots import fill_slot, own_clause
from factcheck.model import Block, BlockKind, Document, Span

PROFIT = (
    "Operating/operate/ADJ/amod/1 profit/profit/NOUN/nsubj/5 at/at/ADP/prep/1 "
    "Talvik/talvik/PROPN/compound/4 Bank/bank/PROPN/pobj/2 fell/fall/VERB/ROOT/5 "
    "12/12/NUM/nummod/7 %/%/NOUN/npadvmod/5 in/in/ADP/prep/5 the/the/DET/det/11 "
    "third/third/ADJ/amod/11 quarter/quarter/NOUN/pobj/8 ././PUNCT/punct/5"
)
REPORT = (
    "The/the/DET/det/4 33/33/NUM/nummod/3 -/-/PUNCT/punct/3 page/page/NOUN/compound/4 "
    "report/report/NOUN/nsubj/5 appeared/appear/VERB/ROOT/5 in/in/ADP/prep/5 "
    "Corvel/corvel/PROPN/pobj/6 ././PUNCT/punct/5"
)
TALKS = (
    "After/after/ADP/prep/7 five/five/NUM/nummod/2 days/day/NOUN/pobj/0 of/of/ADP/prep/2 "
    "talks/talk/NOUN/pobj/3 ,/,/PUNCT/punct/7 Lesna/lesna/PROPN/nsubj/7 "
    "signed/sign/VERB/ROOT/7 a/a/DET/det/9 truce/truce/NOUN/dobj/7 ././PUNCT/punct/7"
)
CREW = (
    "The/the/DET/det/1 ferry/ferry/NOUN/nsubj/5 which/which/PRON/nsubj/3 "
    "carried/carry/VERB/relcl/1 cars/car/NOUN/dobj/3 had/have/VERB/ROOT/5 "
    "nine/nine/NUM/nummod/7 sailors/sailor/NOUN/dobj/5 ././PUNCT/punct/5"
)


def parsed(table: str, *names: tuple[int, int, str]) -> tuple[Annotated, Sentence]:
    """The sentence of a table; `names` are (first token, end token, entity name)."""
    tokens: list[Token] = []
    position = 0
    for row in table.split():
        text, lemma, pos, dep, head = row.rsplit("/", 4)
        tag = "WDT" if text == "which" else ""
        end = position + len(text)
        tokens.append(Token(text, position, end, lemma, pos, tag, dep, int(head)))
        position = end + 1
    text = " ".join(token.text for token in tokens)
    span = Span(0, len(text))
    sentence = Sentence(0, 0, span, tuple(tokens), parsed=True)
    document = Document("a.txt", text, blocks=(Block(BlockKind.PARAGRAPH, span),))
    found = tuple(
        Name(0, first, last, Span(tokens[first].start, tokens[last - 1].end), name, index)
        for index, (first, last, name) in enumerate(names)
    )
    entities = tuple(
        Entity(index, name, "organisation") for index, (_, _, name) in enumerate(names)
    )
    return Annotated(document, text, (sentence,), found, entities), sentence


def test_of_a_percentage_the_subject_of_the_verb_is_measured() -> None:
    slot = fill_slot(*parsed(PROFIT, (3, 5, "Talvik Bank")), 6, 8)
    assert slot.measure == ("profit",)
    assert slot.event[-1] == "fall"
    assert "third quarter" in slot.time


def test_the_document_that_has_pages_is_the_subject() -> None:
    slot = fill_slot(*parsed(REPORT, (7, 8, "Corvel")), 1, 4)
    assert slot.measure == ("page",)
    assert slot.subject == ("report",)
    assert "appear" in slot.event
    assert slot.place == ("corvel",)


def test_days_of_talks_are_said_of_the_talks() -> None:
    slot = fill_slot(*parsed(TALKS, (6, 7, "Lesna")), 1, 3)
    assert slot.subject == ("talk",)
    assert slot.measure == ("day",)


def test_the_subject_of_the_main_verb_and_not_of_the_relative_clause() -> None:
    slot = fill_slot(*parsed(CREW), 6, 8)
    assert slot.subject == ("ferry",)
    assert slot.measure == ("sailor",)


def test_a_name_stands_in_full_in_the_subject() -> None:
    table = (
        "Holt/holt/PROPN/nsubj/1 hired/hire/VERB/ROOT/1 nine/nine/NUM/nummod/3 "
        "sailors/sailor/NOUN/dobj/1 ././PUNCT/punct/1"
    )
    slot = fill_slot(*parsed(table, (0, 1, "Ann Holt")), 2, 4)
    assert slot.subject == ("ann", "holt")


def test_without_a_parse_the_next_words_are_the_measure() -> None:
    text = "The ship carried 400 passengers to Corvel in May 2019."
    annotated, _ = parsed(CREW)
    flat = Sentence(0, 0, Span(0, len(text)), tokenize(text, Span(0, len(text))))
    slot = fill_slot(annotated, flat, 3, 4)
    assert slot.measure[0] == "passenger"
    assert slot.subject == ()
    assert {"may", "2019"} <= set(slot.time)


def test_the_clause_around_a_token() -> None:
    _, sentence = parsed(CREW)
    assert own_clause(sentence, 3) == [2, 3, 4]
    assert own_clause(sentence, 5) == [0, 1, 5, 6, 7, 8]


def test_a_flat_sentence_is_one_clause() -> None:
    text = "Nine sailors left."
    flat = Sentence(0, 0, Span(0, len(text)), tokenize(text, Span(0, len(text))))
    assert own_clause(flat, None) == [0, 1, 2, 3]
