"""Slips of the pen between two figures."""

from __future__ import annotations

import pytest

from factcheck.config import Settings
from factcheck.match.slips import NO_SLIP, slip_level
from factcheck.model import Fact, FactKind
from factcheck.pipeline import run
from factcheck.read import document_from_text

_KINDS = (FactKind.QUANTITY, FactKind.DURATION, FactKind.MOMENT)


def figure(words: str) -> Fact:
    document = document_from_text(f"It came to {words} in all.\n", name="a.txt")
    claims = run([document], settings=Settings(model="none")).claims
    (fact,) = [fact for claim in claims for fact in claim.facts if fact.kind in _KINDS]
    return fact


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("£6,132", "£6,312", "digits swapped, of 4"),
        ("12 minutes", "21 minutes", "digits swapped, of 2"),
        ("4,806 people", "4,608 people", "digits swapped, of 3"),  # no neighbours
        ("482 people", "284 people", NO_SLIP),  # nor enough digits
        ("48.25%", "45.28%", "digits swapped, of 3"),
        ("4,806 people", "8,604 people", NO_SLIP),
        ("1,204,511 votes", "1,204,151 votes", "digits swapped, of 5+"),
        ("27 bridges", "22 bridges", "one digit, of 2"),
        ("1,400 trees", "140 trees", "one digit, of 4"),  # a digit left out
        ("£2.4m", "£2.4bn", "another scale, of 2"),
        ("3 million", "3 billion", "another scale, of 1"),
        ("£2.4m", "£2.4m", NO_SLIP),
        ("£2.4m", "$2.4m", NO_SLIP),
        ("5 cows", "7 cows", NO_SLIP),  # any two figures of one digit are so alike
        ("twenty-three eggs", "32 eggs", "digits swapped, of 2"),
        ("twelve eggs", "twenty eggs", NO_SLIP),
        ("£6,132", "£9,877", NO_SLIP),
        ("473,000 people", "437,000 people", "digits swapped, of 4"),  # zeros tell little
        ("100,000 people", "200,000 people", "one digit, of 2"),
        ("84 mph", "84 km/h", "another unit, of 2"),
        ("148 kilograms", "148 pounds", "another unit, of 3"),
        ("350 feet", "350 yards", "another unit, of 2"),
        ("5 miles", "5 km", "another unit, of 1"),
        ("84 mph", "135 km/h", NO_SLIP),
        ("14 weeks", "14 months", "another unit, of 2"),
        ("2 weeks", "2 months", NO_SLIP),  # of any length there are two
        ("14 days", "14 years", NO_SLIP),  # nobody takes the one for the other
        ("14 weeks", "15 months", "one digit, of 2"),
        ("8.2%", "8.2 percentage points", "another unit, of 2"),
        ("148 kilograms", "148 miles", NO_SLIP),
        ("13 nautical miles", "13 miles", NO_SLIP),
        ("350 yards", "350 metres", NO_SLIP),
        ("31 July 2025", "31 August 2025", "another month"),
        ("Saturday 7 June", "Saturday 14 June", "another week"),
        ("Saturday 7 June", "Thursday 5 June", "another day"),
        ("Saturday 7 June", "Friday 6 June", NO_SLIP),  # one thing leads to the next
        ("31 July 2025", "30 August 2025", NO_SLIP),
        ("14 March 2008", "14 March 2018", "another year"),
        ("1878", "1887", "digits of a year swapped"),
        ("2008", "2018", "one digit of a year"),
        ("2008", "2009", NO_SLIP),  # the next year is no slip
        ("1894", "1948", NO_SLIP),
    ],
)
def test_the_slip_is_named_either_way(one: str, two: str, level: str) -> None:
    assert slip_level(figure(one), figure(two)) == level
    assert slip_level(figure(two), figure(one)) == level
