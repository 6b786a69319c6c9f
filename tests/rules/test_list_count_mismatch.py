from __future__ import annotations

import pytest

from factcheck.model import Finding, Severity
from factcheck.read import document_from_text
from factcheck.rules.list_count_mismatch import RULE
from factcheck.rules.rule import Corpus


def findings(*texts: str) -> list[Finding]:
    documents = tuple(document_from_text(text, name=f"{n}.txt") for n, text in enumerate(texts))
    return list(RULE.check(Corpus(documents, ())))


MUST_FLAG = [
    ("The plan has four goals: cleaner air, safer roads and cheaper fares.", "3 listed"),
    ("She gave two reasons: the weather, the price of fuel, and a strike at the port.", "3 listed"),
    ("The inquiry has five aims: truth; redress; reform.", "3 listed"),
    ("There are three key risks:\n\n- floods\n- fires\n", "2 listed"),
    ("There are three changes you will see at once.\n\n- speed\n- size\n", "2 listed"),
    ("There are three factors that decide what you pay:\n\n1. size\n2. age\n", "2 listed"),
    ("He faces five charges: three of fraud, two of theft and one of arson.", "6 listed"),
    ('They took four pictures: "Quay" and "Pond" by Ana Ruiz, and a portrait.', "3 listed"),
    ('His two operas - "Quay" (1972), "The Pond" (1980) and "Mill" (1991) - last.', "3 listed"),
    ("He leaves a wife. Their four children, Ann, Bea and Carl, were there.", "3 listed"),
    ("She is survived by her five grandsons, Al Ray, Bo Ray and Cy Ray.", "3 listed"),
    (
        "They strike on three days next month: Friday 5, Monday 8, Tuesday 9 and Friday 12 May.",
        "4 listed",
    ),
]
MUST_NOT_FLAG = [
    "The plan has three goals: cleaner air, safer roads and cheaper fares.",
    "The plan has three goals: cleaner air, safer roads, and cheaper fares.",
    # "bread and butter" may be one item, so two, three and four are all right.
    "They sold three things: tea, bread and butter and jam.",
    "He faces two issues, the size of the army and the status of the border.",
    "The plan has five goals, including cleaner air and safer roads.",
    "The plan has five goals: among others, cleaner air, safer roads and fares.",
    "It met one of three conditions: an audit, a vote and a new board were all due.",
    "They won by two points: the defence, the keeper and the coach were superb.",
    "There were two reasons: it rained, the road was shut and nobody came.",
    "Two parts: one for the boys, one for the girls.",
    # Each of the items is a list.
    "There are two groups: one covering Tarn, Aldham and Orm, the other covering Corvel and Ask.",
    # The items go on, and what follows them is not told from them.
    "There are three parts:\n\n1. The guide\n   From the first step to the last. It reads like a "
    "book.\n\n2. The index\n   All words.\n\n3. The maps\n   All roads.\n",
    "It may be sold when the following four conditions are met:\n    1) This text goes with it.\n"
    "    2) It is sold in one of these ways:\n       a) By hand. Whoever sells it must say how he "
    "can be\n          reached, and by whom.\n    3) It is whole.\n    4) It is dry.\n",
    "There are at least four reasons: cost, noise and dust.",
    "Three risks remain: floods, fires (and what follows them) and drought.",
    "There are three key risks:\n\n- floods\n- fires\n- drought\n",
    "There are three changes you will see at once.\n\n- speed\n- size\n- colour\n",
    # What follows need not be what was announced.
    "We saw three changes.\n\n- speed\n- size\n",
    "He faces six charges: three of fraud, two of theft and one of arson.",
    'They took four pictures: "Quay" and "Pond" by Ana Ruiz, a portrait and a still life.',
    'His three operas - "Quay" (1972), "The Pond" (1980) and "Mill" (1991) - last.',
    'His operas - "Quay", "The Pond" and "Mill" - last.',
    "Ten stops. Four will offer access to the buses: Castle Road, Orm, Ask and Hadley.",
    "Three won: Ann Holt, Lindal, Bo Trent, Corve, Jo Mill, Ask.",
    "Three were elected: Ann Holt and two of her friends.",
    "Two had a message: Corve must act.",
    "Their three children, Ann, Bea and Carl, were there.",
    "Their four children, Ann and Bea by his first wife and Carl by his second, were there.",
    "Their four children, Ann, Bea and Carl, and a foster son came.",
    "The two cities, Paris, Texas and Rome, Georgia, agreed.",
    "The two banks, Marks and Holt and Corvel Trust, declined.",
    "They met four children, Ann, Bea and Carl.",
    "They strike on four days next month: Friday 5, Monday 8, Tuesday 9 and Friday 12 May.",
    "Three rest centres have been opened, at Holt leisure centre, St Ann's church hall and Ask.",
    "Four matches were played, at Holt, Ask and Corve.",
    "There are two key risks:\n\n- floods\n  - of the river\n  - of the sea\n- fires\n",
]


@pytest.mark.parametrize(("text", "listed"), MUST_FLAG)
def test_a_wrong_number_is_an_error(text: str, listed: str) -> None:
    (finding,) = findings("Headline\n\n" + text + "\n")
    assert finding.severity is Severity.ERROR
    assert finding.values[1] == listed


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        (
            "Ten stops. Five will offer access to the buses: Castle Road, Foundry, Ask and Hadley.",
            "4 listed",
        ),
        ("Three of them closed last year: Corve and Lindal.", "2 listed"),
        (
            "Four rest centres have been opened, at Holt leisure centre, St Ann's hall and Ask.",
            "3 listed",
        ),
    ],
)
def test_a_number_without_its_noun_or_of_places_is_doubtful(text: str, listed: str) -> None:
    (finding,) = findings("Headline\n\n" + text + "\n")
    assert finding.severity is Severity.WARNING
    assert finding.values[1] == listed


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_right_and_uncountable_lists_pass(text: str) -> None:
    assert findings("Headline\n\n" + text + "\n") == []
